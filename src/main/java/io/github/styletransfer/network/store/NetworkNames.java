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

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Names of networks, which are names of files too: a name that is accepted here is a safe one on Linux, Windows and macOS,
 * and two names that one of these would take for the same are the same here.
 */
final class NetworkNames {

	/** Room for {@code .safetensors.damaged-99} within the 255 bytes that file systems allow. */
	private static final int MAX_BYTES = 200;
	/** Of file systems, and the brackets of macros: {@code network=[my network]}. */
	private static final String FORBIDDEN = "/\\:*?\"<>|[]";
	/** Windows' devices, which no file may be called, with any extension; and the user's catalogue. */
	private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "catalogue");

	private NetworkNames() {
		// no instances
	}

	/**
	 * @param name that a user gave
	 * @return the name as it is stored: without blanks around it, letters with accents in their composed form
	 * @throws StoreException if it cannot be a file's name everywhere
	 */
	static String checked(final String name) {
		final String problem = problem(name);
		if (!problem.isEmpty()) throw new StoreException("The name \"" + shown(name) + "\" " + problem + ".");
		return normal(name);
	}

	/** @return what is wrong with a name, as the rest of a sentence; empty if nothing is */
	static String problem(final String name) {
		final String found = found(normal(name));
		return found.isEmpty() ? "" : found +
			"; a network's name is a file's name: letters, digits, blanks, hyphens, underscores, dots inside";
	}

	/** @return what two names that mean the same file have in common */
	static String key(final String name) {
		return normal(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}

	private static String normal(final String name) {
		return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
	}

	private static String found(final String name) {
		if (name.isEmpty()) return "is empty";
		if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) return "is longer than " + MAX_BYTES + " bytes";
		if (name.startsWith(".")) return "starts with a dot";
		if (name.endsWith(".")) return "ends with a dot";
		if (isReserved(name)) return "is reserved";
		for (final char c : name.toCharArray()) {
			if (FORBIDDEN.indexOf(c) >= 0) return "has the character " + c;
		}
		if (name.codePoints().anyMatch(NetworkNames::isInvisible)) return "has a character that cannot be shown";
		return "";
	}

	private static boolean isReserved(final String name) {
		final String stem = key(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
		return RESERVED.contains(stem) || stem.matches("(com|lpt)[0-9\u00b9\u00b2\u00b3]");
	}

	private static boolean isInvisible(final int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
				Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

	/** A sentence must stay one line, whatever was given. */
	static String shown(final String name) {
		final StringBuilder shown = new StringBuilder();
		name.codePoints().limit(80).forEach(c -> shown.appendCodePoint(isInvisible(c) ? '\ufffd' : c));
		return name.codePointCount(0, name.length()) > 80 ? shown + "…" : shown.toString();
	}
}
