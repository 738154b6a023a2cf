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

import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.PlanarImage;

import java.util.ArrayList;
import java.util.List;

/**
 * What a level aims at: the content's features, and the styles' statistics, mixed by their shares or each for a region of its
 * own; below full strength with the content's own statistics mixed in.
 */
final class LevelTargets implements AutoCloseable {

	private final TiledEngine engine;
	private final LossLayers seen;
	private final PlanarImage target;
	private final Pictures pictures;
	private final List<float[]> masks;
	private final Targets content;
	private final StrengthTargets style;

	/**
	 * @param engine of the run, with the level's plan
	 * @param level of the run
	 * @param target the content in the level's size, with its margin
	 * @param pictures of the run
	 * @param losses all the chosen layers
	 */
	LevelTargets(final TiledEngine engine, final Schedule.Level level, final PlanarImage target, final Pictures pictures,
		final LossLayers losses)
	{
		this.engine = engine;
		seen = level.losses();
		this.target = target;
		this.pictures = pictures;
		masks = pictures.masks(level);
		content = engine.contentTargets(seen, target);
		try {
			style = new StrengthTargets(ofStyles(pictures.styles(level, losses)), this::ofContent);
		}
		catch (final RuntimeException e) {
			content.close();
			throw e;
		}
	}

	/** Features of the content. */
	Targets content() {
		return content;
	}

	/** Statistics at a strength; open until the next call or until this is closed. */
	Targets style(final double strength) {
		return style.at(strength);
	}

	/** [H, W] of each style's region; none if the styles are mixed. */
	List<float[]> masks() {
		return masks;
	}

	@Override
	public void close() {
		style.close();
		content.close();
	}

	// -- Helper methods --

	private Targets ofStyles(final List<PlanarImage> styles) {
		final List<Targets> each = new ArrayList<>();
		try {
			for (int i = 0; i < styles.size(); i++) each.add(ofStyle(i, styles.get(i)));
			if (!masks.isEmpty()) return Targets.regions(each);
			return each.size() == 1 ? each.remove(0) : Targets.mix(each, pictures.shares());
		}
		finally {
			each.forEach(Targets::close);
		}
	}

	private Targets ofStyle(final int index, final PlanarImage style) {
		if (!pictures.hasStyleAreas()) return engine.styleTargets(seen, style);
		return engine.styleTargets(seen, style, pictures.styleArea(index, style.size()));
	}

	/** The content's own statistics, of each region if there are some. */
	private Targets ofContent() {
		if (masks.isEmpty()) return engine.styleTargets(seen, target);
		final List<Targets> each = new ArrayList<>();
		try {
			for (final float[] mask : masks) each.add(engine.styleTargets(seen, target, mask));
			return Targets.regions(each);
		}
		finally {
			each.forEach(Targets::close);
		}
	}
}
