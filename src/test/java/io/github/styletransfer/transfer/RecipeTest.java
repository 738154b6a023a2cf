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

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from an Info property, whole or edited. */
class RecipeTest {

	private static final Settings SETTINGS = Settings.parse(Map.of(Option.ITERATIONS, "7", Option.STYLE_LAYERS,
		"conv1_1,conv2_1"));
	private static final String INFO = "software: Style Transfer " + Version.current() +
		"\ncontent: cell: 1.tif\nstyle: a painting.png\nstyle_path: C:\\a painting.png\nnetwork: VGG-16\nweights_sha256: 12\n" +
		SETTINGS.toMap().entrySet().stream().map(e -> e.getKey().key() + ": " + e.getValue() + "\n").collect(Collectors
			.joining()) + "time_s: 3\n";

	@Test
	void settingsAndNamesAreRead() {
		final Recipe recipe = Recipe.of("x", INFO);
		assertEquals(SETTINGS, recipe.settings());
		assertEquals("cell: 1.tif", recipe.content().orElseThrow());
		assertEquals("C:\\a painting.png", recipe.stylePath().orElseThrow());
		assertTrue(recipe.contentPath().isEmpty() && recipe.missing().isEmpty() && recipe.otherVersion().isEmpty());
		assertEquals(0, recipe.moreIterations());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "iterations: 7", "software: Adobe Photoshop" })
	void imagesWithoutOurInfoAreRefused(final String info) {
		assertEquals("The image \"x\" has no settings of Style Transfer in its Info; choose an image that Style Transfer made.",
			assertThrows(IllegalArgumentException.class, () -> Recipe.of("x", info)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> Recipe.of("x", null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "iterations: 7|iterations: many|iterations is \"many\"; it must be a whole number",
		"iterations: 7|iterations:|iterations is \"\"", "pooling: average|pooling: median|pooling is \"median\"",
		"time_s: 3|strength_changed: 2.0 after iteration 3 of level 1|strength is \"2.0\"; it must be a number from 0 to 1.",
		"time_s: 3|strength_changed: half|strength_changed is \"half\"; it must be like",
		"time_s: 3|more_iterations: -4|more_iterations is \"-4\"" })
	void editedValuesAreNamed(final String line, final String edited, final String sentence) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Recipe.of("x", INFO.replace(line, edited)))
			.getMessage();
		assertTrue(message.startsWith("In the Info of the image \"x\", " + sentence), message);
	}

	@Test
	void whatTheInfoDoesNotNameIsAtItsDefaultAndNamed() {
		final Recipe recipe = Recipe.of("x", INFO.replace("iterations: 7\n", "").replace("Style Transfer " + Version.current(),
			"Style Transfer 0.0.1"));
		assertEquals(Settings.defaults().iterations(), recipe.settings().iterations());
		assertEquals(List.of(Option.ITERATIONS), recipe.missing());
		assertEquals("0.0.1", recipe.otherVersion().orElseThrow());
	}

	@Test
	void otherWeightsAreRefused() {
		Recipe.of("x", INFO).checkWeights("12");
		final String message = assertThrows(IllegalArgumentException.class, () -> Recipe.of("x", INFO).checkWeights("13"))
			.getMessage();
		assertTrue(message.contains("VGG-16") && message.contains("12") && message.contains("13"), message);
	}

	@Test
	void strengthChangesAreReadAsTheyAreWritten() {
		final List<StrengthChange> changes = List.of(new StrengthChange(.25, 1, 12), new StrengthChange(1, 2, 3));
		assertEquals(changes, StrengthChange.parse(StrengthChange.line(changes)));
	}
}
