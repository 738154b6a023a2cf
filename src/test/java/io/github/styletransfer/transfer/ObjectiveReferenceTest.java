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
package io.github.styletransfer.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.Reference;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.Given;
import io.github.styletransfer.network.format.Safetensors;
import io.github.styletransfer.network.format.WeightsReader;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against values stored from PyTorch in float64; make_objective_references.py made them. */
class ObjectiveReferenceTest {

	private static final Safetensors NARROW = Reference.read("narrow_average.safetensors");
	private static final float[] IMAGE = Reference.values(NARROW, "image");
	private static final int HEIGHT = (int) NARROW.shape("image")[2];
	private static final int WIDTH = (int) NARROW.shape("image")[3];

	/** Layers, weights and options go the way of a user's. */
	@ParameterizedTest
	@ValueSource(strings = { "paper_l2", "jcjohnson_max", "jcjohnson_average", "crowsonkb_max", "crowsonkb_average",
		"crowsonkb_l2", "paper_average_regions", "crowsonkb_average_regions" })
	void conventionsAgreeWithPyTorch(final String name) {
		final Safetensors stored = Reference.read("objective_" + name + ".safetensors");
		final Map<String, String> m = stored.metadata();
		final Settings settings = Settings.parse(Map.of(Option.CONVENTION, m.get("convention"), Option.POOLING, m.get(
			"pooling"), Option.PADDING, m.get("padding"), Option.CONTENT_LAYERS, m.get("content_layers"), Option.STYLE_LAYERS, m
				.get("style_layers"), Option.CONTENT_WEIGHT, m.get("content_weight"), Option.STYLE_WEIGHT, m.get("style_weight")));
		final LossLayers losses = settings.lossLayers(NarrowNetwork.ARCHITECTURE).withRegions(Integer.parseInt(m.get(
			"regions")));
		final float[] gradient = new float[IMAGE.length];
		try (Engine engine = new Engine(weights(settings.convention()), 1);
				Targets style = style(engine, losses);
				Targets content = engine.contentTargets(losses, Reference.values(NARROW, "content"), HEIGHT, WIDTH);
				GradientFunction f = engine.gradient(losses, HEIGHT, WIDTH, content, style, masks(stored, losses.regions()), settings
					.contentWeight(), settings.styleWeight()))
		{
			final double loss = f.evaluate(IMAGE, gradient);
			final LossTerms terms = f.lastTerms();
			losses.contentLayers().forEach(l -> assertClose(stored, "content_loss_" + l, terms.content().get(l)));
			losses.styleLayers().forEach(l -> assertClose(stored, "style_loss_" + l, terms.style().get(l)));
			assertClose(stored, "loss", loss);
		}
		assertGradient(stored, "gradient", gradient);
	}

	@ParameterizedTest
	@ValueSource(strings = { "paper_l2", "jcjohnson_max", "crowsonkb_max" })
	void totalVariationAgreesWithPyTorch(final String name) {
		final Safetensors stored = Reference.read("objective_" + name + ".safetensors");
		final Convention convention = Convention.valueOf(stored.metadata().get("convention").toUpperCase(Locale.ROOT));
		for (final TvNorm norm : TvNorm.values()) {
			final String key = norm.name().toLowerCase(Locale.ROOT);
			final float[] gradient = new float[IMAGE.length];
			assertClose(stored, "variation_" + key, new TotalVariation(norm, convention, WIDTH, HEIGHT).add(IMAGE, 1, gradient));
			assertGradient(stored, "variation_gradient_" + key, gradient);
		}
	}

	// -- Helper methods --

	private static Weights weights(final Convention convention) {
		return WeightsReader.read(NARROW, "none", Given.NOTHING.network(NarrowNetwork.ARCHITECTURE).origin(
			convention == Convention.CROWSONKB ? Origin.TORCHVISION : Origin.OXFORD));
	}

	private static Targets style(final Engine engine, final LossLayers losses) {
		final long[] shape = NARROW.shape("style");
		final float[] style = Reference.values(NARROW, "style");
		final int h = (int) shape[2];
		final int w = (int) shape[3];
		if (losses.regions() == 0) return engine.styleTargets(losses, style, h, w);
		try (Targets first = engine.styleTargets(losses, style, h, w, area(h, w));
				Targets second = engine.styleTargets(losses, Reference.values(NARROW, "content"), HEIGHT, WIDTH, area(HEIGHT, WIDTH)))
		{
			return Targets.regions(List.of(first, second));
		}
	}

	/** All but the left third. */
	private static float[] area(final int height, final int width) {
		final float[] area = new float[height * width];
		for (int i = 0; i < area.length; i++) area[i] = i % width < width / 3 ? 0 : 1;
		return area;
	}

	private static List<float[]> masks(final Safetensors stored, final int regions) {
		return regions == 0 ? List.of() : List.of(Reference.values(stored, "mask_0"), Reference.values(stored, "mask_1"));
	}

	private static void assertClose(final Safetensors stored, final String name, final double found) {
		final double expected = Reference.values(stored, name)[0];
		assertEquals(expected, found, 2e-5 * Math.abs(expected), name);
	}

	private static void assertGradient(final Safetensors stored, final String name, final float[] found) {
		final float[] expected = Reference.values(stored, name);
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow(found[i] - expected[i], 2);
			norm += Math.pow(expected[i], 2);
		}
		assertTrue(difference < 1e-6 * norm, "relative difference of the " + name + " is " + Math.sqrt(difference / norm));
	}
}
