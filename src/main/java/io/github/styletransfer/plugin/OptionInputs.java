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

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;

import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.scijava.command.DynamicCommand;
import org.scijava.module.MutableModuleItem;

/** Gives a command's inputs what the options' one definition says, and takes the values out again. */
final class OptionInputs {

	private OptionInputs() {
		// no instances
	}

	/** Labels, help, ranges and choices for the dialog. */
	static void describe(final DynamicCommand command, final List<Option> options) {
		for (final Option o : options) describe((MutableModuleItem<?>) command.getInfo().getInput(o.key()), o);
	}

	/** A list for the dialog; a macro may give other values. */
	@SuppressWarnings("unchecked")
	static void offer(final DynamicCommand command, final Option o, final List<String> list) {
		((MutableModuleItem<String>) command.getInfo().getInput(o.key())).setChoices(list);
	}

	/** The values that somebody gave, as text. */
	static Map<Option, String> given(final DynamicCommand command, final List<Option> options) {
		return values(command, options.stream().filter(o -> command.isInputResolved(o.key())).toList());
	}

	/**
	 * What nobody gave gets what the preset has, so that no dialog asks for it and no value of an earlier run slips in. An
	 * unknown preset is told by the run, as everything else that is not accepted.
	 */
	static void resolveMissing(final DynamicCommand command, final List<Option> options) {
		final Map<Option, String> given = given(command, options);
		if (given.containsKey(Option.PRESET) && !Option.PRESET.choices().contains(given.get(Option.PRESET))) {
			given.put(Option.PRESET, Option.PRESET.defaultValue());
		}
		Preset.complete(given, options).forEach((o, text) -> {
			if (command.isInputResolved(o.key())) return;
			command.setInput(o.key(), typed(o, text));
			command.resolveInput(o.key());
		});
	}

	/** Fills the inputs of a dialog. */
	static void set(final DynamicCommand command, final Map<Option, String> values) {
		values.forEach((o, text) -> command.setInput(o.key(), typed(o, text)));
	}

	/** The values as text, as {@link io.github.styletransfer.transfer.Settings#parse} takes them. */
	static Map<Option, String> values(final DynamicCommand command, final List<Option> options) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		for (final Option o : options) {
			final Object value = command.getInput(o.key());
			values.put(o, value == null ? o.defaultValue() : value instanceof Double d ? text(d) : value.toString());
		}
		return values;
	}

	/**
	 * @param o an option
	 * @param text a value, already checked
	 * @return it as the input's type
	 */
	static Object typed(final Option o, final String text) {
		return switch (o.kind()) {
			case INTEGER -> (int) Double.parseDouble(text);
			case NUMBER -> Double.parseDouble(text);
			case CHOICE -> o.parseChoice(text);
			case PATH -> new File(text);
			case LIST, TEXT -> text;
		};
	}

	private static String text(final double d) {
		return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
	}

	@SuppressWarnings("unchecked")
	private static void describe(final MutableModuleItem<?> item, final Option o) {
		item.setLabel(o.label());
		item.setDescription(o.help() + " Accepted: " + o.accepted() + ".");
		switch (o.kind()) {
			case INTEGER -> {
				((MutableModuleItem<Integer>) item).setMinimumValue((int) o.minimum());
				((MutableModuleItem<Integer>) item).setMaximumValue((int) o.maximum());
			}
			case NUMBER -> {
				((MutableModuleItem<Double>) item).setMinimumValue(o.minimum());
				((MutableModuleItem<Double>) item).setMaximumValue(o.maximum());
			}
			case CHOICE -> ((MutableModuleItem<String>) item).setChoices(o.choices());
			case LIST, PATH, TEXT -> {
				// any text
			}
		}
	}
}
