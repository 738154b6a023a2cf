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

import ij.Prefs;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;
import io.github.styletransfer.transfer.Settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the fields of a stylisation's dialog say: a preset, and what was changed of it. Knows no window; both hosts' dialogs
 * fill it and show it. What it remembers are the preset and the changes.
 */
final class Draft {

	private static final String PREFERENCE = "styletransfer.dialog.";
	/** Names that a line under the dialog's button has room for. */
	private static final int NAMED = 6;

	private final Map<Option, String> values;

	private Draft(final Map<Option, String> values) {
		this.values = new EnumMap<>(values);
	}

	/**
	 * @param given by option, as text; the preset among them completes them
	 * @return a draft
	 * @throws IllegalArgumentException if the preset is unknown
	 */
	static Draft of(final Map<Option, String> given) {
		return new Draft(Preset.complete(given, Option.STYLISATION));
	}

	/** @return what was remembered last; the defaults if that is of another version with other presets */
	static Draft remembered() {
		final Map<Option, String> given = new EnumMap<>(Option.class);
		for (final Option o : Option.STYLISATION) {
			final String value = Prefs.get(PREFERENCE + o.key(), null);
			if (value != null && (o.choices().isEmpty() || o.choices().contains(value))) given.put(o, value);
		}
		return of(given);
	}

	/**
	 * Makes the next dialog begin with these.
	 *
	 * @param values by option; missing ones are at what the preset gives
	 */
	static void remember(final Map<Option, String> values) {
		final Map<Option, String> changed = Preset.changed(values);
		for (final Option o : Option.STYLISATION) Prefs.set(PREFERENCE + o.key(), changed.get(o));
	}

	/** @return what a field shows */
	String value(final Option o) {
		return values.get(o);
	}

	/** @return what all fields show */
	Map<Option, String> values() {
		return Map.copyOf(values);
	}

	/** Changes a field. The preset is chosen by {@link #choose}. */
	void set(final Option o, final String value) {
		values.put(o, value);
	}

	/**
	 * Chooses a preset: whatever presets decide about is at its value then; the rest, such as style and device, stays.
	 *
	 * @return whether it is another one than before
	 */
	boolean choose(final String preset) {
		if (preset.equals(values.get(Option.PRESET))) return false;
		values.put(Option.PRESET, preset);
		values.keySet().stream().filter(Preset::decides).forEach(o -> values.put(o, Preset.of(preset).value(o)));
		return true;
	}

	/** @return what a macro must name; see {@link Preset#changed} */
	Map<Option, String> changed() {
		return Preset.changed(values);
	}

	/**
	 * @throws IllegalArgumentException if a field has what its option does not accept
	 */
	void check() {
		values.forEach(Option::canonical);
		Settings.parse(values);
	}

	/** @return one line that says whether the fields that the first dialog does not show are as the preset has them */
	String advancedLine() {
		final List<Option> hidden = new ArrayList<>(changed().keySet());
		hidden.removeAll(Page.FIRST);
		if (hidden.isEmpty()) return "Advanced: all as the preset has it.";
		final List<String> names = hidden.stream().limit(NAMED).map(Option::key).toList();
		return "Changed under Advanced: " + String.join(", ", names) + (hidden.size() > NAMED ? " and " + (hidden.size() -
			NAMED) + " more" : "") + ".";
	}
}
