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
import static io.github.styletransfer.graph.GraphBuilder.text;

import io.github.styletransfer.graph.GraphBuilder.Attribute;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.List;

/** Direct convolutions of any kernel, stride, padding and number of groups, and their gradients. */
final class ConvolutionNodes {

	/** Pixels along each side of a square of the image whose gradients are computed together. */
	private static final int SQUARE = 2;
	/** Side of the window that the 3x3 kernels of all pixels of a square look at. */
	private static final int SQUARE_WINDOW = SQUARE + 2;

	private ConvolutionNodes() {
		// no instances
	}

	/** The layer with its ReLU. */
	static void forward(final GraphBuilder graph, final Convolution c, final String x, final String kernel,
		final String bias)
	{
		graph.node("Conv", c.name() + "_linear", List.of(x, kernel, bias), attributes(c, c.stride(), c.padding(), c
			.padding()));
		graph.node("Relu", c.name(), List.of(c.name() + "_linear"));
	}

	/** The same in the blocked layout. */
	static void blockedForward(final GraphBuilder graph, final BlockedLayout blocks, final Convolution c, final String x,
		final String kernel, final String bias)
	{
		final boolean few = blocks.isFew(c.inputChannels());
		final List<Attribute> attributes = new ArrayList<>(List.of(attributes(c, 1, c.padding(), c.padding())));
		attributes.add(text("activation", "Relu"));
		blocks.convolution(c.name(), few ? x : blocks.blocked(x, c.inputChannels()), blocks.kernel(kernel, c
			.outputChannels(), c.inputChannels(), c.kernel()), c.outputChannels(), List.of(bias, ""), attributes.toArray(
				new Attribute[0]));
	}

	/**
	 * The gradient in the input, in the blocked layout or, of the image, in the plain one.
	 *
	 * @param gradient in the linear output
	 * @param size H and W of the input
	 */
	static String blockedBackward(final GraphBuilder graph, final BlockedLayout blocks, final Convolution c,
		final String gradient, final ImageSize size)
	{
		final String l = c.name();
		final String x = blocks.blocked(gradient, c.outputChannels());
		if (isSquared(c, size)) {
			final String kernel = blocks.kernel(squaresKernel(graph, c), SQUARE * SQUARE * c.inputChannels(), c
				.outputChannels(), SQUARE_WINDOW);
			blocks.convolution(l + "_squares", x, kernel, SQUARE * SQUARE * c.inputChannels(), List.of("", ""), squares());
			return fromSquares(graph, l, blocks.plain(l + "_squares"));
		}
		final int pad = c.kernel() - 1 - c.padding();
		return blocks.convolution(l + "_input_gradient", x, blocks.kernel(rotatedKernel(graph, c), c.inputChannels(), c
			.outputChannels(), c.kernel()), c.inputChannels(), List.of("", ""), attributes(c, 1, pad, pad));
	}

	/**
	 * @param c the layer
	 * @param x its input, [1, inputChannels, H, W]
	 * @param gradient in its linear output
	 * @param size H and W
	 * @return the name of the gradient in its input
	 */
	static String backward(final GraphBuilder graph, final Convolution c, final String x, final String gradient,
		final ImageSize size)
	{
		final String l = c.name();
		if (c.stride() == 1) {
			if (isSquared(c, size)) {
				graph.node("Conv", l + "_squares", List.of(gradient, squaresKernel(graph, c)), squares());
				return fromSquares(graph, l, l + "_squares");
			}
			final int pad = c.kernel() - 1 - c.padding();
			return graph.node("Conv", l + "_input_gradient", List.of(gradient, rotatedKernel(graph, c)), attributes(c, 1, pad,
				pad));
		}
		// Only the first layers have a larger stride, so that ConvTranspose, slower than Conv, costs little. The padding
		// behind the last row stays in: that a window ends there is not said.
		graph.node("ConvTranspose", l + "_reached", List.of(gradient, Weights.kernelName(l)), attributes(c, c.stride(), c
			.padding(), 0));
		return reachesAll(c, size) ? l + "_reached" : LastRows.fit(graph, l, x, l + "_reached");
	}

	/** Whether it is as VGG's: 3x3, stride 1, padding 1. */
	static boolean isPlain(final Convolution c) {
		return c.kernel() == 3 && c.stride() == 1 && c.padding() == 1 && c.groups() == 1;
	}

