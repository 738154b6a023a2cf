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
package io.github.styletransfer.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Prefs;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;
import io.github.styletransfer.transfer.Settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;

/** What stands behind the dialog of both hosts, without a window. */
class DraftTest {

	@BeforeEach
	@AfterEach
	void forget() {
		Draft.remember(Map.of());
	}

	@Test
	void everyOptionIsOnOnePage() {
		final List<Option> all = new ArrayList<>(Page.FIRST);
		Page.ADVANCED.forEach(p -> all.addAll(p.options()));
		all.sort(Comparator.naturalOrder());
		assertEquals(Option.STYLISATION, all);
	}

	@Test
	void theFirstDialogHasEightFieldsWithTheButtonForMore() {
		assertEquals(8, Page.FIRST.size() + 1);
	}

	@Test
	void choosingAPresetFillsWhatPresetsDecideAndLeavesTheRest() {
		final Draft draft = Draft.of(Map.of(Option.STYLE, "a.png", Option.DEVICE, "cpu", Option.ITERATIONS, "7", Option.NETWORK,
			"x"));
		assertTrue(draft.choose("crowsonkb"));
		assertEquals("1000", draft.value(Option.ITERATIONS));
		assertEquals(Map.of(Option.PRESET, "crowsonkb", Option.STYLE, "a.png", Option.DEVICE, "cpu", Option.NETWORK, "x"), draft
			.changed());
		assertTrue(draft.choose("balanced"));
		assertEquals(Map.of(Option.STYLE, "a.png", Option.DEVICE, "cpu", Option.NETWORK, "x"), draft.changed());
	}

	@Test
	void choosingTheSamePresetAgainKeepsWhatWasChanged() {
		final Draft draft = Draft.of(Map.of(Option.PRESET, "fzliu", Option.ITERATIONS, "7"));
		assertFalse(draft.choose("fzliu"));
		assertEquals("7", draft.value(Option.ITERATIONS));
	}

	@Test
	void theLineNamesWhatTheFirstDialogDoesNotShow() {
		final Draft draft = Draft.of(Map.of(Option.STYLE_WEIGHT, "3", Option.STYLE, "a.png"));
		assertEquals("Advanced: all as the preset has it.", draft.advancedLine());
		draft.set(Option.ITERATIONS, "7");
		draft.set(Option.SEED, "1.0");
		assertEquals("Changed under Advanced: iterations.", draft.advancedLine());
		for (final Option o : Page.ADVANCED.get(2).options()) draft.set(o, "something else");
		assertEquals("Changed under Advanced: iterations, optimiser, history, line_search, step_size, beta1 and 3 more.", draft
			.advancedLine());
	}

	@Test
	void whatIsRememberedIsThePresetAndTheChanges() {
		Draft.remember(Map.of(Option.PRESET, "jcjohnson", Option.STYLE, "my picture.jpg", Option.HISTORY, "100", Option.BOUNDS,
			"yes"));
		assertEquals("jcjohnson", Prefs.get("styletransfer.dialog.preset", ""));
		assertEquals("none", Prefs.get("styletransfer.dialog.history", "none"));
		assertEquals(Map.of(Option.PRESET, "jcjohnson", Option.STYLE, "my picture.jpg", Option.BOUNDS, "yes"), Draft.remembered()
			.changed());
	}

	@Test
	void presetOfAnotherVersionIsForgotten() {
		Prefs.set("styletransfer.dialog.preset", "cubist");
		assertEquals(Map.of(), Draft.remembered().changed());
	}

	@Test
	void valuesAreChecked() {
		final Draft draft = Draft.of(Map.of());
		draft.check();
		draft.set(Option.SAVE_EVERY, "often");
		assertTrue(assertThrows(IllegalArgumentException.class, draft::check).getMessage().startsWith(
			"save_every is \"often\"; it must be "));
	}

	// -- Behind the dialog that SciJava makes --

	@Test
	void theFirstDialogsInputsAreAskedForAndGoWithThePreset() {
		try (Context context = new Context()) {
			Draft.remember(Map.of(Option.PRESET, "fzliu", Option.STYLE, "a.png", Option.ITERATIONS, "5"));
			final StyleTransferCommand command = new StyleTransferCommand();
			context.inject(command);
			final SciJavaDialog dialog = new SciJavaDialog(command, null, Map.of());
			assertEquals(Set.copyOf(Page.FIRST), Set.copyOf(Option.STYLISATION.stream().filter(o -> !command.isInputResolved(o
				.key())).toList()));
			assertEquals("Changed under Advanced: iterations.", dialog.advancedLine());
			assertEquals(32768, command.getInput("stroke_size"));
			command.setInput("preset", "crowsonkb"); // as the list in the dialog does
			dialog.followPreset();
			assertEquals(128, command.getInput("stroke_size"));
			assertEquals(5.1, command.getInput("step_size"));
			command.setInput("style_weight", 3.0);
			dialog.followPreset();
			assertEquals(3.0, command.getInput("style_weight"), "what was changed after the choice stays");
			dialog.accepted();
			assertEquals(Map.of(Option.PRESET, "crowsonkb", Option.STYLE, "a.png", Option.STYLE_WEIGHT, "3"), Draft.remembered()
				.changed());
		}
	}

	@Test
	void whatAProgramGaveIsNeitherAskedForNorTakenFromTheLastTime() {
		try (Context context = new Context()) {
			Draft.remember(Map.of(Option.PRESET, "fzliu", Option.HISTORY, "5", Option.DEVICE, "cpu"));
			final StyleTransferCommand command = new StyleTransferCommand();
			context.inject(command);
			new SciJavaDialog(command, null, Map.of(Option.PRESET, "jcjohnson", Option.SEED, "9"));
			assertEquals(9, command.getInput("seed"));
			assertEquals(100, command.getInput("history"));
			assertEquals("cpu", command.getInput("device"));
		}
	}

	@Test
	void settingsOfTheInputsAreThePresets() {
		try (Context context = new Context()) {
			for (final Preset p : Preset.values()) {
				final StyleTransferCommand command = new StyleTransferCommand();
				context.inject(command);
				new SciJavaDialog(command, null, Map.of(Option.PRESET, p.key()));
				assertEquals(Settings.parse(Map.of(Option.PRESET, p.key())), Settings.parse(OptionInputs.values(command,
					Option.STYLISATION)));
			}
		}
	}
}
