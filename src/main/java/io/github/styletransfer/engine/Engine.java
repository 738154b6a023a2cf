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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntSupplier;

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
	 * @return the Gram matrices F Fᵀ / M of all style layers, and their means in conventions that have some; to be closed
	 * @throws IllegalArgumentException if the image is too small for the deepest layer
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public Targets styleTargets(final LossLayers losses, final float[] image, final int height, final int width) {
		return targets(losses.withRegions(0), "style image", image, height, width, Targets.styleNames(losses, 0), List.of());
	}

	/**
	 * The same of an area of the image.
	 *
	 * @param losses layers and pooling
	 * @param image RGB 0…255, [3, H, W]
	 * @param height H in pixels
	 * @param width W in pixels
	 * @param area [H, W], 0 for what does not count, larger for what counts more; its scale makes no difference
	 * @return style targets like those of {@link #styleTargets(LossLayers, float[], int, int)}; to be closed
	 * @throws IllegalArgumentException if the image is too small for the deepest layer, or the area has another size, a value
	 *           that is negative or not finite, or none above 0
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public Targets styleTargets(final LossLayers losses, final float[] image, final int height, final int width,
		final float[] area)
	{
		final LossLayers one = losses.withRegions(1);
		losses.checkSize(height, width, "style image");
		try (Targets guides = Guides.of(one, height, width, List.of(area), "style area")) {
			return targets(one, "style image", image, height, width, Targets.styleNames(losses, 1), List.of(guides)).ofWhole();
		}
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
		return targets(losses.withRegions(0), "content image", image, height, width, losses.contentLayers().stream().map(
			Names::target).toList(), List.of());
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
		return gradient(losses.withRegions(0), height, width, content, style, List.of(), contentWeight, styleWeight);
	}

	/**
	 * The same in parts and tiles.
	 *
	 * @param losses layers and pooling; with a plan that is not whole, as {@link Plan#canTile} accepts them
	 * @param plan for these layers, the one that the content's targets were made with
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
	public GradientFunction gradient(final LossLayers losses, final Plan plan, final int height, final int width,
		final Targets content, final Targets style, final double contentWeight, final double styleWeight)
	{
		if (plan.isWhole()) return gradient(losses, height, width, content, style, contentWeight, styleWeight);
		losses.checkSize(height, width, "image");
		return new TiledGradient(execution.environment(), losses, plan, height, width, graphs(losses, plan), content, style, contentWeight,
			styleWeight);
	}

	/**
	 * The same with several regions, each with a style of its own (guided Gram matrices, arXiv:1611.07865).
	 *
	 * @param losses layers, pooling, and as many regions as there are masks; 0 for one style everywhere
	 * @param height of the image to be optimised, in pixels
	 * @param width of the image to be optimised, in pixels
	 * @param content from {@link #contentTargets} of an image of the same size; stays the caller's, open while in use
	 * @param style from {@link Targets#regions}; stays the caller's, open while in use
	 * @param masks [H, W] of each region, 0 for outside, larger for what counts more; a mask's scale makes no difference
	 * @param contentWeight α
	 * @param styleWeight β
	 * @return loss and gradient as a function of the image; to be closed
	 * @throws IllegalArgumentException if the size is too small for the deepest layer, the number of masks is another than that
	 *           of the regions, or a mask has another size, a value that is negative or not finite, or none above 0
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public GradientFunction gradient(final LossLayers losses, final int height, final int width, final Targets content,
		final Targets style, final List<float[]> masks, final double contentWeight, final double styleWeight)
	{
		losses.checkSize(height, width, "image");
		final List<Targets> taken = taken(losses, height, width, style, masks);
		final Session session = open(GraphWriter.gradient(weights, losses, LayerRun.whole(losses), new ImageSize(height,
			width), operators), taken);
		return new WholeGradient(execution.environment(), session, () -> close(session), losses, height, width, List.of(content,
			style), taken, contentWeight, styleWeight);
	}

	/**
	 * Divides the factor of every term by the L1 norm of the term's own gradient at its own layer, as it is at an image. A
	 * content term that is as good as 0 there, because the image is the content, is divided by that norm at features of 0; a
	 * style term without any gradient stays as it is.
	 *
	 * @param losses layers, pooling, and as many regions as there are masks
	 * @param image RGB 0…255, [3, H, W]
	 * @param height H in pixels
	 * @param width W in pixels
	 * @param content from {@link #contentTargets} of an image of the same size
	 * @param style from {@link #styleTargets}, or with masks from {@link Targets#regions}
	 * @param masks as for the gradient; empty for one style everywhere
	 * @return the same objective with these factors, from now on constant
	 * @throws IllegalArgumentException if a size or a mask is not accepted
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public LossLayers normalised(final LossLayers losses, final float[] image, final int height, final int width,
		final Targets content, final Targets style, final List<float[]> masks)
	{
		losses.checkSize(height, width, "image");
		final List<Targets> taken = taken(losses, height, width, style, masks);
		final Session session = open(GraphWriter.norms(weights, losses, new ImageSize(height, width), operators), taken);
		try (Normalisation n = new Normalisation(execution.environment(), losses, List.of(content, style), taken)) {
			return n.at(session, image, height, width);
		}
		finally {
			close(session);
		}
	}

	/**
	 * {@link #styleTargets(LossLayers, float[], int, int)} in parts and tiles.
	 *
	 * @param losses layers and pooling
	 * @param plan for these layers
	 * @param image RGB 0…255, [3, H, W]
	 * @param height H in pixels
	 * @param width W in pixels
	 * @return the Gram matrices F Fᵀ / M of all style layers; to be closed
	 * @throws IllegalArgumentException if the image is too small for the deepest layer
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public Targets styleTargets(final LossLayers losses, final Plan plan, final float[] image, final int height,
		final int width)
	{
		if (plan.isWhole() || losses.styleLayers().isEmpty()) return styleTargets(losses, image, height, width);
		losses.checkSize(height, width, "style image");
		final LossLayers styles = losses.only(List.of(), losses.styleLayers());
		try (TiledImage tiled = new TiledImage(styles, plan.upTo(styles).parts(), height, width, graphs(styles, plan))) {
			return Targets.ofGrams(tiled.grams(tiled.statistics(image)));
		}
	}

	/**
	 * {@link #contentTargets(LossLayers, float[], int, int)} in parts and tiles.
	 *
	 * @param losses layers and pooling
	 * @param plan for these layers
	 * @param image RGB 0…255, [3, H, W]
	 * @param height H in pixels
	 * @param width W in pixels
	 * @return the features of all content layers, for a gradient of the same plan; to be closed
	 * @throws IllegalArgumentException if the image is too small for the deepest layer
	 * @throws CancellationException if {@link #stop()} was called
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public Targets contentTargets(final LossLayers losses, final Plan plan, final float[] image, final int height,
		final int width)
	{
		if (plan.isWhole() || losses.contentLayers().isEmpty()) return contentTargets(losses, image, height, width);
		losses.checkSize(height, width, "content image");
		final LossLayers contents = losses.only(losses.contentLayers(), List.of());
		try (TiledImage tiled = new TiledImage(contents, plan.upTo(contents).parts(), height, width, graphs(contents, plan))) {
			return Targets.ofFeatures(tiled.features(image));
		}
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
		final int width, final List<String> names, final List<Targets> guides)
	{
		losses.checkSize(height, width, what);
		if (names.isEmpty()) return new Targets(List.of());
		if (!losses.equals(targetLayers)) {
			if (targets != null) close(targets);
			targetLayers = null; // if what follows fails, nobody shall use the closed one
			targets = open(GraphWriter.targets(weights, losses, LayerRun.whole(losses), ImageSize.ANY, operators));
			targetLayers = losses;
		}
		final FloatBuffer direct = KernelMemory.direct(image.length).put(image).flip();
		try (OnnxTensor x = Session.tensor(execution.environment(), direct, 1, 3, height, width)) {
			final Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(Names.IMAGE, x));
			guides.forEach(g -> inputs.putAll(g.tensors()));
			return new Targets(targets.run(inputs, new LinkedHashSet<>(names), Map.of(), true));
		}
	}

	/** What a gradient takes beside the targets: the regions' guides, and what the convention makes of the style's targets. */
	private List<Targets> taken(final LossLayers losses, final int height, final int width, final Targets style,
		final List<float[]> masks)
	{
		final Targets guides = Guides.of(losses, height, width, masks, "mask");
		if (!losses.convention().hasMeans() || losses.styleLayers().isEmpty()) return List.of(guides);
		final GraphModel model = GraphWriter.roots(losses);
		final Session session = open(model, List.of(guides));
		try {
			return List.of(guides, new Targets(session.run(style.tensors(), new LinkedHashSet<>(model.outputs()), Map.of(), true)));
		}
		catch (final RuntimeException e) {
			guides.close();
			throw e;
		}
		finally {
			close(session);
		}
	}

	private TileGraphs graphs(final LossLayers losses, final Plan plan) {
		return new TileGraphs(execution.environment(), weights, losses, operators, plan.isSparing(), this::open, this::close);
	}

	/** Closes what was taken for it if it cannot be opened. */
	private Session open(final GraphModel model, final List<Targets> taken) {
		try {
			return open(model);
		}
		catch (final RuntimeException e) {
			taken.forEach(Targets::close);
			throw e;
		}
	}

	private Session open(final GraphModel model) {
		final Session session = new Session(execution, model, kernels, nanoseconds);
		sessions.add(session);
		if (stopped) session.stop();
		return session;
	}

	private void close(final Session session) {
		sessions.remove(session);
		session.close();
	}
}
