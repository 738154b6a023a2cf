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
import io.github.styletransfer.network.store.Installer.Job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks at a file that a user wants to store, and at what the catalogue knows of it and of the name it is to have. */
final class Importer {

	private final Catalogue catalogue;

	Importer(final Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * @param file that a user gave
	 * @return its size in bytes
	 * @throws StoreException if it is no file that can be read
	 */
	static long requireFile(final Path file) {
		final String named = "The file \"" + file + "\"";
		if (!Files.exists(file)) throw new StoreException(named + " does not exist; choose a file of weights.");
		if (Files.isDirectory(file)) throw new StoreException(named + " is a folder; choose a file of weights.");
		if (!Files.isReadable(file)) throw new StoreException(named + " may not be read; choose another file.");
		try {
			final long size = Files.size(file);
			if (size == 0) throw new StoreException(named + " is empty (0 bytes); choose a file of weights.");
			return size;
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	/** @return the name that the catalogue has for a file, if it knows its checksum; else the file's without its type */
	String nameFor(final Path file, final StoreMonitor monitor) {
		final long size = requireFile(file);
		final List<CatalogueEntry> candidates = catalogue.entries().stream().filter(e -> !e.embedded() && e.checksum()
			.isPresent() && e.size().orElse(size) == size && size <= e.maximumSize()).toList();
		final String own = file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
		if (candidates.isEmpty()) return own;
		try {
			final var checksums = Digests.all(file, monitor, Algorithm.MD5, Algorithm.SHA256);
			return candidates.stream().filter(e -> checksums.containsValue(e.checksum().get())).findFirst().map(
				CatalogueEntry::name).orElse(own);
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	/** @throws StoreException if the name is the embedded network's or that of a stored one */
	void requireFree(final String name, final Optional<String> stored) {
		if (catalogue.find(name).map(CatalogueEntry::embedded).orElse(false)) {
			throw new StoreException("The name \"" + name + "\" is that of the network inside the plug-in; choose another one.");
		}
		if (stored.isPresent()) {
			throw new StoreException("A network \"" + stored.get() +
				"\" is stored already; remove it first or choose another name.");
		}
	}

	/**
	 * @param file to be stored
	 * @param name that it is to have
	 * @param hints what the user says of it
	 * @param monitor can end it
	 * @return what is to be done
	 * @throws StoreException if it cannot be read, or the catalogue says something else of it
	 */
	Job job(final Path file, final String name, final Hints hints, final StoreMonitor monitor) {
		try {
			final FileState state = FileState.of(file);
			final var checksums = Digests.all(file, monitor, Algorithm.MD5, Algorithm.SHA256);
			final Optional<CatalogueEntry> known = catalogue.find(checksums.values());
			final Optional<CatalogueEntry> named = catalogue.find(name);
			named.ifPresent(entry -> requireSame(file, entry, known, checksums.values()));
			final Optional<CatalogueEntry> entry = known.or(() -> named);
			final String why = known.isPresent() ? "The file \"" + file + "\" is by its checksum " : "The name stands for ";
			return new Job(name, file, state, file.getFileName().toString(), checksums.get(Algorithm.SHA256), entry.map(
				e -> hints.confirmedBy(why + e.name(), e)).orElse(hints), entry);
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	/** A name of the catalogue is for the catalogue's file. */
	private static void requireSame(final Path file, final CatalogueEntry named, final Optional<CatalogueEntry> known,
		final Collection<Checksum> checksums)
	{
		final Optional<Checksum> expected = named.checksum();
		if (expected.isPresent() && !checksums.contains(expected.get())) {
			throw new StoreException("The file \"" + file + "\" is not the one that the catalogue calls \"" + named.name() +
				"\", whose " + expected.get().sentencePart() + " it lacks; choose another name.");
		}
		if (known.isPresent() && !known.get().equals(named)) {
			throw new StoreException("The file \"" + file + "\" is by its checksum " + known.get().name() + " and not \"" + named
				.name() + "\"; choose another name.");
		}
	}

	private static StoreException unreadable(final Path file, final IOException e) {
		return new StoreException("The file \"" + file + "\" could not be read: " + Reasons.of(e) + ".", e);
	}
}
