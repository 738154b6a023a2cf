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

import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.List;

/**
 * The forward half of a graph. Every layer's value bears the layer's name ({@code conv4_2} is the activation after the
 * ReLU); for a style layer {@code conv4_2_flat} is the activation as F [C, M] and {@code gram_of_conv4_2} F Fᵀ / M.
 */
final class ForwardPass {

	private final Weights weights;
	private final LossLayers losses;
	private final LayerRun run;
	private final ConvolutionMethod method;
	private final ImageSize[] sizes;
	private final GraphBuilder graph = new GraphBuilder();
	private final Winograd winograd = new Winograd(graph);

	ForwardPass(final Weights weights, final LossLayers losses, final LayerRun run, final ImageSize size,
		final ConvolutionMethod method)
	{
		if (run.last() > losses.deepest()) {
			throw new IllegalArgumentException("A run to " + layer(weights, run.last()).name() +
				" reaches past the deepest layer in use, " + layer(weights, losses.deepest()).name() + ".");
		}
		this.weights = weights;
		this.losses = losses;
		this.run = run;
		this.method = method;
		sizes = new ImageSize[run.last() + 2];
		sizes[run.first()] = size;
		for (int i = run.first(); i <= run.last(); i++) {
			final boolean pool = layer(i) instanceof Layer.Pool;
			if (pool && !size.isAny() && Math.min(sizes[i].height(), sizes[i].width()) < 2) {
				throw new IllegalArgumentException("An input of " + size.width() + " x " + size.height() +
					" leaves nothing behind " + layer(i).name() + ".");
			}
			sizes[i + 1] = pool ? sizes[i].pooled() : sizes[i];
		}
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

	LayerRun run() {
		return run;
	}

	Layer layer(final int index) {
		return layer(weights, index);
	}

	/** The size of what comes into a layer. */
	ImageSize sizeBefore(final int index) {
		return sizes[index];
	}

	/** The value that comes into a layer. */
	String before(final int index) {
		if (index > run.first()) return layer(index - 1).name();
		return index == 0 ? "preprocessed" : Names.INPUT;
	}

	/** The number of channels that come into a layer. */
	int channelsBefore(final int index) {
		for (int i = index - 1; i >= 0; i--) {
			if (layer(i) instanceof Convolution c) return c.outputs();
		}
		return 3;
	}

	boolean isWinograd(final Convolution c) {
		return method.winograd(c);
	}

	Winograd winograd() {
		return winograd;
	}

	boolean endsBeforeDeepest() {
		return run.last() < losses.deepest();
	}

	static String flat(final String layer) {
		return layer + "_flat";
	}

	static String indices(final String pool) {
		return pool + "_indices";
	}

	static String ownGram(final String layer) {
		return "gram_of_" + layer;
	}

	/** Writes the input and the layers, the style layers' Gram matrices included. */
	void write() {
		final ImageSize size = sizes[run.first()];
		final Object h = size.isAny() ? "H" : size.height();
		final Object w = size.isAny() ? "W" : size.width();
		if (run.first() == 0) {
			graph.input(Names.IMAGE, "RGB, 0...255", 1, 3, h, w);
			preprocess(weights.preprocessing());
		}
		else {
			graph.input(Names.INPUT, "what comes into " + layer(run.first()).name(), 1, channelsBefore(run.first()), h, w);
		}
		for (int i = run.first(); i <= run.last(); i++) {
			if (layer(i) instanceof Convolution c) convolution(i, c);
			else pool(i);
		}
	}

	/** Makes the targets outputs of the graph. */
	void outputTargets() {
		for (final String l : losses.contentLayers()) {
			if (inRun(l)) {
				graph.node("Identity", Names.target(l), List.of(l));
				graph.output(Names.target(l), "features of " + l, 1, channels(l), "h_" + l, "w_" + l);
			}
		}
		for (final String l : losses.styleLayers()) {
			if (inRun(l)) {
				graph.node("Identity", Names.gram(l), List.of(ownGram(l)));
				graph.output(Names.gram(l), "F F^T / M of " + l, channels(l), channels(l));
			}
		}
		if (endsBeforeDeepest()) {
			graph.node("Identity", Names.OUTPUT, List.of(layer(run.last()).name()));
			graph.output(Names.OUTPUT, "what " + layer(run.last()).name() + " gives", 1, channelsBefore(run.last() + 1),
				"h_out", "w_out");
		}
	}

	boolean inRun(final String layer) {
		return run.contains(weights.architecture().index(layer));
	}

	int channels(final String layer) {
		return weights.architecture().convolution(layer).outputs();
	}

	// -- Helper methods --

	private static Layer layer(final Weights weights, final int index) {
		return weights.architecture().layers().get(index);
	}

	private void preprocess(final Preprocessing p) {
		final float[] minusMean = p.mean();
		for (int c = 0; c < 3; c++) minusMean[c] = -minusMean[c];
		String x = Names.IMAGE;
		if (p.bgr()) {
			x = graph.node("Gather", "image_bgr", List.of(x, graph.constant("bgr", 2, 1, 0)), integer("axis", 1));
		}
		x = graph.node("Add", "centred", List.of(x, graph.constant("minus_mean", minusMean, 1, 3, 1, 1)));
		graph.node("Mul", "preprocessed", List.of(x, graph.constant("input_scale", p.scale(), 1, 3, 1, 1)));
	}

	private void convolution(final int index, final Convolution c) {
		final String kernel = Weights.kernelName(c.name());
		final String bias = Weights.biasName(c.name());
		graph.kernel(bias, weights.tensors().get(bias), c.biasShape());
		linear(index, c, kernel, bias);
		graph.node("Relu", c.name(), List.of(c.name() + "_linear"));
		if (losses.styleLayers().contains(c.name())) gram(c);
	}

	private void linear(final int index, final Convolution c, final String kernel, final String bias) {
		final String linear = c.name() + "_linear";
		if (!isWinograd(c)) {
			graph.kernel(kernel, weights.tensors().get(kernel), c.kernelShape());
			graph.node("Conv", linear, List.of(before(index), kernel, bias), ints("kernel_shape", 3, 3), ints("pads", 1, 1, 1,
				1));
			return;
		}
		winograd.forward(c, weights.tensors().get(kernel), before(index), c.name() + "_unbiased", sizes[index]);
		graph.node("Reshape", bias + "_column", List.of(bias, graph.constant(bias + "_shape", 1, -1, 1, 1)));
		graph.node("Add", linear, List.of(c.name() + "_unbiased", bias + "_column"));
	}

	private void gram(final Convolution c) {
		final String l = c.name();
		graph.node("Reshape", flat(l), List.of(l, graph.constant(l + "_flat_shape", c.outputs(), -1)));
		graph.node("Shape", l + "_m", List.of(flat(l)), integer("start", 1));
		graph.node("Cast", l + "_m_float", List.of(l + "_m"), integer("to", 1));
		graph.node("Gemm", l + "_fft", List.of(flat(l), flat(l)), integer("transB", 1));
		graph.node("Div", ownGram(l), List.of(l + "_fft", l + "_m_float"));
	}

	private void pool(final int index) {
		final String name = layer(index).name();
		final List<String> x = List.of(before(index));
		if (losses.pooling() == Pooling.AVERAGE) {
			graph.node("AveragePool", name, x, ints("kernel_shape", 2, 2), ints("strides", 2, 2));
		}
		else {
			graph.node("MaxPool", name, indices(name), x, ints("kernel_shape", 2, 2), ints("strides", 2, 2));
		}
	}
}
