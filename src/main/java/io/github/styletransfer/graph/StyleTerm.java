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
import java.util.stream.IntStream;

/**
 * The style loss of one layer, or of one region of it, in three steps, each of which needs only what the one before leaves:
 * the statistics of F [C, M], which are sums over positions; the head, which makes the loss and a linear map of statistics
 * and targets and never sees F; the map's application to F, in either layout, whole or in pieces.
 * <p>
 * In a region (guided Gram matrices; Gatys, Ecker, Bethge, Hertzmann and Shechtman, arXiv:1611.07865) every position counts
 * with the region's guide g, the square of the guidance map over the sum of the squares, in place of 1 / M: G = Σ g F Fᵀ.
 */
final class StyleTerm {

	private static final int NO_REGION = -1;

	private final GraphBuilder graph;
	private final BlockedLayout blocks;
	private final LossLayers losses;
	private final String layer;
	private final int region;
	private final String key;
	private final int channels;

	private StyleTerm(final ForwardPass forward, final String layer, final int region) {
		this(forward.graph(), forward.blocks(), forward.losses(), layer, region);
	}

	private StyleTerm(final GraphBuilder graph, final BlockedLayout blocks, final LossLayers losses, final String layer,
		final int region)
	{
		this.graph = graph;
		this.blocks = blocks;
		this.losses = losses;
		this.layer = layer;
		this.region = region;
		key = key(layer, region);
		channels = losses.architecture().channels(layer);
	}

	/** The term of a layer in a graph that has no layers, only sums over positions. */
	static StyleTerm ofSums(final GraphBuilder graph, final LossLayers losses, final String layer) {
		return new StyleTerm(graph, new BlockedLayout(graph, 0), losses, layer, NO_REGION);
	}

	/** The terms of a layer: one, or one for each region. */
	static List<StyleTerm> of(final ForwardPass forward, final String layer) {
		final int regions = forward.losses().regions();
		if (regions == 0) return List.of(new StyleTerm(forward, layer, NO_REGION));
		return IntStream.range(0, regions).mapToObj(r -> new StyleTerm(forward, layer, r)).toList();
	}

	/** What stands for a layer in the names of its targets and statistics: one name, or one for each region. */
	static List<String> keys(final String layer, final int regions) {
		return regions == 0 ? List.of(layer) : IntStream.range(0, regions).mapToObj(r -> key(layer, r)).toList();
	}

	private static String key(final String layer, final int region) {
		return region == NO_REGION ? layer : Names.inRegion(layer, region);
	}

	/** The layer's value as F [C, M]. */
	static String flat(final String layer) {
		return layer + "_flat";
	}

	String key() {
		return key;
	}

	boolean isGuided() {
		return region != NO_REGION;
	}

	/** The name of G, F Fᵀ / M, [C, C]. */
	String ownGram() {
		return "gram_of_" + key;
	}

	/** The name of μ, F 1 / M, [C, 1]; for conventions that have means. */
	String ownMean() {
		return "mean_of_" + key;
	}

	/** The name of M as a float; regions do not need it. */
	String positions() {
		return Names.positions(layer);
	}

	// -- First step: statistics --

	/** Writes {@link #flat}, {@link #positions}, {@link #ownGram} and {@link #ownMean}, behind the layer's value. */
	void statistics() {
		if (region <= 0) writeFlat();
		if (isGuided()) guidedStatistics();
		else wholeStatistics();
	}

	private void wholeStatistics() {
		graph.node("Shape", layer + "_m", List.of(flat(layer)), integer("start", 1));
		graph.node("Cast", positions(), List.of(layer + "_m"), integer("to", 1));
		graph.node("Gemm", layer + "_fft", List.of(flat(layer), flat(layer)), integer("transB", 1));
		graph.node("Div", ownGram(), List.of(layer + "_fft", positions()));
		if (!losses.convention().hasMeans()) return;
		graph.node("ReduceMean", layer + "_row_means", List.of(blocks.plain(layer)), ints("axes", 3));
		graph.node("ReduceMean", layer + "_means", List.of(layer + "_row_means"), ints("axes", 2));
		graph.node("Reshape", ownMean(), List.of(layer + "_means", graph.constant(layer + "_means_shape", channels, 1)));
	}

	private void guidedStatistics() {
		graph.input(guide(), "guide of region " + (region + 1) + " at " + layer, 1, 1, "h_" + layer, "w_" + layer);
		graph.node("Reshape", guide() + "_row", List.of(guide(), graph.constant(guide() + "_row_shape", 1, -1)));
		graph.node("Mul", key + "_guided", List.of(flat(layer), guide() + "_row"));
		graph.node("Gemm", ownGram(), List.of(key + "_guided", flat(layer)), integer("transB", 1));
		if (!losses.convention().hasMeans()) return;
		graph.node("Gemm", ownMean(), List.of(flat(layer), guide() + "_row"), integer("transB", 1));
	}

