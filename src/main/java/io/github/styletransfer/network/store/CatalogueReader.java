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

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a catalogue: {@code {"networks": [{"name": …, "network": …, "origin": …, …}, …]}}. */
final class CatalogueReader {

	private static final List<String> KEYS = List.of("name", "network", "origin", "address", "size", "at_most", "checksum",
		"licence", "attribution", "preprocessing");
	private static final String EMBEDDED = "embedded";

	private final boolean builtIn;

	/** @param builtIn whether entries may say that they are inside the plug-in */
	CatalogueReader(final boolean builtIn) {
		this.builtIn = builtIn;
	}

	/**
	 * @param owner what sentences call the catalogue
	 * @param text its JSON
	 * @return its entries
	 * @throws StoreException if anything in it is not as it should be; the sentence says where and what
	 */
	List<CatalogueEntry> read(final String owner, final String text) {
		final JsonFields file = JsonFields.parse(owner, text);
		file.allow(List.of("networks"));
		final List<CatalogueEntry> entries = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		for (final JsonFields fields : file.objects("networks", "network")) {
			final CatalogueEntry entry = entry(fields);
			if (!names.add(NetworkNames.key(entry.name()))) throw fields.refused("has the name of an earlier one, \"" + entry
				.name() + "\"");
			entries.add(entry);
		}
		return entries;
	}

	private CatalogueEntry entry(final JsonFields fields) {
		final List<String> keys = new ArrayList<>(KEYS);
		if (builtIn) keys.add(EMBEDDED);
		fields.allow(keys);
		final String origin = origin(fields);
		final OptionalLong size = fields.optionalCount("size");
		final long most = size.orElse(fields.optionalCount("at_most").orElse(CatalogueEntry.LARGEST));
		return new CatalogueEntry(name(fields), network(fields), origin, address(fields), size, most, checksum(fields), fields
			.text("licence"), fields.text("attribution"), builtIn && fields.flag(EMBEDDED), preprocessing(fields, origin));
	}

	private static String name(final JsonFields fields) {
		final String name = fields.text("name");
		final String problem = NetworkNames.problem(name);
		if (!problem.isEmpty()) throw fields.refused("has a name, \"" + name + "\", that " + problem);
		return NetworkNames.checked(name);
	}

	private static String network(final JsonFields fields) {
		final String network = fields.text("network");
		try {
			return Architecture.of(network).name();
		}
		catch (final IllegalArgumentException e) {
			throw fields.refused("has the network \"" + network + "\"; it must be one of " + Architecture.known().stream().map(
				Architecture::name).collect(Collectors.joining(", ")));
		}
	}

	private static String origin(final JsonFields fields) {
		final String origin = fields.text("origin");
		if (!CatalogueEntry.ORIGINS.contains(origin)) {
			throw fields.refused("has the origin \"" + origin + "\"; it must be one of " + String.join(", ",
				CatalogueEntry.ORIGINS));
		}
		return origin;
	}

	private static Optional<URI> address(final JsonFields fields) {
		return fields.optionalText("address").map(text -> {
			try {
				final URI address = new URI(text);
				Addresses.check(address, true);
				return address;
			}
			catch (final URISyntaxException | StoreException e) {
				throw fields.refused("has the address \"" + text + "\"; it must be an https address");
			}
		});
	}

	private static Optional<Checksum> checksum(final JsonFields fields) {
		return fields.optionalText("checksum").map(text -> {
			try {
				return Checksum.parse(text);
			}
			catch (final IllegalArgumentException e) {
				throw fields.refused("has the checksum \"" + text +
					"\"; it must be \"md5:\" and 32 or \"sha256:\" and 64 hexadecimal digits");
			}
		});
	}

	private static Optional<Preprocessing> preprocessing(final JsonFields fields, final String origin) {
		final Optional<Preprocessing> given = PreprocessingJson.read(fields);
		if (origin.equals("other") != given.isPresent()) {
			throw fields.refused(given.isPresent() ? "has a preprocessing, which belongs to the origin other only" :
				"has the origin other and must have a preprocessing");
		}
		return given;
	}
}
