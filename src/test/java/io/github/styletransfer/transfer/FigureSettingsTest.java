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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureSettingsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ratio_list|1e-3,many", "ratio_list|0", "ratio_list|1e-4,-1e-4", "ratio_list|NaN",
		"ratio_list|1e-13", "ratio_list|1e13", "ratio_list|''", "ratio_list|,", "ratio_list|1e-999999999", "layer_list|''",
		"layer_list|' ; '", "texture_size|512", "texture_size|0x5", "texture_size|5x0", "texture_size|32769x5",
		"texture_size|999999x5", "texture_size|-5x5", "texture_size|big", "figure_levels|two", "iterations_from_noise|0",
		"iterations_from_noise|text", "output_size|-1" })
	void valuesThatAreNotAcceptedAreNamed(final String key, final String value) {
		assertRefused(key + " is \"", Map.of(Option.of(key), value));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1e-3,1e-3|1e-3", "1e-3,0.001|0.001", "10,1,10.0|10.0" })
	void numberThatStandsTwiceIsNamed(final String list, final String twice) {
		assertRefused("ratio_list has " + twice + " twice", Map.of(Option.RATIO_LIST, list));
	}

	@Test
	void twoSizesOfATextureAreRefused() {
		assertRefused("output_size is 64 and texture_size is 30 x 20", Map.of(Option.OUTPUT_SIZE, "64", Option.TEXTURE_SIZE,
			"30x20"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "conv1_1,conv1_1|named twice", "conv2_1,conv1_1|conv1_1,conv2_1",
		"conv1_1,relu2_1|Unknown layer \"relu2_1\"", "conv1_1,pool1|Unknown layer \"pool1\"",
		"default,conv2_1|Unknown layer \"default\"", "conv1_1:2|Unknown layer \"conv1_1:2\"" })
	void layersThatAreNotAcceptedAreNamed(final String list, final String part) {
		final FigureSettings s = FigureSettings.parse(Map.of(Option.LAYER_LIST, list));
		final String message = assertThrows(IllegalArgumentException.class, () -> s.layers(Architecture.VGG16)).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void defaultIsThePapersFiveLayersAndFourRatios() {
		final FigureSettings s = FigureSettings.parse(Map.of());
		assertEquals(List.of("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1"), s.layers(Architecture.VGG19));
		assertEquals(List.of("1e-5", "1e-4", "1e-3", "1e-2"), s.ratios());
		assertEquals(200, s.base().iterations());
		assertEquals(Initialisation.NOISE, s.base().initialisation());
	}

	/** α/β is content_weight/style_weight, without the error of 1/1e-5 in floating point. */
	@ParameterizedTest
	@CsvSource({ "1e-5,100000", "1e-3,1000", "0.04,25", "8,0.125", "1e12,1e-12" })
	void ratioIsContentWeightToStyleWeight(final String ratio, final double styleWeight) {
		assertEquals(styleWeight, Double.parseDouble(FigureSettings.styleWeight(ratio)));
	}

	@ParameterizedTest
	@CsvSource({ "640x480,640,480", "' 7 X 9 ',7,9", "5×6,5,6", "'',40,30" })
	void textureHasTheSizeThatWasAskedForOrItsSources(final String text, final int width, final int height) {
		assertEquals(new Size(width, height), FigureSettings.parse(Map.of(Option.TEXTURE_SIZE, text)).textureSize(new Size(40,
			30)));
	}

	@Test
	void oneLevelHasThePicturesSizeAndSeveralBeginAtTheStrokeSize() {
		final Size size = new Size(400, 300);
		final FigureSettings one = FigureSettings.parse(Map.of());
		assertEquals(400, one.levels(one.base(), size).strokeSize());
		final FigureSettings several = FigureSettings.parse(Map.of(Option.FIGURE_LEVELS, "several"));
		assertEquals(128, several.levels(several.base(), size).strokeSize());
	}

	@Test
	void docsHaveEveryOptionWithItsDefault() throws IOException {
		final String page = Files.readString(Path.of("docs/figures.md"));
		final Set<Option> all = new TreeSet<>(Option.RECONSTRUCT_CONTENT);
		all.addAll(Option.RECONSTRUCT_STYLE);
		all.addAll(Option.GRID);
		all.removeAll(Option.STYLISATION); // those are in the README
		assertEquals(6, all.size());
		for (final Option o : all) {
			final String row = "| `" + o.key() + "` | " + (o.defaultValue().isEmpty() ? "" : "`" + o.defaultValue() + "`") +
				" | " + o.accepted() + " | " + o.help() + " |";
			assertTrue(page.contains(row), "docs/figures.md lacks the row\n" + row);
		}
	}

	private static void assertRefused(final String start, final Map<Option, String> values) {
		final String message = assertThrows(IllegalArgumentException.class, () -> FigureSettings.parse(values)).getMessage();
		assertTrue(message.startsWith(start), message);
	}
}
