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
package io.github.styletransfer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of layer between two convolutions, and every way in which values meet: the loss against plain loops in double
 * precision, the gradient against finite differences of those.
 */
class OperatorTest {

	private static final int CHANNELS = 6;
	private static final double ALPHA = 1;
	private static final double BETA = 30;
	/** Of the finite differences, in grey levels: so small that hardly a ReLU or maximum switches in between. */
	private static final double STEP = 1e-3;

	static Stream<Layer> layers() {
		return Stream.of(convolution(1, 1, 0, 1), convolution(5, 1, 2, 1), convolution(3, 1, 0, 1), convolution(4, 1, 3, 1),
			convolution(3, 1, 1, 2), convolution(1, 1, 0, 3), convolution(7, 2, 3, 1), convolution(3, 2, 0, 1), convolution(3,
				2, 1, 3), convolution(2, 3, 0, 1), convolution(5, 4, 4, 2), convolution(1, 2, 0, 2), new Pool("x", "a", 2, 2, 0,
					false), new Pool("x", "a", 3, 3, 0, false), new Pool("x", "a", 2, 2, 0, true), new Pool("x", "a", 3, 2, 0, true),
			new Pool("x", "a", 3, 2, 0, false), new Pool("x", "a", 3, 1, 1, true), new Pool("x", "a", 3, 2, 1, true), new Pool(
				"x", "a", 5, 3, 2, false), new Pool("x", "a", 4, 1, 0, false), new LocalResponseNormalisation("x", "a", 5, .001f,
					.75f, 1), new LocalResponseNormalisation("x", "a", 3, .01f, .6f, 2), new LocalResponseNormalisation("x", "a", 1,
						.002f, 1.5f, .5f));
	}

	@ParameterizedTest
	@MethodSource("layers")
	void gradientEqualsFiniteDifferencesAtAnySize(final Layer layer) throws Exception {
		final int outputs = layer.channels(CHANNELS);
		final Architecture network = network(List.of(Convolution.same("a", Layer.IMAGE, 3, CHANNELS, 3), layer, Convolution
			.same("b", "x", outputs, 4, 3)));
		for (final Pooling pooling : layer instanceof Pool ? Pooling.values() : new Pooling[] { Pooling.AVERAGE }) {
			final LossLayers losses = new LossLayers(network, List.of("b"), List.of("a", "b"), pooling);
			check(losses, 9, 12);
			check(losses, 11, 7);
			check(losses, 10, 8);
		}
	}

	/** A module of three branches behind a value that also goes on by itself; losses in a branch and behind it. */
	@ParameterizedTest
	@MethodSource("choices")
	void gradientsOfBranchesAddUp(final List<String> content, final List<String> style) throws Exception {
		final Architecture network = network(List.of(Convolution.same("a", Layer.IMAGE, 3, 5, 3), Convolution.same("direct",
			"a", 5, 3, 1), Convolution.same("reduce", "a", 5, 2, 1), Convolution.same("wide", "reduce", 2, 4, 5), new Pool(
				"pool", "a", 3, 1, 1, true), Convolution.same("projected", "pool", 5, 3, 1), new Concatenation("output", List.of(
					"direct", "wide", "projected")), new Concatenation("more", List.of("a", "output", "a")), Convolution.same("b",
						"more", 20, 4, 3)));
		for (final Pooling pooling : Pooling.values()) check(new LossLayers(network, content, style, pooling), 9, 8);
	}

	static Stream<Arguments> choices() {
		return Stream.of(Arguments.of(List.of("b"), List.of("a", "b")), Arguments.of(List.of("output"), List.of("output")),
			Arguments.of(List.of("wide", "b"), List.of("reduce", "more")), Arguments.of(List.of(), List.of("direct",
				"projected")), Arguments.of(List.of("direct"), List.of("a")));
	}

	@ParameterizedTest
	@CsvSource({ "9,8", "10,7" })
	void twoLayersMayTakeTheImage(final int height, final int width) throws Exception {
		final Architecture network = network(List.of(Convolution.same("a", Layer.IMAGE, 3, 4, 3), Convolution.same("b",
			Layer.IMAGE, 3, 3, 5), new Concatenation("both", List.of("b", "a")), new Convolution("c", "both", 7, 4, 3, 2, 1, 1)));
		check(new LossLayers(network, List.of("c"), List.of("both"), Pooling.MAX), height, width);
	}

