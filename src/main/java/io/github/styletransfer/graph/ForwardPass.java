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

import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.List;
import java.util.function.Consumer;

/**
 * The forward half of a graph. Every layer's value bears the layer's name ({@code conv4_2} is the activation after the
 * ReLU); {@link StyleTerm} has the names of a style layer's statistics.
 */
final class ForwardPass {

	private final Weights weights;
	private final LossLayers losses;
	private final NeededLayers layers;
	private final Operators operators;
	private final GraphBuilder graph = new GraphBuilder();
	private final BlockedLayout blocks;
	private final Winograd winograd = new Winograd(graph);
	private final PoolNodes pools;
	private final ReplicatedBorder border;
	private final NormalisationNodes normalisations = new NormalisationNodes(graph);
	private final OwnedPositions owned;

	ForwardPass(final Weights weights, final LossLayers losses, final LayerRun run, final ImageSize size,
		final Operators operators)
	{
		this.weights = weights;
		this.losses = losses;
		this.operators = operators;
		layers = new NeededLayers(losses, run, size);
		blocks = new BlockedLayout(graph, allFitBlocks() ? operators.block() : 0);
		pools = new PoolNodes(graph, blocks, losses.pooling(), losses.convention());
		border = new ReplicatedBorder(graph, losses);
		owned = new OwnedPositions(graph, blocks, layers);
	}

	GraphBuilder graph() {
		return graph;
	}

	Weights weights() {
		return weights;
	}

	LossLayers losses() {
		return losses;
	}

	NeededLayers layers() {
		return layers;
	}

	boolean isWinograd(final Convolution c) {
		return operators.winograd(c);
	}

	BlockedLayout blocks() {
		return blocks;
	}

	Winograd winograd() {
		return winograd;
	}

	PoolNodes pools() {
		return pools;
	}

	NormalisationNodes normalisations() {
		return normalisations;
	}

	ReplicatedBorder border() {
		return border;
	}

	OwnedPositions owned() {
		return owned;
	}

	ContentTerm contentTerm(final String layer) {
		return new ContentTerm(this, layer);
	}

	/** One, or one for each region. */
	List<StyleTerm> styleTerms(final String layer) {
		return StyleTerm.of(this, layer);
	}

	/** Writes the input and the layers, the style layers' Gram matrices included. */
	void write() {
		write(StyleTerm::statistics);
	}

	/** The same for the window of a tile: sums for the Gram matrices over the positions that it owns. */
	void writeSums() {
		write(t -> t.sums(owned));
	}

	/** The same for the gradient of a tile, which is given what it needs of the Gram matrices. */
	void writeLayers() {
		write(StyleTerm::flatten);
	}

	/** @param styleLayer writes what is needed of a style layer's activation */
	private void write(final Consumer<StyleTerm> styleLayer) {
		// symbols in any case: from numbers the runtime would fold the shapes that hold the masks back, see BackwardPass
		if (layers.startsAtImage()) {
			graph.input(Names.IMAGE, "RGB, 0...255", 1, 3, "H", "W");
			preprocess(weights.preprocessing());
		}
		else {
			graph.input(Names.INPUT, "what comes into " + layers.layers().get(0).name(), 1, layers.channels(layers.entry()), "H",
				"W");
		}
		for (final Layer layer : layers.layers()) {
			layer(layer);
			if (losses.styleLayers().contains(layer.name())) styleTerms(layer.name()).forEach(styleLayer);
		}
	}

	/** Makes the targets outputs of the graph. */
	void outputTargets() {
		outputFeatures();
		for (final String l : losses.styleLayers()) {
			if (layers.contains(l)) {
				styleTerms(l).forEach(t -> outputStyle(t, layers.channels(l)));
			}
		}
		outputExit();
	}

