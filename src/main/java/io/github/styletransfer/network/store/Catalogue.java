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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published weights that this software knows of: those of the package, and those that the user's own file adds. */
public final class Catalogue {

	private static final String RESOURCE = "catalogue.json";
	/** Room for thousands of networks. */
	private static final long MAX_FILE = 1_000_000;

	private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
	private final Optional<String> problem;

	private Catalogue(final Collection<CatalogueEntry> entries, final Optional<String> problem) {
		for (final CatalogueEntry e : entries) this.entries.put(NetworkNames.key(e.name()), e);
		this.problem = problem;
	}

	/** @return the catalogue of the package */
	public static Catalogue builtIn() {
		try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new StoreException("The catalogue of networks is missing from the plug-in's jar; install it again.");
			}
			final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return new Catalogue(new CatalogueReader(true).read("The built-in catalogue", text), Optional.empty());
		}
		catch (final IOException e) {
			throw new UncheckedIOException("The catalogue of networks could not be read from the plug-in's jar.", e);
		}
	}

	/**
	 * The catalogue of the package and a user's. An entry of the user's file replaces one of the same name. If anything in
	 * that file is wrong, none of it is used and {@link #problem()} says why.
	 *
	 * @param file JSON of the same form as the package's; it need not exist
	 * @return the catalogue
	 */
	public static Catalogue withUserFile(final Path file) {
		final Catalogue builtIn = builtIn();
		if (!Files.exists(file)) return builtIn;
		try {
			final List<CatalogueEntry> all = new ArrayList<>(builtIn.entries());
			for (final CatalogueEntry e : readUserFile(file)) {
				if (builtIn.find(e.name()).map(CatalogueEntry::embedded).orElse(false)) {
					throw new StoreException("The catalogue \"" + file + "\" has a network \"" + e.name() +
						"\", which is the name of the one inside the plug-in; give it another name.");
				}
				all.add(e);
			}
			return new Catalogue(all, Optional.empty());
		}
		catch (final StoreException e) {
			return new Catalogue(builtIn.entries(), Optional.of(e.getMessage()));
		}
	}

	/** @return all entries, the built-in ones first */
	public List<CatalogueEntry> entries() {
		return List.copyOf(entries.values());
	}

	/** @return why the user's file is not used, one sentence, if it is not */
	public Optional<String> problem() {
		return problem;
	}

	/**
	 * @param name of a network; upper and lower case are the same
	 * @return its entry, if there is one
	 */
	public Optional<CatalogueEntry> find(final String name) {
		return Optional.ofNullable(entries.get(NetworkNames.key(name)));
	}

	/**
	 * @param name of a network
	 * @return its entry
	 * @throws StoreException if there is none; the sentence names those that are there
	 */
	public CatalogueEntry entry(final String name) {
		return find(name).orElseThrow(() -> new StoreException("The catalogue has no network \"" + name + "\"; it has " +
			entries.values().stream().map(CatalogueEntry::name).collect(Collectors.joining(", ")) + "."));
	}

	/**
	 * @param checksums of a file
	 * @return the entry that it is, if it is one
	 */
	public Optional<CatalogueEntry> find(final Collection<Checksum> checksums) {
		return entries.values().stream().filter(e -> e.checksum().isPresent() && checksums.contains(e.checksum().get()))
			.findFirst();
	}

	private static List<CatalogueEntry> readUserFile(final Path file) {
		final String owner = "The catalogue \"" + file + "\"";
		try {
			final long size = Files.size(file);
			if (size > MAX_FILE) throw new StoreException(owner + " has " + size + " bytes; at most " + MAX_FILE + " are read.");
			return new CatalogueReader(false).read(owner, Files.readString(file));
		}
		catch (final CharacterCodingException e) {
			throw new StoreException(owner + " is no text in UTF-8.", e);
		}
		catch (final IOException e) {
			throw new StoreException(owner + " could not be read: " + Reasons.of(e) + ".", e);
		}
	}
}
