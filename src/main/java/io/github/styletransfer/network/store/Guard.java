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

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Lets only stored networks through that are as they were stored, and sets others aside. */
final class Guard {

	private final StoreFolder folder;

	Guard(final StoreFolder folder) {
		this.folder = folder;
	}

	/**
	 * @param name that a user gave
	 * @return the name as it is written on the drive
	 * @throws StoreException if no network of that name is stored
	 */
	String requireStored(final String name) {
		return folder.find(name).orElseThrow(() -> new StoreException("The network \"" + name +
			"\" is not stored; download or import it first (stored " + (folder.names().isEmpty() ? "is none" : "are " + String
				.join(", ", folder.names())) + ")."));
	}

	/** @return a network that is sound, or nothing */
	Optional<OpenNetwork> read(final String name, final StoreMonitor monitor) {
		final StoredNetwork stored;
		try {
			stored = folder.read(name);
		}
		catch (final DamagedNoteException e) {
			return Optional.empty();
		}
		final Optional<ByteBuffer> bytes = Integrity.read(folder.weights(name), stored, monitor).bytes();
		return bytes.map(b -> new OpenNetwork(stored, b));
	}

	/** @return what is wrong with a stored network, as a part of a sentence; nothing if it is sound */
	Optional<String> damage(final String name, final StoreMonitor monitor) {
		try {
			return Integrity.read(folder.weights(name), folder.read(name), monitor).damage();
		}
		catch (final DamagedNoteException e) {
			return Optional.of(e.getMessage());
		}
	}

	/**
	 * Gives the files of a damaged network other names. Only for who holds the lock.
	 *
	 * @return a sentence without its end
	 */
	String setAside(final String name, final String damage) {
		final Path aside = folder.setAside(name);
		return "The stored network \"" + name + "\" is damaged (" + damage + ") and was set aside as \"" + aside.getFileName() +
			"\"";
	}
}
