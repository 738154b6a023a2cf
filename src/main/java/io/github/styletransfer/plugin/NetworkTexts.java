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
import io.github.styletransfer.network.store.CatalogueEntry;
import io.github.styletransfer.network.store.Licence;
import io.github.styletransfer.network.store.NetworkListing;

import java.util.Locale;
import java.util.StringJoiner;

/** What users read about a network: a row of a table, and its licence before a download. */
final class NetworkTexts {

	/** Of the table's columns. */
	static final String[] COLUMNS = { "Name", "Network", "Origin", "State", "Size", "Licence" };

	private NetworkTexts() {
		// no instances
	}

	/** @return a text for each of {@link #COLUMNS} */
	static String[] row(final NetworkListing n) {
		return new String[] { n.name(), n.network(), n.origin(), state(n), size(n), n.licence() };
	}

	/** @return several lines: what it is, what is wrong with it, who made it, what its licence asks */
	static String details(final NetworkListing n) {
		final StringJoiner text = new StringJoiner("\n\n");
		text.add(n.name() + ": " + n.network() + ", origin " + n.origin() + ", " + state(n) + ".");
		if (!n.remark().isEmpty()) text.add(n.remark());
		return text.add(legal(n.attribution(), n.licence())).toString();
	}

	/** @return several lines that are shown before a download starts */
	static String offer(final CatalogueEntry e) {
		final String size = e.size().isPresent() ? Bytes.text(e.size().getAsLong()) : "up to " + Bytes.text(e.maximumSize());
		return e.name() + ": " + e.network() + ", origin " + e.origin() + ", " + size + " from " + e.address().map(
			a -> a.getHost()).orElse("nowhere") + ".\n\n" + legal(e.attribution(), e.licence());
	}

	private static String legal(final String attribution, final String licence) {
		return "Attribution\n" + attribution + "\n\nLicence\n" + Licence.of(licence).map(NetworkTexts::paragraphs).orElse(licence
			.equals("unknown") ? "Not known to this software; ask whoever made the file." : licence +
				" (its text is not in the plug-in)");
	}

	/** The licence's lines as they are up to its address; what follows in one line each paragraph, for windows that wrap. */
	private static String paragraphs(final Licence licence) {
		final String[] parts = licence.text().strip().split("\n\n", 2);
		return parts[0] + "\n\n" + parts[1].replaceAll("(?<!\n)\n(?!\n)", " ");
	}

	private static String state(final NetworkListing n) {
		return n.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static String size(final NetworkListing n) {
		return n.size().isPresent() ? Bytes.text(n.size().getAsLong()) : "unknown";
	}
}
