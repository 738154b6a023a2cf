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
import static io.github.styletransfer.graph.GraphBuilder.ints;

import java.util.List;

/**
 * The style loss of one layer in three steps, each of which needs only what the one before leaves: the statistics of F
 * [C, M], which are sums over positions; the head, which makes the loss and a linear map of statistics and targets and
 * never sees F; the map's application to F, in either layout, whole or in pieces.
 */
final class StyleTerm {

	private final GraphBuilder graph;
	private final BlockedLayout blocks;
	private final LossLayers losses;
	private final String layer;
	private final int channels;

	/** @param channels of the layer */
	StyleTerm(final GraphBuilder graph, final BlockedLayout blocks, final LossLayers losses, final String layer,
		final int channels)
	{
		this.graph = graph;
		this.blocks = blocks;
		this.losses = losses;
		this.layer = layer;
		this.channels = channels;
	}

	/** The layer's value as F [C, M]. */
	static String flat(final String layer) {
		return layer + "_flat";
	}

	/** F Fᵀ / M, [C, C]. */
	static String ownGram(final String layer) {
		return "gram_of_" + layer;
	}

	/** M as a float. */
	static String positions(final String layer) {
		return layer + "_m_float";
	}

	// -- First step: statistics --

	/** Writes {@link #flat}, {@link #positions} and {@link #ownGram}, behind the layer's value. */
	void statistics() {
		graph.node("Reshape", flat(layer), List.of(blocks.plain(layer), graph.constant(layer + "_flat_shape", channels,
			-1)));
		graph.node("Shape", layer + "_m", List.of(flat(layer)), integer("start", 1));
		graph.node("Cast", positions(layer), List.of(layer + "_m"), integer("to", 1));
		graph.node("Gemm", layer + "_fft", List.of(flat(layer), flat(layer)), integer("transB", 1));
		graph.node("Div", ownGram(layer), List.of(layer + "_fft", positions(layer)));
	}

	// -- Second step: head --

	/**
	 * Writes the loss term, Σ (G − A)² / (4 N²) with G = F Fᵀ / M, and its gradient's map, S = (G − A) / (N² M), weighted. Of
	 * the layer it takes {@link #ownGram} and {@link #positions} alone.
	 */
	LinearMap head() {
		final float n = channels;
		graph.input(Names.gram(layer), "F F^T / M of the style image at " + layer, channels, channels);
		graph.node("Sub", layer + "_gram_difference", List.of(ownGram(layer), Names.gram(layer)));
		graph.sumOfSquares(layer + "_gram_difference", layer + "_style_square", 1);
		graph.node("Mul", Names.styleLoss(layer), List.of(layer + "_style_square", graph.constant(layer + "_style_scale",
			new float[] { 1 / (4 * n * n) })));
		graph.node("Mul", layer + "_style_share", List.of(Names.STYLE_WEIGHT, graph.constant(layer + "_style_constant",
			new float[] { 1 / (n * n * losses.styleLayers().size()) })));
		graph.node("Div", layer + "_style_factor", List.of(layer + "_style_share", positions(layer)));
		return new LinearMap(graph.node("Mul", layer + "_gram_gradient", List.of(layer + "_gram_difference", layer +
			"_style_factor")), "");
	}

	// -- Third step: application --

	/** Returns S F + b of F [C, M]. */
	String gradient(final LinearMap map) {
		if (!map.hasVector()) return graph.node("MatMul", layer + "_style_gradient", List.of(map.matrix(), flat(layer)));
		graph.node("MatMul", layer + "_style_product", List.of(map.matrix(), flat(layer)));
		graph.node("Reshape", layer + "_style_column", List.of(map.vector(), graph.constant(layer + "_style_column_shape", -1,
			1)));
		return graph.node("Add", layer + "_style_gradient", List.of(layer + "_style_product", layer + "_style_column"));
	}

	/**
	 * The same of a value in the blocked layout: a convolution, which adds what comes in.
	 *
	 * @param others a gradient in the layout, in the same value; empty for none
	 * @return the sum's name
	 */
	String blockedGradient(final LinearMap map, final String others) {
		final String x = blocks.blocked(layer, channels);
		return blocks.convolution(layer + "_gradient", x, blocks.product(map.matrix(), channels), channels, List.of(map
			.vector(), others), ints("kernel_shape", 1, 1));
	}
}
