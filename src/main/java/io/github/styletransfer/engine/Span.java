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

import java.util.ArrayList;
import java.util.List;

/**
 * One direction of a tile: the window that is computed and the part of it that the tile answers for. The owned parts of all
 * spans cover the axis once; the window is larger by a halo on each side that is not the image's border, so that everything
 * owned is computed from what the whole image would give.
 *
 * @param origin first pixel of the window
 * @param length of the window in pixels
 * @param from first owned pixel, in the image
 * @param to behind the last owned pixel, in the image
 */
record Span(int origin, int length, int from, int to) {

	/**
	 * Cuts an axis. All windows have one length, so that one graph serves them all, and start at a multiple of the stride, so
	 * that pooling windows are those of the whole image; where the axis is no multiple of the stride, every window is longer
	 * by the rest, which the last one needs.
	 *
	 * @param side of the axis in pixels
	 * @param stride of the layers, in pixels
	 * @param halo pixels that a position owned by a tile sees beyond its own; a multiple of the stride
	 * @param own pixels that a tile should own; rounded to a multiple of the stride, and evened out between the tiles
	 * @return the spans, in order; one with the whole axis if a window would be no shorter
	 */
	static List<Span> cut(final int side, final int stride, final int halo, final int own) {
		final int steps = Math.max(1, side / stride);
		final int tiles = (int) Math.ceil((double) steps / Math.max(1, own / stride));
		final int each = (steps + tiles - 1) / tiles * stride;
		final int length = each + 2 * halo + side % stride;
		if (length >= side) return List.of(new Span(0, side, 0, side));
		final List<Span> spans = new ArrayList<>();
		for (int from = 0; from < steps * stride; from += each) {
			final boolean last = from + each >= steps * stride;
			spans.add(new Span(Math.min(Math.max(0, from - halo), side - length), length, from, last ? side : from + each));
		}
		return spans;
	}

	/**
	 * The same at a layer behind some pooling steps, which drop the rest.
	 *
	 * @param step pixels between two positions of the layer, a divisor of the stride
	 */
	Span at(final int step) {
		return new Span(origin / step, length / step, from / step, to / step);
	}

	/** First owned position in the window. */
	int first() {
		return from - origin;
	}

	/** Number of owned positions. */
	int owned() {
		return to - from;
	}

	/** Whether a position of the window is owned. */
	boolean owns(final int position) {
		return position >= first() && position < first() + owned();
	}
}
