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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.store.Catalogue;
import io.github.styletransfer.network.store.CatalogueEntry;
import io.github.styletransfer.network.store.NetworkLibrary;
import io.github.styletransfer.network.store.NetworkListing;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTextsTest {

	@TempDir
	private Path models;

	@Test
	void whatIsShownBeforeADownloadHasSizeLicenceAndAttribution() {
		final List<CatalogueEntry> entries = Catalogue.builtIn().entries().stream().filter(CatalogueEntry::isDownloadable)
			.toList();
		assertFalse(entries.isEmpty());
		for (final CatalogueEntry e : entries) {
			final String text = NetworkTexts.offer(e);
			assertTrue(text.contains(e.attribution()) && text.contains("SPDX-License-Identifier: " + e.licence()), text);
			assertTrue(text.contains(" MB from " + e.address().orElseThrow().getHost()), text);
		}
	}

	@Test
	void detailsSayWhatItIsAndWhatIsWrong() {
		for (final NetworkListing n : ModelsFolder.store(models).list()) {
			final String text = NetworkTexts.details(n);
			assertTrue(text.startsWith(n.name() + ": " + n.network()) && text.contains(n.remark()) && text.contains(n
				.attribution()), text);
		}
		assertTrue(NetworkTexts.details(NetworkLibrary.embedded()).contains("link to the licence and say what you changed"));
	}

	@Test
	void tableHasTheColumnsOfEachNetwork() {
		final NetworkTable table = new NetworkTable();
		table.set(ModelsFolder.store(models).list());
		assertEquals(List.of("VGG-16", "VGG-16", "oxford", "embedded", "29.4 MB", "CC-BY-4.0"), List.of(NetworkTexts.row(table
			.network(0))));
		assertEquals("import only", table.getValueAt(table.row("GoogLeNet-BVLC"), 3));
		assertEquals("unknown", table.getValueAt(table.row("GoogLeNet-BVLC"), 4));
		assertEquals(-1, table.row("none"));
		assertEquals("State", table.getColumnName(3));
	}
}
