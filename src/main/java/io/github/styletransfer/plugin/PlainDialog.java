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
import ij.Prefs;
import ij.gui.GenericDialog;

import io.github.styletransfer.transfer.Option;

import java.awt.Label;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plain ImageJ's dialog, made of the options' one definition. ImageJ's recorder writes what it returns. */
final class PlainDialog {

	private static final String PREFERENCE = "styletransfer.";

	private PlainDialog() {
		// no instances
	}

	/**
	 * Shows the dialog, with the values of the last time.
	 *
	 * @param title of the dialog
	 * @param options to ask for
	 * @param content the image to be stylised; no prediction is shown without one
	 * @return the values, or nothing if the user cancelled
	 */
	static Optional<Map<Option, String>> ask(final String title, final List<Option> options,
		final Optional<ImagePlus> content)
	{
		final GenericDialog dialog = new GenericDialog(title);
		for (final Option o : options) addField(dialog, o, content);
		content.ifPresent(c -> addPrediction(dialog, options, c));
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		final Map<Option, String> values = new EnumMap<>(Option.class);
		for (final Option o : options) {
			final String value = value(dialog, o);
			values.put(o, value);
			Prefs.set(PREFERENCE + o.key(), value);
		}
		return Optional.of(values);
	}

	private static void addField(final GenericDialog dialog, final Option o, final Optional<ImagePlus> content) {
		final String last = Prefs.get(PREFERENCE + o.key(), o.defaultValue());
		switch (o.kind()) {
			case CHOICE -> dialog.addChoice(label(o), o.choices().toArray(new String[0]), last);
			case TEXT -> addText(dialog, o, last, content);
			default -> dialog.addStringField(label(o), last, 12); // not numeric: ImageJ would round and accept NaN
		}
	}

	private static void addText(final GenericDialog dialog, final Option o, final String last,
		final Optional<ImagePlus> content)
	{
		if (o == Option.STYLE) {
			final List<String> titles = StyleSource.openTitles(content.orElse(null));
			dialog.addFileField(label(o), last.isEmpty() && !titles.isEmpty() ? titles.get(0) : last, 30);
			dialog.addMessage(titles.isEmpty() ? "Style: " + o.accepted() + "." : "Open images: " + String.join(", ", titles));
		}
		else if (o == Option.OUTPUT) dialog.addFileField(label(o), last, 30);
		else dialog.addStringField(label(o), last, 40);
	}

	/** Underscores become blanks on the screen; the macro's key is the first word. */
	private static String label(final Option o) {
		return o.label().replace(' ', '_');
	}

	private static String value(final GenericDialog dialog, final Option o) {
		return o.kind() == Option.Kind.CHOICE ? dialog.getNextChoice() : dialog.getNextString();
	}

	private static void addPrediction(final GenericDialog dialog, final List<Option> options, final ImagePlus content) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		for (final Option o : options) values.put(o, Prefs.get(PREFERENCE + o.key(), o.defaultValue()));
		dialog.addMessage(Prediction.line(content, values));
		final Label line = (Label) dialog.getMessage();
		dialog.addDialogListener((d, event) -> {
			line.setText(Prediction.line(content, shown(d, options)));
			return true;
		});
	}

	/** What the fields show now, read without the recorder. */
	private static Map<Option, String> shown(final GenericDialog dialog, final List<Option> options) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		final List<Object> texts = new ArrayList<>(dialog.getStringFields());
		final List<Object> choices = new ArrayList<>(dialog.getChoices());
		for (final Option o : options) {
			values.put(o, o.kind() == Option.Kind.CHOICE ? ((java.awt.Choice) choices.remove(0)).getSelectedItem()
				.toLowerCase(Locale.ROOT) : ((TextField) texts.remove(0)).getText());
		}
		return values;
	}
}
