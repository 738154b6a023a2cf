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
import static io.github.styletransfer.graph.GraphBuilder.number;

import io.github.styletransfer.graph.GraphBuilder.Attribute;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;
import io.github.styletransfer.network.Preprocessing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The losses and the backward half of a graph, written behind its {@link ForwardPass}. */
final class BackwardPass {

	/**
	 * Slope and offset of the HardSigmoid that makes a ReLU's mask of its output: 1 where it is above 1e-38 and 0 where it is
	 * 0. ONNX Runtime vectorises it and runs it on all threads, unlike Sign and Greater.
	 */
	private static final Attribute[] STEP = { number("alpha", 1e38f), number("beta", 0) };

	private final ForwardPass forward;
	private final NeededLayers layers;
	private final GraphBuilder graph;
	private final BlockedLayout blocks;
	private final LossLayers losses;
	private final List<String> contentTerms = new ArrayList<>();
	private final List<String> styleTerms = new ArrayList<>();
	private final boolean tile;

	BackwardPass(final ForwardPass forward) {
		this(forward, false);
	}

	/** @param tile whether the input is the window of a tile, whose losses look at the positions that it owns */
	BackwardPass(final ForwardPass forward, final boolean tile) {
		this.tile = tile;
		this.forward = forward;
		graph = forward.graph();
		blocks = forward.blocks();
		losses = forward.losses();
		layers = forward.layers();
	}

	void write() {
		graph.input(Names.CONTENT_WEIGHT, "factor of the content loss");
		if (!tile) graph.input(Names.STYLE_WEIGHT, "factor of the style loss");
		final String gradient = backward();
		writeGradient(gradient);
		writeLoss();
	}

	/** Walks from the last layer to the first; returns the gradient in what comes into them. */
	private String backward() {
		final Map<String, List<String>> gradients = new HashMap<>(); // in the values, from the layers that take them
		if (layers.hasExit()) {
			add(gradients, layers.exit(), graph.input(Names.OUTPUT_GRADIENT,
				"gradient of the later layers' loss in what the run gives", 1, layers.channels(layers.exit()), "h_out", "w_out"));
		}
		for (int i = layers.layers().size() - 1; i >= 0; i--) {
			final Layer layer = layers.layers().get(i);
			final String gradient = sum(layer.name(), gradients.getOrDefault(layer.name(), List.of()));
			if (layer instanceof Concatenation c) split(gradients, c, blocks.plain(gradient));
			else add(gradients, layer.inputs().get(0), inputGradient(layer, gradient));
		}
		return entryGradient(gradients.get(layers.entry()));
	}

	/** The sum of the gradients in what comes in, which has no losses of its own here. */
	private String entryGradient(final List<String> parts) {
		String gradient = blocks.plain(parts.get(0));
		for (int i = 1; i < parts.size(); i++) {
			gradient = graph.node("Add", "entry_gradient_" + i, List.of(gradient, blocks.plain(parts.get(i))));
		}
		return gradient;
	}

	private static void add(final Map<String, List<String>> gradients, final String value, final String gradient) {
		gradients.computeIfAbsent(value, v -> new ArrayList<>()).add(gradient);
	}

	/** The gradient in a value: of all layers that take it and of its own losses. */
	private String sum(final String value, final List<String> incoming) {
		final List<String> parts = new ArrayList<>(incoming);
		if (losses.contentLayers().contains(value)) parts.add(contentGradient(value));
		if (blocks.has(value)) return blockedSum(value, parts);
		parts.replaceAll(blocks::plain);
		final boolean flat = losses.styleLayers().contains(value);
		if (flat) {
			parts.replaceAll(part -> flat(value, part));
			parts.addAll(styleGradients(value));
		}
		String gradient = parts.get(0);
		for (int i = 1; i < parts.size(); i++) {
			gradient = graph.node("Add", value + "_gradient_" + i, List.of(gradient, parts.get(i)));
		}
		return flat ? shaped(value, gradient, value + "_gradient") : gradient;
	}

