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

import io.github.styletransfer.image.ColourStatistics;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.ScaleMatch;
import io.github.styletransfer.image.Size;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a start from the content takes over from the styles before the first iteration: their colours and contrast at every
 * scale, by {@link ScaleMatch}. Of several styles each counts by its share, or in its own region. The first iterations would be
 * spent on that otherwise; docs/defaults.md has the measures.
 */
final class StyleMatch {

	/**
	 * Pixels along the border in which what is added to a detail falls to nothing: what a reduced picture shows there is
	 * extrapolated, and a flat content's detail is amplified so much that it would be a frame.
	 */
	private static final int BORDER = 4;

	private final double amount;
	private final Settings settings;
	private final List<PlanarImage> styles;
	private final double[] shares;
	private final Regions regions;
	private final List<Mask> masks;

	/**
	 * @param settings how much is taken over
	 * @param styles at least one
	 * @param regions which part of each style counts
	 * @param masks where each style counts in the content; none if all count everywhere
	 */
	StyleMatch(final Settings settings, final List<PlanarImage> styles, final Regions regions, final List<Mask> masks) {
		amount = settings.initialisation() == Initialisation.CONTENT ? settings.startMatch() * settings.strength() : 0;
		this.settings = settings;
		this.styles = amount == 0 || regions.styles().isEmpty() ? styles : IntStream.range(0, styles.size()).mapToObj(
			i -> withoutSurroundings(styles.get(i), regions.styles().get(i))).toList();
		shares = settings.styleShares(styles.size());
		this.regions = regions;
		this.masks = masks;
	}

	/**
	 * @param content at the size of the coarsest level
	 * @param between called now and then; what it throws ends the work
	 * @return the start in that size, within 0…255; the content itself if nothing is taken over
	 */
	PlanarImage start(final PlanarImage content, final Runnable between) {
		if (amount == 0) return content;
		final float[] x = content.data().clone();
		for (int i = 0; i < styles.size(); i++) {
			final PlanarImage style = scaled(i, content.size().longest());
			add(i, content, ScaleMatch.apply(content, style, counts(i, style.size()), amount, between), x);
		}
		return new PlanarImage(content.width(), content.height(), x).clamped();
	}

	/**
	 * @param detail what a level shows of the content and the level before could not
	 * @param coarser size of the level before
	 * @param between called now and then; what it throws ends the work
	 * @return the detail with the contrast of the styles' own; what is added to it has no single pixels, which would stay as
	 *         speckle. The detail itself if nothing is taken over
	 */
	PlanarImage detail(final PlanarImage detail, final Size coarser, final Runnable between) {
		if (amount == 0) return detail;
		final float[] more = new float[detail.data().length];
		final double ratio = (double) coarser.longest() / detail.size().longest();
		for (int i = 0; i < styles.size(); i++) {
			final PlanarImage style = scaled(i, detail.size().longest());
			final PlanarImage reduced = Resampling.resize(style, shorter(style.width(), ratio), shorter(style.height(), ratio));
			between.run();
			add(i, detail, ScaleMatch.band(detail, ScaleMatch.detail(style, reduced), counts(i, style.size()), amount), more);
		}
		between.run();
		final int rows = detail.height();
		IntStream.range(0, PlanarImage.CHANNELS).parallel().forEach(c -> soften(more, c * detail.plane(), detail.size()));
		IntStream.range(0, PlanarImage.CHANNELS * rows).parallel().forEach(row -> addFading(detail, row, Math.min(row % rows, rows -
			1 - row % rows), more));
		return new PlanarImage(detail.width(), detail.height(), more);
	}

	// -- Helper methods --

	/** What does not count becomes the mean of what does, so that coarse bands know nothing of it. */
	private static PlanarImage withoutSurroundings(final PlanarImage style, final Mask given) {
		final Mask counts = given.resize(style.width(), style.height());
		final double[] mean = ColourStatistics.of(counts.sample(style)).mean();
		final float[] x = style.data().clone();
		for (int i = 0; i < x.length; i++) {
			final float m = (float) mean[i / style.plane()];
			x[i] = m + counts.data()[i % style.plane()] * (x[i] - m);
		}
		return new PlanarImage(style.width(), style.height(), x);
	}

	private PlanarImage scaled(final int style, final int longest) {
		final PlanarImage s = styles.get(style);
		final Size size = settings.styleSize(s.size(), longest, 1);
		return Resampling.resize(s, size.width(), size.height());
	}

	private static int shorter(final int side, final double ratio) {
		return Math.max(1, (int) Math.round(side * ratio));
	}

	private Mask counts(final int style, final Size size) {
		return new Mask(size.width(), size.height(), regions.style(style, size.width(), size.height()));
	}

	/** Adds what a style changes, weighted. */
	private void add(final int style, final PlanarImage from, final PlanarImage matched, final float[] to) {
		final int plane = from.plane();
		final float[] where = masks.isEmpty() ? null : masks.get(style).resize(from.width(), from.height()).data();
		final float share = (float) shares[style];
		IntStream.range(0, PlanarImage.CHANNELS).parallel().forEach(c -> {
			for (int p = 0, i = c * plane; p < plane; p++, i++) {
				to[i] += (where == null ? share : where[p]) * (matched.data()[i] - from.data()[i]);
			}
		});
	}

	/** A row of a channel, of which {@code more} falls to nothing at the border. */
	private static void addFading(final PlanarImage detail, final int row, final int fromTopOrBottom, final float[] more) {
		final int width = detail.width();
		for (int x = 0, i = row * width; x < width; x++, i++) {
			final int fromBorder = Math.min(fromTopOrBottom, Math.min(x, width - 1 - x));
			more[i] = detail.data()[i] + Math.min(1, (float) fromBorder / BORDER) * more[i];
		}
	}

	/** [1 2 1]/4 along rows and columns of one channel, in place; the outermost pixel is repeated. */
	private static void soften(final float[] v, final int start, final Size size) {
		final int width = size.width();
		for (int y = 0; y < size.height(); y++) {
			final int row = start + y * width;
			float left = v[row];
			for (int i = row; i < row + width; i++) {
				final float here = v[i];
				v[i] = .5f * here + .25f * (left + (i + 1 < row + width ? v[i + 1] : here));
				left = here;
			}
		}
		final float[] above = Arrays.copyOfRange(v, start, start + width);
		for (int y = 0; y < size.height(); y++) {
			final int below = y + 1 < size.height() ? width : 0;
			for (int x = 0, i = start + y * width; x < width; x++, i++) {
				final float here = v[i];
				v[i] = .5f * here + .25f * (above[x] + (below == 0 ? here : v[i + below]));
				above[x] = here;
			}
		}
	}
}
