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
package io.github.styletransfer.network.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamesTest {

	@ParameterizedTest
	@ValueSource(strings = { "VGG-16-Keras", "my network", "Größe", "重み", "a.b", "console", "com10", "x_1" })
	void filesNamesAreAccepted(final String name) {
		assertEquals(name, NetworkNames.checked(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", ".", "..", ".hidden", "dot.", "a/b", "a\\b", "../../etc/passwd", "C:", "a*", "what?",
		"a\"b", "<a>", "a|b", "[a]", "a]", "con", "NUL", "nul.txt", "Com1", "lpt9.a.b", "COM\u00b9", "a\nb", "a\0b", "a\u202eb",
		"\ud800", "catalogue", "Catalogue" })
	void whatIsNoFilesNameSomewhereIsRefused(final String name) {
		final String message = assertThrows(StoreException.class, () -> NetworkNames.checked(name)).getMessage();
		assertTrue(message.startsWith("The name \"") && !message.contains("\n"), message);
	}

	@Test
	void aNameOfAnyLengthGivesAShortSentence() {
		final String message = assertThrows(StoreException.class, () -> NetworkNames.checked("ä".repeat(100_000))).getMessage();
		assertTrue(message.contains("200 bytes") && message.length() < 300, message);
	}

	@Test
	void blanksAroundAreCutOffAndAccentsAreComposed() {
		assertEquals("Gr\u00f6\u00dfe", NetworkNames.checked(" Gro\u0308\u00dfe "));
	}

	@Test
	void namesThatMeanOneFileHaveOneKey() {
		assertEquals(NetworkNames.key("GR\u00d6n"), NetworkNames.key("gro\u0308n "));
		assertFalse(NetworkNames.key("a-b").equals(NetworkNames.key("a_b")));
	}
}
