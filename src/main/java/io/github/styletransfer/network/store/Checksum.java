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

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a file's bytes must add up to, as the file's publisher states it. Immutable; as text {@code sha256:…} or
 * {@code md5:…}.
 *
 * @param algorithm that makes it
 * @param hex lower-case hexadecimal digits
 */
public record Checksum(Algorithm algorithm, String hex) {

	/** What publishers of weights use. MD5 finds damage, but an attacker can make two files with the same one. */
	public enum Algorithm {
		/** 32 digits. */
		MD5("MD5", 32),
		/** 64 digits. */
		SHA256("SHA-256", 64);

		private final String title;
		private final int digits;

		Algorithm(final String title, final int digits) {
			this.title = title;
			this.digits = digits;
		}

		/** @return the name that sentences and Java use */
		public String title() {
			return title;
		}

		MessageDigest digest() {
			try {
				return MessageDigest.getInstance(title);
			}
			catch (final NoSuchAlgorithmException e) {
				throw new IllegalStateException("Every Java platform has " + title + ".", e);
			}
		}
	}

	/** @throws IllegalArgumentException if the digits are not hexadecimal or not as many as the algorithm makes */
	public Checksum {
		hex = hex.toLowerCase(Locale.ROOT);
		if (!hex.matches("[0-9a-f]*") || hex.length() != algorithm.digits) {
			throw new IllegalArgumentException("The checksum \"" + hex + "\" has " + hex.length() + " characters; " +
				algorithm.title + " has " + algorithm.digits + " hexadecimal digits.");
		}
	}

	/**
	 * @param text for example {@code sha256:} and 64 digits
	 * @return the checksum
	 * @throws IllegalArgumentException if the text is none
	 */
	public static Checksum parse(final String text) {
		final int colon = text.indexOf(':');
		final String key = text.substring(0, Math.max(0, colon));
		return Arrays.stream(Algorithm.values()).filter(a -> a.name().toLowerCase(Locale.ROOT).equals(key)).findFirst().map(
			a -> new Checksum(a, text.substring(colon + 1))).orElseThrow(() -> new IllegalArgumentException("The checksum \"" +
				text + "\" does not start with \"md5:\" or \"sha256:\"."));
	}

	static Checksum of(final Algorithm algorithm, final MessageDigest digest) {
		return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
	}

	/** @return for a sentence, for example {@code MD5 6d6b…} */
	public String sentencePart() {
		return algorithm.title + " " + hex;
	}

	@Override
	public String toString() {
		return algorithm.name().toLowerCase(Locale.ROOT) + ":" + hex;
	}
}