	/** The same of a value in the blocked layout: the convolution with the Gram matrix's gradient adds what comes in. */
	private String blockedSum(final String value, final List<String> parts) {
		final int channels = layers.channels(value);
		final boolean hasStyle = losses.styleLayers().contains(value);
		final boolean isGuided = losses.regions() > 0;
		if (hasStyle && isGuided) {
			for (final String matrix : styleGradients(value)) parts.add(shaped(value, matrix, matrix + "_shaped"));
		}
		String gradient = parts.isEmpty() ? "" : parts.get(0);
		for (int i = 1; i < parts.size(); i++) {
			gradient = blocks.elementwise("Add", value + "_gradient_" + i, channels, List.of(blocks.blocked(gradient, channels),
				blocks.blocked(parts.get(i), channels)));
		}
		if (!hasStyle || isGuided) return gradient;
		final String others = gradient.isEmpty() ? "" : blocks.blocked(gradient, channels);
		final StyleTerm term = forward.styleTerms(value).get(0);
		return tile ? term.blockedGradient(term.givenMap(), others, forward.owned()) : term.blockedGradient(heads(value).get(0),
			others);
	}

	private String contentGradient(final String layer) {
		contentTerms.add(layer);
		return forward.contentTerm(layer).gradient(tile);
	}

	/** Of every region, if there are some; [C, M]. */
	private List<String> styleGradients(final String layer) {
		final List<StyleTerm> terms = forward.styleTerms(layer);
		if (tile) return List.of(terms.get(0).gradient(terms.get(0).givenMap(), forward.owned()));
		final List<LinearMap> maps = heads(layer);
		return IntStream.range(0, terms.size()).mapToObj(i -> terms.get(i).gradient(maps.get(i))).toList();
	}

	/** The regions' losses are added up. */
	private List<LinearMap> heads(final String layer) {
		styleTerms.add(layer);
		final List<StyleTerm> terms = forward.styleTerms(layer);
		final List<LinearMap> maps = terms.stream().map(StyleTerm::head).toList();
		if (terms.get(0).isGuided()) {
			graph.node("Sum", Names.styleLoss(layer), terms.stream().map(t -> Names.styleLoss(t.key())).toList());
		}
		return maps;
	}

	private String flat(final String value, final String part) {
		return graph.node("Reshape", part + "_as_flat", List.of(part, graph.constant(part + "_as_flat_shape", layers.channels(
			value), -1)));
	}

	/** A matrix [C, M] in the shape of a layer's value. */
	private String shaped(final String layer, final String matrix, final String name) {
		final String shape = graph.node("Shape", name + "_shape", List.of(layer));
		return graph.node("Reshape", name, List.of(matrix, shape));
	}

	private String inputGradient(final Layer layer, final String gradient) {
		final String x = layers.value(layer.inputs().get(0));
		final ImageSize size = layers.size(layer.inputs().get(0));
		if (layer instanceof Pool p) return forward.pools().backward(p, x, gradient, layers.channels(p.input()), size);
		if (layer instanceof LocalResponseNormalisation n) {
			return forward.normalisations().backward(n, blocks.plain(x), blocks.plain(gradient));
		}
		return convolution((Convolution) layer, x, gradient, size);
	}

	private void split(final Map<String, List<String>> gradients, final Concatenation c, final String gradient) {
		final List<String> parts = IntStream.range(0, c.inputs().size()).mapToObj(i -> c.name() + "_part_" + i).toList();
		graph.node("Split", parts, List.of(gradient, graph.constant(c.name() + "_channels", c.inputs().stream().mapToLong(
			layers::channels).toArray())), integer("axis", 1));
		for (int i = 0; i < parts.size(); i++) add(gradients, c.inputs().get(i), parts.get(i));
	}

	private String convolution(final Convolution c, final String x, final String gradient, final ImageSize size) {
		if (!forward.border().isAt(c)) return linear(c, x, gradient, size);
		final String padded = linear(ReplicatedBorder.unpadded(c), ReplicatedBorder.padded(x), gradient, ReplicatedBorder
			.padded(c, size));
		return forward.border().backward(c, blocks.plain(padded));
	}

	private String linear(final Convolution c, final String x, final String gradient, final ImageSize size) {
		final String l = c.name();
		if (blocks.has(l) && !forward.isWinograd(c)) {
			final String incoming = blocks.blocked(gradient, c.outputChannels());
			blocks.elementwise("HardSigmoid", l + "_mask", c.outputChannels(), List.of(late(l, blocks.blocked(l, c
				.outputChannels()), incoming)), STEP);
			final String linear = blocks.elementwise("Mul", l + "_linear_gradient", c.outputChannels(), List.of(incoming, blocks
				.blocked(l + "_mask", c.outputChannels())));
			return ConvolutionNodes.blockedBackward(graph, blocks, c, linear, size);
		}
		final String linear = graph.node("Mul", l + "_linear_gradient", List.of(blocks.plain(gradient), mask(l)));
		if (forward.isWinograd(c)) return forward.winograd().backward(c, linear, l + "_input_gradient", size);
		return ConvolutionNodes.backward(graph, c, blocks.plain(x), linear, size);
	}

