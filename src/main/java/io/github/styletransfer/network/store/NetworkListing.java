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

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of the table of networks.
 *
 * @param name that users choose it by
 * @param network its architecture
 * @param origin one of {@link CatalogueEntry#ORIGINS}, or {@code unknown} if a damaged file does not say
 * @param state whether it can be used now
 * @param size in bytes: of the stored file, or else of the download; none if that is not known
 * @param licence SPDX identifier, or {@code unknown}
 * @param attribution who made it, one line
 * @param remark what is wrong or what to do, one sentence; empty if nothing is
 */
public record NetworkListing(String name, String network, String origin, State state, OptionalLong size, String licence,
	String attribution, String remark)
{

	/** Whether a network can be used. */
	public enum State {
		/** It is inside the plug-in. */
		EMBEDDED,
		/** It is in the models folder. */
		STORED,
		/** It was in the models folder, but its file is damaged or gone. */
		DAMAGED,
		/** It can be downloaded. */
		AVAILABLE,
		/** It can be imported, if the user has its file. */
		IMPORT_ONLY
	}

	static NetworkListing of(final CatalogueEntry e) {
		final State state = e.embedded() ? State.EMBEDDED : e.isDownloadable() ? State.AVAILABLE : State.IMPORT_ONLY;
		final String remark = state == State.IMPORT_ONLY ? "Not downloaded, because no address with a checksum is known; get " +
			"its file from the place that the attribution names and import it." : "";
		return new NetworkListing(e.name(), e.network(), e.origin(), state, e.size(), e.licence(), e.attribution(), remark);
	}

	/** @return the row of a network of the folder, which is looked at but not read */
	static NetworkListing of(final StoreFolder folder, final String name) {
		try {
			final StoredNetwork s = folder.read(name);
			final Optional<String> damage = Integrity.glance(folder.weights(name), s);
			return new NetworkListing(name, s.network(), s.origin(), damage.isEmpty() ? State.STORED : State.DAMAGED, OptionalLong
				.of(s.size()), s.licence(), s.attribution(), damage.map(NetworkListing::damaged).orElse(""));
		}
		catch (final StoreException e) {
			return new NetworkListing(name, "unknown", "unknown", State.DAMAGED, OptionalLong.empty(), "unknown", "unknown",
				damaged(e.getMessage().replaceFirst("\\.$", "")));
		}
	}

	private static String damaged(final String how) {
		return "Damaged: " + how + ".";
	}
}
