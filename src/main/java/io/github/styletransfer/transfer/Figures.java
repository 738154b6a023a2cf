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

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of Gatys, Ecker and Bethge (arXiv:1508.06576): what each layer keeps of a content (figure 1, below), what sets
 * of layers keep of a style (figure 1, above), and one stylised by the other with sets of layers against weights (figure 3).
 * Every picture starts from the same white noise.
 */
public final class Figures {

	private Figures() {
		// no instances
	}

	/**
	 * Content reconstructions: the content loss alone, at one layer after the other.
	 *
	 * @param image whose content is reconstructed
	 * @param architecture of the network
	 * @param settings of the figure
	 * @return a picture for each layer, each its own row
	 * @throws IllegalArgumentException if a layer is not accepted, or needs larger pictures
	 */
	public static Figure content(final PlanarImage image, final Architecture architecture,
		final FigureSettings settings)
	{
		final List<Figure.Part> parts = new ArrayList<>();
		final Size size = StyleTransfer.outputSize(image.size(), settings.base());
		for (final String layer : settings.layers(architecture)) {
			final Settings run = settings.base().with(Option.CONTENT_LAYERS, layer).with(Option.STYLE_WEIGHT, "0").with(
				Option.STYLE_LAYERS, "");
			parts.add(new Figure.Part(layer, layer, layer, "", settings.levels(run, size)));
		}
		return checked(new Figure(image, image, parts, 1), architecture);
	}

	/**
	 * Style reconstructions: the style loss alone, with the nested sets of layers a, b, c, … In a texture that is larger than
	 * its source, the source keeps its size; in a smaller one it is made as long as the texture.
	 *
	 * @param style whose style is reconstructed
	 * @param architecture of the network
	 * @param settings of the figure
	 * @return a texture for each set, each its own row
	 * @throws IllegalArgumentException if a layer is not accepted, or needs a larger style or larger textures
	 */
	public static Figure style(final PlanarImage style, final Architecture architecture, final FigureSettings settings) {
		final List<Figure.Part> parts = new ArrayList<>();
		final Size size = settings.textureSize(style.size());
		final List<String> layers = settings.layers(architecture);
		for (int n = 1; n <= layers.size(); n++) {
			final Settings run = settings.base().with(Option.CONTENT_WEIGHT, "0").with(Option.OUTPUT_SIZE, "0").with(
				Option.CONTENT_LAYERS, "").with(Option.STYLE_LAYERS, set(layers, n)).with(Option.STYLE_SCALE, scale(style, size));
			parts.add(new Figure.Part(letters(n), label(layers, n), row(layers, n), "", settings.levels(run, size)));
		}
		return checked(new Figure(blank(size), style, parts, 1), architecture);
	}

	/**
	 * The grid: rows are the nested sets of style layers, columns are ratios α/β.
	 *
	 * @param content to be stylised
	 * @param style of the style loss
	 * @param architecture of the network
	 * @param settings of the figure
	 * @return a picture for each set and ratio
	 * @throws IllegalArgumentException if a layer is not accepted, needs a larger style or larger pictures, or there is no
	 *           content layer
	 */
	public static Figure grid(final PlanarImage content, final PlanarImage style, final Architecture architecture,
		final FigureSettings settings)
	{
		if (settings.base().contentLayers().isEmpty()) {
			throw new IllegalArgumentException("content_layers is empty; a grid weighs a content layer at least against a style.");
		}
		final List<Figure.Part> parts = new ArrayList<>();
		final Size size = StyleTransfer.outputSize(content.size(), settings.base());
		final List<String> layers = settings.layers(architecture);
		for (int n = 1; n <= layers.size(); n++) {
			for (final String ratio : settings.ratios()) {
				final Settings run = settings.base().with(Option.STYLE_LAYERS, set(layers, n)).with(Option.STYLE_WEIGHT,
					FigureSettings.styleWeight(ratio)).resolved(architecture);
				parts.add(new Figure.Part(letters(n) + "_" + ratio, label(layers, n) + ", α/β " + ratio, row(layers, n), "α/β " +
					ratio, settings.levels(run, size)));
			}
		}
		return checked(new Figure(content, style, parts, settings.ratios().size()), architecture);
	}

	// -- Helper methods --

	private static Figure checked(final Figure figure, final Architecture architecture) {
		figure.check(architecture);
		return figure;
	}

	/** A style that is smaller than the texture keeps its size, at coarse levels in proportion. */
	private static String scale(final PlanarImage style, final Size texture) {
		final double own = (double) style.size().longest() / texture.longest();
		return Double.toString(Math.max(Option.STYLE_SCALE.minimum(), Math.min(1, own)));
	}

	/** Only its size matters: no loss looks at it. */
	private static PlanarImage blank(final Size size) {
		return new PlanarImage(size.width(), size.height(), new float[PlanarImage.samples(size)]);
	}

	private static String set(final List<String> layers, final int n) {
		return String.join(",", layers.subList(0, n));
	}

	private static String label(final List<String> layers, final int n) {
		return letters(n) + ": " + String.join(", ", layers.subList(0, n));
	}

	private static String row(final List<String> layers, final int n) {
		return letters(n) + ": " + (n == 1 ? "" : "+ ") + layers.get(n - 1);
	}

	/** a, b, …, z, aa, ab, … */
	private static String letters(final int n) {
		final String last = String.valueOf((char) ('a' + (n - 1) % 26));
		return n <= 26 ? last : letters((n - 1) / 26) + last;
	}
}
