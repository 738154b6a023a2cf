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

import io.github.styletransfer.io.Reasons;
import io.github.styletransfer.network.store.Checksum.Algorithm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a stored file is still what was stored. Its size is looked at every time, its SHA-256 once in a program's life
 * and again whenever the file is another one or was written to.
 */
final class Integrity {

	/** Files whose checksum was right, with the state they were in. */
	private static final Map<Path, FileState> SOUND = new ConcurrentHashMap<>();

	/**
	 * What was found.
	 *
	 * @param bytes of the file, if they are as they were stored
	 * @param damage what is wrong else, as a part of a sentence
	 */
	record Reading(Optional<ByteBuffer> bytes, Optional<String> damage) {}

	private Integrity() {
		// no instances
	}

	/** Forgets what was found before, so that a checksum is computed in any case. */
	static void forget(final Path file) {
		SOUND.remove(file);
	}

	/**
	 * Reads a file whole; the bytes that are checked are those that are given.
	 *
	 * @param file of the network
	 * @param stored what its note says
	 * @param monitor is asked whether to go on
	 * @return its bytes, or what is wrong with it
	 * @throws StoreException if it cannot be read, or is written to meanwhile
	 */
	static Reading read(final Path file, final StoredNetwork stored, final StoreMonitor monitor) {
		try {
			for (int attempt = 0; attempt < 3; attempt++) {
				final FileState before = FileState.of(file);
				if (before.size() != stored.size()) return damaged(sizes(before.size(), stored.size()));
				monitor.checkCancelled("Reading \"" + stored.name() + "\"");
				final byte[] bytes = Files.readAllBytes(file);
				if (bytes.length != before.size() || !before.equals(FileState.of(file))) continue;
				return check(file, before, bytes, stored);
			}
			throw new StoreException("The stored network \"" + stored.name() +
				"\" is being written by another program; try again.");
		}
		catch (final NoSuchFileException e) {
			return damaged("its file is not there");
		}
		catch (final IOException e) {
			throw new StoreException("The stored network \"" + stored.name() + "\" could not be read from \"" + file + "\": " +
				Reasons.of(e) + ".", e);
		}
	}

	private static Reading check(final Path file, final FileState state, final byte[] bytes, final StoredNetwork stored) {
		if (!state.equals(SOUND.get(file))) {
			final MessageDigest digest = Algorithm.SHA256.digest();
			digest.update(bytes);
			final Checksum found = Checksum.of(Algorithm.SHA256, digest);
			if (!found.hex().equals(stored.sha256())) {
				return damaged("its SHA-256 is " + found.hex() + " instead of " + stored.sha256());
			}
			SOUND.put(file, state);
		}
		return new Reading(Optional.of(ByteBuffer.wrap(bytes)), Optional.empty());
	}

	/** @return what is wrong with a file at first sight, if anything is */
	static Optional<String> glance(final Path file, final StoredNetwork stored) {
		try {
			final long size = Files.size(file);
			return size == stored.size() ? Optional.empty() : Optional.of(sizes(size, stored.size()));
		}
		catch (final IOException e) {
			return Optional.of("its file could not be read: " + Reasons.of(e));
		}
	}

	private static String sizes(final long found, final long expected) {
		return "it has " + found + " bytes instead of " + expected;
	}

	private static Reading damaged(final String how) {
		return new Reading(Optional.empty(), Optional.of(how));
	}
}
