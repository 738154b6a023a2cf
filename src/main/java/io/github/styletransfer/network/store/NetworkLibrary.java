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

import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.network.format.Safetensors;
import io.github.styletransfer.network.format.WeightsReader;
import io.github.styletransfer.network.store.NetworkListing.State;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** The networks that a run can use: the one inside the plug-in, and those of a models folder. */
public final class NetworkLibrary {

	private final ModelStore store;

	/** @param store of the models folder */
	public NetworkLibrary(final ModelStore store) {
		this.store = store;
	}

	/** @return the networks that can be used now, the embedded one first; files are looked at, but not read */
	public List<NetworkListing> usable() {
		return store.list().stream().filter(l -> l.state() == State.EMBEDDED || l.state() == State.STORED).toList();
	}

	/** @return the row of the network inside the plug-in */
	public static NetworkListing embedded() {
		return NetworkListing.of(Catalogue.builtIn().entries().stream().filter(CatalogueEntry::embedded).findFirst()
			.orElseThrow());
	}

	/**
	 * @param name as a user wrote it; upper and lower case are the same
	 * @return the row of that network: embedded, stored, or damaged, which {@link #open} may mend
	 * @throws StoreException if there is none; the sentence lists those that are there, and says how to get this one if
	 *           the catalogue has it
	 */
	public NetworkListing require(final String name) {
		if (ModelStore.isEmbedded(name)) return embedded(); // needs no folder, so that it can be used whatever happens
		final List<NetworkListing> all = store.list();
		final NetworkListing found = all.stream().filter(l -> NetworkNames.key(l.name()).equals(NetworkNames.key(name)))
			.findFirst().orElseThrow(() -> new StoreException("There is no network \"" + NetworkNames.shown(name) +
				"\"; there are " + named(all) + ", and Networks... lists where others come from."));
		return switch (found.state()) {
			case EMBEDDED, STORED, DAMAGED -> found;
			case AVAILABLE -> throw missing(found, "download it first (Networks..., or networks download)", all);
			case IMPORT_ONLY -> throw missing(found,
				"get its file from the place that its attribution names and import it first (Networks..., or networks import)",
				all);
		};
	}

	/**
	 * Reads a network and checks it; one that is damaged is set aside and fetched again, if the catalogue has its address.
	 *
	 * @param name as a user wrote it
	 * @param monitor hears of the reading, and of a download if there is one, and can end it
	 * @return its weights; their source says what they were made of, with the checksum of that
	 * @throws StoreException if there is no such network, or it cannot be read or mended
	 * @throws CancellationException if the monitor ended it
	 */
	public NamedWeights open(final String name, final StoreMonitor monitor) {
		final NetworkListing listing = require(name);
		if (listing.state() == State.EMBEDDED) {
			return new NamedWeights(Optional.of(listing.name()), EmbeddedWeights.vgg16());
		}
		final OpenNetwork open = store.open(listing.name(), monitor);
		final StoredNetwork stored = open.network();
		final Weights read = WeightsReader.read(new Safetensors("of the stored network \"" + stored.name() + "\"", open
			.bytes()), stored.sha256(), stored.hints().given());
		return new NamedWeights(Optional.of(stored.name()), new Weights(read.architecture(), read.preprocessing(), stored
			.name() + ".safetensors, made of " + stored.source() + " (" + stored.sourceChecksum().sentencePart() + ")", stored
				.sha256(), read.tensors()));
	}

	private static StoreException missing(final NetworkListing listing, final String how,
		final List<NetworkListing> all)
	{
		return new StoreException("The network \"" + listing.name() + "\" is not stored; " + how + ", or choose one of " +
			named(all) + ".");
	}

	private static String named(final List<NetworkListing> all) {
		return all.stream().filter(l -> l.state() == State.EMBEDDED || l.state() == State.STORED).map(l -> l.name() +
			(l.state() == State.EMBEDDED ? " (embedded)" : " (stored)")).collect(Collectors.joining(", "));
	}
}