	/** Makes the content layers' activations outputs of the graph. */
	void outputFeatures() {
		for (final String l : losses.contentLayers()) {
			if (layers.contains(l)) {
				graph.node("Identity", Names.target(l), List.of(blocks.plain(l)));
				graph.output(Names.target(l), "features of " + l, 1, layers.channels(l), "h_" + l, "w_" + l);
			}
		}
	}

	/** Makes what the run gives an output of the graph, if later layers take it. */
	void outputExit() {
		if (layers.hasExit()) {
			final String exit = layers.exit();
			graph.node("Identity", Names.OUTPUT, List.of(blocks.plain(layers.value(exit))));
			graph.output(Names.OUTPUT, "what " + exit + " gives", 1, layers.channels(exit), "h_out", "w_out");
		}
	}

	// -- Helper methods --

	private void outputStyle(final StyleTerm term, final int channels) {
		graph.node("Identity", Names.gram(term.key()), List.of(term.ownGram()));
		graph.output(Names.gram(term.key()), "F F^T / M of " + term.key(), channels, channels);
		if (!losses.convention().hasMeans()) return;
		graph.node("Identity", Names.mean(term.key()), List.of(term.ownMean()));
		graph.output(Names.mean(term.key()), "F 1 / M of " + term.key(), channels, 1);
	}

	private boolean allFitBlocks() {
		return operators.block() > 0 && layers.layers().stream().allMatch(l -> !(l instanceof Convolution c) || isWinograd(
			c) || operators.fitsBlocks(c));
	}

	private void layer(final Layer layer) {
		final String x = layers.value(layer.inputs().get(0));
		if (layer instanceof Convolution c) convolution(c, x);
		else if (layer instanceof Pool p) pools.forward(p, x);
		else if (layer instanceof LocalResponseNormalisation n) {
			normalisations.forward(n, blocks.plain(x), layers.channels(n.input()));
		}
		else {
			graph.node("Concat", layer.name(), layer.inputs().stream().map(layers::value).map(blocks::plain).toList(), integer(
				"axis", 1));
		}
	}

	private void preprocess(final Preprocessing p) {
		final float[] minusMean = p.mean();
		final float[] scale = p.scale();
		final double wider = losses.convention().imageScale();
		for (int c = 0; c < 3; c++) {
			minusMean[c] = (float) (-minusMean[c] / wider);
			scale[c] = (float) (scale[c] * wider);
		}
		String x = Names.IMAGE;
		if (p.bgr()) {
			x = graph.node("Gather", "image_bgr", List.of(x, graph.constant("bgr", 2, 1, 0)), integer("axis", 1));
		}
		x = graph.node("Add", "centred", List.of(x, graph.constant("minus_mean", minusMean, 1, 3, 1, 1)));
		graph.node("Mul", "preprocessed", List.of(x, graph.constant("input_scale", scale, 1, 3, 1, 1)));
	}

	private void convolution(final Convolution c, final String x) {
		if (border.isAt(c)) linear(ReplicatedBorder.unpadded(c), border.forward(c, x));
		else linear(c, x);
	}

	private void linear(final Convolution c, final String x) {
		final String kernel = Weights.kernelName(c.name());
		final String bias = Weights.biasName(c.name());
		graph.kernel(bias, weights.tensors().get(bias), c.biasShape());
		if (isWinograd(c)) {
			winograd.forward(c, weights.tensors().get(kernel), blocks.plain(x), c.name() + "_unbiased", layers.size(c.input()));
			graph.node("Reshape", bias + "_column", List.of(bias, graph.constant(bias + "_shape", 1, -1, 1, 1)));
			graph.node("Add", c.name() + "_linear", List.of(c.name() + "_unbiased", bias + "_column"));
			graph.node("Relu", c.name(), List.of(c.name() + "_linear"));
			return;
		}
		graph.kernel(kernel, weights.tensors().get(kernel), c.kernelShape());
		if (blocks.isUsed()) ConvolutionNodes.blockedForward(graph, blocks, c, x, kernel, bias);
		else ConvolutionNodes.forward(graph, c, x, kernel, bias);
	}
}
