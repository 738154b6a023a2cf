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

import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.io.Reasons;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of our corner of the models folder: for each network NAME.safetensors and its note NAME.json; damaged ones that
 * were set aside; the user's catalogue.json; and downloads under way in a folder of their own.
 */
final class StoreFolder {

	private static final String WEIGHTS = ".safetensors";
	private static final String NOTE = ".json";
	private static final String DAMAGED = ".damaged-";
	private static final long MAX_NOTE = 100_000;

	private final Path folder;

	StoreFolder(final Path folder) {
		this.folder = folder.toAbsolutePath();
	}

	Path path() {
		return folder;
	}

	Path userCatalogue() {
		return folder.resolve("catalogue.json");
	}

	Path weights(final String name) {
		return resolve(name + WEIGHTS);
	}

	Path note(final String name) {
		return resolve(name + NOTE);
	}

	Path lock(final String name) {
		return resolve("downloads").resolve(NetworkNames.key(name) + ".lock");
	}

	/** @return where a download of a network is put until it is converted; it has the extension that its address has */
	Path download(final String name, final String extension) {
		return resolve("downloads").resolve(name + (extension.matches("[A-Za-z0-9]{1,12}") ? "." + extension : ".bin"));
	}

	/** @throws StoreException if the folder cannot be made */
	void make() {
		try {
			AtomicFile.makeFolder(folder);
		}
		catch (final IOException e) {
			throw new StoreException("The models folder \"" + folder + "\" could not be made: " + Reasons.of(e) + ".", e);
		}
	}

	/** @return the names of the networks that have a note, sorted */
	List<String> names() {
		if (!Files.exists(folder)) return List.of();
		final List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + NOTE)) {
			for (final Path file : files) {
				final String name = file.getFileName().toString().replaceFirst("\\" + NOTE + "$", "");
				if (NetworkNames.problem(name).isEmpty()) names.add(name);
			}
		}
		catch (final IOException | DirectoryIteratorException e) {
			throw new StoreException("The models folder \"" + folder + "\" could not be read: " + Reasons.of(asIo(e)) + ".", e);
		}
		names.sort(String.CASE_INSENSITIVE_ORDER);
		return names;
	}

	/** @return the name of a network's files as it is written on the drive, if it has a note */
	Optional<String> find(final String name) {
		return names().stream().filter(n -> NetworkNames.key(n).equals(NetworkNames.key(name))).findFirst();
	}

	/**
	 * @param name of a stored network
	 * @return what its note says
	 * @throws DamagedNoteException if the note is missing or damaged
	 * @throws StoreException if it may not be read
	 */
	StoredNetwork read(final String name) {
		final Path file = note(name);
		final String owner = "its note \"" + file.getFileName() + "\"";
		try {
			final long size = Files.size(file);
			if (size > MAX_NOTE) throw new DamagedNoteException(owner + " has " + size + " bytes", null);
			final StoredNetwork stored = StoredNetwork.parse(owner, Files.readString(file));
			if (NetworkNames.key(stored.name()).equals(NetworkNames.key(name))) return stored;
			throw new DamagedNoteException(owner + " is that of \"" + stored.name() + "\"", null);
		}
		catch (final StoreException e) {
			throw e instanceof DamagedNoteException ? e : new DamagedNoteException(e.getMessage().replaceFirst("\\.$", ""), e);
		}
		catch (final CharacterCodingException e) {
			throw new DamagedNoteException(owner + " is no text in UTF-8", e);
		}
		catch (final NoSuchFileException e) {
			throw new DamagedNoteException(owner + " is not there", e);
		}
		catch (final IOException e) {
			throw new StoreException("The note \"" + file + "\" could not be read: " + Reasons.of(e) + ".", e);
		}
	}

	/**
	 * Gives a network's files other names, which are never used.
	 *
	 * @return the new name of the file of weights, or of the note if there are no weights
	 */
	Path setAside(final String name) {
		int n = 1;
		while (Files.exists(aside(weights(name), n)) || Files.exists(aside(note(name), n))) n++;
		final boolean hasWeights = Files.exists(weights(name));
		try {
			if (hasWeights) AtomicFile.move(weights(name), aside(weights(name), n));
			if (Files.exists(note(name))) AtomicFile.move(note(name), aside(note(name), n));
		}
		catch (final IOException e) {
			throw new StoreException("The damaged network \"" + name + "\" in \"" + folder + "\" could not be set aside: " +
				Reasons.of(e) + ".", e);
		}
		return aside(hasWeights ? weights(name) : note(name), n);
	}

	/**
	 * Removes all files of a network: its note first, so that nothing is listed that is not there.
	 *
	 * @return how many there were
	 */
	int delete(final String name) {
		try {
			int n = Files.deleteIfExists(note(name)) ? 1 : 0;
			if (Files.deleteIfExists(weights(name))) n++;
			n += deleteAll(folder, Pattern.quote(name) + "\\.(safetensors|json)\\.damaged-\\d+");
			deleteTemporary(name);
			return n + deleteAll(folder.resolve("downloads"), Pattern.quote(name) +
				"\\.(?!lock$)[A-Za-z0-9]{1,12}(\\.part(\\.json)?)?");
		}
		catch (final IOException e) {
			throw new StoreException("The network \"" + name + "\" could not be removed from \"" + folder + "\": " + Reasons.of(
				e) + ".", e);
		}
	}

	/** Removes what a program that was killed has left of writing a network. Only for who holds its lock. */
	void deleteTemporary(final String name) throws IOException {
		deleteAll(folder, "\\.part-[0-9a-f]+-" + Pattern.quote(name) + "\\.(safetensors|json)");
	}

	// -- Helper methods --

	private Path resolve(final String file) {
		try {
			return folder.resolve(file);
		}
		catch (final InvalidPathException e) {
			throw new StoreException("The name \"" + file +
				"\" cannot be written by this computer in its present language setting; choose one of plain letters.", e);
		}
	}

	private static Path aside(final Path file, final int n) {
		return file.resolveSibling(file.getFileName() + DAMAGED + n);
	}

	private static int deleteAll(final Path folder, final String names) throws IOException {
		if (!Files.isDirectory(folder)) return 0;
		int n = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, f -> f.getFileName().toString().matches(names))) {
			for (final Path file : files) {
				if (Files.deleteIfExists(file)) n++;
			}
		}
		return n;
	}

	private static IOException asIo(final Exception e) {
		return e instanceof IOException io ? io : ((DirectoryIteratorException) e).getCause();
	}
}
