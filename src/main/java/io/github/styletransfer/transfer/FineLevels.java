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

import java.util.List;

/** Which of the chosen layers the levels behind the coarsest one look at. */
public enum FineLevels {

	/**
	 * Those that see small things. Once the coarsest level has placed the strokes, a level that is r times as large needs
	 * the layers whose stride is at most the deepest one's over r: with VGG, conv5_1 is left out at
	 * twice the size, conv4_1 and the content at conv4_2 too at four times. What stays keeps its weight. The style is nearer
	 * at every scale and the content at full scale less near, in about seven tenths of the time at 512 pixels;
	 * docs/defaults.md has the measures.
	 */
	SHALLOW,

	/** All of them: the paper's objective at every level. */
	FULL;

	/** Layers of this stride see small things at any size: VGG's conv3_1. */
	private static final int SMALL_STRIDE = 4;

	/**
	 * @param all the chosen layers
	 * @param ratio of a level's longest side to the coarsest level's, at least 1
	 * @return the layers of that level; all, if no style layer would be left
	 */
	LossLayers of(final LossLayers all, final double ratio) {
		if (this == FULL) return all;
		final double stride = Math.max(SMALL_STRIDE, all.stride() / ratio);
		final List<String> style = upTo(stride, all.styleLayers(), all);
		if (style.isEmpty()) return all;
		return all.only(upTo(stride, all.contentLayers(), all), style);
	}

	private static List<String> upTo(final double stride, final List<String> layers, final LossLayers all) {
		return layers.stream().filter(l -> all.architecture().stride(l) <= stride).toList();
	}
}
