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
import static io.github.styletransfer.graph.GraphBuilder.number;
import static io.github.styletransfer.graph.GraphBuilder.text;

import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.List;

/** The losses and the backward half of a graph, written behind its {@link ForwardPass}. */
final class BackwardPass {

	/**
	 * Slope of the HardSigmoid that makes a ReLU's mask of its output: 1 where it is above 1e-38 and 0 where it is 0.
	 * ONNX Runtime vectorises it and runs it on all threads, unlike Sign and Greater.
	 */
	private static final float STEEP = 1e38f;

	private final ForwardPass forward;
	private final GraphBuilder graph;
	private final LossLayers losses;
	private final List<String> contentTerms = new ArrayList<>();
	private final List<String> styleTerms = new ArrayList<>();

	BackwardPass(final ForwardPass forward) {
		this.forward = forward;
		graph = forward.graph();
		losses = forward.losses();
	}

	void write() {
		graph.input(Names.CONTENT_WEIGHT, "factor of the content loss");
		graph.input(Names.STYLE_WEIGHT, "factor of the style loss");
		final String gradient = backward();
		writeGradient(gradient);
		writeLoss();
	}

	/** Walks from the last layer to the first; returns the gradient in what comes into the first. */
	private String backward() {
		final LayerRun run = forward.run();
		String gradient = "";
		if (forward.endsBeforeDeepest()) {
			gradient = graph.input(Names.OUTPUT_GRADIENT, "gradient of the later layers' loss in what the run gives", 1,
				forward.channelsBefore(run.last() + 1), "h_out", "w_out");
		}
		for (int i = run.last(); i >= run.first(); i--) {
			gradient = forward.layer(i) instanceof Convolution c ? convolution(i, c, gradient) : pool(i, gradient);
		}
		return gradient;
	}

	private String convolution(final int index, final Convolution c, final String incoming) {
		final String l = c.name();
		final boolean flat = losses.styleLayers().contains(l);
		final List<String> parts = new ArrayList<>();
		if (!incoming.isEmpty()) parts.add(flat ? flattened(c, incoming, l + "_incoming_flat") : incoming);
		if (losses.contentLayers().contains(l)) {
			final String content = contentLoss(l);
			parts.add(flat ? flattened(c, content, content + "_flat") : content);
		}
		if (flat) parts.add(styleLoss(c));
		final String linear = linearGradient(l, flat, parts);
		if (forward.isWinograd(c)) {
			return forward.winograd().backward(c, linear, l + "_input_gradient", forward.sizeBefore(index));
		}
		if (index == 0) return imageGradient(c, linear);
		return graph.node("Conv", l + "_input_gradient", List.of(linear, rotatedKernel(l)), ints("kernel_shape", 3, 3), ints(
			"pads", 1, 1, 1, 1));
	}

	/**
	 * Sums the gradients in a layer's activation and takes away what the ReLU stops. At a style layer all of it happens on
	 * F [C, M], where the Gram matrix has it anyway: ONNX Runtime would write each value in its blocked layout, and back.
	 */
	private String linearGradient(final String l, final boolean flat, final List<String> parts) {
		String gradient = parts.get(0);
		for (int i = 1; i < parts.size(); i++) {
			gradient = graph.node("Add", l + "_gradient_" + i, List.of(gradient, parts.get(i)));
		}
		graph.node("HardSigmoid", l + "_mask", List.of(flat ? ForwardPass.flat(l) : l), number("alpha", STEEP), number("beta",
			0));
		if (!flat) return graph.node("Mul", l + "_linear_gradient", List.of(gradient, l + "_mask"));
		graph.node("Mul", l + "_linear_gradient_flat", List.of(gradient, l + "_mask"));
		graph.node("Shape", l + "_shape", List.of(l));
		return graph.node("Reshape", l + "_linear_gradient", List.of(l + "_linear_gradient_flat", l + "_shape"));
	}

	private String flattened(final Convolution c, final String value, final String name) {
		return graph.node("Reshape", name, List.of(value, graph.constant(name + "_shape", c.outputs(), -1)));
	}

