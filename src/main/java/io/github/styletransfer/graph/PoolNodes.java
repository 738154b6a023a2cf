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
import io.github.styletransfer.network.Layer.Pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pooling steps and their gradients. Windows that share no position, as VGG's, have gradients without any addition; where
 * windows overlap, their gradients add up.
 */
final class PoolNodes {

	/** Below every root of squares that are no zeros. */
	private static final float LEAST = 1e-30f;

	private final GraphBuilder graph;
	private final BlockedLayout blocks;
	private final Pooling pooling;
	private final Convention convention;

	PoolNodes(final GraphBuilder graph, final BlockedLayout blocks, final Pooling pooling, final Convention convention) {
		this.graph = graph;
		this.blocks = blocks;
		this.pooling = pooling;
		this.convention = convention;
	}

	/** Writes the step; the maximum's places are a second value. */
	void forward(final Pool p, final String x) {
		final List<Attribute> attributes = new ArrayList<>(List.of(window(p), strides(p)));
		if (p.padding() > 0) attributes.add(ints("pads", p.padding(), p.padding(), p.padding(), p.padding()));
		if (p.roundUp()) attributes.add(integer("ceil_mode", 1));
		final Attribute[] all = attributes.toArray(new Attribute[0]);
		if (pooling == Pooling.MAX) graph.node("MaxPool", List.of(p.name(), indices(p)), List.of(blocks.plain(x)), all);
		else if (pooling == Pooling.L2) rootMeanSquare(p, blocks.plain(x), all);
		else if (factor(p) != 1) times(factor(p), p.name(), average(p.name() + "_mean", x, all));
		else average(p.name(), x, all);
	}

	/**
	 * @param p the step
	 * @param x its input, [1, channels, H, W]
	 * @param gradient in its output
	 * @param channels of both
	 * @param size H and W
	 * @return the name of the gradient in its input
	 */
	String backward(final Pool p, final String x, final String gradient, final int channels, final ImageSize size) {
		if (pooling == Pooling.L2) return ofRootMeanSquare(p, blocks.plain(x), blocks.plain(gradient), channels, size);
		if (factor(p) == 1) return ofPool(p, x, gradient, channels, size);
		return ofPool(p, x, times(factor(p), p.name() + "_scaled_gradient", gradient), channels, size);
	}

	// -- Helper methods --

	private double factor(final Pool p) {
		return convention.poolingFactor(pooling, p.window());
	}

	/** In the layout that the value has. */
	private String times(final double factor, final String name, final String value) {
		final String constant = graph.constant(name + "_factor", new float[] { (float) factor });
		if (blocks.has(value)) return blocks.elementwise("Mul", name, blocks.channels(value), List.of(blocks.blocked(value,
			blocks.channels(value)), constant));
		return graph.node("Mul", name, List.of(value, constant));
	}

	private String average(final String name, final String x, final Attribute... attributes) {
		if (blocks.has(x)) return blocks.averagePool(name, x, attributes);
		return graph.node("AveragePool", name, List.of(x), attributes);
	}

	/** y = factor · root of the mean of x². */
	private void rootMeanSquare(final Pool p, final String x, final Attribute... attributes) {
		final String name = p.name();
		graph.node("Mul", name + "_squares", List.of(x, x));
		graph.node("AveragePool", name + "_mean_square", List.of(name + "_squares"), attributes);
		if (factor(p) == 1) graph.node("Sqrt", name, List.of(name + "_mean_square"));
		else times(factor(p), name, graph.node("Sqrt", name + "_root", List.of(name + "_mean_square")));
	}

	/** x · the mean's gradient of factor² g / y; where y is 0 all of x is. */
	private String ofRootMeanSquare(final Pool p, final String x, final String gradient, final int channels,
		final ImageSize size)
	{
		final String name = p.name();
		graph.node("Max", name + "_divisor", List.of(name, graph.constant(name + "_least", new float[] { LEAST })));
		graph.node("Div", name + "_over_root", List.of(gradient, name + "_divisor"));
		final String spread = ofMean(p, x, times(factor(p) * factor(p), name + "_shared_gradient", name + "_over_root"),
			channels, size);
		return graph.node("Mul", name + "_l2_gradient", List.of(spread, x));
	}

	private String ofPool(final Pool p, final String x, final String gradient, final int channels, final ImageSize size) {
		if (pooling == Pooling.AVERAGE && isDisjoint(p) && blocks.has(gradient) && isWhole(p, size)) {
			return blockedSpread(p, gradient, channels);
		}
		final String plain = blocks.plain(gradient);
		final String input = blocks.plain(x);
		if (pooling == Pooling.MAX) return isDisjoint(p) ? unpooled(p, input, plain) : scattered(p, input, plain);
		return ofMean(p, input, plain, channels, size);
	}

	private String ofMean(final Pool p, final String x, final String gradient, final int channels, final ImageSize size) {
		return isDisjoint(p) ? spread(p, x, gradient, size) : overlapping(p, x, gradient, channels);
	}

	private static boolean isDisjoint(final Pool p) {
		return p.stride() == p.window() && p.padding() == 0 && !p.roundUp();
	}

	private static Attribute window(final Pool p) {
		return ints("kernel_shape", p.window(), p.window());
	}

	private static Attribute strides(final Pool p) {
		return ints("strides", p.stride(), p.stride());
	}

