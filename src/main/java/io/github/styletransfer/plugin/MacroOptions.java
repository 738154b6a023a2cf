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

import ij.Macro;

import io.github.styletransfer.transfer.Option;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The options of a macro's {@code run("…", "key=value key=[value with blanks]")}, read and written. */
final class MacroOptions {

	private static final Pattern IN_BRACKETS = Pattern.compile("=\\[[^\\]]*\\]");
	private static final Pattern KEY = Pattern.compile("(?:^|\\s)([^\\s=]+)=");

	private MacroOptions() {
		// no instances
	}

	/**
	 * @param text what ImageJ hands over
	 * @param accepted the options of the command
	 * @return the values that the text gives; options that it does not name are left out
	 * @throws IllegalArgumentException if it names a key that the command has not
	 */
	static Map<Option, String> parse(final String text, final Collection<Option> accepted) {
		final Matcher keys = KEY.matcher(IN_BRACKETS.matcher(text).replaceAll("="));
		while (keys.find()) {
			if (accepted.stream().noneMatch(o -> o.key().equals(keys.group(1)))) {
				throw new IllegalArgumentException("Unknown option \"" + keys.group(1) + "\" in the macro; known options are " +
					String.join(", ", accepted.stream().map(Option::key).toList()) + ".");
			}
		}
		final Map<Option, String> values = new LinkedHashMap<>();
		for (final Option o : accepted) {
			final String value = Macro.getValue(text, o.key(), null);
			if (value != null) values.put(o, value);
		}
		return values;
	}

	/**
	 * @param command of the menu
	 * @param values of its options
	 * @return the macro's call of it
	 */
	static String call(final String command, final Map<Option, String> values) {
		final String options = values.entrySet().stream().map(e -> e.getKey().key() + "=" + inBrackets(e.getValue())).collect(
			Collectors.joining(" "));
		final String literal = options.replace("\\", "\\\\").replace("\"", "\\\"");
		return "run(\"" + command + "\"" + (options.isEmpty() ? "" : ", \"" + literal + "\"") + ");";
	}

	private static String inBrackets(final String value) {
		return value.isEmpty() || value.contains(" ") || value.startsWith("[") || value.startsWith("'") ? "[" + value + "]"
			: value;
	}
}
