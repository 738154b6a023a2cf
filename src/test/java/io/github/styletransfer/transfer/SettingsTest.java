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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.store.NetworkLibrary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

	@Test
	void textAndBackIsTheSame() {
		final Settings s = Settings.parse(Map.of(Option.SEED, "7", Option.POOLING, "Max", Option.STYLE_LAYERS,
			"conv1_1; conv2_1", Option.CONTENT_WEIGHT, "2.5"));
		assertEquals(s, Settings.parse(s.toMap()));
		assertEquals(2, s.styleLayers().size());
	}

	@ParameterizedTest
	@CsvSource({ "iterations,0", "iterations,-1", "iterations,abc", "iterations,1.5", "iterations,NaN", "iterations,",
		"content_weight,-1", "content_weight,NaN", "style_weight,Infinity", "style_weight,text", "stroke_size,15",
		"output_size,-1", "output_size,40000", "seed,-1", "threads,-1", "threads,2000", "pooling,median",
		"initialisation,black", "level_ratio,1", "iterations_finer,-1", "history,0", "optimiser,sgd", "line_search,maybe",
		"step_size,0", "beta1,1", "beta2,-0.1", "averaging,1", "bounds,perhaps", "noise_ratio,1.1", "noise_deviation,256",
		"pink_power,1.5", "pink_power,11", "device,gpu", "device,cuda:100", "device,cuda:-1", "device," })
	void valuesThatAreNotAcceptedAreNamed(final String key, final String value) {
		final String text = value == null ? "" : value;
		final String message = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.of(key),
			text))).getMessage();
		assertTrue(message.startsWith(key + " is \"" + text + "\"; it must be "), message);
	}

	@Test
	void nothingToOptimiseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.CONTENT_WEIGHT, "0",
			Option.STYLE_WEIGHT, "0")));
		assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.CONTENT_LAYERS, "",
			Option.STYLE_WEIGHT, "0")));
	}

	@Test
	void optionsOfTheOptimiserThatExcludeEachOtherAreRefused() {
		final String averaging = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.AVERAGING,
			".99"))).getMessage();
		assertTrue(averaging.startsWith("averaging is 0.99 with the optimiser lbfgs"), averaging);
		final String bounds = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.BOUNDS, "yes",
			Option.LINE_SEARCH, "none"))).getMessage();
		assertTrue(bounds.startsWith("bounds is \"yes\" with line_search \"none\""), bounds);
		Settings.parse(Map.of(Option.BOUNDS, "yes", Option.LINE_SEARCH, "none", Option.OPTIMISER, "adam", Option.AVERAGING,
			".99"));
	}

	@Test
	void unknownLayersAreRefusedWithTheKnownOnes() {
		final Settings s = Settings.parse(Map.of(Option.STYLE_LAYERS, "relu1_1"));
		final String message = assertThrows(IllegalArgumentException.class, () -> s.lossLayers(Architecture.VGG16))
			.getMessage();
		assertTrue(message.contains("relu1_1") && message.contains("conv5_3"), message);
	}

	@ParameterizedTest
	@CsvSource({ "VGG-16,conv4_2,5", "VGG-19,conv4_2,5", "GoogLeNet,inception_3a/output,5", "CaffeNet,conv4,5" })
	void defaultLayersAreTheNetworksOwn(final String network, final String content, final int styles) {
		final Architecture a = Architecture.of(network);
		final Settings s = Settings.parse(Map.of(Option.STYLE_LAYERS, " Default ")).resolved(a);
		assertEquals(content, s.toMap().get(Option.CONTENT_LAYERS));
		assertEquals(styles, s.styleLayers().size());
		assertEquals(s.lossLayers(a), Settings.defaults().lossLayers(a));
	}

	@Test
	void namedLayersAndNoneStayAsTheyAre() {
		final Settings s = Settings.parse(Map.of(Option.CONTENT_LAYERS, "", Option.STYLE_LAYERS, "conv1_2")).resolved(
			Architecture.VGG16);
		assertTrue(s.contentLayers().isEmpty());
		assertEquals("conv1_2", s.toMap().get(Option.STYLE_LAYERS));
	}

	@Test
	void defaultAmongOtherLayersIsNoLayer() {
		final Settings s = Settings.parse(Map.of(Option.STYLE_LAYERS, "default,conv1_2"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> s.lossLayers(Architecture.VGG16)).getMessage().contains(
			"Unknown layer \"default\""));
	}

	@Test
	void theDefaultNetworkIsTheEmbeddedOne() {
		assertEquals(NetworkLibrary.embedded().name(), Option.NETWORK.defaultValue());
	}

	@Test
	void layersWithoutWeightAreLeftOut() {
		assertEquals("conv4_2", last(Settings.parse(Map.of(Option.STYLE_WEIGHT, "0"))));
		assertEquals("conv5_1", last(Settings.defaults()));
	}

	private static String last(final Settings s) {
		return Architecture.VGG16.layers().get(s.lossLayers(Architecture.VGG16).deepest()).name();
	}

	@Test
	void layersHaveWeightsAndThoseOfZeroAreLeftOut() {
		final Settings s = Settings.parse(Map.of(Option.CONTENT_LAYERS, "conv4_2:0.5, conv5_1:2", Option.STYLE_LAYERS,
			"conv2_1:1e1 conv1_1 conv3_1:0"));
		final LossLayers losses = s.lossLayers(Architecture.VGG16);
		assertEquals(Map.of("conv4_2", .5, "conv5_1", 2.), losses.content().weights());
		assertEquals(List.of("conv1_1", "conv2_1"), losses.styleLayers());
		assertEquals(10. / 11, losses.styleFactor("conv2_1"));
		assertEquals(10, losses.withConvention(Convention.JCJOHNSON).styleFactor("conv2_1"));
		assertEquals(s, Settings.parse(s.toMap()));
		assertEquals("conv2_1:1e1,conv1_1,conv3_1:0", s.resolved(Architecture.VGG16).text(Option.STYLE_LAYERS));
	}

	@ParameterizedTest
	@CsvSource({ "conv4_2:-1,-1", "conv4_2:half,half", "conv4_2:,conv4_2:", "conv4_2:NaN,NaN", "conv4_2:Infinity,Infinity",
		"conv4_2:0,above 0" })
	void weightsOfLayersThatAreNotAcceptedAreNamed(final String layers, final String named) {
		for (final Option o : List.of(Option.CONTENT_LAYERS, Option.STYLE_LAYERS)) {
			final String message = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(o, layers)))
				.getMessage();
			assertTrue(message.startsWith(o.key() + " is \"" + layers + "\"; ") && message.contains(named), message);
		}
	}

	@Test
	void layerThatStandsTwiceIsRefusedWithWeightsToo() {
		final Settings s = Settings.parse(Map.of(Option.STYLE_LAYERS, "conv1_1:2,conv1_1:3"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> s.lossLayers(Architecture.VGG16)).getMessage().contains(
			"twice"));
	}

	@Test
	void normalisedWeightsAreDividedByTheChannels() {
		final LossLayers losses = Settings.parse(Map.of(Option.NORMALISE, "weights", Option.CONVENTION, "jcjohnson",
			Option.STYLE_LAYERS, "conv1_1:2,conv4_1")).lossLayers(Architecture.VGG16);
		assertEquals(2. / 64, losses.styleFactor("conv1_1"));
		assertEquals(1. / 512, losses.styleFactor("conv4_1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,-1", "1,x", "NaN", "Infinity,1", "0,0" })
	void blendsThatAreNotAcceptedAreNamed(final String blend) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.STYLE_BLEND,
			blend))).getMessage();
		assertTrue(message.startsWith("style_blend is \"" + blend + "\"; "), message);
	}

	@Test
	void sharesOfStylesSumToOne() {
		assertArrayEquals(new double[] { .25, .75 }, Settings.parse(Map.of(Option.STYLE_BLEND, "1,3")).styleShares(2));
		assertArrayEquals(new double[] { .5, .5 }, Settings.defaults().styleShares(2));
		final String message = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.STYLE_BLEND,
			"1,3")).styleShares(3)).getMessage();
		assertTrue(message.contains("2 numbers for 3 styles"), message);
	}

	@Test
	void noKeyIsTheTailOfAnother() {
		for (final Option a : Option.values()) {
			for (final Option b : Option.values()) {
				assertFalse(a != b && b.key().endsWith(a.key()), a.key() + " ends " + b.key());
			}
		}
	}

	@Test
	void unknownOptionIsRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Option.of("blurring")).getMessage().contains(
			"iterations"));
	}

	@Test
	void readmeHasEveryOptionWithItsDefault() throws IOException {
		final String readme = Files.readString(Path.of("README.md"));
		final List<Option> all = new ArrayList<>(Option.STYLISATION);
		all.addAll(Option.IMPORT);
		for (final Option o : all) {
			final String row = "| `" + o.key() + "` | " + (o.defaultValue().isEmpty() ? "" : "`" + o.defaultValue() + "`") +
				" | " + o.accepted() + " | " + o.help() + " |";
			assertTrue(readme.contains(row), "README.md lacks the row\n" + row);
		}
	}
}
