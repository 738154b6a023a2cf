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

import io.github.styletransfer.image.ColourMatch;
import io.github.styletransfer.image.Luminance;
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;

/**
 * What is done to the pictures before and after they are optimised: colours, and the region's place in the whole. Immutable.
 */
final class Finish {

	private final Extent extent;
	private final Colour colour;
	private final ColourMatch match;
	/** The whole content; of the output's size if there is a region. */
	private final PlanarImage whole;
	/** What is computed of it. */
	private final PlanarImage inside;

	/**
	 * @param content the whole
	 * @param extent what is computed of it
	 * @param settings colour and colour match
	 */
	Finish(final PlanarImage content, final Extent extent, final Settings settings) {
		this.extent = extent;
		colour = settings.colour();
		match = settings.colourMatch();
		whole = extent.weights().isEmpty() ? content : Resampling.resize(content, extent.output().width(), extent.output()
			.height());
		inside = extent.weights().isEmpty() ? content : extent.cut().crop(whole);
	}

	/** @return the content that the optimiser works with */
	PlanarImage content() {
		return grey(inside);
	}

	/**
	 * @param picture what a level starts from
	 * @return the same, grey if luminance alone is optimised
	 */
	PlanarImage grey(final PlanarImage picture) {
		return colour == Colour.LUMINANCE ? Luminance.grey(picture) : picture;
	}

	/**
	 * @param style RGB
	 * @param counts which of its pixels count
	 * @return the style that the optimiser works with: it has the colours, or the luminance, that the content has in its region
	 */
	PlanarImage style(final PlanarImage style, final Mask counts) {
		if (match == ColourMatch.NONE && colour != Colour.LUMINANCE) return style;
		final PlanarImage wanted = extent.weights().map(w -> w.sample(whole)).orElse(whole);
		final PlanarImage matched = match.apply(style, counts, wanted).clamped();
		return colour == Colour.LUMINANCE ? Luminance.match(matched, counts, wanted).clamped() : matched;
	}

	/**
	 * @param picture from the optimiser, of any level
	 * @return as the result shows it, of the output's size; the picture itself if nothing is to be done
	 */
	PlanarImage apply(final PlanarImage picture) {
		if (colour == Colour.STYLE && extent.weights().isEmpty()) return picture;
		final Size size = extent.computed();
		final PlanarImage coloured = colour.restore(Resampling.resize(picture, size.width(), size.height()), Resampling.resize(
			inside, size.width(), size.height()));
		return extent.weights().map(w -> compose(coloured, w)).orElse(coloured);
	}

	/** Where the weight is 0 the content's values are kept to the bit, where it is 1 the picture's. */
	private PlanarImage compose(final PlanarImage coloured, final Mask weights) {
		final PlanarImage picture = coloured.clamped(); // what the eye sees is what is blended
		final float[] composed = whole.data().clone();
		final Margin cut = extent.cut();
		for (int c = 0, i = 0; c < PlanarImage.CHANNELS; c++) {
			for (int y = 0; y < picture.height(); y++) {
				final int row = (y + cut.top()) * whole.width() + cut.left();
				for (int x = 0; x < picture.width(); x++, i++) {
					final float weight = weights.data()[row + x];
					final int at = c * whole.plane() + row + x;
					if (weight == 1) composed[at] = picture.data()[i];
					else if (weight > 0) composed[at] += weight * (picture.data()[i] - composed[at]);
				}
			}
		}
		return new PlanarImage(whole.width(), whole.height(), composed);
	}
}
