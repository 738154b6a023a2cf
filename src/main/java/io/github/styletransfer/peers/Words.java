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
package io.github.styletransfer.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line of a tool, divided among its options.
 *
 * @param options by the name for sentences, what stands behind each
 * @param images what stands behind none
 */
record Words(Map<String, List<String>> options, List<String> images) {

	/**
	 * @param peer the tool
	 * @param words behind its program
	 * @return them, divided
	 * @throws IllegalArgumentException if the tool has no such option, or one lacks what belongs behind it
	 */
	static Words of(final Peer peer, final List<String> words) {
		try {
			return divided(peer, new CommandLine(spec(peer)).setOverwrittenOptionsAllowed(true).parseArgs(words.toArray(
				new String[0])));
		}
		catch (final UnmatchedArgumentException e) {
			final String word = e.getUnmatched().get(0);
			throw new IllegalArgumentException(peer.title() + (word.startsWith("-") ? " has no option \"" + word + "\"."
				: " does not know what to do with \"" + word + "\"."), e);
		}
		catch (final MissingParameterException e) {
			final String name = e.getMissing().get(0) instanceof OptionSpec o ? o.names()[0] : "The command line";
			throw new IllegalArgumentException(name + " lacks its value.", e);
		}
		catch (final ParameterException e) {
			throw new IllegalArgumentException(peer.title() + " would not accept the command line: " + e.getMessage(), e);
		}
	}

	/** @return whether the option is there */
	boolean has(final String name) {
		return options.containsKey(name);
	}

	/** @return the words behind the option; none if it is not there */
	List<String> of(final String name) {
		return options.getOrDefault(name, List.of());
	}

	/** @return the last word behind the option, or else the default */
	String last(final String name, final String otherwise) {
		final List<String> words = of(name);
		return words.isEmpty() ? otherwise : words.get(words.size() - 1);
	}

	// -- Helper methods --

	private static CommandSpec spec(final Peer peer) {
		final CommandSpec spec = CommandSpec.create();
		for (final PeerOption o : peer.options()) {
			spec.addOption(OptionSpec.builder(o.names().get(0), o.names().subList(1, o.names().size()).toArray(new String[0]))
				.arity(o.arity()).type(o.arity().equals("0") ? Boolean.class : List.class).auxiliaryTypes(o.arity().equals("0")
					? Boolean.class : String.class).build());
		}
		if (peer.takesImages()) {
			spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(List.class).auxiliaryTypes(
				String.class).build());
		}
		return spec;
	}

	private static Words divided(final Peer peer, final ParseResult parsed) {
		final Map<String, List<String>> options = new LinkedHashMap<>();
		for (final PeerOption o : peer.options()) {
			if (parsed.hasMatchedOption(o.name())) {
				options.put(o.name(), o.arity().equals("0") ? List.of() : strings(parsed.matchedOptionValue(o.name(), List.of())));
			}
		}
		return new Words(options, peer.takesImages() && parsed.hasMatchedPositional(0) ? strings(parsed.matchedPositionals()
			.get(0).getValue()) : List.of());
	}

	private static List<String> strings(final List<?> values) {
		final List<String> strings = new ArrayList<>();
		values.forEach(v -> strings.add(v == null ? "" : v.toString()));
		return strings;
	}
}
