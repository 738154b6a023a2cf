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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.Reference;
import io.github.styletransfer.SharedData;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.Given;
import io.github.styletransfer.network.format.Safetensors;
import io.github.styletransfer.network.format.WeightsReader;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published weights, whole, against values stored from PyTorch in float64; make_network_references.py made them. Skipped
 * where the weights, which may not ship, are missing.
 */
class NetworkReferenceTest {

	private static final int[][] SIZES = { { 48, 64 }, { 61, 45 } };

	@ParameterizedTest
	@ValueSource(strings = { "real_vgg16", "real_vgg19", "real_googlenet" })
	void featuresLossesAndGradientAgreeWithPyTorch(final String name) {
		final Safetensors stored = Reference.read(name + ".safetensors");
		final String model = stored.metadata().get("file");
		final Origin origin = stored.metadata().get("preprocessing").equals("oxford") ? Origin.OXFORD : Origin.BVLC;
		final Weights weights = WeightsReader.read(new Safetensors(model, ByteBuffer.wrap(SharedData.read("models/" + model))),
			"none", Given.NOTHING.network(Architecture.of(stored.metadata().get("network"))).origin(origin));
		for (final Pooling pooling : List.of(Pooling.MAX, Pooling.AVERAGE)) {
			for (final int[] size : SIZES) {
				checkFeatures(stored, weights, pooling, size[0], size[1]);
				checkGradient(stored, weights, pooling, size[0], size[1]);
			}
		}
	}

	/** Single values, with the float32 rounding of up to 16 convolutions, and the norm of all. */
	private static void checkFeatures(final Safetensors stored, final Weights weights, final Pooling pooling,
		final int height, final int width)
	{
		final List<String> layers = list(stored, "feature_layers");
		final LossLayers losses = new LossLayers(weights.architecture(), layers, List.of(), pooling);
		try (Engine engine = new Engine(weights, 0);
				Targets features = engine.contentTargets(losses, pattern(1, height, width), height, width))
		{
			for (final String l : layers) {
				final float[] found = features.values(Names.target(l));
				final float[] expected = Reference.values(stored, key(pooling, height, width) + "part_" + l);
				final float[] part = new float[expected.length];
				for (int i = 0; i < part.length; i++) part[i] = found[(int) ((long) i * found.length / part.length)];
				final double difference = Evaluation.relativeDifference(part, expected);
				assertTrue(difference < 1e-4, "features at " + l + " differ by " + difference);
				final double norm = Reference.values(stored, key(pooling, height, width) + "norm_" + l)[0];
				assertEquals(norm, Math.sqrt(square(found)), 1e-5 * norm, l);
			}
		}
	}

	private static void checkGradient(final Safetensors stored, final Weights weights, final Pooling pooling,
		final int height, final int width)
	{
		final String key = key(pooling, height, width);
		final LossLayers losses = new LossLayers(weights.architecture(), list(stored, "content_layers"), list(stored,
			"style_layers"), pooling);
		try (Evaluation e = new Evaluation(weights, losses, pattern(2, height, width), height, width, pattern(3, 56, 40), 56,
			40, 1, Reference.values(stored, key + "style_weight")[0]))
		{
			e.at(pattern(1, height, width));
			losses.contentLayers().forEach(l -> assertClose(stored, key + "content_loss_" + l, e.terms.content().get(l)));
			losses.styleLayers().forEach(l -> assertClose(stored, key + "style_loss_" + l, e.terms.style().get(l)));
			final double difference = Evaluation.relativeDifference(e.gradient, Reference.values(stored, key + "gradient"));
			assertTrue(difference < 1e-3, key + "gradient differs by " + difference);
		}
	}

	// -- Helper methods --

	/** Stripes and noise in whole numbers, as make_network_references.py has them. */
	private static float[] pattern(final int seed, final int height, final int width) {
		final float[] values = new float[3 * height * width];
		long state = seed;
		int n = 0;
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < height; y++) {
				for (int x = 0; x < width; x++) {
					state = (state * 1103515245 + 12345) % (1L << 31);
					final int stripes = wave(x * (3 + seed) + y * 5 + 60 * c) + wave(x * 2 + y * (7 + seed) + 100 * c);
					values[n++] = stripes * 3 / 8 + (state >> 16) % 64;
				}
			}
		}
		return values;
	}

	private static int wave(final int v) {
		return Math.abs(v % 510 - 255);
	}

	private static String key(final Pooling pooling, final int height, final int width) {
		return pooling.name().toLowerCase(Locale.ROOT) + "_" + height + "x" + width + "_";
	}

	private static List<String> list(final Safetensors stored, final String key) {
		return List.of(stored.metadata().get(key).split(","));
	}

	private static double square(final float[] values) {
		double sum = 0;
		for (final float v : values) sum += (double) v * v;
		return sum;
	}

	private static void assertClose(final Safetensors stored, final String name, final double found) {
		final double expected = Reference.values(stored, name)[0];
		assertEquals(expected, found, 1e-5 * Math.abs(expected), name);
	}
}