	/** Of a flat picture: the gradient goes to the first position of each window, and windows that share it add up. */
	@ParameterizedTest
	@CsvSource({ "2,0", "1,1" })
	void tiesGoToTheFirstMaximumRowByRow(final int stride, final int padding) {
		final int side = 9;
		final Architecture network = network(List.of(Convolution.same("a", Layer.IMAGE, 3, 1, 1), new Pool("p", "a", 3, stride,
			padding, true), Convolution.same("b", "p", 1, 1, 1)));
		final Weights weights = new Weights(network, Preprocessing.BVLC, "ones", "none", Map.of("a.weight", new float[] { 1, 1,
			1 }, "a.bias", new float[1], "b.weight", new float[] { 1 }, "b.bias", new float[1]));
		final float[] content = new float[3 * side * side];
		Arrays.fill(content, 199);
		final float[] x = new float[content.length];
		Arrays.fill(x, 200);
		final float[] expected = new float[x.length];
		final int positions = network.layers().get(1).outputSide(side);
		for (int i = 0; i < 3 * positions * positions; i++) {
			final int row = Math.max(0, i / positions % positions * stride - padding);
			final int column = Math.max(0, i % positions * stride - padding);
			expected[(i / (positions * positions) * side + row) * side + column] += 3; // three channels, each one level brighter
		}
		try (Evaluation e = new Evaluation(weights, new LossLayers(network, List.of("b"), List.of(), Pooling.MAX), content,
			side, side, content, side, side, 1, 0))
		{
			e.at(x);
			assertArrayEquals(expected, e.gradient, 1e-4f);
		}
	}

	// -- Helper methods --

	private static Convolution convolution(final int kernel, final int stride, final int padding, final int groups) {
		return new Convolution("x", "a", CHANNELS, 2 * groups, kernel, stride, padding, groups);
	}

	private static Architecture network(final List<Layer> layers) {
		return new Architecture("small", layers, List.of(), List.of());
	}

	private static void check(final LossLayers losses, final int height, final int width) throws Exception {
		final Weights weights = NarrowNetwork.weights(losses.architecture(), Preprocessing.BVLC);
		final float[] content = NarrowNetwork.image(1, height, width);
		final float[] style = NarrowNetwork.image(2, 9, 11);
		final float[] x = NarrowNetwork.image(3, height, width);
		final PlainNetwork plain = new PlainNetwork(weights, losses);
		final Map<String, double[][][]> contentFeatures = plain.features(doubles(content), height, width);
		final Map<String, double[][][]> styleFeatures = plain.features(doubles(style), 9, 11);
		final ToDoubleFunction<double[]> loss = image -> plain.loss(plain.features(image, height, width), contentFeatures,
			styleFeatures, ALPHA, BETA);
		try (Evaluation e = new Evaluation(weights, losses, content, height, width, style, 9, 11, ALPHA, BETA)) {
			final double expected = loss.applyAsDouble(doubles(x));
			assertEquals(expected, e.at(x), 1e-5 * expected, losses.toString());
			assertGraphOfAnySizeAgrees(weights, losses, e, x, height, width);
			assertSlopes(loss, x, e.gradient, height, width);
		}
	}

	/** At every pixel of the last row and column, where errors hide best, and at some of the others. */
	private static void assertSlopes(final ToDoubleFunction<double[]> loss, final float[] x, final float[] gradient,
		final int height, final int width)
	{
		double largest = 0;
		for (final float g : gradient) largest = Math.max(largest, Math.abs(g));
		for (int i = 0; i < x.length; i++) {
			final int row = i / width % height;
			final int column = i % width;
			if (row < height - 1 && column < width - 1 && i % 11 != 0) continue;
			final double[] moved = doubles(x);
			moved[i] = x[i] + STEP;
			final double above = loss.applyAsDouble(moved);
			moved[i] = x[i] - STEP;
			final double slope = (above - loss.applyAsDouble(moved)) / (2 * STEP);
			assertEquals(slope, gradient[i], 1e-4 * largest, "at row " + row + ", column " + column);
		}
	}

	private static double[] doubles(final float[] values) {
		final double[] doubles = new double[values.length];
		for (int i = 0; i < values.length; i++) doubles[i] = values[i];
		return doubles;
	}

	private static void assertGraphOfAnySizeAgrees(final Weights weights, final LossLayers losses, final Evaluation e,
		final float[] x, final int height, final int width) throws Exception
	{
		final Map<String, OnnxTensor> given = new HashMap<>(e.content.tensors());
		given.putAll(e.style.tensors());
		given.put("content_weight", SegmentTest.scalar((float) ALPHA));
		given.put("style_weight", SegmentTest.scalar((float) BETA));
		given.put("image", SegmentTest.tensor(x, 1, 3, height, width));
		final Map<String, OnnxTensor> out = SegmentTest.run(GraphWriter.gradient(weights, losses, LayerRun.whole(losses),
			ImageSize.ANY, Operators.PLAIN), given);
		assertEquals(e.terms.loss(), SegmentTest.values(out.get("loss"))[0], 1e-5 * e.terms.loss());
		assertTrue(Evaluation.relativeDifference(SegmentTest.values(out.get("gradient")), e.gradient) < 1e-5);
	}
}
