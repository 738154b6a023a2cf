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
import java.util.List;

/** The words of a command line as a POSIX shell splits it: blanks, single and double quotes, backslashes. */
final class ShellWords {

	private final String line;
	private final List<String> words = new ArrayList<>();
	private final StringBuilder word = new StringBuilder();
	private boolean inWord;
	private int next;

	private ShellWords(final String line) {
		this.line = line;
	}

	/**
	 * @param line what is typed into a shell; variables and patterns are left as they are
	 * @return its words, without the quotes
	 * @throws IllegalArgumentException if a quote or the last backslash lacks what belongs to it
	 */
	static List<String> split(final String line) {
		return new ShellWords(line).split();
	}

	// -- Helper methods --

	private List<String> split() {
		while (next < line.length()) {
			final char c = line.charAt(next++);
			if (c == '\'' || c == '"') quoted(c);
			else if (c == '\\') escaped();
			else if (Character.isWhitespace(c)) endWord();
			else append(c);
		}
		endWord();
		return List.copyOf(words);
	}

	/** A backslash outside of quotes: the next character as it is, and no end of line. */
	private void escaped() {
		if (next == line.length()) throw new IllegalArgumentException("The command line ends with a backslash.");
		final char c = line.charAt(next++);
		if (c == '\r' && next < line.length() && line.charAt(next) == '\n') next++;
		else if (c != '\n') append(c);
	}

	private void quoted(final char quote) {
		inWord = true;
		while (next < line.length()) {
			final char c = line.charAt(next++);
			if (c == quote) return;
			if (c == '\\' && quote == '"' && next < line.length() && "\\\"$`\n".indexOf(line.charAt(next)) >= 0) {
				final char escaped = line.charAt(next++);
				if (escaped != '\n') append(escaped);
			}
			else append(c);
		}
		throw new IllegalArgumentException("The command line has a " + quote + " that is not closed.");
	}

	private void append(final char c) {
		inWord = true;
		word.append(c);
	}

	private void endWord() {
		if (inWord) words.add(word.toString());
		word.setLength(0);
		inWord = false;
	}
}
