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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values in the layout that ONNX Runtime's convolutions work in: [C/B, H, W, B], B channels of a pixel beside each other. It
 * changes into that layout by itself, but around masks, sums and Gram products it goes back and forth; here every value is
 * made in the layout in which it is needed, and the gradient of a Gram matrix, whose kernel is no constant, is a convolution
 * in that layout too. A value has a second name in the layout; where it is asked for in the other one, it is reordered once.
 */
final class BlockedLayout {

	private static final String SUFFIX = "_blocked";

	private final GraphBuilder graph;
	private final int block;
	private final Map<String, Integer> channels = new HashMap<>(); // of the values that are in the layout
	private final Set<String> plain = new HashSet<>(); // those of them that are there in the plain layout too

	/** @param block channels; 0 for none, then nothing is ever in the layout */
	BlockedLayout(final GraphBuilder graph, final int block) {
		this.graph = graph;
		this.block = block;
	}

	/** A graph that tells the block of a runtime and machine: four channels, filled up to one. */
	static GraphModel probe() {
		final GraphBuilder graph = new GraphBuilder();
		graph.input(Names.INPUT, "four channels", 1, 4, 1, 1);
		graph.blockedNode("ReorderInput", Names.OUTPUT, List.of(Names.INPUT));
		graph.output(Names.OUTPUT, "a block of channels", 1, "block", 1, 1);
		return graph.build("probe", "The number of channels that the runtime keeps together.", Map.of());
	}

	/** Whether it is used at all. */
	boolean isUsed() {
		return block > 0;
	}

	/** Whether so few channels are taken as [1, C, H, W]. */
	boolean isFew(final int valueChannels) {
		return valueChannels < block;
	}

	/** Whether a value is there in the layout. */
	boolean has(final String value) {
		return channels.containsKey(value);
	}

	/** The channels of a value that is there in the layout. */
	int channels(final String value) {
		return channels.get(value);
	}

	/** The name of a value as [1, C, H, W]. */
	String plain(final String value) {
		if (has(value) && plain.add(value)) {
			graph.blockedNode("ReorderOutput", value, List.of(value + SUFFIX), integer("channels", channels.get(value)));
		}
		return value;
	}

	/** The name of a value in the layout. */
	String blocked(final String value, final int valueChannels) {
		if (!has(value)) {
			graph.blockedNode("ReorderInput", value + SUFFIX, List.of(value));
			channels.put(value, valueChannels);
			plain.add(value);
		}
		return value + SUFFIX;
	}

	/** Writes an operator that works on any layout; its result is in this one. */
	String elementwise(final String operator, final String value, final int valueChannels, final List<String> inputs,
		final Attribute... attributes)
	{
		graph.node(operator, value + SUFFIX, inputs, attributes);
		channels.put(value, valueChannels);
		return value;
	}

	/**
	 * A convolution.
	 *
	 * @param value what the result is called
	 * @param x input: in the layout, or [1, C, H, W] with fewer channels than a block
	 * @param kernel from {@link #kernel} or {@link #product}
	 * @param outputs channels of the result
	 * @param rest names of the bias and of a value that is added, each empty for none
	 * @param attributes of the Conv
	 */
	String convolution(final String value, final String x, final String kernel, final int outputs, final List<String> rest,
		final Attribute... attributes)
	{
		final List<String> inputs = new ArrayList<>(List.of(x, kernel));
		inputs.addAll(rest);
		while (inputs.get(inputs.size() - 1).isEmpty()) inputs.remove(inputs.size() - 1);
		graph.blockedNode("Conv", value + SUFFIX, inputs, attributes);
		channels.put(value, outputs);
		return value;
	}