	/**
	 * The gradient of a convolution is the convolution with the kernel rotated by 180° and its channels exchanged. The
	 * runtime does this once, when it loads the graph; so a file holds each kernel once.
	 */
	private String rotatedKernel(final String l) {
		graph.node("Transpose", l + "_exchanged", List.of(Weights.kernelName(l)), ints("perm", 1, 0, 2, 3));
		return graph.node("Slice", l + "_rotated", List.of(l + "_exchanged", graph.constant(l + "_from", 2, 2), graph
			.constant(l + "_to", -4, -4), graph.constant(l + "_axes", 2, 3), graph.constant(l + "_steps", -1, -1)));
	}

	/**
	 * The gradient in the image has three channels, and ONNX Runtime's blocked layout makes 16 of them. So where both sides
	 * are even, squares of 2x2 pixels are computed as 12 channels, by a convolution of stride 2 whose kernels are the rotated
	 * one at four places in a window of 4x4: less than half the multiplications.
	 */
	private String imageGradient(final Convolution c, final String linear) {
		final String l = c.name();
		final ImageSize size = forward.sizeBefore(0);
		final String rotated = rotatedKernel(l);
		if (size.isAny() || size.height() % 2 != 0 || size.width() % 2 != 0) {
			return graph.node("Conv", l + "_input_gradient", List.of(linear, rotated), ints("kernel_shape", 3, 3), ints("pads",
				1, 1, 1, 1));
		}
		final List<String> placed = new ArrayList<>();
		for (int top = 0; top < 2; top++) {
			for (int left = 0; left < 2; left++) {
				final String name = l + "_rotated_" + top + left;
				placed.add(graph.node("Pad", name, List.of(rotated, graph.constant(name + "_pads", 0, 0, top, left, 0, 0, 1 - top,
					1 - left))));
			}
		}
		graph.node("Concat", l + "_squares_kernel", placed, integer("axis", 0));
		graph.node("Conv", l + "_squares", List.of(linear, l + "_squares_kernel"), ints("kernel_shape", 4, 4), ints("strides",
			2, 2), ints("pads", 1, 1, 1, 1));
		return graph.node("DepthToSpace", l + "_input_gradient", List.of(l + "_squares"), integer("blocksize", 2), text("mode",
			"DCR"));
	}

	private String pool(final int index, final String incoming) {
		final String name = forward.layer(index).name();
		final String before = forward.before(index);
		if (losses.pooling() == Pooling.MAX) {
			graph.node("Shape", name + "_shape", List.of(before));
			return graph.node("MaxUnpool", name + "_input_gradient", List.of(incoming, ForwardPass.indices(name), name +
				"_shape"), ints("kernel_shape", 2, 2), ints("strides", 2, 2));
		}
		graph.node("Mul", name + "_quarter", List.of(incoming, graph.constant(name + "_one_quarter", new float[] {
			.25f })));
		final String spread = graph.node("Resize", name + "_spread", List.of(name + "_quarter", "", graph.constant(name +
			"_scales", new float[] { 1, 1, 2, 2 }, 4)), text("mode", "nearest"), text("coordinate_transformation_mode",
				"asymmetric"), text("nearest_mode", "floor"));
		final ImageSize size = forward.sizeBefore(index);
		final boolean even = !size.isAny() && size.height() % 2 == 0 && size.width() % 2 == 0;
		return even ? spread : padded(name, before, spread);
	}

	/** An odd last row or column was dropped by the pooling step: its gradient is zero. */
	private String padded(final String name, final String before, final String spread) {
		graph.node("Shape", name + "_side", List.of(before), integer("start", 2));
		graph.node("Shape", name + "_spread_side", List.of(spread), integer("start", 2));
		graph.node("Sub", name + "_dropped", List.of(name + "_side", name + "_spread_side"));
		graph.node("Concat", name + "_pads", List.of(graph.constant(name + "_no_pads", 0, 0, 0, 0, 0, 0), name +
			"_dropped"), integer("axis", 0));
		return graph.node("Pad", name + "_input_gradient", List.of(spread, name + "_pads"));
	}

	/** ½ Σ (F − P)²; returns its weighted gradient in F, which is F − P. */
	private String contentLoss(final String l) {
		graph.input(Names.target(l), "features of the content image at " + l, 1, forward.channels(l), "h_" + l, "w_" + l);
		graph.node("Sub", l + "_difference", List.of(l, Names.target(l)));
		sumOfSquares(l + "_difference", l + "_content_square", 2, 3);
		graph.node("Mul", Names.contentLoss(l), List.of(l + "_content_square", graph.constant(l + "_half", new float[] {
			.5f })));
		contentTerms.add(Names.contentLoss(l));
		graph.node("Mul", l + "_content_factor", List.of(Names.CONTENT_WEIGHT, graph.constant(l + "_content_share",
			new float[] { 1f / losses.contentLayers().size() })));
		return graph.node("Mul", l + "_content_gradient", List.of(l + "_difference", l + "_content_factor"));
	}

