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

import ij.ImagePlus;

import io.github.styletransfer.transfer.Option;

import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.command.DynamicCommand;

/**
 * What goes on behind the dialog that SciJava makes of a stylisation's command: it begins with what was remembered, its
 * fields go with the preset, and Advanced... opens the other options. SciJava calls from several threads.
 */
final class SciJavaDialog {

	private final DynamicCommand command;
	private final NetworkChoice networks = NetworkChoice.now();
	private final List<String> titles;
	private final Optional<Prediction> prediction;
	/** The preset whose values the fields have. */
	private String preset;

	/**
	 * Fills the command's inputs and leaves those of the first dialog unresolved.
	 *
	 * @param command with an input for each option
	 * @param content to be stylised, or null
	 * @param given what somebody gave already
	 */
	SciJavaDialog(final DynamicCommand command, final ImagePlus content, final Map<Option, String> given) {
		this.command = command;
		titles = StyleSource.openTitles(content);
		prediction = Optional.ofNullable(content).map(c -> new Prediction(c, networks));
		final Draft draft = Draft.remembered();
		if (draft.value(Option.STYLE).isEmpty() && !titles.isEmpty()) draft.set(Option.STYLE, titles.get(0));
		if (given.containsKey(Option.PRESET)) draft.choose(given.get(Option.PRESET));
		given.forEach(draft::set);
		preset = draft.value(Option.PRESET);
		OptionInputs.set(command, draft.values());
		Page.ADVANCED.forEach(p -> p.options().forEach(o -> command.resolveInput(o.key())));
	}

	/** @return the line about open images */
	String openLine() {
		return StyleSource.openLine(titles);
	}

	/** @return the line about what is not shown */
	String advancedLine() {
		return draft().advancedLine();
	}

	/** @return the line of predicted time and memory */
	String predictionLine() {
		return line(draft().values());
	}

	/** Takes the values of the preset that was chosen, once: SciJava may tell of the choice late, even after OK. */
	synchronized void followPreset() {
		final Map<Option, String> values = OptionInputs.values(command, Option.STYLISATION);
		final String now = values.put(Option.PRESET, preset);
		final Draft draft = Draft.of(values);
		if (!draft.choose(now)) return;
		OptionInputs.set(command, draft.values());
		preset = now;
	}

	/** Shows the other options. On the thread of events. */
	void askForMore() {
		followPreset();
		final Draft draft = draft();
		if (AdvancedDialog.edit(KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow(), draft, networks
			.names(), this::line)) OptionInputs.set(command, draft.values());
	}

	/** The user accepted: the next dialog begins with this one's values. */
	void accepted() {
		followPreset();
		Draft.remember(draft().values());
	}

	// -- Helper methods --

	private Draft draft() {
		return Draft.of(OptionInputs.values(command, Option.STYLISATION));
	}

	private String line(final Map<Option, String> values) {
		return prediction.map(p -> p.line(values)).orElse(" ");
	}
}
