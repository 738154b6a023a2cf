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

import java.util.List;

/** Replicating padding of the convolution that takes the image, and its gradient. */
final class ReplicatedBorder {

	private final GraphBuilder graph;
	private final boolean used;

	ReplicatedBorder(final GraphBuilder graph, final LossLayers losses) {
		this.graph = graph;
		used = losses.padding() == Padding.REPLICATE;
	}

	/** Whether a convolution's input has such a border. */
	boolean isAt(final Convolution c) {
		return used && c.input().equals(Layer.IMAGE) && c.padding() > 0;
	}

	/** The same convolution without a padding of its own. */
	static Convolution unpadded(final Convolution c) {
		return new Convolution(c.name(), c.input(), c.inputChannels(), c.outputChannels(), c.kernel(), c.stride(), 0, c
			.groups());
	}

	/** The size with the border. */
	static ImageSize padded(final Convolution c, final ImageSize size) {
		return size.isAny() ? size : new ImageSize(size.height() + 2 * c.padding(), size.width() + 2 * c.padding());
	}

	/** The name of the padded value. */
	static String padded(final String x) {
		return x + "_padded";
	}

	/** Writes the padded value [1, C, H + 2p, W + 2p] of x [1, C, H, W]. */
	String forward(final Convolution c, final String x) {
		final long p = c.padding();
		return graph.node("Pad", padded(x), List.of(x, graph.constant(x + "_border", 0, 0, p, p, 0, 0, p, p)),
			GraphBuilder.text("mode", "edge"));
	}

	/** What falls into the border belongs to the outermost pixels; returns the gradient in x, H and W being at least 2. */
	String backward(final Convolution c, final String paddedGradient) {
		final String rows = fold(paddedGradient, paddedGradient + "_rows", 2, c.padding());
		return fold(rows, paddedGradient + "_folded", 3, c.padding());
	}

	private String fold(final String g, final String name, final int axis, final int p) {
		final String first = graph.node("ReduceSum", name + "_first_sum", List.of(slice(g, name + "_first", axis, 0, p + 1),
			graph.constant(name + "_first_axis", new long[] { axis })), integer("keepdims", 1));
		final String last = graph.node("ReduceSum", name + "_last_sum", List.of(slice(g, name + "_last", axis, -p - 1,
			Long.MAX_VALUE), graph.constant(name + "_last_axis", new long[] { axis })), integer("keepdims", 1));
		final String middle = slice(g, name + "_middle", axis, p + 1, -p - 1);
		return graph.node("Concat", name, List.of(first, middle, last), integer("axis", axis));
	}

	private String slice(final String x, final String name, final int axis, final long from, final long to) {
		return graph.node("Slice", name, List.of(x, graph.constant(name + "_from", new long[] { from }), graph.constant(name +
			"_to", new long[] { to }), graph.constant(name + "_axis_of", new long[] { axis })));
	}
}
