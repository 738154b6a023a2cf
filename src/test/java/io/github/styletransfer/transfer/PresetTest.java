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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

	@Test
	void theChoicesOfTheOptionAreThePresets() {
		assertEquals(Option.PRESET.choices(), Arrays.stream(Preset.values()).map(Preset::key).toList());
	}

	@ParameterizedTest
	@EnumSource
	void everyValueIsAcceptedAndUsedWhereNothingIsGiven(final Preset preset) {
		final Settings settings = Settings.parse(Map.of(Option.PRESET, preset.key()));
		for (final Option o : Option.SETTINGS) assertEquals(o.canonical(preset.value(o)), settings.text(o), o.key());
	}

	@ParameterizedTest
	@EnumSource
	void presetsDecideAboutThePictureAlone(final Preset preset) {
		final Set<Option> leftToTheUser = EnumSet.complementOf(EnumSet.copyOf(Option.SETTINGS));
		leftToTheUser.addAll(Set.of(Option.DEVICE, Option.MEMORY, Option.THREADS, Option.REGION, Option.GREY_RESULT));
		for (final Option o : leftToTheUser) assertEquals(o.defaultValue(), preset.value(o), o.key());
	}

	@ParameterizedTest
	@EnumSource
	void whatIsGivenWins(final Preset preset) {
		final Settings settings = Settings.parse(Map.of(Option.PRESET, preset.key(), Option.STYLE_WEIGHT, "7", Option.ITERATIONS,
			Option.ITERATIONS.defaultValue()));
		assertEquals(7, settings.styleWeight());
		assertEquals(30, settings.iterations());
		assertEquals(Preset.of(preset.key()).value(Option.POOLING), settings.text(Option.POOLING));
	}

	@Test
	void balancedIsTheDefaults() {
		assertEquals(Settings.defaults(), Settings.parse(Map.of(Option.PRESET, "Balanced")));
	}

	/** The tools' documented defaults, in our units: crowsonkb's step of 0.02 of 1 is 5.1 of 255. */
	@ParameterizedTest
	@CsvSource({ "jcjohnson,content_weight,5", "jcjohnson,style_weight,100", "jcjohnson,tv_weight,.001",
		"jcjohnson,iterations,1000", "jcjohnson,step_size,10", "neural-style-pt,step_size,1", "neural-style-pt,history,100",
		"fzliu,style_weight,1e4", "fzliu,history,8", "fzliu,style_scale,1.2", "fzliu,iterations,512", "crowsonkb,tv_weight,2",
		"crowsonkb,content_weight,.015", "crowsonkb,averaging,.99", "crowsonkb,iterations,1000",
		"crowsonkb,iterations_finer,500", "crowsonkb,stroke_size,128", "paper,style_weight,1000" })
	void toolsDefaults(final String preset, final String key, final double value) {
		final Settings settings = Settings.parse(Map.of(Option.PRESET, preset));
		assertEquals(value, settings.number(Option.of(key)));
	}

	@Test
	void crowsonkbsUnits() {
		final Settings settings = Settings.parse(Map.of(Option.PRESET, "crowsonkb"));
		assertEquals(.02 * 255, settings.number(Option.STEP_SIZE), 1e-12);
		assertEquals(Math.sqrt(2), settings.levelRatio());
		final double[] weights = Arrays.stream(settings.text(Option.STYLE_LAYERS).split(",")).mapToDouble(l -> Double
			.parseDouble(l.substring(l.indexOf(':') + 1))).toArray();
		for (int i = 0; i < 5; i++) assertEquals(Math.pow(4, 4 - i) / 341, weights[i], 1e-7);
	}

	@Test
	void changedIsWhatThePresetDoesNotGive() {
		final Map<Option, String> given = Map.of(Option.PRESET, "fzliu", Option.STYLE_WEIGHT, "1e4", Option.ITERATIONS, "40",
			Option.STYLE, "a.png", Option.DEVICE, "auto", Option.HISTORY, "many");
		assertEquals(Map.of(Option.PRESET, "fzliu", Option.ITERATIONS, "40", Option.STYLE, "a.png", Option.HISTORY, "many"),
			Preset.changed(given));
		assertEquals(Map.of(), Preset.changed(Map.of(Option.PRESET, "balanced", Option.ITERATIONS, "30.0")));
	}

	@ParameterizedTest
	@EnumSource
	void completedAndChangedIsTheSame(final Preset preset) {
		final Map<Option, String> given = Map.of(Option.PRESET, preset.key(), Option.STYLE, "a.png", Option.TV_WEIGHT, "77");
		final Map<Option, String> complete = Preset.complete(given, Option.STYLISATION);
		assertEquals(Set.copyOf(Option.STYLISATION), complete.keySet());
		assertEquals(Settings.parse(given), Settings.parse(complete));
		assertEquals(Settings.parse(given), Settings.parse(Preset.changed(complete)));
	}

	@Test
	void unknownPresetIsRefusedWithTheKnownOnes() {
		final String message = assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.PRESET,
			"cubist"))).getMessage();
		assertTrue(message.startsWith("preset is \"cubist\"; it must be balanced, preview, paper, "), message);
	}

	@ParameterizedTest
	@EnumSource
	void theDocumentHasEveryValue(final Preset preset) throws IOException {
		final String document = Files.readString(Path.of("docs/coming-from-other-tools.md"));
		for (final Option o : Option.SETTINGS) {
			if (!Preset.decides(o)) continue;
			final String row = document.lines().filter(l -> l.startsWith("| `" + o.key() + "` |")).findFirst().orElseThrow();
			final String cell = row.split(" \\| ")[1 + preset.ordinal()].replace("|", "").strip();
			assertEquals("`" + preset.value(o) + "`", cell, o.key());
		}
	}
}
