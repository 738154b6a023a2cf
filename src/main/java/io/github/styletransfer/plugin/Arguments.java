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

import io.github.styletransfer.network.store.ModelStore;
import io.github.styletransfer.transfer.Option;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Command lines made of the options' one definition, and the values of a command line. */
final class Arguments {

	/** What may be given several times, instead of names with semicolons between. */
	private static final List<Option> SEVERAL = List.of(Option.MASK, Option.STYLE_AREAS);

	private Arguments() {
		// no instances
	}

	/**
	 * @param description of the command
	 * @param options that may be given
	 * @return the command, which takes {@code --models} too
	 */
	static CommandSpec command(final String description, final List<Option> options) {
		final CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
		spec.usageMessage().description(description);
		options.forEach(o -> spec.addOption(option(o, "--" + o.key())));
		return spec.addOption(option(Option.MODELS, "--" + Option.MODELS.key()));
	}

	/**
	 * @param o an option
	 * @param names as they are written, the longest last
	 */
	static OptionSpec option(final Option o, final String... names) {
		final boolean several = SEVERAL.contains(o);
		final boolean file = several || o == Option.OUTPUT || o == Option.WEIGHTS;
		final OptionSpec.Builder builder = OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length)).userObject(o);
		if (several) builder.type(List.class).auxiliaryTypes(String.class);
		else builder.type(String.class);
		builder.required(o == Option.OUTPUT).paramLabel(file ? "FILE" : o == Option.MODELS ? "FOLDER" : "VALUE");
		final String defaultValue = o.defaultValue().isEmpty() ? "" : " Default: " + o.defaultValue() + ".";
		return builder.description(text(o) + defaultValue).build();
	}

	static PositionalParamSpec positional(final int index, final String label, final boolean required,
		final String description)
	{
		return PositionalParamSpec.builder().index(Integer.toString(index)).paramLabel(label).type(String.class).required(
			required).description(description).build();
	}

	/** The last positional argument, which may be given several times. */
	static PositionalParamSpec positionals(final int index, final String label, final String description) {
		return PositionalParamSpec.builder().index(index + "..*").arity("1..*").paramLabel(label).type(List.class).auxiliaryTypes(
			String.class).required(true).description(description).build();
	}

	/** @return what such an argument was given, separated by semicolons */
	static String positionals(final ParseResult parsed, final int index) {
		return joined(parsed.matchedPositionalValue(index, List.of()));
	}

	/** @return the values that were given, by the options' definition; what is no {@link Option} is left out */
	static Map<Option, String> values(final ParseResult parsed) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		for (final OptionSpec given : parsed.matchedOptions()) {
			if (given.userObject() instanceof Option o) values.put(o, joined(given.getValue()));
		}
		return values;
	}

	/** @return the store in the folder that was given, or else where it is by default */
	static ModelStore store(final Map<Option, String> values) {
		return ModelsFolder.store(ModelsFolder.ofCommandLine(Optional.ofNullable(values.get(Option.MODELS))));
	}

	/** An option that was given several times is a list. */
	private static String joined(final Object value) {
		return value instanceof List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining(";")) : (String) value;
	}

	private static String text(final Option o) {
		return o.help() + " Accepted: " + o.accepted() + ".";
	}
}
