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
import io.github.styletransfer.network.WeightsException;
import io.github.styletransfer.network.store.Checksum.Algorithm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Puts networks into the models folder. Callers hold the network's lock. */
final class Installer {

	/**
	 * What is to be stored, and what its note will say.
	 *
	 * @param name of the network
	 * @param file that it is made of
	 * @param state of that file when its checksum was computed
	 * @param source the address or name of that file
	 * @param checksum of that file
	 * @param hints what is known of it
	 * @param entry of the catalogue that the file is, if it is one
	 */
	record Job(String name, Path file, FileState state, String source, Checksum checksum, Hints hints,
		Optional<CatalogueEntry> entry)
	{}

	private final StoreFolder folder;
	private final Converter converter;
	private final Downloader downloader;

	Installer(final StoreFolder folder, final Converter converter, final Downloader downloader) {
		this.folder = folder;
		this.converter = converter;
		this.downloader = downloader;
	}

	/**
	 * Fetches, converts and stores.
	 *
	 * @param entry that has an address and a checksum
	 * @return what is stored now
	 */
	StoredNetwork download(final CatalogueEntry entry, final StoreMonitor monitor) {
		final URI address = entry.address().orElseThrow();
		final Checksum checksum = entry.checksum().orElseThrow();
		final String path = address.getPath() == null ? "" : address.getPath();
		final Path target = folder.download(entry.name(), path.substring(path.lastIndexOf('.') + 1));
		if (!isThere(target, checksum, monitor)) {
			downloader.fetch(new Download(entry.name(), address, entry.size(), entry.maximumSize(), checksum, target, Space
				.converted(entry.size().orElse(entry.maximumSize()))), monitor);
		}
		try {
			final StoredNetwork stored = install(new Job(entry.name(), target, FileState.of(target), address.toString(), checksum,
				Hints.of(entry), Optional.of(entry)), monitor);
			Files.deleteIfExists(target);
			return stored;
		}
		catch (final IOException e) {
			throw unstorable(entry.name(), e);
		}
		catch (final WeightsException e) {
			if (!(e.getCause() instanceof IOException)) delete(target); // another attempt would end alike
			throw e;
		}
	}

	/** A download may have ended well, and its conversion not. */
	private static boolean isThere(final Path file, final Checksum checksum, final StoreMonitor monitor) {
		try {
			return Files.isRegularFile(file) && Digests.of(file, checksum.algorithm(), monitor).equals(checksum);
		}
		catch (final IOException e) {
			return false; // it will be replaced
		}
	}

	/**
	 * Converts and stores.
	 *
	 * @return what is stored now
	 * @throws StoreException if it cannot be stored; nothing is left of it then
	 */
	StoredNetwork install(final Job job, final StoreMonitor monitor) {
		final Path weights = folder.weights(job.name());
		final StoredNetwork[] stored = new StoredNetwork[1];
		try {
			folder.deleteTemporary(job.name());
			AtomicFile.write(weights, temporary -> stored[0] = convert(job, temporary, monitor));
			Integrity.forget(weights);
			writeNote(stored[0]);
		}
		catch (final IOException e) {
			throw unstorable(job.name(), e);
		}
		return stored[0];
	}

	private StoreException unstorable(final String name, final IOException e) {
		return new StoreException("The network \"" + name + "\" could not be stored in \"" + folder.path() + "\": " + Reasons
			.of(e) + ".", e);
	}

	private StoredNetwork convert(final Job job, final Path temporary, final StoreMonitor monitor) throws IOException {
		monitor.onProgress(Step.CONVERTING, 0, 0);
		final Converter.Output found = converter.convert(new Converter.Input(job.file(), job.name(), job.hints()), temporary,
			monitor);
		if (!job.state().equals(FileState.of(job.file()))) {
			throw new StoreException("The file \"" + job.file() + "\" was written to while it was read; import it again.");
		}
		final String damage = contradiction(job.hints(), found);
		if (!damage.isEmpty()) throw new StoreException("The file of \"" + job.name() + "\" " + damage + ".");
		monitor.checkCancelled("Storing \"" + job.name() + "\"");
		return new StoredNetwork(job.name(), found.network(), found.origin(), found.preprocessing(), job.source(), job
			.checksum(), Digests.of(temporary, Algorithm.SHA256, monitor).hex(), Files.size(temporary), job.entry().map(
				CatalogueEntry::licence).orElse("unknown"), job.entry().map(CatalogueEntry::attribution).orElse(
					"imported from the file " + job.source()), Instant.now().truncatedTo(ChronoUnit.SECONDS));
	}

	/** @return what the converter found that cannot be, as a part of a sentence; empty if nothing is */
	private static String contradiction(final Hints hints, final Converter.Output found) {
		if (!found.network().equals(hints.network().orElse(found.network()))) {
			return "holds " + found.network() + " instead of " + hints.network().get();
		}
		if (!found.origin().equals(hints.origin().orElse(found.origin()))) {
			return "is of the origin " + found.origin() + " instead of " + hints.origin().get();
		}
		if (found.origin().equals("other") != found.preprocessing().isPresent()) {
			return "is of the origin " + found.origin() + " and " + (found.preprocessing().isPresent() ? "has" : "lacks") +
				" a preprocessing, which the origin other has and no other one";
		}
		return "";
	}

	/** Without its note a network is not there: then its file goes too. */
	private void writeNote(final StoredNetwork stored) throws IOException {
		try {
			AtomicFile.write(folder.note(stored.name()), temporary -> Files.writeString(temporary, stored.toJson()));
		}
		catch (final IOException e) {
			Files.deleteIfExists(folder.weights(stored.name()));
			throw e;
		}
	}

	private static void delete(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException e) {
			throw new StoreException("The file \"" + file + "\" could not be removed: " + Reasons.of(e) + ".", e);
		}
	}
}
