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

import ij.gui.GenericDialog;

import io.github.styletransfer.transfer.Option;

import java.awt.Choice;
import java.awt.Component;
import java.awt.Label;
import java.awt.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plain ImageJ's first dialog of a stylisation; in Fiji, SciJava makes the like of it from {@link StyleTransferCommand}. It
 * records nothing by itself: {@link Style_Transfer} does, in both.
 */
final class FirstDialog {

	private final GenericDialog dialog = new GenericDialog(Style_Transfer.TITLE);
	private final Draft draft;
	private final Prediction prediction;
	private final Map<Option, Component> fields = new EnumMap<>(Option.class);
	private final Label advancedLine;
	private final Label predictionLine;

	/**
	 * @param draft what the fields show first
	 * @param networks to choose from
	 * @param titles of the open images
	 * @param prediction of time and memory
	 */
	FirstDialog(final Draft draft, final List<String> networks, final List<String> titles, final Prediction prediction) {
		this.draft = draft;
		this.prediction = prediction;
		for (final Option o : Page.FIRST) {
			addField(o);
			if (o == Option.STYLE) dialog.addMessage(StyleSource.openLine(titles));
		}
		dialog.addButton(AdvancedDialog.TITLE, e -> {
			read();
			if (AdvancedDialog.edit(dialog, draft, networks, prediction::line)) show();
		});
		dialog.addMessage(draft.advancedLine());
		advancedLine = (Label) dialog.getMessage();
		dialog.addMessage(prediction.line(draft.values()));
		predictionLine = (Label) dialog.getMessage();
		dialog.addDialogListener((d, event) -> {
			follow();
			return true;
		});
	}

	/** @return what the user accepted; nothing if he cancelled */
	Optional<Draft> ask() {
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		follow();
		return Optional.of(draft);
	}

	// -- Helper methods --

	private void addField(final Option o) {
		final String first = draft.value(o);
		if (o.kind() == Option.Kind.CHOICE) {
			dialog.addChoice(o.label(), o.choices().toArray(new String[0]), first);
			fields.put(o, (Component) dialog.getChoices().lastElement());
			return;
		}
		if (o.kind() == Option.Kind.PATH) dialog.addFileField(o.label(), first, 30);
		else dialog.addStringField(o.label(), first, 12); // not numeric: ImageJ would round and accept NaN
		fields.put(o, (Component) dialog.getStringFields().lastElement());
	}

	/** The other fields go with the preset. */
	private void follow() {
		if (draft.choose(((Choice) fields.get(Option.PRESET)).getSelectedItem())) show();
		else {
			read();
			predictionLine.setText(prediction.line(draft.values()));
		}
	}

	private void read() {
		fields.forEach((o, field) -> draft.set(o, field instanceof Choice c ? c.getSelectedItem() : ((TextField) field)
			.getText()));
	}

	private void show() {
		fields.forEach((o, field) -> {
			if (field instanceof Choice c) c.select(draft.value(o));
			else if (!((TextField) field).getText().equals(draft.value(o))) ((TextField) field).setText(draft.value(o));
		});
		advancedLine.setText(draft.advancedLine());
		predictionLine.setText(prediction.line(draft.values()));
		dialog.pack(); // the lines may be longer
	}
}
