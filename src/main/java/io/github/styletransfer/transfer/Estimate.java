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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a run will take, before it starts.
 *
 * @param output size of the result
 * @param time from start to end
 * @param bytes of the whole process at its peak
 * @param heapBytes of them in Java's heap
 */
public record Estimate(Size output, Duration time, long bytes, long heapBytes) {

	/** Reading weights, loading the runtime, writing the graphs of a level. */
	private static final double SECONDS_AT_START = 1.5;
	private static final double SECONDS_PER_LEVEL = .5;
	/**
	 * @param content size of the content
	 * @param settings of the run
	 * @param losses layers in use
	 * @param flopsPerSecond of gradient evaluations on this machine, direct convolutions counted
	 * @param limits of the process; if nothing fits into them, the estimate is that of the smallest plan
	 * @return the estimate
	 */
	public static Estimate of(final Size content, final Settings settings, final LossLayers losses,
		final double flopsPerSecond, final MemoryLimits limits)
	{
		return of(content, Schedule.of(StyleTransfer.outputSize(content, settings), settings, losses), settings, flopsPerSecond, limits);
	}

	/**
	 * The same of the levels that a run will do: of a part of the content, or of the finest one alone.
	 *
	 * @param content size of the whole content, which is held too
	 * @param schedule of the run
	 * @param settings of the run
	 * @param flopsPerSecond of gradient evaluations on this machine, direct convolutions counted
	 * @param limits of the process; if nothing fits into them, the estimate is that of the smallest plan
	 * @return the estimate, for the finest level's size
	 */
	public static Estimate of(final Size content, final Schedule schedule, final Settings settings,
		final double flopsPerSecond, final MemoryLimits limits)
	{
		final MemoryPlan plan = MemoryPlan.of(schedule, settings, content, limits);
		final double seconds = fixedSeconds(schedule) + flops(schedule, plan, settings) / flopsPerSecond;
		return new Estimate(schedule.finest().size(), Duration.ofMillis((long) (1000 * seconds)), plan.bytes(), plan.heapBytes());
	}

	/**
	 * What a finished run teaches about the machine.
	 *
	 * @param result of the run
	 * @return multiplications and additions per second, direct convolutions counted; empty if the run was too short to tell,
	 *         or did not end as planned
	 */
	public static OptionalDouble flopsPerSecond(final Result result) {
		final double fixed = fixedSeconds(result.schedule());
		final double seconds = result.time().toMillis() / 1e3 - fixed;
		if (result.notice().isPresent() || seconds < fixed) return OptionalDouble.empty();
		return OptionalDouble.of(flops(result.schedule(), result.plan(), result.settings()) / seconds);
	}

	/**
	 * @param pixels of the image
	 * @param losses layers in use
	 * @return multiplications and additions of one gradient evaluation with direct convolutions
	 */
	public static double flops(final double pixels, final LossLayers losses) {
		double perPixel = 0;
		for (final Layer layer : losses.needed()) {
			final double stride = losses.architecture().stride(layer.name());
			if (layer instanceof Convolution c) perPixel += 2. * 2 * count(c.kernelShape()) / (stride * stride);
		}
		return pixels * perPixel;
	}

	/**
	 * @param limits of the process
	 * @return whether the run fits
	 */
	public boolean fits(final MemoryLimits limits) {
		return bytes <= limits.bytes() && heapBytes <= limits.heapBytes();
	}

	/** @return one line for a dialog */
	public String message() {
		return "About " + Progress.words(time) + " and " + gigabytes(bytes) + " of memory for " + output + " pixels.";
	}

	/**
	 * @param bytes any number of bytes
	 * @return it in gigabytes, one decimal
	 */
	public static String gigabytes(final long bytes) {
		return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
	}

	private static double fixedSeconds(final Schedule schedule) {
		return SECONDS_AT_START + SECONDS_PER_LEVEL * schedule.levels().size();
	}

	/** Of a whole run; the targets of style and content are two forward passes, so about one evaluation. */
	private static double flops(final Schedule schedule, final MemoryPlan plan, final Settings settings) {
		double flops = 0;
		for (int i = 0; i < plan.levels().size(); i++) {
			final Schedule.Level l = schedule.levels().get(i);
			flops += l.flops() * plan.levels().get(i).work() * (LevelOptimisers.evaluations(settings, l.iterations()) + 2);
		}
		return flops;
	}

	private static double count(final long[] shape) {
		return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
	}
}
