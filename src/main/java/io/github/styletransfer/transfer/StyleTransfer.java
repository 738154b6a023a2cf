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
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;

import java.util.List;

/**
 * Neural style transfer after Gatys, Ecker and Bethge (arXiv:1508.06576): the facade of everything below the plug-in.
 */
public final class StyleTransfer {

	private StyleTransfer() {
		// no instances
	}

	/**
	 * Renders the content in the manner of one style, see the method for several.
	 *
	 * @param content RGB 0…255, [3, H, W]
	 * @param style RGB 0…255, of any size that the deepest layer allows
	 * @param weights of the network
	 * @param settings everything else
	 * @param monitor hears of every iteration and can end the run
	 * @return the picture
	 * @throws IllegalArgumentException as with several styles
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Result run(final PlanarImage content, final PlanarImage style, final Weights weights,
		final Settings settings, final Monitor monitor)
	{
		return run(content, List.of(style), weights, settings, monitor);
	}

	/**
	 * Renders the content in the manner of the styles, mixed. Blocks until the picture is done; may be called from any
	 * thread.
	 *
	 * @param content RGB 0…255, [3, H, W]
	 * @param styles RGB 0…255, at least one, each of any size that the deepest layer allows
	 * @param weights of the network
	 * @param settings everything else
	 * @param monitor hears of every iteration and can end the run
	 * @return the picture, of the size that {@link #outputSize} says; its settings name every layer
	 * @throws IllegalArgumentException if a layer is unknown, an image is too small for the deepest one, or the settings blend
	 *           another number of styles
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Result run(final PlanarImage content, final List<PlanarImage> styles, final Weights weights,
		final Settings settings, final Monitor monitor)
	{
		final Settings named = settings.resolved(weights.architecture());
		final LossLayers losses = named.lossLayers(weights.architecture());
		final Extent extent = Extent.of(content.size(), regions, named);
		extent.checkSize(losses);
		final Size output = extent.computed();
		losses.checkSize(output.height(), output.width(), settings.outputSize() == 0 ? "content image" : "result");
		for (int i = 0; i < styles.size(); i++) {
			losses.checkSize(styles.get(i).height(), styles.get(i).width(), styles.size() == 1 ? "style image" : "style image " +
				(i + 1));
		}
		named.styleShares(styles.size());
		try (TransferRun run = new TransferRun(content, styles, weights, losses, named, Schedule.of(output, named, losses),
			monitor))
		{
			return run.call();
		}
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

	private static void checkThatGramsAreWhole(final Regions regions) {
		regions.checkCounts(1);
		if (!regions.isGuided()) return;
		throw new IllegalArgumentException("style_areas is given, or the style is transparent in places, but parts of a style " +
			"cannot be left out; leave style_areas out and give a style that is opaque everywhere.");
	}
}
