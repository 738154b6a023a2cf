/*-
 * #%L
 * Style Transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Style Transfer developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Cores;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.Plan;
import io.github.styletransfer.engine.Planner;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Gradient evaluations of the whole objective at one size, timed: what a level of a run does again and again. Where the loss
 * and its gradient are taken is {@link #start}, so that what was computed in different ways can be compared.
 */
public final class Benchmark {

	private static final double BUMPS = 10;
	/** Content, style, start, gradient, and one that is resampled, in Java's heap. */
	private static final int PICTURES = 5;

	private Benchmark() {
		// no instances
	}

	/**
	 * What was measured.
	 *
	 * @param seconds of each evaluation; one more went before and is not counted
	 * @param terms of the loss at {@link #start}
	 * @param gradient there
	 * @param device that it was computed on
	 * @param threads of the processor
	 * @param plan how an evaluation was done
	 */
	public record Measured(List<Double> seconds, LossTerms terms, PlanarImage gradient, ChosenDevice device, int threads,
		String plan)
	{

		/** Copies the list. */
		public Measured {
			seconds = List.copyOf(seconds);
		}

		/** @return middle one of the times; of an even number, the mean of both */
		public double median() {
			final List<Double> sorted = seconds.stream().sorted().toList();
			final int n = sorted.size();
			return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
		}

		/** @return shortest time */
		public double min() {
			return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
		}
	}

	/**
	 * @param content RGB 0…255
	 * @param style RGB 0…255, of any size that the deepest layer allows
	 * @param weights of the network
	 * @param settings weights, layers, pooling, device and threads; the others do not matter
	 * @param limits of memory
	 * @param evaluations to time, at least 1
	 * @param monitor is told the number of each before it begins; the first that is not counted has number 0
	 * @return times, loss and gradient
	 * @throws IllegalArgumentException if the number is below 1, a layer is unknown, or an image is too small
	 * @throws io.github.styletransfer.engine.EngineException if the device is missing, or ONNX Runtime is missing or fails
	 */
	public static Measured run(final PlanarImage content, final PlanarImage style, final Weights weights,
		final Settings settings, final MemoryLimits limits, final int evaluations, final IntConsumer monitor)
	{
		if (evaluations < 1) {
			throw new IllegalArgumentException(evaluations + " evaluations were asked for; at least 1 is needed.");
		}
		final LossLayers losses = settings.lossLayers(weights.architecture());
		final Plan plan = plan(content.size(), losses, limits);
		final ChosenDevice device = Devices.HERE.choose(settings.device());
		final PlanarImage x = start(content);
		final float[] gradient = new float[x.data().length];
		final List<Double> seconds = new ArrayList<>();
		try (Engine engine = new Engine(weights, device.device(), settings::threads);
				Targets styles = engine.styleTargets(losses, plan(style.size(), losses, limits), style.data(), style.height(), style
					.width());
				Targets contents = engine.contentTargets(losses, plan, content.data(), content.height(), content.width());
				GradientFunction f = engine.gradient(losses, plan, x.height(), x.width(), contents, styles, settings.contentWeight(),
					settings.styleWeight()))
		{
			for (int i = 0; i <= evaluations; i++) {
				monitor.accept(i);
				final long begin = System.nanoTime();
				f.evaluate(x.data(), gradient);
				if (i > 0) seconds.add((System.nanoTime() - begin) / 1e9);
			}
			final boolean onProcessor = device.device().kind() == Device.Kind.CPU;
			final int threads = settings.threads() == 0 && onProcessor ? Cores.HERE.count() : settings.threads();
			return new Measured(seconds, f.lastTerms(), new PlanarImage(x.width(), x.height(), gradient), device, threads,
				plan.describe(losses));
		}
	}

	/**
	 * @param content RGB 0…255
	 * @return where the loss is taken: the content with 10 sin(i) added to its value i, because no content loss has a gradient at
	 *         the content itself
	 */
	public static PlanarImage start(final PlanarImage content) {
		final float[] x = content.data().clone();
		for (int i = 0; i < x.length; i++) x[i] += (float) (BUMPS * Math.sin(i));
		return new PlanarImage(content.width(), content.height(), x);
	}

	/**
	 * @param side of content, style and gradient, in pixels
	 * @param losses layers in use
	 * @param limits of memory; if nothing fits into them, the answer is for the smallest plan
	 * @return bytes that a process will have taken at its peak, Java's heap included
	 */
	public static long predictedPeakBytes(final int side, final LossLayers losses, final MemoryLimits limits) {
		final Size size = new Size(side, side);
		return MemoryPlan.BASE_BYTES + predictedHeapBytes(side) + new Planner(losses, side, side).bytes(plan(size, losses,
			limits));
	}

	private static Plan plan(final Size size, final LossLayers losses, final MemoryLimits limits) {
		return new Planner(losses, size.height(), size.width()).fastestOrSmallest(limits.bytes() - MemoryPlan.BASE_BYTES -
			predictedHeapBytes(size.longest()));
	}

	/**
	 * @param side of content, style and gradient, in pixels
	 * @return bytes of Java's heap
	 */
	public static long predictedHeapBytes(final int side) {
		return (long) PICTURES * PlanarImage.CHANNELS * Float.BYTES * side * side;
	}
}