	/**
	 * The gradient in the image has three channels, and ONNX Runtime's blocked layout makes 8 or 16 of them. So squares of
	 * 2x2 pixels are computed as 12 channels, by a convolution of stride 2 whose kernels are the rotated one at four places
	 * in a window of 4x4: less than half the multiplications.
	 */
	private static boolean isSquared(final Convolution c, final ImageSize size) {
		return c.input().equals(Layer.IMAGE) && isPlain(c) && !size.isAny() && size.height() % SQUARE == 0 && size.width() %
			SQUARE == 0;
	}

	private static String squaresKernel(final GraphBuilder graph, final Convolution c) {
		final String rotated = rotatedKernel(graph, c);
		final List<String> placed = new ArrayList<>();
		for (int top = 0; top < SQUARE; top++) {
			for (int left = 0; left < SQUARE; left++) {
				final String name = rotated + "_" + top + left;
				placed.add(graph.node("Pad", name, List.of(rotated, graph.constant(name + "_pads", 0, 0, top, left, 0, 0, 1 - top,
					1 - left))));
			}
		}
		return graph.node("Concat", c.name() + "_squares_kernel", placed, integer("axis", 0));
	}

	private static Attribute[] squares() {
		return new Attribute[] { ints("kernel_shape", SQUARE_WINDOW, SQUARE_WINDOW), ints("strides", SQUARE, SQUARE),
			ints("pads", 1, 1, 1, 1) };
	}

	private static String fromSquares(final GraphBuilder graph, final String l, final String squares) {
		return graph.node("DepthToSpace", l + "_input_gradient", List.of(squares), integer("blocksize", SQUARE), text("mode",
			"DCR"));
	}

	/** Whether the last window ends at the last row and column, and not in the padding. */
	private static boolean reachesAll(final Convolution c, final ImageSize size) {
		return !size.isAny() && endOfLast(c, size.height()) == size.height() && endOfLast(c, size.width()) == size.width();
	}

	private static int endOfLast(final Convolution c, final int side) {
		return (c.outputSide(side) - 1) * c.stride() + c.kernel() - c.padding();
	}

	/**
	 * With stride 1, the gradient of a convolution is the convolution with the kernel rotated by 180° and its channels
	 * exchanged within their group. The runtime does this once, when it loads the graph; so a file holds each kernel once.
	 */
	private static String rotatedKernel(final GraphBuilder graph, final Convolution c) {
		final String l = c.name();
		final String exchanged = exchanged(graph, c);
		if (c.kernel() == 1) return exchanged;
		final long last = c.kernel() - 1;
		final long beforeFirst = -c.kernel() - 1;
		return graph.node("Slice", l + "_rotated", List.of(exchanged, graph.constant(l + "_from", last, last), graph.constant(
			l + "_to", beforeFirst, beforeFirst), graph.constant(l + "_axes", 2, 3), graph.constant(l + "_steps", -1, -1)));
	}

	private static String exchanged(final GraphBuilder graph, final Convolution c) {
		final String l = c.name();
		final String kernel = Weights.kernelName(l);
		if (c.groups() == 1) return graph.node("Transpose", l + "_exchanged", List.of(kernel), ints("perm", 1, 0, 2, 3));
		final long inputs = c.inputChannels() / c.groups();
		final long outputs = c.outputChannels() / c.groups();
		graph.node("Reshape", l + "_grouped", List.of(kernel, graph.constant(l + "_grouped_shape", c.groups(), outputs,
			inputs, c.kernel(), c.kernel())));
		graph.node("Transpose", l + "_grouped_exchanged", List.of(l + "_grouped"), ints("perm", 0, 2, 1, 3, 4));
		return graph.node("Reshape", l + "_exchanged", List.of(l + "_grouped_exchanged", graph.constant(l +
			"_exchanged_shape", c.inputChannels(), outputs, c.kernel(), c.kernel())));
	}

	private static Attribute[] attributes(final Convolution c, final int stride, final int before, final int behind) {
		final List<Attribute> attributes = new ArrayList<>();
		attributes.add(ints("kernel_shape", c.kernel(), c.kernel()));
		if (stride > 1) attributes.add(ints("strides", stride, stride));
		attributes.add(ints("pads", before, before, behind, behind));
		if (c.groups() > 1) attributes.add(integer("group", c.groups()));
		return attributes.toArray(new Attribute[0]);
	}
}
