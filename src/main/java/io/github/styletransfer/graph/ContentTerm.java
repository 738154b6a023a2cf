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

import static io.github.styletransfer.graph.GraphBuilder.integer;

import java.util.List;

/** The content loss of one layer: a factor times Σ (F − P)². */
final class ContentTerm {

	private final ForwardPass forward;
	private final GraphBuilder graph;
	private final String layer;
	private final int channels;

	ContentTerm(final ForwardPass forward, final String layer) {
		this.forward = forward;
		graph = forward.graph();
		this.layer = layer;
		channels = forward.layers().channels(layer);
	}

	/**
	 * Writes the loss term; returns its weighted gradient in F.
	 *
	 * @param tile whether only the positions that a tile owns count
	 */
	String gradient(final boolean tile) {
		final Convention convention = forward.losses().convention();
		graph.input(Names.target(layer), "features of the content image at " + layer, 1, channels, "h_" + layer, "w_" + layer);
		graph.node("Sub", layer + "_difference", List.of(forward.blocks().plain(layer), Names.target(layer)));
		final String difference = tile ? forward.owned().plain(layer, layer + "_difference") : layer + "_difference";
		graph.sumOfSquares(difference, layer + "_content_square", 2, 3);
		final double scale = convention.contentFactor(channels);
		final String square = convention.isPaper() ? layer + "_content_square" : mean(layer + "_content_square");
		graph.node("Mul", Names.contentLoss(layer), List.of(square, graph.constant(layer + "_half", new float[] {
			(float) scale })));
		graph.node("Mul", factor(), List.of(Names.CONTENT_WEIGHT, graph.constant(layer + "_content_share", new float[] {
			(float) (2 * scale * forward.losses().contentFactor(layer)) })));
		final String factor = convention.isPaper() ? factor() : mean(factor());
		return graph.node("Mul", layer + "_content_gradient", List.of(difference, factor));
	}

	/** The name of what the difference is multiplied by, written by {@link #gradient()}. */
	String gradientFactor() {
		return forward.losses().convention().isPaper() ? factor() : factor() + "_mean";
	}

	private String factor() {
		return layer + "_content_factor";
	}

	/** A value over the number of positions. */
	private String mean(final String value) {
		final String positions = layer + "_content_positions";
		if (graph.isFree(positions)) {
			graph.node("Shape", layer + "_content_sides", List.of(Names.target(layer)), integer("start", 2));
			graph.node("Cast", layer + "_content_float_sides", List.of(layer + "_content_sides"), integer("to", 1));
			graph.node("ReduceProd", positions, List.of(layer + "_content_float_sides"), integer("keepdims", 0));
		}
		return graph.node("Div", value + "_mean", List.of(value, positions));
	}
}
