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
package io.github.styletransfer.plugin;

import io.github.styletransfer.network.store.Bytes;
import io.github.styletransfer.network.store.Hints;
import io.github.styletransfer.network.store.ModelStore;
import io.github.styletransfer.network.store.NetworkListing;
import io.github.styletransfer.network.store.NetworkListing.State;
import io.github.styletransfer.network.store.StoreException;
import io.github.styletransfer.network.store.StoreMonitor;
import io.github.styletransfer.network.store.StoredNetwork;
import io.github.styletransfer.network.store.Verification;
import io.github.styletransfer.transfer.Option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * What macros, the window and the command line do with the networks of a models folder. Each method ends with a sentence
 * that says what was done, or throws one that says why it was not.
 */
final class NetworkActions {

	private final ModelStore store;

	NetworkActions(final ModelStore store) {
		this.store = store;
	}

	ModelStore store() {
		return store;
	}

	/**
	 * @param values with the name of a network of the catalogue
	 * @param monitor hears of the progress and can end it
	 * @throws StoreException if it cannot be fetched or stored
	 * @throws CancellationException if the monitor ended it
	 */
	String download(final Map<Option, String> values, final StoreMonitor monitor) {
		return stored(store.download(name(values), monitor));
	}

	/**
	 * @param values of {@link Option#IMPORT}
	 * @param monitor hears of the progress and can end it
	 * @throws IllegalArgumentException if a value is not accepted
	 * @throws io.github.styletransfer.network.WeightsException if the file is not what it should be, or cannot be stored
	 * @throws CancellationException if the monitor ended it
	 */
	String importFile(final Map<Option, String> values, final StoreMonitor monitor) {
		final Path file = path(values, Option.FILE);
		final Hints hints = WeightsHints.parse(values);
		final String name = values.getOrDefault(Option.NAME, "").strip();
		return stored(store.importFile(file, name.isEmpty() ? store.nameFor(file, monitor) : name, hints, monitor));
	}

	/**
	 * @param values with the name of a stored network
	 * @throws StoreException if it is not stored or cannot be removed
	 */
	String remove(final Map<Option, String> values) {
		final String name = name(values);
		store.remove(name);
		return "The network \"" + name + "\" was removed.";
	}

	/**
	 * @param values with the name of a stored network, or the embedded one
	 * @param monitor can end it
	 * @throws StoreException if it is not there, or is damaged
	 * @throws CancellationException if the monitor ended it
	 */
	String verify(final Map<Option, String> values, final StoreMonitor monitor) {
		final Verification found = store.verify(name(values), monitor);
		if (!found.sound()) throw new StoreException(found.sentence());
		return found.sentence();
	}

	/**
	 * @param monitor can end it
	 * @return what was found of the embedded network and each of the folder, sound or not
	 * @throws CancellationException if the monitor ended it
	 */
	List<Verification> verifyAll(final StoreMonitor monitor) {
		final List<Verification> found = new ArrayList<>();
		for (final NetworkListing listing : store.list()) {
			final State s = listing.state();
			if (s == State.EMBEDDED || s == State.STORED || s == State.DAMAGED) {
				found.add(store.verify(listing.name(), monitor));
			}
		}
		return found;
	}

	/**
	 * @param values of options
	 * @param o the one that is a path
	 * @return the path
	 * @throws IllegalArgumentException if it is missing or no path
	 */
	static Path path(final Map<Option, String> values, final Option o) {
		final String text = values.getOrDefault(o, "").strip();
		try {
			if (!text.isEmpty()) return Path.of(text);
		}
		catch (final InvalidPathException e) {
			throw o.refused(text);
		}
		throw new IllegalArgumentException("No file was chosen; " + o.key() + " is the path of " + o.accepted() + ".");
	}

	// -- Helper methods --

	private String name(final Map<Option, String> values) {
		final String name = values.getOrDefault(Option.NAME, "").strip();
		if (name.isEmpty()) {
			throw new IllegalArgumentException("No network was named; name is one of " + String.join(", ", store.list().stream()
				.map(NetworkListing::name).toList()) + ".");
		}
		return name;
	}

	private static String stored(final StoredNetwork s) {
		return "Stored \"" + s.name() + "\": " + s.network() + ", origin " + s.origin() + ", " + Bytes.text(s.size()) +
			"; licence " + s.licence() + ", " + s.attribution() + ".";
	}
}
