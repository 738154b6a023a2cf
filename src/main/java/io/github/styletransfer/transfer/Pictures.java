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
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.ScaleMatch;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Preprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A run's images as its levels need them: coloured, cut to what is computed, and in the level's size. Immutable. */
final class Pictures {

	private final Regions regions;
	private final List<Mask> masks;
	private final Finish finish;
	private final PlanarImage content;
	private final List<PlanarImage> styles = new ArrayList<>();
	private final Start start;
	private final StyleMatch match;
	private final Optional<PlanarImage> from;
	private final Settings settings;

	/**
	 * @param extent of the inputs' regions
	 * @param input of the network
	 * @param from a picture of what is computed to go on from, if the run shall not start anew
	 */
	Pictures(final Inputs inputs, final Extent extent, final Finish finish, final Settings settings,
		final Preprocessing input, final Optional<PlanarImage> from)
	{
		this.finish = finish;
		this.settings = settings;
		regions = inputs.regions();
		masks = regions.contents().size() > 1 ? regions.contents(extent) : List.of();
		content = finish.content();
		for (int i = 0; i < inputs.styles().size(); i++) {
			final PlanarImage style = inputs.styles().get(i);
			styles.add(finish.style(style, regions.styles().isEmpty() ? Mask.full(style.size()) : regions.styles().get(i)));
		}
		start = new Start(settings, styles, settings.styleShares(styles.size()), inputs.start().map(s -> cut(s, inputs.content(),
			extent)), input);
		match = new StyleMatch(settings, styles, regions, masks);
		this.from = from;
	}

	/** Of the content, in a level's size. */
	PlanarImage content(final Size size) {
		return Resampling.resize(content, size.width(), size.height());
	}

	/**
	 * What the first level starts from.
	 *
	 * @param small the content at the size of that level
	 * @param between called now and then; what it throws ends the work
	 */
	PlanarImage first(final PlanarImage small, final Runnable between) {
		return from.orElseGet(() -> finish.grey(start.coarsest(match.start(small, between))));
	}

	/**
	 * What a finer level starts from: the picture so far, with the detail of what the run started from, usually the content,
	 * that only this level can show. The fine strokes then follow the content's own lines, and the style's fine texture need
	 * not grow out of stripes.
	 *
	 * @param picture of the level before
	 * @param coarser the content at the size of the level before
	 * @param small the content at the size of this level
	 * @param between called now and then; what it throws ends the work
	 */
	PlanarImage finer(final PlanarImage picture, final PlanarImage coarser, final PlanarImage small, final Runnable between) {
		between.run();
		final PlanarImage enlarged = Resampling.resize(picture, small.width(), small.height());
		between.run();
		final Optional<PlanarImage> detailed = start.picture(small);
		final float share = (float) start.detail();
		if (detailed.isEmpty() || share == 0) return enlarged;
		final PlanarImage plain = ScaleMatch.detail(detailed.get(), start.picture(coarser).orElseThrow());
		between.run();
		final float[] detail = match.detail(plain, coarser.size(), between).data();
		between.run();
		final float[] x = enlarged.data().clone();
		for (int i = 0; i < x.length; i++) x[i] += share * detail[i];
		return finish.grey(new PlanarImage(small.width(), small.height(), x));
	}

	/** Share of each style. */
	double[] shares() {
		return settings.styleShares(styles.size());
	}

	/**
	 * The styles at the scale of a level: as long as the content times the style scale, but never enlarged by more than a style
	 * scale above 1 asks for, and never too small.
	 */
	List<PlanarImage> styles(final Schedule.Level level, final LossLayers losses) {
		return styles.stream().map(s -> {
			final Size size = settings.styleSize(s.size(), level.size().longest(), losses.smallestSide());
			return Resampling.resize(s, size.width(), size.height());
		}).toList();
	}

	/** Whether what is optimised is luminance alone. */
	boolean areGrey() {
		return settings.colour() == Colour.LUMINANCE;
	}

	/** Whether only a part of some style counts. */
	boolean hasStyleAreas() {
		return !regions.styles().isEmpty();
	}

	/** How much each pixel of a style counts, [H, W]. */
	float[] styleArea(final int style, final Size size) {
		return regions.style(style, size.width(), size.height());
	}

	/** Of each style's region, if every style has one of its own: the mask in a level's size with its margin, [H, W]. */
	List<float[]> masks(final Schedule.Level level) {
		final Margin margin = level.reflection();
		return masks.stream().map(m -> reflected(m.resize(level.size().width(), level.size().height()), margin)).toList();
	}

	/** A picture of any level as the result shows it. */
	PlanarImage finished(final PlanarImage picture) {
		return finish.apply(picture);
	}

	// -- Helper methods --

	private static PlanarImage cut(final PlanarImage start, final PlanarImage whole, final Extent extent) {
		if (extent.weights().isEmpty()) return start;
		final Size output = extent.output();
		return extent.cut().crop(Resampling.resize(start, output.width(), output.height()));
	}

	private static float[] reflected(final Mask mask, final Margin margin) {
		final int area = mask.data().length;
		final float[] three = new float[PlanarImage.CHANNELS * area];
		System.arraycopy(mask.data(), 0, three, 0, area);
		final PlanarImage padded = margin.reflect(new PlanarImage(mask.width(), mask.height(), three));
		return Arrays.copyOf(padded.data(), padded.plane());
	}
}
