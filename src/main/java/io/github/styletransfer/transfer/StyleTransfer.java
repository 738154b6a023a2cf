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
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;

import java.util.Optional;

/**
 * Neural style transfer after Gatys, Ecker and Bethge (arXiv:1508.06576): the facade of everything below the plug-in.
 */
public final class StyleTransfer {

	private StyleTransfer() {
		// no instances
	}

	/**
	 * Renders the content in the manner of the style. Blocks until the picture is done; may be called from any thread.
	 *
	 * @param content RGB 0…255, [3, H, W]
	 * @param style RGB 0…255, of any size that the deepest layer allows
	 * @param weights of the network
	 * @param settings everything else
	 * @param monitor hears of every iteration, can end the run and can steer it
	 * @return the picture, of the size that {@link #outputSize} says; its settings name every layer
	 * @throws IllegalArgumentException if a layer is unknown, or an image is too small for the deepest one
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Result run(final PlanarImage content, final PlanarImage style, final Weights weights,
		final Settings settings, final Monitor monitor)
	{
		return run(Inputs.of(content, style), weights, settings, monitor);
	}

	/**
	 * {@link #run(Inputs, Weights, Settings, MemoryLimits, Monitor)} within the memory that the settings allow.
	 *
	 * @param inputs the images
	 * @param weights of the network
	 * @param settings everything else
	 * @param monitor hears of every iteration, can end the run and can steer it
	 * @return the picture
	 * @throws IllegalArgumentException if something does not fit
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Result run(final Inputs inputs, final Weights weights, final Settings settings, final Monitor monitor) {
		return run(inputs, weights, settings, MemoryLimits.of(settings), monitor);
	}

	/**
	 * The same with several styles, mixed, or each in a region of its own; with an image to start from; or of a part of the
	 * content: outside of it and of its border the result has the content's own values, or if the output size is not the
	 * content's, those of the resampled content.
	 *
	 * @param inputs the images
	 * @param weights of the network
	 * @param settings everything else
	 * @param limits of memory
	 * @param monitor hears of every iteration, can end the run and can steer it
	 * @return the picture, of the size that {@link #outputSize} says; its schedule is that of the {@link Extent}
	 * @throws IllegalArgumentException if a layer is unknown, an image or the region's bounding box is too small for the deepest
	 *           one, a mask does not fit, the start image is missing, or the settings blend another number of styles
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Result run(final Inputs inputs, final Weights weights, final Settings settings,
		final MemoryLimits limits, final Monitor monitor)
	{
		return run(inputs, weights, settings, limits, Optional.empty(), 0, monitor);
	}

	/**
	 * Goes on from a picture that is there: the finest level alone, as {@link #run} would do it, beginning with that picture.
	 *
	 * @param inputs the images; their start is not used
	 * @param weights of the network
	 * @param settings everything else
	 * @param limits of memory
	 * @param from RGB 0…255, of the size that {@link #outputSize} says; not changed
	 * @param iterations to do, at least 1
	 * @param monitor hears of every iteration, can end the run and can steer it
	 * @return the picture; its settings name every layer
	 * @throws IllegalArgumentException if a layer is unknown, an image is too small for the deepest one, the picture has another
	 *           size, or the iterations are below 1
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Result goOn(final Inputs inputs, final Weights weights, final Settings settings,
		final MemoryLimits limits, final PlanarImage from, final int iterations, final Monitor monitor)
	{
		final Size output = outputSize(inputs.content().size(), settings);
		if (!from.size().equals(output)) {
			throw new IllegalArgumentException("The picture to go on from has " + from.size() + " pixels; it must have " +
				output + ", as the result of this content and output_size has.");
		}
		if (iterations < 1) throw Option.ITERATIONS.refused(Integer.toString(iterations));
		return run(inputs, weights, settings, limits, Optional.of(from), iterations, monitor);
	}

	/**
	 * @param content size of the content
	 * @param settings with the output size
	 * @return size of the result
	 */
	public static Size outputSize(final Size content, final Settings settings) {
		return settings.outputSize() == 0 ? content : Size.ofLongestSide(content.width(), content.height(), settings
			.outputSize());
	}

	// -- Helper methods --

	private static Result run(final Inputs inputs, final Weights weights, final Settings settings,
		final MemoryLimits limits, final Optional<PlanarImage> from, final int iterations, final Monitor monitor)
	{
		final Settings named = settings.resolved(weights.architecture());
		final Extent extent = Extent.of(inputs.content().size(), inputs.regions(), named);
		final LossLayers losses = extent.withRegions(named.lossLayers(weights.architecture()));
		extent.checkSize(losses);
		final Size output = extent.computed();
		losses.checkSize(output.height(), output.width(), settings.outputSize() == 0 ? "content image" : "result");
		checkStyles(inputs, losses);
		named.styleShares(inputs.styles().size());
		final Finish finish = new Finish(inputs.content(), extent, named);
		final Schedule whole = Schedule.of(output, named, losses);
		final Schedule schedule = from.isPresent() ? whole.finestAlone(iterations) : whole;
		final Pictures pictures = new Pictures(inputs, extent, finish, named, weights.preprocessing(), from.map(extent.cut()::crop));
		try (TransferRun run = new TransferRun(pictures, weights, losses, named, schedule, MemoryPlan.of(schedule, named, extent
			.content(), limits), limits, monitor))
		{
			return run.call();
		}
	}

	private static void checkStyles(final Inputs inputs, final LossLayers losses) {
		for (int i = 0; i < inputs.styles().size(); i++) {
			final PlanarImage style = inputs.styles().get(i);
			losses.checkSize(style.height(), style.width(), inputs.styles().size() == 1 ? "style image" : "style image " + (i +
				1));
		}
	}
}
