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

import static io.github.styletransfer.graph.CookToom.PATCH;
import static io.github.styletransfer.graph.CookToom.TAPS;
import static io.github.styletransfer.graph.CookToom.TILE;
import static io.github.styletransfer.graph.GraphBuilder.integer;
import static io.github.styletransfer.graph.GraphBuilder.ints;
import static io.github.styletransfer.graph.GraphBuilder.text;

import io.github.styletransfer.network.Layer.Convolution;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 3x3 convolution of stride 1 and zero padding 1 by Winograd's minimal filtering F(4x4, 3x3), in plain ONNX operators
 * (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", arXiv:1509.09308): 36 multiplications where direct
 * convolution needs 144, per tile of 4x4 outputs and pair of channels. Any size: the last tiles are filled up with zeros
 * and cropped. The transformed kernel is an input of the graph, so that all sessions and both passes share one copy.
 */
final class Winograd {

	/** Pairs of channels that are transformed together. */
	private static final int CHUNK = 1024;

	private final GraphBuilder graph;
	private boolean hasForward;
	private boolean hasBackward;

	Winograd(final GraphBuilder graph) {
		this.graph = graph;
	}

	/**
	 * @param c the layer
	 * @param weights [outputs, inputs, 3, 3]
	 * @param x [1, inputs, H, W]
	 * @param y name of the result, [1, outputs, H, W]
	 * @param size H and W
	 * @return the result's name
	 */
	String forward(final Convolution c, final float[] weights, final String x, final String y, final ImageSize size) {
		if (!hasForward) constants("winograd_input", CookToom.input(), "winograd_output", CookToom.output());
		hasForward = true;
		graph.sharedInput(transformed(c), buffer -> transform(weights, c.outputChannels() * c.inputChannels(), buffer),
			PATCH * PATCH, c.outputChannels(), c.inputChannels());
		return write(transformed(c), "winograd_input", "winograd_output", x, y, c.inputChannels(), c.outputChannels(), size);
	}

	/**
	 * The gradient in the input, with the transformed kernel of {@link #forward}.
	 *
	 * @param c the layer
	 * @param x gradient in the layer's linear output, [1, outputs, H, W]
	 * @param y name of the result, [1, inputs, H, W]
	 * @param size H and W
	 * @return the result's name
	 */
	String backward(final Convolution c, final String x, final String y, final ImageSize size) {
		if (!hasBackward) {
			constants("winograd_reversed_input", CookToom.inputOfReversed(), "winograd_reversed_output", CookToom
				.outputOfReversed());
		}
		hasBackward = true;
		final String exchanged = graph.node("Transpose", y + "_kernel", List.of(transformed(c)), ints("perm", 0, 2, 1));
		return write(exchanged, "winograd_reversed_input", "winograd_reversed_output", x, y, c.outputChannels(), c
			.inputChannels(), size);
	}

	// -- Helper methods --

	private static String transformed(final Convolution c) {
		return c.name() + ".winograd";
	}

	/**
	 * The patches' kernels are an input of the graph, not a constant: ONNX Runtime would write a Conv with constant kernels
	 * in its blocked layout, pad the 36 channels to 48 and take its output apart again, which costs a tenth of the whole
	 * evaluation.
	 */
	private void constants(final String input, final double[][] b, final String output, final double[][] a) {
		final float[] patches = kronecker(b);
		graph.sharedInput(input, buffer -> buffer.put(patches), PATCH * PATCH, 1, PATCH, PATCH);
		graph.constant(output, kronecker(a), TILE * TILE, PATCH * PATCH);
	}

	private String write(final String kernel, final String b, final String a, final String x, final String y,
		final int inputs, final int outputs, final ImageSize size)
	{
		graph.node("Reshape", y + "_planes", List.of(x, graph.constant(y + "_planes_shape", inputs, 1, 0, 0)));
		// patches of 6x6, 4 apart, each times 36 fixed 6x6 kernels: one Conv with the channels as its batch
		final String patches = graph.node("Conv", y + "_patches", List.of(y + "_planes", b), ints("kernel_shape", PATCH,
			PATCH), ints("strides", TILE, TILE), ints("pads", 1, 1, 4, 4));
		graph.node("Reshape", y + "_patches_flat", List.of(patches, graph.constant(y + "_patches_shape", inputs, PATCH *
			PATCH, -1)));
		graph.node("Transpose", y + "_tiles", List.of(y + "_patches_flat"), ints("perm", 1, 0, 2));
		graph.node("MatMul", y + "_products", List.of(kernel, y + "_tiles"));
		graph.node("Reshape", y + "_products_flat", List.of(y + "_products", graph.constant(y + "_products_shape", PATCH *
			PATCH, -1)));
		graph.node("MatMul", y + "_outputs", List.of(a, y + "_products_flat"));
		graph.node("Reshape", y + "_depth", List.of(y + "_outputs", depthShape(patches, y, outputs, size)));
		final boolean exact = !size.isAny() && size.height() % TILE == 0 && size.width() % TILE == 0;
		final String whole = graph.node("DepthToSpace", exact ? y : y + "_filled", List.of(y + "_depth"), integer(
			"blocksize", TILE), text("mode", "DCR"));
		return exact ? whole : crop(x, whole, y);
	}

	private String depthShape(final String patches, final String y, final int outputs, final ImageSize size) {
		final long depth = (long) TILE * TILE * outputs;
		if (!size.isAny()) {
			return graph.constant(y + "_depth_shape", 1, depth, (size.height() + TILE - 1) / TILE, (size.width() + TILE - 1) /
				TILE);
		}
		graph.node("Shape", y + "_tile_side", List.of(patches), integer("start", 2));
		return graph.node("Concat", y + "_depth_shape", List.of(graph.constant(y + "_depth_front", 1, depth), y +
			"_tile_side"), integer("axis", 0));
	}

	private String crop(final String x, final String whole, final String y) {
		graph.node("Shape", y + "_side", List.of(x), integer("start", 2));
		return graph.node("Slice", y, List.of(whole, graph.constant(y + "_crop_from", 0, 0), y + "_side", graph.constant(y +
			"_crop_axes", 2, 3)));
	}

	/** G g Gᵀ of every 3x3 kernel: [pairs, 3, 3] becomes [36, pairs]. In chunks whose taps fit the innermost cache. */
	private static void transform(final float[] weights, final int pairs, final FloatBuffer to) {
		final float[] g = kronecker(CookToom.kernel());
		IntStream.range(0, (pairs + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
			final int first = chunk * CHUNK;
			final int count = Math.min(CHUNK, pairs - first);
			final float[][] taps = new float[TAPS * TAPS][count];
			for (int i = 0; i < count; i++) {
				for (int k = 0; k < taps.length; k++) taps[k][i] = weights[(first + i) * taps.length + k];
			}
			final float[] sum = new float[count];
			for (int point = 0; point < PATCH * PATCH; point++) {
				Arrays.fill(sum, 0);
				for (int k = 0; k < taps.length; k++) add(g[point * taps.length + k], taps[k], sum);
				to.put(point * pairs + first, sum);
			}
		});
	}

	private static void add(final float factor, final float[] from, final float[] to) {
		if (factor == 0) return;
		for (int i = 0; i < to.length; i++) to[i] += factor * from[i];
	}

	/** kron(a, a), row-major: the transform of a square as one matrix. */
	private static float[] kronecker(final double[][] a) {
		final int rows = a.length;
		final int columns = a[0].length;
		final float[] k = new float[rows * rows * columns * columns];
		int n = 0;
		for (int i = 0; i < rows * rows; i++) {
			for (int j = 0; j < columns * columns; j++) {
				k[n++] = (float) (a[i / rows][j / columns] * a[i % rows][j % columns]);
			}
		}
		return k;
	}
}
