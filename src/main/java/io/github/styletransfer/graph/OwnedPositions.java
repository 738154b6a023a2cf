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
package io.github.styletransfer.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a window that its tile owns, at every layer with a loss: an input {@code own_L} [h, w] of each, 1 at the owned
 * positions and 0 elsewhere. Every position of the image is owned by one tile, so sums over the owned ones of all tiles are
 * those of the whole image.
 */
final class OwnedPositions {

	private final GraphBuilder graph;
	private final BlockedLayout blocks;
	private final NeededLayers layers;
	private final Set<String> inputs = new HashSet<>();

	OwnedPositions(final GraphBuilder graph, final BlockedLayout blocks, final NeededLayers layers) {
		this.graph = graph;
		this.blocks = blocks;
		this.layers = layers;
	}

	/** A matrix [C, M] at a layer, 0 at the positions of others. */
	String flat(final String layer, final String matrix) {
		final String row = Names.own(layer) + "_row";
		if (inputs.add(row)) graph.node("Reshape", row, List.of(own(layer), graph.constant(row + "_shape", 1, -1)));
		return graph.node("Mul", matrix + "_own", List.of(matrix, row));
	}

	/** A value [1, C, h, w] at a layer, 0 at the positions of others. */
	String plain(final String layer, final String value) {
		return graph.node("Mul", value + "_own", List.of(value, own(layer)));
	}

	/**
	 * A layer's activation in the blocked layout, 0 at the positions of others.
	 *
	 * @param after a value in the layout, of the same shape, that is there before; empty for none
	 * @return the name of the value
	 */
	String blocked(final String layer, final String after) {
		return blocks.masked(layer + "_own", layer, own(layer), layers.size(layer), after);
	}

	private String own(final String layer) {
		final String own = Names.own(layer);
		if (inputs.add(own)) graph.input(own, "1 where the tile owns " + layer, "h_" + layer, "w_" + layer);
		return own;
	}
}
