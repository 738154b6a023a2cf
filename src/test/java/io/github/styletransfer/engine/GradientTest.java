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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.optimize.Lbfgs;
import io.github.styletransfer.optimize.Optimum;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);

	/** Layer choices that differ in structure: one kind alone, both at one layer, before and behind pools, all five styles. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "conv1_1 | | 7 | 5", "| conv1_1 | 6 | 9", "conv1_2 | conv1_2 | 8 | 8",
		"conv2_1 | conv1_1 | 9 | 7", "| conv2_2,conv3_1 | 13 | 11",
		"conv4_2 | conv1_1,conv2_1,conv3_1,conv4_1,conv5_1 | 37 | 29",
		"conv3_3,conv5_1 | conv4_1 | 16 | 16", "conv4_2 | conv5_1 | 19 | 33" })
	void gradientEqualsFiniteDifferences(final String content, final String style, final int height, final int width) {
		for (final Pooling pooling : Pooling.values()) {
			final LossLayers losses = losses(content, style, pooling);
			final float[] c = NarrowNetwork.image(1, height, width);
			final float[] x = NarrowNetwork.image(3, height, width);
			try (Evaluation e = new Evaluation(WEIGHTS, losses, c, height, width, NarrowNetwork.image(2, 20, 24), 20, 24, 2, 30)) {
				final double loss = e.at(x);
				final float[] gradient = e.gradient.clone();
				final Random random = new Random(5);
				for (int trial = 0; trial < 3; trial++) {
					final float[] d = NarrowNetwork.normal(random, x.length, 1);
					// along the gradient too, so that the slope is no small difference of large terms
					final double scale = Math.sqrt(x.length) / norm(gradient);
					for (int i = 0; i < d.length; i++) d[i] = (float) (.3 * d[i] + scale * gradient[i]);
					final double h = .002; // small, so that few ReLUs and maxima switch in between
					final double slope = (e.at(moved(x, h, d)) - e.at(moved(x, -h, d))) / (2 * h);
					final double expected = dot(gradient, d);
					assertEquals(expected, slope, 5e-3 * Math.abs(expected), pooling + " " + losses + " loss " + loss);
				}
			}
		}
	}

	@Test
	void styleEqualToContentGivesZeroStyleLossAtTheContent() {
		final float[] c = NarrowNetwork.image(1, 24, 20);
		for (final Pooling pooling : Pooling.values()) {
			try (Evaluation e = new Evaluation(WEIGHTS, losses("conv4_2", "conv1_1,conv3_1,conv5_1", pooling), c, 24, 20, c, 24,
				20, 1, 1))
			{
				final double atContent = e.at(c);
				final double elsewhere = e.at(NarrowNetwork.image(9, 24, 20));
				assertTrue(atContent <= 1e-9 * elsewhere, atContent + " against " + elsewhere);
			}
		}
	}

	@Test
	void orderOfTheLayersChangesNothing() {
		final float[] c = NarrowNetwork.image(1, 24, 20);
		final float[] s = NarrowNetwork.image(2, 24, 20);
		final float[] x = NarrowNetwork.image(3, 24, 20);
		try (Evaluation a = new Evaluation(WEIGHTS, losses("conv2_1,conv4_2", "conv1_1,conv3_1", Pooling.AVERAGE), c, 24, 20,
			s, 24, 20, 1, 10);
				Evaluation b = new Evaluation(WEIGHTS, losses("conv4_2,conv2_1", "conv3_1,conv1_1", Pooling.AVERAGE), c, 24, 20,
					s, 24, 20, 1, 10))
		{
			assertEquals(a.at(x), b.at(x));
			assertArrayEquals(a.gradient, b.gradient);
		}
	}

	@Test
	void contentLossAloneBringsNoiseBackToTheContent() {
		final float[] c = NarrowNetwork.image(1, 24, 24);
		final Weights vgg = EmbeddedWeights.vgg16();
		final LossLayers losses = new LossLayers(vgg.architecture(), List.of("conv2_2"), List.of(), Pooling.AVERAGE);
		try (Evaluation e = new Evaluation(vgg, losses, c, 24, 24, c, 24, 24, 1, 0)) {
			final float[] noise = NarrowNetwork.image(8, 24, 24);
			final double start = e.at(noise);
			final Optimum end = Lbfgs.builder().maxIterations(200).build().minimize(e.function, noise, it -> true);
			assertTrue(end.loss() < 1e-3 * start, end.loss() + " of " + start);
		}
	}

	@Test
	void smallestImageOfTheDeepestLayerWorksAndASmallerOneIsRefused() {
		final LossLayers losses = losses("conv4_2", "conv5_1", Pooling.AVERAGE);
		final float[] c = NarrowNetwork.image(1, 16, 16);
		try (Evaluation e = new Evaluation(WEIGHTS, losses, c, 16, 16, c, 16, 16, 1, 1)) {
			assertTrue(Double.isFinite(e.at(NarrowNetwork.image(2, 16, 16))));
			final String message = assertThrows(IllegalArgumentException.class, () -> e.engine.contentTargets(losses,
				NarrowNetwork.image(1, 15, 40), 15, 40)).getMessage();
			assertTrue(message.contains("conv5_1") && message.contains("16 x 16") && message.contains("40 x 15"), message);
		}
	}

	@Test
	void oneEngineServesAnyChoiceOfLayers() {
		final float[] c = NarrowNetwork.image(1, 24, 20);
		final LossLayers deep = losses("conv4_2", "conv3_1", Pooling.AVERAGE);
		try (Engine engine = new Engine(WEIGHTS, 1);
				Engine fresh = new Engine(WEIGHTS, 1);
				Targets shallow = engine.styleTargets(losses("", "conv1_1", Pooling.AVERAGE), c, 24, 20);
				Targets grams = engine.styleTargets(deep, c, 24, 20);
				Targets expected = fresh.styleTargets(deep, c, 24, 20))
		{
			assertTrue(shallow.values("gram_conv1_1").length > 0);
			assertArrayEquals(expected.values("gram_conv3_1"), grams.values("gram_conv3_1"));
		}
	}

	@Test
	void sameInputsGiveTheSameBits() {
		final float[] c = NarrowNetwork.image(1, 24, 20);
		final float[] x = NarrowNetwork.image(3, 24, 20);
		try (Evaluation e = new Evaluation(WEIGHTS, losses("conv4_2", "conv1_1,conv5_1", Pooling.AVERAGE), c, 24, 20, c, 24,
			20, 1, 10))
		{
			final double first = e.at(x);
			final float[] gradient = e.gradient.clone();
			assertEquals(first, e.at(x));
			assertArrayEquals(gradient, e.gradient);
		}
	}

	@Test
	void stoppedEngineRefusesToEvaluate() {
		final float[] c = NarrowNetwork.image(1, 16, 16);
		try (Evaluation e = new Evaluation(WEIGHTS, losses("conv4_2", "conv1_1", Pooling.AVERAGE), c, 16, 16, c, 16, 16, 1,
			1))
		{
			e.engine.stop();
			assertThrows(CancellationException.class, () -> e.at(c));
		}
	}

	@Test
	void negativeThreadsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Engine(WEIGHTS, -1));
	}

	@Test
	void noLayersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> losses("", "", Pooling.MAX));
	}

	// -- Helper methods --

	static LossLayers losses(final String content, final String style, final Pooling pooling) {
		return new LossLayers(NarrowNetwork.ARCHITECTURE, list(content), list(style), pooling);
	}

	private static List<String> list(final String names) {
		return names == null || names.isEmpty() ? List.of() : List.of(names.trim().split(","));
	}

	private static float[] moved(final float[] x, final double h, final float[] d) {
		final float[] y = new float[x.length];
		for (int i = 0; i < y.length; i++) y[i] = (float) (x[i] + h * d[i]);
		return y;
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
		return sum;
	}

	private static double norm(final float[] a) {
		return Math.sqrt(dot(a, a));
	}
}