	/** Writes F Fᵀ over the positions that a tile owns; the sum over all tiles is that of the whole image. */
	void sums(final OwnedPositions owned) {
		writeFlat();
		final String own = owned.flat(layer, flat(layer));
		graph.node("Gemm", Names.gramSum(layer), List.of(own, own), integer("transB", 1));
		graph.output(Names.gramSum(layer), "F F^T of the owned positions of " + layer, channels, channels);
	}

	/** Writes {@link #flat} where the gradient of a tile will need it: where the value is not in the blocked layout. */
	void flatten() {
		if (!blocks.has(layer)) writeFlat();
	}

	/** Takes the sums over all tiles as inputs, and writes {@link #ownGram} of them. */
	void statisticsOfSums() {
		graph.input(Names.gramSum(layer), "F F^T of all positions", channels, channels);
		graph.input(positions(), "M");
		graph.node("Div", ownGram(), List.of(Names.gramSum(layer), positions()));
	}

	private void writeFlat() {
		graph.node("Reshape", flat(layer), List.of(blocks.plain(layer), graph.constant(layer + "_flat_shape", channels,
			-1)));
	}

	// -- Second step: head --

	/**
	 * Writes the loss term {@code style_loss_L} and its gradient's map, weighted. Of the layer it takes {@link #ownGram},
	 * {@link #ownMean} and {@link #positions} alone.
	 */
	LinearMap head() {
		if (losses.convention().hasMeans()) {
			return new TransportHead(graph, key, channels).write(ownGram(), ownMean(), factor(2));
		}
		graph.input(Names.gram(key), "F F^T / M of the style image at " + key, channels, channels);
		graph.node("Sub", key + "_gram_difference", List.of(ownGram(), Names.gram(key)));
		graph.sumOfSquares(key + "_gram_difference", key + "_style_square", 1);
		final double scale = losses.convention().gramFactor(channels);
		graph.node("Mul", Names.styleLoss(key), List.of(key + "_style_square", graph.constant(key + "_style_scale",
			new float[] { (float) scale })));
		final String factor = factor(4 * scale);
		return new LinearMap(graph.node("Mul", key + "_gram_gradient", List.of(key + "_gram_difference", factor)), "");
	}

	/** The weight of the term, times a number, over the number of positions where no guide stands for it. */
	private String factor(final double times) {
		graph.node("Mul", key + "_style_share", List.of(Names.STYLE_WEIGHT, graph.constant(key + "_style_constant",
			new float[] { (float) (times * losses.styleFactor(layer)) })));
		if (isGuided()) return key + "_style_share";
		return graph.node("Div", key + "_style_factor", List.of(key + "_style_share", positions()));
	}

	/** The same made elsewhere, from the sums over all tiles: an input of the graph. */
	LinearMap givenMap() {
		return new LinearMap(graph.input(Names.styleMap(layer), "the weighted gradient of the style loss in F is this times F",
			channels, channels), "");
	}

	// -- Third step: application --

	/** Returns S F + b of F [C, M], times the guide. */
	String gradient(final LinearMap map) {
		return gradient(map, flat(layer));
	}

	/** The same of the positions that a tile owns. */
	String gradient(final LinearMap map, final OwnedPositions owned) {
		return gradient(map, owned.flat(layer, flat(layer)));
	}

	private String gradient(final LinearMap map, final String f) {
		final String name = key + "_style_gradient";
		final boolean isLast = !map.hasVector() && !isGuided();
		String x = graph.node("MatMul", isLast ? name : key + "_style_product", List.of(map.matrix(), f));
		if (map.hasVector()) {
			graph.node("Reshape", key + "_style_column", List.of(map.vector(), graph.constant(key + "_style_column_shape", -1,
				1)));
			x = graph.node("Add", isGuided() ? key + "_style_sum" : name, List.of(x, key + "_style_column"));
		}
		return isGuided() ? graph.node("Mul", name, List.of(x, guide() + "_row")) : x;
	}

	/**
	 * The same of a whole value in the blocked layout: a convolution, which adds what comes in.
	 *
	 * @param others a gradient in the layout, in the same value; empty for none
	 * @return the sum's name
	 */
	String blockedGradient(final LinearMap map, final String others) {
		return blockedGradient(map, others, layer);
	}

	/** The same of the positions that a tile owns; masked late, so that ONNX Runtime does not hold two copies all the way. */
	String blockedGradient(final LinearMap map, final String others, final OwnedPositions owned) {
		return blockedGradient(map, others, owned.blocked(layer, others));
	}

	private String blockedGradient(final LinearMap map, final String others, final String f) {
		final String x = blocks.blocked(f, channels);
		return blocks.convolution(layer + "_gradient", x, blocks.product(map.matrix(), channels), channels, List.of(map
			.vector(), others), ints("kernel_shape", 1, 1));
	}

	private String guide() {
		return Names.guide(layer, region);
	}
}
