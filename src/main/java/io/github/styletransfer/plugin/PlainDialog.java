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
import ij.gui.GenericDialog;

import io.github.styletransfer.transfer.Option;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plain ImageJ's dialog, made of the options' one definition. ImageJ's recorder writes what it returns. */
final class PlainDialog {

	private static final String PREFERENCE = "styletransfer.";

	private final String title;
	private final List<Option> options;
	private final Map<Option, List<String>> choices = new HashMap<>();
	private final Map<Option, String> messages = new HashMap<>();
	private final Map<Option, String> values = new EnumMap<>(Option.class);
	private boolean remembering;

	/**
	 * @param title of the dialog
	 * @param options to ask for, in this order
	 */
	PlainDialog(final String title, final List<Option> options) {
		this.title = title;
		this.options = options;
		for (final Option o : options) {
			values.put(o, o.defaultValue());
			if (o.kind() == Option.Kind.CHOICE) choices.put(o, o.choices());
		}
	}

	/** Begins with the values of the last time, and keeps the new ones for the next. */
	PlainDialog remembering() {
		remembering = true;
		for (final Option o : options) values.put(o, Prefs.get(PREFERENCE + o.key(), values.get(o)));
		return this;
	}

	/** What the dialog shows first for an option, instead of its default. */
	PlainDialog beginning(final Option o, final String value) {
		values.put(o, value);
		return this;
	}

	/** What the dialog shows first for an option. */
	String value(final Option o) {
		return values.get(o);
	}

	/** Offers a list for an option whose definition has none. */
	PlainDialog choices(final Option o, final List<String> list) {
		choices.put(o, list);
		return this;
	}

	/** A line of help behind an option. */
	PlainDialog message(final Option o, final String text) {
		messages.put(o, text);
		return this;
	}

	/** @return the values, or nothing if the user cancelled */
	Optional<Map<Option, String>> ask() {
		final GenericDialog dialog = new GenericDialog(title);
		for (final Option o : options) addField(dialog, o);
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		for (final Option o : options) {
			final String value = choices.containsKey(o) ? dialog.getNextChoice() : dialog.getNextString();
			values.put(o, value);
			if (remembering) Prefs.set(PREFERENCE + o.key(), value);
		}
		return Optional.of(Map.copyOf(values));
	}

	// -- Helper methods --

	private void addField(final GenericDialog dialog, final Option o) {
		final String first = values.get(o);
		if (choices.containsKey(o)) dialog.addChoice(label(o), choices.get(o).toArray(new String[0]), first);
		else if (o == Option.GRID_FOLDER) dialog.addDirectoryField(label(o), first, 30);
		else if (o.kind() == Option.Kind.PATH) dialog.addFileField(label(o), first, 30);
		else if (o.kind() == Option.Kind.TEXT || o.kind() == Option.Kind.LIST) dialog.addStringField(label(o), first, 40);
		else dialog.addStringField(label(o), first, 12); // not numeric: ImageJ would round and accept NaN
		if (messages.containsKey(o)) dialog.addMessage(messages.get(o));
	}

	/** Underscores become blanks on the screen; the recorded key is the first word in lower case, so it must be the option's. */
	static String label(final Option o) {
		final String label = o.label().replace(' ', '_');
		return label.equalsIgnoreCase(o.key()) ? label : o.key().substring(0, 1).toUpperCase(Locale.ROOT) + o.key().substring(1);
	}
}