	private static String indices(final Pool p) {
		return p.name() + "_indices";
	}

	private String unpooled(final Pool p, final String x, final String gradient) {
		graph.node("Shape", p.name() + "_shape", List.of(x));
		return graph.node("MaxUnpool", p.name() + "_input_gradient", List.of(gradient, indices(p), p.name() + "_shape"),
			window(p), strides(p));
	}

	/** Adds every window's gradient to its maximum's place: MaxUnpool would keep one of several. */
	private String scattered(final Pool p, final String x, final String gradient) {
		final String name = p.name();
		final String flat = graph.constant(name + "_flat", -1);
		graph.node("Reshape", name + "_flat_gradient", List.of(gradient, flat));
		graph.node("Reshape", name + "_flat_indices", List.of(indices(p), flat));
		graph.node("Size", name + "_size", List.of(x));
		graph.node("Reshape", name + "_length", List.of(name + "_size", flat));
		graph.node("ConstantOfShape", name + "_zeros", List.of(name + "_length"));
		graph.node("ScatterElements", name + "_scattered", List.of(name + "_zeros", name + "_flat_indices", name +
			"_flat_gradient"), integer("axis", 0), text("reduction", "add"));
		graph.node("Shape", name + "_shape", List.of(x));
		return graph.node("Reshape", name + "_input_gradient", List.of(name + "_scattered", name + "_shape"));
	}

	private String spread(final Pool p, final String x, final String gradient, final ImageSize size) {
		final String name = p.name();
		final int side = p.window();
		graph.node("Mul", name + "_quarter", List.of(gradient, graph.constant(name + "_one_quarter", new float[] { 1f /
			(side * side) })));
		final String spread = graph.node("Resize", name + "_spread", List.of(name + "_quarter", "", graph.constant(name +
			"_scales", new float[] { 1, 1, side, side }, 4)), text("mode", "nearest"), text("coordinate_transformation_mode",
				"asymmetric"), text("nearest_mode", "floor"));
		return isWhole(p, size) ? spread : LastRows.fit(graph, name, x, spread);
	}

	private String blockedSpread(final Pool p, final String gradient, final int channels) {
		final String share = graph.constant(p.name() + "_share", new float[] { 1f / (p.window() * p.window()) });
		blocks.elementwise("Mul", p.name() + "_shares", channels, List.of(blocks.blocked(gradient, channels), share));
		return blocks.repeat(p.name() + "_input_gradient", p.name() + "_shares", p.window());
	}

	/** Whether disjoint windows reach the last row and column. */
	private static boolean isWhole(final Pool p, final ImageSize size) {
		return !size.isAny() && size.height() % p.window() == 0 && size.width() % p.window() == 0;
	}

	/** Each output's gradient, divided by the positions of its window that lie inside, goes to all of them. */
	private String overlapping(final Pool p, final String x, final String gradient, final int channels) {
		final String name = p.name();
		final int side = p.window();
		graph.node("Div", name + "_shares", List.of(gradient, insideFraction(p, x)));
		if (p.stride() == 1) {
			// each position's sum over the windows that hold it: windows as large, moved to the other side
			final int pad = side - 1 - p.padding();
			return graph.node("AveragePool", name + "_input_gradient", List.of(name + "_shares"), window(p), ints("pads", pad,
				pad, pad, pad), integer("count_include_pad", 1));
		}
		final float[] taps = new float[channels * side * side];
		Arrays.fill(taps, 1f / (side * side));
		graph.node("ConvTranspose", name + "_spread", List.of(name + "_shares", graph.constant(name + "_taps", taps, channels,
			1, side, side)), window(p), strides(p), ints("pads", p.padding(), p.padding(), 0, 0), integer("group", channels));
		return LastRows.fit(graph, name, x, name + "_spread");
	}

	/** Of each window, the fraction of its positions that lie inside the input, [1, 1, h, w]. */
	private String insideFraction(final Pool p, final String x) {
		final String name = p.name();
		graph.node("Shape", name + "_inside_side", List.of(x), integer("start", 2));
		graph.node("Shape", name + "_outputs", List.of(name), integer("start", 2));
		// rows behind the last one until the last window's end: (outputs - 1) stride + window - padding - side
		graph.node("Mul", name + "_steps", List.of(name + "_outputs", graph.constant(name + "_step", p.stride(), p
			.stride())));
		final long end = p.window() - p.padding() - p.stride();
		graph.node("Add", name + "_ends", List.of(name + "_steps", graph.constant(name + "_end", end, end)));
		graph.node("Sub", name + "_outside", List.of(name + "_ends", name + "_inside_side"));
		graph.node("Concat", name + "_outside_pads", List.of(graph.constant(name + "_outside_before", 0, 0, p.padding(), p
			.padding(), 0, 0), name + "_outside"), integer("axis", 0));
		graph.node("Concat", name + "_plane", List.of(graph.constant(name + "_one_plane", 1, 1), name + "_inside_side"),
			integer("axis", 0));
		graph.node("Expand", name + "_ones", List.of(graph.constant(name + "_one", new float[] { 1 }), name + "_plane"));
		graph.node("Pad", name + "_inside", List.of(name + "_ones", name + "_outside_pads"));
		return graph.node("AveragePool", name + "_inside_fraction", List.of(name + "_inside"), window(p), strides(p));
	}
}
