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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.EmbeddedWeights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts and tiles give what the whole image gives, seams included. */
class PlanTest {

	private static final Weights NARROW = NarrowNetwork.weights(Preprocessing.OXFORD);

	/** Cut behind each pool and nowhere, last part in tiles and whole, sides divisible by nothing and by all strides. */
	@ParameterizedTest
	@CsvSource({ "0:32, 101, 147", "0:16, 160, 96", "2:8;0:0, 101, 147", "2:64;0:32, 147, 101", "5:16;0:0, 83, 211",
		"5:24;13:16;0:48, 131, 130", "9:32;0:16, 150, 77", "2:6;5:8;9:8;13:16;0:16, 61, 83", "13:16;0:0, 96, 112",
		"2:1000;0:500, 61, 83" })
	void tiledGradientIsThatOfTheWhole(final String plan, final int height, final int width) {
		for (final Pooling pooling : Pooling.values()) {
			final LossLayers losses = GradientTest.losses("conv2_2,conv4_2", "conv1_1,conv2_1,conv3_1,conv4_1,conv5_1",
				pooling);
			assertSame(NARROW, Operators.PLAIN, losses, plan(losses, plan), height, width, 2e-5);
		}
	}

	/** Few layers: the deepest one in front of every pool, content alone, style alone, both at one layer. */
	@ParameterizedTest
	@CsvSource({ "conv1_1, '', 0:8", "'', conv1_2, 0:8", "conv3_1, conv3_1, 5:12;0:8", "conv3_3, conv1_1, 5:12;0:0",
		"conv1_1, conv4_1, 9:16;0:0" })
	void otherLayers(final String content, final String style, final String plan) {
		final LossLayers losses = GradientTest.losses(content, style, Pooling.AVERAGE);
		assertSame(NARROW, Operators.PLAIN, losses, plan(losses, plan), 45, 67, 2e-5);
	}

	@ParameterizedTest
	@CsvSource({ "0:32, AVERAGE", "2:16;0:0, AVERAGE", "2:16;0:32, MAX", "5:24;0:16, AVERAGE" })
	void blockedLayoutAndWinograd(final String plan, final Pooling pooling) {
		final int block = Processor.operators().block();
		assumeTrue(block > 0, "ONNX Runtime has no blocked layout on this processor.");
		final Weights weights = NarrowNetwork.weights(Architecture.vgg("blocks", new int[][] { { 32, 16 }, { 48, 256 }, { 256,
			16, 64 } }), Preprocessing.OXFORD);
		final LossLayers losses = new LossLayers(weights.architecture(), List.of("conv1_2", "conv3_1"), List.of("conv1_1",
			"conv2_1", "conv2_2", "conv3_3"), pooling);
		assertSame(weights, new Operators(true, block), losses, plan(losses, plan), 75, 98, 1e-4);
	}

	@ParameterizedTest
	@CsvSource({ "0:64", "5:32;0:0", "5:48;0:64" })
	void realNetwork(final String plan) {
		final Weights vgg = EmbeddedWeights.vgg16();
		final LossLayers losses = new LossLayers(vgg.architecture(), List.of("conv4_2"), List.of("conv1_1", "conv2_1",
			"conv3_1", "conv4_1", "conv5_1"), Pooling.AVERAGE);
		assertSame(vgg, Processor.operators(), losses, plan(losses, plan), 167, 219, 1e-4);
	}

	@Test
	void windowsHaveOneLengthAndOwnEverythingOnce() {
		for (final int side : new int[] { 16, 31, 47, 100, 160, 333, 1003 }) {
			for (final int own : new int[] { 1, 16, 50, 64, 500 }) {
				final List<Span> spans = Span.cut(side, 16, 32, own);
				int next = 0;
				for (final Span s : spans) {
					assertEquals(next, s.from());
					assertEquals(spans.get(0).length(), s.length());
					assertEquals(0, s.origin() % 16);
					assertTrue(s.origin() >= 0 && s.origin() + s.length() <= side, s.toString());
					assertTrue(s.origin() == 0 || s.from() - s.origin() >= 32, s.toString());
					assertTrue(s.origin() + s.length() == side || s.origin() + s.length() - s.to() >= 32, s.toString());
					next = s.to();
				}
				assertEquals(side, next);
			}
		}
	}