	/**
	 * The activation once more, but not before the gradient is there: ONNX Runtime would compute all masks when the forward
	 * pass ends, and hold them. A reshaped value shares its memory.
	 */
	private String late(final String l, final String activation, final String gradient) {
		return graph.node("Reshape", l + "_late", List.of(activation, graph.node("Shape", l + "_late_shape", List.of(
			gradient))));
	}

	/**
	 * 1 where the activation is above 0, else 0. At a style layer it and the sum are made of matrices [C, M], as F is there
	 * for the Gram matrix anyway: ONNX Runtime would write each in its blocked layout, and back.
	 */
	private String mask(final String l) {
		final boolean flat = losses.styleLayers().contains(l);
		final String mask = graph.node("HardSigmoid", flat ? l + "_mask_flat" : l + "_mask", List.of(flat ? StyleTerm.flat(
			l) : l), STEP);
		return flat ? shaped(l, mask, l + "_mask") : mask;
	}

	private void writeGradient(final String ofFirstInput) {
		final ImageSize size = layers.size(layers.entry());
		final Object h = size.isAny() ? "H" : size.height();
		final Object w = size.isAny() ? "W" : size.width();
		if (!layers.startsAtImage()) {
			graph.node("Identity", Names.GRADIENT, List.of(ofFirstInput));
			graph.output(Names.GRADIENT, "of the loss in the input", 1, layers.channels(layers.entry()), h, w);
			return;
		}
		final Preprocessing p = forward.weights().preprocessing();
		final String scaled = p.bgr() ? "gradient_bgr" : Names.GRADIENT;
		graph.node("Mul", scaled, List.of(ofFirstInput, "input_scale"));
		if (p.bgr()) graph.node("Gather", Names.GRADIENT, List.of(scaled, "bgr"), integer("axis", 1));
		graph.output(Names.GRADIENT, "of the loss in the image, RGB", 1, 3, h, w);
	}

	private void writeLoss() {
		contentTerms.forEach(l -> graph.output(Names.contentLoss(l), losses.convention().contentFormula()));
		styleTerms.forEach(l -> graph.output(Names.styleLoss(l), losses.convention().styleFormula()));
		if (tile) return; // the whole loss is the sum over all tiles
		final List<String> sums = new ArrayList<>();
		if (!contentTerms.isEmpty()) sums.add(weighted("content", contentTerms, losses.content(), Names::contentLoss,
			Names.CONTENT_WEIGHT));
		if (!styleTerms.isEmpty()) sums.add(weighted("style", styleTerms, losses.style(), Names::styleLoss,
			Names.STYLE_WEIGHT));
		if (sums.isEmpty()) return;
		graph.node("Sum", Names.LOSS, sums);
		graph.output(Names.LOSS, "weighted sum of all terms");
	}

	/** Layers outside this run count in a mean too, so that the runs' losses add up to the whole one. */
	private String weighted(final String kind, final List<String> layersHere, final LayerWeights weights,
		final UnaryOperator<String> name, final String weight)
	{
		graph.node("Sum", kind + "_sum", layersHere.stream().map(l -> timesWeight(name.apply(l), weights, l)).toList());
		if (!losses.convention().isMean()) return graph.node("Mul", kind + "_weighted", List.of(kind + "_sum", weight));
		graph.node("Mul", kind + "_mean", List.of(kind + "_sum", graph.constant(kind + "_share", new float[] { (float) (1 /
			weights.total()) })));
		return graph.node("Mul", kind + "_weighted", List.of(kind + "_mean", weight));
	}

	private String timesWeight(final String term, final LayerWeights weights, final String layer) {
		if (weights.areOnes()) return term;
		return graph.node("Mul", term + "_times_weight", List.of(term, graph.constant(term + "_weight", new float[] {
			(float) weights.of(layer) })));
	}
}
