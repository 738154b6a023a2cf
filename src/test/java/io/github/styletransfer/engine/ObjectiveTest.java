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
import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.graph.LayerWeights;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.Padding;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Objectives other than the default: the loss that is told is the one whose gradient is given. */
class ObjectiveTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final int HEIGHT = 19;
	private static final int WIDTH = 22;

	@ParameterizedTest
	@EnumSource(Convention.class)
	void gradientOfEveryConventionEqualsFiniteDifferences(final Convention convention) {
		for (final Pooling pooling : Pooling.values()) {
			for (final Padding padding : Padding.values()) {
				final LossLayers losses = weighted(pooling).withConvention(convention).withPadding(padding);
				try (Evaluation e = evaluation(losses, HEIGHT, WIDTH)) {
					e.assertGradientIsTheSlope(NarrowNetwork.image(3, HEIGHT, WIDTH), 5e-3, losses.toString());
				}
			}
		}
	}

	/** Two pixels are the fewest that a replicated border can be told from; other kernels and strides are other networks'. */
	@ParameterizedTest
	@CsvSource({ "narrow,conv1_2,2,3", "narrow,conv2_1,5,4", "GoogLeNet,conv2/3x3,26,23", "GoogLeNet,conv1/7x7_s2,9,8" })
	void replicatedBordersGradientEqualsFiniteDifferences(final String network, final String layer, final int height,
		final int width)
	{
		final Weights weights = network.equals("narrow") ? WEIGHTS : NarrowNetwork.weights(NarrowNetwork.narrow(Architecture
			.of(network), c -> Math.max(2, c.outputChannels() / 16)), Preprocessing.BVLC);
		final LossLayers losses = new LossLayers(weights.architecture(), List.of(layer), List.of(layer), Pooling.AVERAGE)
			.withPadding(Padding.REPLICATE);
		final float[] c = NarrowNetwork.image(1, height, width);
		try (Evaluation e = new Evaluation(weights, losses, c, height, width, NarrowNetwork.image(2, height, width), height,
			width, 1, 10))
		{
			e.assertGradientIsTheSlope(NarrowNetwork.image(3, height, width), 5e-3, losses.toString());
		}
	}

	@Test
	void onePixelHasNoOppositeBordersToReplicate() {
		final LossLayers losses = new LossLayers(WEIGHTS.architecture(), List.of("conv1_1"), List.of(), Pooling.MAX)
			.withPadding(Padding.REPLICATE);
		assertEquals(2, losses.smallestSide());
	}

	@ParameterizedTest
	@EnumSource(Convention.class)
	void gradientOfGuidedGramMatricesEqualsFiniteDifferences(final Convention convention) {
		final LossLayers losses = weighted(Pooling.AVERAGE).withConvention(convention).withRegions(2);
		try (Evaluation e = guided(losses, half(HEIGHT, WIDTH, true), half(HEIGHT, WIDTH, false))) {
			e.assertGradientIsTheSlope(NarrowNetwork.image(3, HEIGHT, WIDTH), 5e-3, losses.toString());
		}
	}

	/** A white mask is no mask, and its scale makes no difference. */
	@ParameterizedTest
	@EnumSource(Convention.class)
	void oneRegionThatIsEverywhereIsTheWhole(final Convention convention) {
		final LossLayers losses = weighted(Pooling.AVERAGE).withConvention(convention);
		final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
		final float[] white = new float[HEIGHT * WIDTH];
		Arrays.fill(white, 255);
		try (Evaluation whole = evaluation(losses, HEIGHT, WIDTH);
				Evaluation guided = new Evaluation(WEIGHTS, losses.withRegions(1), NarrowNetwork.image(1, HEIGHT, WIDTH), HEIGHT,
					WIDTH, List.of(NarrowNetwork.image(2, HEIGHT, WIDTH)), List.of(white), List.of(white), 1, 10))
		{
			final double loss = whole.at(x);
			assertEquals(loss, guided.at(x), 1e-4 * loss);
			assertTrue(Evaluation.relativeDifference(guided.gradient, whole.gradient) < 1e-3);
		}
	}

	/** Outside its mask a style has no pull at the first layer, which sees one pixel beyond it. */
	@Test
	void regionPullsInsideItsMaskOnly() {
		final LossLayers losses = new LossLayers(WEIGHTS.architecture(), List.of(), List.of("conv1_1"), Pooling.AVERAGE)
			.withRegions(1);
		final float[] left = half(HEIGHT, WIDTH, true);
		try (Evaluation e = new Evaluation(WEIGHTS, losses, NarrowNetwork.image(1, HEIGHT, WIDTH), HEIGHT, WIDTH, List.of(
			NarrowNetwork.image(2, HEIGHT, WIDTH)), List.of(left), List.of(left), 0, 1))
		{
			e.at(NarrowNetwork.image(3, HEIGHT, WIDTH));
			boolean inside = false;
			for (int i = 0; i < e.gradient.length; i++) {
				if (i % WIDTH > WIDTH / 2) assertEquals(0, e.gradient[i]);
				else inside |= e.gradient[i] != 0;
			}
			assertTrue(inside);
		}
	}

	@Test
	void masksThatAreNotAcceptedAreNamed() {
		final LossLayers losses = weighted(Pooling.AVERAGE).withRegions(1);
		final float[] good = half(HEIGHT, WIDTH, true);
		final float[] negative = good.clone();
		negative[5] = -1;
		final float[] undefined = good.clone();
		undefined[5] = Float.NaN;
		refused(losses, "mask 1 is black everywhere", new float[HEIGHT * WIDTH]);
		refused(losses, "mask 1 has the value -1.0", negative);
		refused(losses, "mask 1 has the value NaN", undefined);
		refused(losses, "mask 1 has 3 values", new float[3]);
		refused(losses, "2 masks for 1 regions", good, good);
	}

	private static void refused(final LossLayers losses, final String words, final float[]... masks) {
		try (Engine engine = new Engine(WEIGHTS, 1); Targets none = new Targets(Map.of())) {
			final String message = assertThrows(IllegalArgumentException.class, () -> engine.gradient(losses, HEIGHT, WIDTH,
				none, none, List.of(masks), 1, 1)).getMessage();
			assertTrue(message.contains(words), message);
		}
	}

	@Test
	void guideIsTheSquareOfTheMeanOverTheAreaOfAPosition() {
		final float[] mask = { 1, 1, 0, 1, 0, 0, 0, 0, 0 };
		assertArrayEquals(new float[] { .25f, .25f, 0, .25f, 0, 0, 0, 0, 0 }, times(Guides.guide(mask, 3, 3, 3, 3), .75f),
			1e-6f);
		// areas of 1.5 pixels: means 8/9, 2/9, 2/9 and 0
		assertArrayEquals(new float[] { 64, 4, 4, 0 }, times(Guides.guide(mask, 3, 3, 2, 2), 72), 1e-4f);
	}

	/** The same in every convention that divides by the sum of the weights; twice the loss in the one that does not. */
	@Test
	void weightsThatAreAllTwoAreNoWeightsInAMean() {
		final Map<String, Double> two = Map.of("conv1_1", 2., "conv3_1", 2.);
		final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
		for (final Convention convention : Convention.values()) {
			final LossLayers plain = new LossLayers(WEIGHTS.architecture(), List.of(), List.of("conv1_1", "conv3_1"),
				Pooling.AVERAGE).withConvention(convention);
			try (Evaluation ones = evaluation(plain, HEIGHT, WIDTH);
					Evaluation twos = evaluation(plain.with(plain.content(), new LayerWeights(two)), HEIGHT, WIDTH))
			{
				final double loss = ones.at(x);
				final double times = convention.isMean() ? 1 : 2;
				assertEquals(times * loss, twos.at(x), 1e-9 * loss);
				assertArrayEquals(times(ones.gradient, (float) times), twos.gradient, 1e-4f * largest(twos.gradient));
				assertEquals(ones.terms.style(), twos.terms.style());
			}
		}
	}

	/** The factors that come of it are the ones of the loss that is told. */
	@ParameterizedTest
	@EnumSource(Convention.class)
	void normalisedFactorsAreDividedByNormsThatDoNotDependOnThem(final Convention convention) {
		final LossLayers losses = weighted(Pooling.AVERAGE).withConvention(convention);
		final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
		try (Evaluation e = evaluation(losses, HEIGHT, WIDTH)) {
			final LossLayers once = e.engine.normalised(losses, x, HEIGHT, WIDTH, e.content, e.style, List.of());
			for (final String l : losses.styleLayers()) assertTrue(once.styleFactor(l) != losses.styleFactor(l), once.toString());
			final LossLayers again = e.engine.normalised(once, x, HEIGHT, WIDTH, e.content, e.style, List.of());
			for (final String l : losses.styleLayers()) {
				assertEquals(once.styleFactor(l) / losses.styleFactor(l), again.styleFactor(l) / once.styleFactor(l), 1e-6 * once
					.styleFactor(l) / losses.styleFactor(l));
			}
			try (GradientFunction f = e.engine.gradient(once, HEIGHT, WIDTH, e.content, e.style, 1, 10)) {
				final double loss = f.evaluate(x, e.gradient);
				double sum = 0;
				for (final String l : once.contentLayers()) sum += once.contentFactor(l) * f.lastTerms().content().get(l);
				for (final String l : once.styleLayers()) sum += 10 * once.styleFactor(l) * f.lastTerms().style().get(l);
				assertEquals(sum, loss, 1e-9 * sum);
			}
		}
	}

	/** The paper's content term has the gradient F − P; at the content itself P stands in for it. */
	@Test
	void normIsThatOfTheTermsOwnGradient() {
		final LossLayers losses = new LossLayers(WEIGHTS.architecture(), List.of("conv1_1"), List.of(), Pooling.AVERAGE);
		final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
		try (Evaluation e = evaluation(losses, HEIGHT, WIDTH); Targets own = e.engine.contentTargets(losses, x, HEIGHT, WIDTH)) {
			double norm = 0;
			double atZero = 0;
			final float[] target = e.content.values("target_conv1_1");
			final float[] found = own.values("target_conv1_1");
			for (int i = 0; i < found.length; i++) {
				norm += Math.abs(found[i] - target[i]);
				atZero += Math.abs(found[i]);
			}
			assertEquals(1 / norm, e.engine.normalised(losses, x, HEIGHT, WIDTH, e.content, e.style, List.of()).contentFactor(
				"conv1_1"), 1e-5 / norm);
			assertEquals(1 / atZero, e.engine.normalised(losses, x, HEIGHT, WIDTH, own, e.style, List.of()).contentFactor(
				"conv1_1"), 1e-5 / atZero);
		}
	}

	@Test
	void weightsThatAreNotAboveZeroAreRefused() {
		for (final double w : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY }) {
			assertThrows(IllegalArgumentException.class, () -> new LayerWeights(Map.of("conv1_1", w)));
		}
	}

	/** Wide enough for the blocked layout, where there is one. */
	@ParameterizedTest
	@EnumSource(Convention.class)
	void blockedLayoutGivesTheSame(final Convention convention) {
		final Weights wide = NarrowNetwork.weights(Architecture.vgg("blocks", new int[][] { { 16, 16 }, { 32, 16 } }),
			Preprocessing.OXFORD);
		final float[] x = NarrowNetwork.image(3, 20, 26);
		for (final Pooling pooling : Pooling.values()) {
			for (final int regions : new int[] { 0, 1 }) {
				final LossLayers losses = new LossLayers(wide.architecture(), List.of("conv2_1"), List.of("conv1_1", "conv2_2"),
					pooling).withConvention(convention).withPadding(Padding.REPLICATE).withRegions(regions);
				final double[] loss = new double[2];
				final float[][] gradient = new float[2][x.length];
				for (int i = 0; i < 2; i++) {
					final float[] mask = half(20, 26, true);
					try (Engine engine = new Engine(wide, 1, i == 0 ? Operators.PLAIN : Processor
						.operators());
							Targets style = engine.styleTargets(losses, NarrowNetwork.image(2, 20, 26), 20, 26);
							Targets regional = Targets.regions(List.of(style));
							Targets content = engine.contentTargets(losses, NarrowNetwork.image(1, 20, 26), 20, 26);
							GradientFunction f = engine.gradient(losses, 20, 26, content, regions == 0 ? style : regional, regions == 0
								? List.of() : List.of(mask), 1, 5))
					{
						loss[i] = f.evaluate(x, gradient[i]);
					}
				}
				assertEquals(loss[0], loss[1], 1e-4 * loss[0], losses.toString());
				assertTrue(Evaluation.relativeDifference(gradient[1], gradient[0]) < 1e-3, losses.toString());
			}
		}
	}

	// -- Helper methods --

	private static LossLayers weighted(final Pooling pooling) {
		return GradientTest.losses("conv2_2", "conv1_1,conv3_1", pooling).with(new LayerWeights(Map.of("conv2_2", .5,
			"conv3_2", 2.)), new LayerWeights(Map.of("conv1_1", 3., "conv3_1", 1., "conv2_1", .25)));
	}

	private static Evaluation evaluation(final LossLayers losses, final int height, final int width) {
		return new Evaluation(WEIGHTS, losses, NarrowNetwork.image(1, height, width), height, width, NarrowNetwork.image(2,
			height, width), height, width, 1, 10);
	}

	private static Evaluation guided(final LossLayers losses, final float[]... masks) {
		return new Evaluation(WEIGHTS, losses, NarrowNetwork.image(1, HEIGHT, WIDTH), HEIGHT, WIDTH, List.of(NarrowNetwork
			.image(2, HEIGHT, WIDTH), NarrowNetwork.image(4, HEIGHT, WIDTH)), List.of(masks[1], masks[0]), List.of(masks), 1,
			10);
	}

	/** 1 in the left half and less in the column behind it, or the other half. */
	private static float[] half(final int height, final int width, final boolean left) {
		final float[] mask = new float[height * width];
		for (int i = 0; i < mask.length; i++) {
			final int x = i % width;
			mask[i] = x < width / 2 - 1 == left ? 1 : x == width / 2 - 1 && left ? .5f : 0;
		}
		return mask;
	}

	private static float[] times(final float[] values, final float factor) {
		final float[] product = values.clone();
		for (int i = 0; i < product.length; i++) product[i] *= factor;
		return product;
	}

	private static float largest(final float[] values) {
		float largest = 0;
		for (final float v : values) largest = Math.max(largest, Math.abs(v));
		return largest;
	}
}
