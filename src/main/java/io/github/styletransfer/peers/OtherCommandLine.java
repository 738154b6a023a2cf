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

import io.github.styletransfer.transfer.Option;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A command line of jcjohnson/neural-style, neural-style-pt, fzliu/style-transfer or crowsonkb/style-transfer-pytorch, in our
 * options.
 *
 * @param tool what sentences call the tool
 * @param values the preset that has the tool's defaults, and what the command line changes of them
 * @param notes one line for each thing that has no counterpart, or not quite
 */
public record OtherCommandLine(String tool, Map<Option, String> values, List<String> notes) {

	/** Copies both; the values stay in the order of {@link Option}. */
	public OtherCommandLine {
		values = Collections.unmodifiableMap(new TreeMap<>(values));
		notes = List.copyOf(notes);
	}

	/**
	 * @param line what is typed into a shell to run the tool
	 * @return the same in our options
	 * @throws IllegalArgumentException if it is none of these tools', if the tool would not accept it, or if a value is out of
	 *           our range; the sentence names what
	 */
	public static OtherCommandLine parse(final String line) {
		final List<String> words = withoutPrefix(ShellWords.split(line));
		final int program = programIndex(words);
		if (program == words.size()) throw unknown();
		final List<String> rest = words.subList(program + 1, words.size());
		final Optional<Peer> named = named(words.get(program));
		if (named.isPresent()) return of(named.get(), rest);
		final List<String> options = words.get(0).startsWith("-") ? words : rest;
		final List<Peer> accepting = Arrays.stream(Peer.values()).filter(p -> accepts(p, options)).toList();
		if (accepting.size() != 1) throw unknown();
		return of(accepting.get(0), options);
	}

	// -- Helper methods --

	private static OtherCommandLine of(final Peer peer, final List<String> words) {
		final Carried carried = peer.carry(Words.of(peer, words));
		return new OtherCommandLine(peer.title(), carried.values(), carried.notes());
	}

	/** Without a prompt and without variables of the environment. */
	private static List<String> withoutPrefix(final List<String> words) {
		int first = 0;
		while (first < words.size() && words.get(first).matches("[$%>#]|sudo|env|\\w+=.*")) first++;
		return words.subList(first, words.size());
	}

	/** Behind the interpreter and its own options. */
	private static int programIndex(final List<String> words) {
		int i = 0;
		if (!words.isEmpty() && base(words.get(0)).matches("th|qlua|luajit|lua|python[\\d.]*|py")) {
			i++;
			while (i < words.size() && words.get(i).startsWith("-")) i++;
		}
		return i;
	}

	private static Optional<Peer> named(final String program) {
		return Arrays.stream(Peer.values()).filter(p -> p.programs().contains(base(program))).findFirst();
	}

	private static String base(final String path) {
		return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replaceFirst("\\.exe$", "");
	}

	private static boolean accepts(final Peer peer, final List<String> words) {
		try {
			return !Words.of(peer, words).options().isEmpty();
		}
		catch (final IllegalArgumentException e) {
			return false;
		}
	}

	private static IllegalArgumentException unknown() {
		return new IllegalArgumentException("Which tool the command line runs cannot be told; there are " + Arrays.stream(Peer
			.values()).map(p -> p.title() + " (" + String.join(" or ", p.programs()) + ")").collect(Collectors.joining(", ")) +
			".");
	}
}