	/** Σ (G − A)² / (4 N²) with G = F Fᵀ / M; returns its weighted gradient in F [C, M], which is (G − A) F / (N² M). */
	private String styleLoss(final Convolution c) {
		final String l = c.name();
		final float n = c.outputs();
		graph.input(Names.gram(l), "F F^T / M of the style image at " + l, c.outputs(), c.outputs());
		graph.node("Sub", l + "_gram_difference", List.of(ForwardPass.ownGram(l), Names.gram(l)));
		sumOfSquares(l + "_gram_difference", l + "_style_square", 1);
		graph.node("Mul", Names.styleLoss(l), List.of(l + "_style_square", graph.constant(l + "_style_scale", new float[] {
			1 / (4 * n * n) })));
		styleTerms.add(Names.styleLoss(l));
		graph.node("Mul", l + "_style_share", List.of(Names.STYLE_WEIGHT, graph.constant(l + "_style_constant",
			new float[] { 1 / (n * n * losses.styleLayers().size()) })));
		graph.node("Div", l + "_style_factor", List.of(l + "_style_share", l + "_m_float"));
		graph.node("Mul", l + "_gram_gradient", List.of(l + "_gram_difference", l + "_style_factor"));
		return graph.node("MatMul", l + "_style_gradient", List.of(l + "_gram_gradient", ForwardPass.flat(l)));
	}

	/** In two steps, because a float sum of 262144 squares in one goes wrong in the fifth digit. */
	private void sumOfSquares(final String of, final String sum, final long... firstAxes) {
		graph.node("ReduceSumSquare", sum + "s", List.of(of), ints("axes", firstAxes), integer("keepdims", 0));
		graph.node("ReduceSum", sum, List.of(sum + "s"), integer("keepdims", 0));
	}

	private void writeGradient(final String ofFirstInput) {
		final ImageSize size = forward.sizeBefore(forward.run().first());
		final Object h = size.isAny() ? "H" : size.height();
		final Object w = size.isAny() ? "W" : size.width();
		if (forward.run().first() > 0) {
			graph.node("Identity", Names.GRADIENT, List.of(ofFirstInput));
			graph.output(Names.GRADIENT, "of the loss in the input", 1, forward.channelsBefore(forward.run().first()), h, w);
			return;
		}
		final Preprocessing p = forward.weights().preprocessing();
		final String scaled = p.bgr() ? "gradient_bgr" : Names.GRADIENT;
		graph.node("Mul", scaled, List.of(ofFirstInput, "input_scale"));
		if (p.bgr()) graph.node("Gather", Names.GRADIENT, List.of(scaled, "bgr"), integer("axis", 1));
		graph.output(Names.GRADIENT, "of the loss in the image, RGB", 1, 3, h, w);
	}

	private void writeLoss() {
		final List<String> sums = new ArrayList<>();
		if (!contentTerms.isEmpty()) sums.add(weightedMean("content", contentTerms, losses.contentLayers().size(),
			Names.CONTENT_WEIGHT));
		if (!styleTerms.isEmpty()) sums.add(weightedMean("style", styleTerms, losses.styleLayers().size(),
			Names.STYLE_WEIGHT));
		if (sums.isEmpty()) return;
		graph.node("Sum", Names.LOSS, sums);
		graph.output(Names.LOSS, "weighted sum of all terms");
		contentTerms.forEach(t -> graph.output(t, "1/2 sum (F - target)^2"));
		styleTerms.forEach(t -> graph.output(t, "sum (F F^T / M - gram)^2 / (4 N^2)"));
	}

	/** Terms outside this run count in the mean too, so that the runs' losses add up to the whole one. */
	private String weightedMean(final String kind, final List<String> terms, final int layers, final String weight) {
		graph.node("Sum", kind + "_sum", terms);
		graph.node("Mul", kind + "_mean", List.of(kind + "_sum", graph.constant(kind + "_share", new float[] { 1f /
			layers })));
		return graph.node("Mul", kind + "_weighted", List.of(kind + "_mean", weight));
	}
}
