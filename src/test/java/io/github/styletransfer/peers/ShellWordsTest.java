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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

	/** As a POSIX shell splits them. */
	@Test
	void quotesAndBackslashes() {
		assertEquals(List.of("th", "a b.lua", "-x", "1"), ShellWords.split("th 'a b.lua' -x 1"));
		assertEquals(List.of("a b", "c\"d", "e\\f"), ShellWords.split("\"a b\" \"c\\\"d\" \"e\\f\""));
		assertEquals(List.of("a b", "$HOME/x", "\\"), ShellWords.split("a\\ b $HOME/x '\\'"));
		assertEquals(List.of("don't", "ab c"), ShellWords.split("don\"'\"t a'b c'"));
		assertEquals(List.of("", "x"), ShellWords.split(" '' \t x "));
		assertEquals(List.of(), ShellWords.split(" \n "));
	}

	@Test
	void backslashBeforeTheEndOfALineJoinsTheLines() {
		assertEquals(List.of("a", "-b", "cd"), ShellWords.split("a \\\n -b c\\\nd"));
		assertEquals(List.of("a", "bc"), ShellWords.split("a \\\r\n \"b\\\nc\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a 'b", "a \"b", "a \"b\\\"", "it's" })
	void openQuoteIsTold(final String line) {
		assertEquals(true, assertThrows(IllegalArgumentException.class, () -> ShellWords.split(line)).getMessage().endsWith(
			" that is not closed."));
	}

	@Test
	void backslashAtTheEndIsTold() {
		assertEquals("The command line ends with a backslash.", assertThrows(IllegalArgumentException.class, () -> ShellWords
			.split("a \\")).getMessage());
	}
}
