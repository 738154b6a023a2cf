package io.github.styletransfer.plugin;

import io.github.styletransfer.transfer.Option;

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

	/** What nobody gave gets its default, so that no dialog asks for it and no value of an earlier run slips in. */
	static void resolveDefaults(final DynamicCommand command, final List<Option> options) {
		for (final Option o : options) {
			if (command.isInputResolved(o.key())) continue;
			command.setInput(o.key(), typed(o, o.defaultValue()));
			command.resolveInput(o.key());
		}
	}

	/** The values as text, as {@link io.github.styletransfer.transfer.Settings#parse} takes them. */
	static Map<Option, String> values(final DynamicCommand command, final List<Option> options) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		for (final Option o : options) {
			final Object value = command.getInput(o.key());
			values.put(o, value == null ? o.defaultValue() : value.toString());
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
			case TEXT -> o == Option.STYLE || o == Option.OUTPUT ? new File(text) : text;
		};
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
			case TEXT -> {
				// any text
			}
		}
	}
}
