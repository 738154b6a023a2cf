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

import ij.IJ;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.store.NetworkLibrary;
import io.github.styletransfer.network.store.NetworkListing;
import io.github.styletransfer.network.store.StoreException;

import java.util.List;

/** The networks that a dialog offers: those that could be used when it opened. */
final class NetworkChoice {

	private final List<NetworkListing> networks;

	private NetworkChoice(final List<NetworkListing> networks) {
		this.networks = networks;
	}

	/** @return what there is now; the embedded network alone, and a line in the log, if the models folder cannot be read */
	static NetworkChoice now() {
		try {
			return new NetworkChoice(ModelsFolder.library().usable());
		}
		catch (final StoreException e) {
			IJ.log(e.getMessage());
			return new NetworkChoice(List.of(NetworkLibrary.embedded()));
		}
	}

	/** @return their names, the embedded one's first */
	List<String> names() {
		return networks.stream().map(NetworkListing::name).toList();
	}

	/**
	 * @param name of a network
	 * @return its architecture
	 * @throws IllegalArgumentException if it is none of these
	 */
	Architecture architecture(final String name) {
		return Architecture.of(networks.stream().filter(n -> n.name().equalsIgnoreCase(name.strip())).findFirst().orElseThrow(
			() -> new IllegalArgumentException("There is no network \"" + name + "\"; there are " + String.join(", ", names()) +
				".")).network());
	}
}
