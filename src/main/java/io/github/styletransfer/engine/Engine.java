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
package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;

import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;
import io.github.styletransfer.network.Weights;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * A network, ready to compute targets and gradients for any choice of layers. One thread at a time may use it; {@link #stop()}
 * may be called from any. Holds native memory: close it, after everything it made.
 */
public final class Engine implements AutoCloseable {

	private final Execution execution;
	private final Weights weights;
	private final Operators operators;
	private final KernelMemory kernels;
	private final Set<Session> sessions = Collections.synchronizedSet(new HashSet<>());
	private final LongAdder nanoseconds = new LongAdder();
	private volatile boolean stopped;
	private Session targets;
	private LossLayers targetLayers;

	/**
	 * On the processor, with a fixed number of threads.
	 *
	 * @param weights of the network
	 * @param threads that one evaluation uses; 0 for one on each physical core
	 * @throws IllegalArgumentException if the number of threads is negative
	 * @throws EngineException if ONNX Runtime cannot be loaded
	 */
	public Engine(final Weights weights, final int threads) {
		this(weights, Device.CPU, fixed(threads));
	}

	/**
	 * @param weights of the network
	 * @param device the processor or a card, as {@link Devices} has chosen it
	 * @param threads that the next evaluation may use, asked before each; 0 for one on each physical core
	 * @throws IllegalArgumentException if the device is not chosen yet
	 * @throws EngineException if ONNX Runtime cannot be loaded
	 */
	public Engine(final Weights weights, final Device device, final IntSupplier threads) {
		this(weights, device, threads, Execution::operators);
	}

	Engine(final Weights weights, final int threads, final Operators operators) {
		this(weights, Device.CPU, fixed(threads), e -> operators);
	}

	private Engine(final Weights weights, final Device device, final IntSupplier threads,
		final Function<Execution, Operators> choice)
	{
		final long start = System.nanoTime(); // the first time, ONNX Runtime's native library is unpacked and loaded
		execution = new Execution(OnnxRuntime.environment(), device, threads);
		operators = choice.apply(execution);
		nanoseconds.add(System.nanoTime() - start);
		this.weights = weights;
		kernels = new KernelMemory(execution.environment());
	}

	/**
	 * @param losses layers and pooling
	 * @param image RGB 0…255, [3, H, W]
	 * @param height H in pixels
	 * @param width W in pixels
	 * @return the Gram matrices F Fᵀ / M of all style layers; to be closed
	 * @throws IllegalArgumentException if the image is too small for the deepest layer
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public Targets styleTargets(final LossLayers losses, final float[] image, final int height, final int width) {
		return targets(losses, "style image", image, height, width, losses.styleLayers(), Names::gram);
	}

	/**
	 * @param losses layers and pooling
	 * @param image RGB 0…255, [3, H, W]
	 * @param height H in pixels
	 * @param width W in pixels
	 * @return the features of all content layers; to be closed
	 * @throws IllegalArgumentException if the image is too small for the deepest layer
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public Targets contentTargets(final LossLayers losses, final float[] image, final int height, final int width) {
		return targets(losses, "content image", image, height, width, losses.contentLayers(), Names::target);
	}

	/**
	 * @param losses layers and pooling
	 * @param height of the image to be optimised, in pixels
	 * @param width of the image to be optimised, in pixels
	 * @param content from {@link #contentTargets} of an image of the same size; stays the caller's, open while in use
	 * @param style from {@link #styleTargets} of an image of any size; stays the caller's, open while in use
	 * @param contentWeight α
	 * @param styleWeight β
	 * @return loss and gradient as a function of the image; to be closed
	 * @throws IllegalArgumentException if the size is too small for the deepest layer
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public GradientFunction gradient(final LossLayers losses, final int height, final int width, final Targets content,
		final Targets style, final double contentWeight, final double styleWeight)
	{
		losses.checkSize(height, width, "image");
		final Session session = open(GraphWriter.gradient(weights, losses, LayerRun.whole(losses), new ImageSize(height,
			width), operators), false);
		return new GradientFunction(execution.environment(), session, () -> close(session), losses, height, width, content, style,
			contentWeight, styleWeight);
	}

	/** @return how long this engine has spent inside ONNX Runtime so far */
	public Duration runtimeTime() {
		return Duration.ofNanos(nanoseconds.sum());
	}

	/** Ends a run in progress and refuses any later one. May be called from any thread, more than once. */
	public void stop() {
		stopped = true;
		synchronized (sessions) {
			sessions.forEach(Session::stop);
		}
	}

	@Override
	public void close() {
		synchronized (sessions) {
			sessions.forEach(Session::close);
			sessions.clear();
		}
		kernels.close();
	}

	// -- Helper methods --

	private static IntSupplier fixed(final int threads) {
		if (threads < 0) {
			throw new IllegalArgumentException("threads is " + threads + "; it must be 0 (all physical cores) or more.");
		}
		return () -> threads;
	}

	private Targets targets(final LossLayers losses, final String what, final float[] image, final int height,
		final int width, final List<String> layers, final UnaryOperator<String> name)
	{
		losses.checkSize(height, width, what);
		if (layers.isEmpty()) return new Targets(List.of());
		if (!losses.equals(targetLayers)) {
			if (targets != null) close(targets);
			targetLayers = null; // if what follows fails, nobody shall use the closed one
			targets = open(GraphWriter.targets(weights, losses, LayerRun.whole(losses), ImageSize.ANY, operators), true);
			targetLayers = losses;
		}
		final FloatBuffer direct = KernelMemory.direct(image.length).put(image).flip();
		final Set<String> wanted = new LinkedHashSet<>(layers.stream().map(name).toList());
		try (OnnxTensor x = Session.tensor(execution.environment(), direct, 1, 3, height, width)) {
			return new Targets(targets.run(Map.of(Names.IMAGE, x), wanted, Map.of()));
		}
	}

	private Session open(final GraphModel model, final boolean shrink) {
		final Session session = new Session(execution, model, kernels, shrink, nanoseconds);
		sessions.add(session);
		if (stopped) session.stop();
		return session;
	}

	private void close(final Session session) {
		sessions.remove(session);
		session.close();
	}
}