	/**
	 * A constant kernel as the convolution takes it; the runtime computes it once, when it loads the graph.
	 *
	 * @param kernel [outputs, inputs, k, k]; inputs are fewer than a block or a multiple of it
	 * @param outputs channels; filled up with zeros to a multiple of the block
	 */
	String kernel(final String kernel, final int outputs, final int inputs, final int side) {
		final int filled = filled(outputs);
		String k = kernel;
		if (filled > outputs) {
			k = graph.node("Pad", kernel + "_filled", List.of(k, graph.constant(kernel + "_fill", 0, 0, 0, 0, filled - outputs, 0,
				0, 0)));
		}
		final boolean few = isFew(inputs);
		final long[] parts = few ? new long[] { filled / block, block, inputs, side, side } : new long[] { filled / block,
			block, inputs / block, block, side, side };
		graph.node("Reshape", kernel + "_parts", List.of(k, graph.constant(kernel + "_parts_shape", parts)));
		graph.node("Transpose", kernel + "_blocks", List.of(kernel + "_parts"), few ? ints("perm", 0, 2, 3, 4, 1) : ints("perm",
			0, 2, 4, 5, 3, 1));
		return graph.node("Reshape", kernel + SUFFIX, List.of(kernel + "_blocks", graph.constant(kernel + "_filled_shape",
			filled, inputs, side, side)));
	}

	/** The kernel of a convolution that multiplies every position with a matrix [C, C] which is no constant. */
	String product(final String matrix, final int side) {
		graph.node("Reshape", matrix + "_parts", List.of(matrix, graph.constant(matrix + "_parts_shape", side / block, block,
			side / block, block)));
		graph.node("Transpose", matrix + "_blocks", List.of(matrix + "_parts"), ints("perm", 0, 2, 3, 1));
		return graph.node("Reshape", matrix + SUFFIX, List.of(matrix + "_blocks", graph.constant(matrix + "_kernel_shape", side,
			side, 1, 1)));
	}

	/** Means of disjoint or overlapping windows that lie inside the input. */
	String averagePool(final String value, final String x, final Attribute... attributes) {
		final int c = channels.get(x);
		graph.blockedNode("AveragePool", value + SUFFIX, List.of(x + SUFFIX), attributes);
		channels.put(value, c);
		return value;
	}

	/** Every value repeated in a square. */
	String repeat(final String value, final String x, final int side) {
		final int c = channels.get(x);
		graph.blockedNode("Upsample", value + SUFFIX, List.of(x + SUFFIX), ints("scales", 1, 1, side, side), text("mode",
			"nearest"));
		channels.put(value, c);
		return value;
	}

	/**
	 * Every channel multiplied by a mask [h, w]; a blocked value is [C/B, h, w, B] to operators that know no layout.
	 *
	 * @param after a value that shall be there before, so that the product is not made, and held, any earlier; empty for none
	 */
	String masked(final String value, final String x, final String mask, final ImageSize size, final String after) {
		final int c = channels.get(x);
		final long h = size.height();
		final long w = size.width();
		graph.node("Reshape", mask + "_column", List.of(mask, graph.constant(mask + "_column_shape", h, w, 1)));
		graph.node("Expand", mask + SUFFIX, List.of(mask + "_column", graph.constant(mask + "_shape", h, w, block)));
		String view = graph.constant(x + "_view_shape", c / block, h, w, block);
		if (!after.isEmpty()) {
			graph.node("Shape", x + "_after", List.of(after));
			graph.node("Mul", x + "_nothing", List.of(x + "_after", graph.constant(x + "_zeros", 0, 0, 0, 0)));
			view = graph.node("Add", x + "_late_view_shape", List.of(view, x + "_nothing"));
		}
		graph.node("Reshape", x + "_view", List.of(x + SUFFIX, view));
		graph.node("Mul", value + "_view", List.of(x + "_view", mask + SUFFIX));
		return elementwise("Reshape", value, c, List.of(value + "_view", graph.constant(value + "_shape", 1, c, h, w)));
	}

	/** The smallest multiple of the block that is not smaller. */
	private int filled(final int outputs) {
		return (outputs + block - 1) / block * block;
	}
}