	@Test
	void plansThatAreNoneAreRefused() {
		final LayerRun run = new LayerRun(0, 5);
		assertThrows(IllegalArgumentException.class, () -> new Plan(List.of()));
		assertThrows(IllegalArgumentException.class, () -> new Plan(List.of(new Plan.Part(new LayerRun(1, 5), 8))));
		assertThrows(IllegalArgumentException.class, () -> new Plan(List.of(new Plan.Part(run, 0), new Plan.Part(new LayerRun(6,
			9), 8))));
		assertThrows(IllegalArgumentException.class, () -> new Plan.Part(run, -1));
	}

	@Test
	void onlyChainsOfPlainLayersCanBeTiled() {
		assertTrue(Plan.canTile(GradientTest.losses("conv4_2", "conv1_1", Pooling.MAX)));
		for (final Architecture a : List.of(Architecture.GOOGLENET, Architecture.CAFFENET)) {
			assertFalse(Plan.canTile(new LossLayers(a, a.contentLayers(), a.styleLayers(), Pooling.AVERAGE)));
		}
	}

	// -- Helper methods --

	/** "5:24;0:16": up to layer 5 of the table in tiles of 24, the rest in tiles of 16; tiles of 0 are whole. */
	private static Plan plan(final LossLayers losses, final String text) {
		final List<Plan.Part> parts = new ArrayList<>();
		int first = 0;
		for (final String part : text.split(";")) {
			final int[] numbers = Arrays.stream(part.split(":")).mapToInt(Integer::parseInt).toArray();
			final int last = numbers[0] == 0 ? losses.deepest() : numbers[0];
			parts.add(new Plan.Part(new LayerRun(first, last), numbers[1]));
			first = last + 1;
		}
		return new Plan(parts);
	}

	private static void assertSame(final Weights weights, final Operators operators, final LossLayers losses,
		final Plan plan, final int height, final int width, final double tolerance)
	{
		final float[] c = NarrowNetwork.image(1, height, width);
		final float[] s = NarrowNetwork.image(2, width, height);
		final float[] x = NarrowNetwork.image(3, height, width);
		final float[][] gradient = new float[2][x.length];
		final LossTerms[] terms = new LossTerms[2];
		try (Engine engine = new Engine(weights, 1, operators)) {
			for (int i = 0; i < 2; i++) {
				final Plan used = i == 0 ? Plan.whole(losses) : plan;
				try (Targets style = engine.styleTargets(losses, used, s, width, height);
						Targets content = engine.contentTargets(losses, used, c, height, width);
						GradientFunction f = engine.gradient(losses, used, height, width, content, style, 2, 30))
				{
					f.evaluate(c, gradient[i]); // the second evaluation must not see the first one
					final double loss = f.evaluate(x, gradient[i]);
					terms[i] = f.lastTerms();
					assertEquals(loss, terms[i].loss());
				}
			}
		}
		final double difference = Evaluation.relativeDifference(gradient[1], gradient[0]);
		assertTrue(difference < tolerance, plan + ": relative difference " + difference);
		assertEquals(terms[0].loss(), terms[1].loss(), 1e-5 * terms[0].loss());
		assertArrayEquals(values(terms[0]), values(terms[1]), 1e-5 * terms[0].loss());
	}

	private static double[] values(final LossTerms terms) {
		return java.util.stream.Stream.concat(terms.content().values().stream(), terms.style().values().stream()).mapToDouble(
			Double::doubleValue).toArray();
	}
}
