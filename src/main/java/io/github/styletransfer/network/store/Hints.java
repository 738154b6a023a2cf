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
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.format.Given;

import java.util.Optional;

/**
 * What a user, or the catalogue, says of a file of weights. Immutable.
 *
 * @param network its architecture; case and hyphens make no difference, {@link Architecture#name()} is what is kept
 * @param origin who trained it, one of {@link CatalogueEntry#ORIGINS}
 * @param preprocessing what its input is, if the origin is {@code other}
 */
public record Hints(Optional<String> network, Optional<String> origin, Optional<Preprocessing> preprocessing) {

	/** Nothing is known. */
	public static final Hints NONE = new Hints(Optional.empty(), Optional.empty(), Optional.empty());

	/** @throws IllegalArgumentException if the network or the origin is none of those that are known */
	public Hints {
		network = network.map(n -> Architecture.of(n).name());
		origin.ifPresent(o -> {
			if (!CatalogueEntry.ORIGINS.contains(o)) {
				throw new IllegalArgumentException("The origin \"" + o + "\" is not known; it must be one of " + String.join(", ",
					CatalogueEntry.ORIGINS) + ".");
			}
		});
	}

	/** @return the same for {@link io.github.styletransfer.network.format.WeightsReader} */
	public Given given() {
		return new Given(network.map(Architecture::of), origin.map(Origin::of), preprocessing);
	}

	static Hints of(final CatalogueEntry entry) {
		return new Hints(Optional.of(entry.network()), Optional.of(entry.origin()), entry.preprocessing());
	}

	/**
	 * @param subject of a sentence, the file and why the entry speaks for it
	 * @param entry that it is
	 * @return what the entry says
	 * @throws StoreException if these hints say something else
	 */
	Hints confirmedBy(final String subject, final CatalogueEntry entry) {
		check(subject, "network", network, entry.network());
		check(subject, "origin", origin, entry.origin());
		return of(entry);
	}

	private static void check(final String subject, final String what, final Optional<String> said, final String is) {
		if (said.isPresent() && !said.get().equals(is)) {
			throw new StoreException(subject + ", whose " + what + " is " + is + ", not " + said.get() + ".");
		}
	}
}
