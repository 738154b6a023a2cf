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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An option of another tool.
 *
 * @param names as it is written, the one for sentences first
 * @param arity how many words follow it, in picocli's notation: 0, 1, 1..* or 0..1
 * @param rule what it becomes
 */
record PeerOption(List<String> names, String arity, Rule rule) {

	/** What becomes of an option. */
	@FunctionalInterface
	interface Rule {

		/**
		 * @param name of the option, for sentences
		 * @param words behind it
		 * @param to gets values and notes
		 * @throws IllegalArgumentException if the tool would not accept the words, or ours not the value
		 */
		void carry(String name, List<String> words, Carried to);
	}

	/** The option's one word. */
	@FunctionalInterface
	interface WordRule {

		/** See {@link Rule#carry}. */
		void carry(String name, String word, Carried to);
	}

	/** @return the name for sentences */
	String name() {
		return names.get(0);
	}

	/** One word. */
	static PeerOption word(final WordRule rule, final String... names) {
		return new PeerOption(List.of(names), "1", (name, words, to) -> rule.carry(name, words.get(words.size() - 1), to));
	}

	/** A number that means the same in ours. */
	static PeerOption number(final Option o, final String... names) {
		return word((name, word, to) -> to.set(name, o, text(number(name, word))), names);
	}

	/** A whole number that means the same in ours. */
	static PeerOption whole(final Option o, final String... names) {
		return word((name, word, to) -> to.set(name, o, Integer.toString(whole(name, word))), names);
	}

	/** One of a few words, each with its value in ours. */
	static PeerOption choice(final Option o, final Map<String, String> values, final String... names) {
		return word((name, word, to) -> to.set(name, o, values.get(oneOf(name, word, new TreeMap<>(values).keySet().toArray(
			new String[0])))), names);
	}

	/** An option without a word. */
	static PeerOption flag(final Rule rule, final String... names) {
		return new PeerOption(List.of(names), "0", rule);
	}

	/** An option of one word that has no counterpart. */
	static PeerOption without(final String reason, final String... names) {
		return word((name, word, to) -> to.note(name + " " + word, reason), names);
	}

	/** An option of one whole number that has no counterpart. */
	static PeerOption wholeWithout(final String reason, final String... names) {
		return word((name, word, to) -> to.note(name + " " + whole(name, word), reason), names);
	}

	/** An option of one of a few words that has no counterpart. */
	static PeerOption choiceWithout(final String reason, final List<String> accepted, final String... names) {
		return word((name, word, to) -> to.note(name + " " + oneOf(name, word, accepted.toArray(new String[0])), reason),
			names);
	}

	// -- The values of other tools --

	/**
	 * @param name of the option
	 * @param word behind it
	 * @return the finite number that it is
	 * @throws IllegalArgumentException if it is none
	 */
	static double number(final String name, final String word) {
		try {
			final double number = Double.parseDouble(word);
			if (Double.isFinite(number) && !word.matches(".*[dDfF]")) return number;
		}
		catch (final NumberFormatException e) {
			// told below
		}
		throw refused(name, word, "a number");
	}

	/** The same for whole numbers. */
	static int whole(final String name, final String word) {
		try {
			return Integer.parseInt(word);
		}
		catch (final NumberFormatException e) {
			throw refused(name, word, "a whole number");
		}
	}

	/** The same for one of a few words. */
	static String oneOf(final String name, final String word, final String... accepted) {
		if (Arrays.asList(accepted).contains(word)) return word;
		throw refused(name, word, String.join(", ", accepted).replaceFirst(", (?=[^,]*$)", " or "));
	}

	/** A number as short as it can be. */
	static String text(final double number) {
		if (number == Math.rint(number) && Math.abs(number) < 1e15) return Long.toString((long) number);
		return Double.toString(number).toLowerCase(Locale.ROOT);
	}

	private static IllegalArgumentException refused(final String name, final String word, final String accepted) {
		return new IllegalArgumentException(name + " is \"" + word + "\"; it must be " + accepted + ".");
	}
}
