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

import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.Size;

import java.util.List;
import java.util.Optional;

/**
 * Which parts of the pictures take part. Immutable.
 *
 * @param name what the content's masks are called in messages, for example {@code selection}
 * @param contents where the content is stylised, masks of the content's size: none for everywhere, one for all styles together,
 *          or one for each style in the styles' order
 * @param styles which part of each style counts, one mask of the style's size for each in the styles' order; none if all of
 *          every style counts
 */
public record Regions(String name, List<Mask> contents, List<Mask> styles) {

	/** Everything takes part. */
	public static final Regions WHOLE = new Regions("content", List.of(), List.of());

	/**
	 * Copies the lists.
	 *
	 * @throws IllegalArgumentException if a mask is empty, or those of the content differ in size
	 */
	public Regions {
		contents = List.copyOf(contents);
		styles = List.copyOf(styles);
		for (final Mask m : contents) {
			if (m.isEmpty()) throw new IllegalArgumentException("The " + name + " contains no pixel; at least one is needed.");
			if (!m.size().equals(contents.get(0).size())) {
				throw new IllegalArgumentException("The masks of the content are " + contents.get(0).size() + " and " + m.size() +
					" pixels; all must have the content's size.");
			}
		}
		for (final Mask m : styles) {
			if (m.isEmpty()) throw new IllegalArgumentException("A style area is black everywhere, so nothing of the style would count.");
		}
	}

	/**
	 * @param name what it is called in messages, for example {@code selection}
	 * @param mask of the content's size
	 * @return what stylises the content where the mask is 1, by all styles together
	 * @throws IllegalArgumentException if the mask is empty
	 */
	public static Regions of(final String name, final Mask mask) {
		return new Regions(name, List.of(mask), List.of());
	}

	/** @return where the content is stylised by any style; nothing for everywhere */
	public Optional<Mask> union() {
		return contents.stream().reduce(Mask::or);
	}

	/** @return whether Gram matrices must be weighted: every style has a region of its own, or not all of a style counts */
	public boolean isGuided() {
		return contents.size() > 1 || !styles.isEmpty();
	}

	/**
	 * @param extent what is computed, of the same regions
	 * @return the content's masks there, scaled to the output's size, without borders
	 */
	public List<Mask> contents(final Extent extent) {
		return contents.stream().map(extent::crop).toList();
	}

	/**
	 * @param style from 0
	 * @param width in pixels
	 * @param height in pixels
	 * @return how much each pixel of that style counts when it has that size, 0…1, [H, W]
	 */
	public float[] style(final int style, final int width, final int height) {
		if (styles.isEmpty()) return Mask.full(new Size(width, height)).data();
		return styles.get(style).resize(width, height).data();
	}

	/**
	 * @param styles how many styles there are
	 * @throws IllegalArgumentException if there is neither one mask for all of them nor one for each
	 */
	public void checkCounts(final int styles) {
		if (contents.size() > 1 && contents.size() != styles) {
			throw new IllegalArgumentException("mask names " + contents.size() + " images for " + styles + (styles == 1 ?
				" style" : " styles") + "; it must name one for all styles, or one for each.");
		}
		if (!this.styles.isEmpty() && this.styles.size() != styles) {
			throw new IllegalArgumentException("style_areas names " + this.styles.size() + " images for " + styles + (styles == 1
				? " style" : " styles") + "; it must name one for each.");
		}
	}
}
