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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.network.Preprocessing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

	private static final String MINE = """
		{"networks": [{"name": "Größe ä", "network": "VGG-19", "origin": "other", "licence": "mine", "attribution": "me",
		"preprocessing": {"channels": "RGB", "mean": [1, 2.5, 3], "scale": [1, 1, 0.5]}}]}""";

	@TempDir
	private Path folder;

	@Test
	void theEmbeddedNetworkComesFirstAndIsTheOneInTheJar() {
		final CatalogueEntry first = Catalogue.builtIn().entries().get(0);
		assertTrue(first.embedded());
		assertEquals("VGG-16", first.network());
		assertEquals(EmbeddedWeights.vgg16().sha256(), first.checksum().orElseThrow().hex());
		assertEquals(EmbeddedWeights.vgg16().preprocessing().name(), first.origin());
		assertFalse(first.isDownloadable());
	}

	@Test
	void allThatIsDownloadedHasAnHttpsAddressAndAChecksum() {
		final List<CatalogueEntry> entries = Catalogue.builtIn().entries();
		assertEquals(List.of("VGG-16-Keras", "VGG-19-Keras", "VGG-16-timm"), entries.stream().filter(
			CatalogueEntry::isDownloadable).map(CatalogueEntry::name).toList());
		for (final CatalogueEntry e : entries) {
			e.address().ifPresent(a -> assertEquals("https", a.getScheme()));
			assertTrue(e.maximumSize() > 0 && e.maximumSize() <= CatalogueEntry.LARGEST, e.name());
		}
	}

	@Test
	void everyLicenceHasItsTextAndAddress() {
		for (final CatalogueEntry e : Catalogue.builtIn().entries()) {
			final Licence licence = Licence.of(e.licence()).orElseThrow();
			assertTrue(licence.address().startsWith("https://"), licence.address());
			assertTrue(licence.text().contains(licence.title()) && licence.text().contains("SPDX-License-Identifier: " + e
				.licence()), licence.text());
			assertTrue(e.attribution().contains("https://"), e.attribution());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GPL-3.0", "", "../catalogue", "mine" })
	void unknownLicencesHaveNoText(final String id) {
		assertTrue(Licence.of(id).isEmpty());
	}

	@Test
	void namesAreFoundWhateverTheCase() {
		assertEquals("VGG-16-Keras", Catalogue.builtIn().entry("vgg-16-keras").name());
	}

	@Test
	void unknownNameIsRefusedWithTheKnownOnes() {
		final String message = assertThrows(StoreException.class, () -> Catalogue.builtIn().entry("VGG-17")).getMessage();
		assertTrue(message.contains("\"VGG-17\"") && message.contains("VGG-16-timm"), message);
	}

	@Test
	void withoutAUsersFileThereIsTheBuiltInOne() {
		final Catalogue catalogue = Catalogue.withUserFile(folder.resolve("none.json"));
		assertEquals(Catalogue.builtIn().entries(), catalogue.entries());
		assertTrue(catalogue.problem().isEmpty());
	}

	@Test
	void aUsersFileAddsItsEntries() throws IOException {
		final Catalogue catalogue = Catalogue.withUserFile(write(MINE));
		assertTrue(catalogue.problem().isEmpty());
		final CatalogueEntry mine = catalogue.entry("größe Ä");
		final Preprocessing input = mine.preprocessing().orElseThrow();
		assertFalse(input.bgr());
		assertArrayEquals(new float[] { 1, 2.5f, 3 }, input.mean());
		assertArrayEquals(new float[] { 1, 1, .5f }, input.scale());
		assertEquals(Catalogue.builtIn().entries().size() + 1, catalogue.entries().size());
	}

	@Test
	void aUsersEntryReplacesOneOfTheSameName() throws IOException {
		final Catalogue catalogue = Catalogue.withUserFile(write(entry("vgg-19-KERAS",
			"\"address\": \"https://a.example/b.h5\"")));
		final CatalogueEntry replaced = catalogue.entry("VGG-19-Keras");
		assertEquals("https://a.example/b.h5", replaced.address().orElseThrow().toString());
		assertFalse(replaced.isDownloadable()); // it gives no checksum
		assertEquals(Catalogue.builtIn().entries().size(), catalogue.entries().size());
	}

	@Test
	void theExampleOfTheDocumentationIsAccepted() throws IOException {
		final String page = Files.readString(Path.of("docs/catalogue.md"));
		final String example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
		final Catalogue catalogue = Catalogue.withUserFile(write(example));
		assertEquals("", catalogue.problem().orElse(""));
		assertTrue(catalogue.entry("VGG-19-histology").isDownloadable());
		assertTrue(page.contains(Long.toString(CatalogueEntry.LARGEST)));
	}

	@Test
	void anEntryIsFoundByItsChecksum() {
		final Checksum keras = Checksum.parse("md5:253f8cb515780f3b799900260a226db6");
		assertEquals("VGG-19-Keras", Catalogue.builtIn().find(List.of(keras)).orElseThrow().name());
		assertTrue(Catalogue.builtIn().find(List.of(Checksum.parse("md5:" + "0".repeat(32)))).isEmpty());
	}

	static Stream<String[]> damaged() {
		return Stream.of(new String[] { "", "JSON" }, new String[] { "{\"networks\": [", "JSON" }, new String[] { "[]",
			"braces" }, new String[] { "{} {}", "JSON" }, new String[] { "{\"networks\": 1}", "list \"networks\"" },
			new String[] { "{\"networks\": [1]}", "network 1" }, new String[] { "{\"network\": []}", "unknown field \"network\"" },
			new String[] { "[".repeat(100_000), "JSON" }, new String[] { entry("a", "\"colour\": 1"), "unknown field \"colour\"" },
			new String[] { entry("a", "\"embedded\": true"), "unknown field \"embedded\"" }, new String[] { entry("../a",
				"\"size\": 1"), "../a" }, new String[] { entry("a", "\"size\": -1"), "\"size\"" }, new String[] { entry("a",
					"\"size\": 1.5"), "\"size\"" }, new String[] { entry("a", "\"size\": 1e99"), "\"size\"" }, new String[] {
						entry("a", "\"address\": \"http://a.example/b\""), "https" }, new String[] { entry("a",
							"\"address\": \"https://user:word@a.example/b\""), "https" }, new String[] { entry("a",
								"\"address\": \"file:///etc/passwd\""), "https" }, new String[] { entry("a",
									"\"address\": \"https://a b\""), "https" }, new String[] { entry("a", "\"checksum\": \"md5:123\""),
										"32" }, new String[] { entry("a", "\"checksum\": \"sha1:" + "0".repeat(40) + "\""), "md5" },
			new String[] { entry("a", "\"preprocessing\": {}"), "channels" }, new String[] { entry("a", "\"licence2\": \"\""),
				"licence2" }, new String[] { MINE.replace("RGB", "GRB"), "GRB" }, new String[] { MINE.replace("[1, 2.5, 3]",
					"[1, 2]"), "\"mean\"" }, new String[] { MINE.replace("2.5", "1e50"), "\"mean\"" }, new String[] { MINE
						.replace("\"other\"", "\"oxford\""), "preprocessing" }, new String[] { MINE.replace("\"other\"",
							"\"Oxford\""), "one of oxford" }, new String[] { MINE.replace("\"attribution\": \"me\",", ""),
								"\"attribution\"" }, new String[] { MINE.replace("\"me\"", "\"\\n\""), "\"attribution\"" },
			new String[] { MINE.replace("VGG-19", "VGG-11"), "one of VGG-16, VGG-19, GoogLeNet, CaffeNet" },
			new String[] { entry("VGG-16", "\"size\": 1"), "inside the plug-in" }, new String[] { entry("a", "\"size\": 1")
				.replace("]", "," + entry("A", "\"size\": 1").replaceAll("(?s).*\\[(.*)\\].*", "$1") + "]"), "earlier" });
	}

	@ParameterizedTest
	@MethodSource("damaged")
	void aDamagedUsersFileIsToldInOneSentenceAndTheRestIsUsable(final String text, final String part) throws IOException {
		final Path file = write(text);
		final Catalogue catalogue = Catalogue.withUserFile(file);
		final String problem = catalogue.problem().orElseThrow();
		assertTrue(problem.contains(part) && !problem.contains("\n"), problem);
		assertTrue(problem.contains(file.toString()), problem);
		assertEquals(Catalogue.builtIn().entries(), catalogue.entries());
	}

	@Test
	void aUsersFileThatIsNoTextIsRefused() throws IOException {
		final Path file = Files.write(folder.resolve("bytes.json"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
		assertTrue(Catalogue.withUserFile(file).problem().orElseThrow().contains("UTF-8"));
	}

	@Test
	void aUsersFileThatIsAFolderOrHugeIsRefused() throws IOException {
		assertTrue(Catalogue.withUserFile(folder).problem().orElseThrow().contains("could not be read"));
		assertTrue(Catalogue.withUserFile(write(" ".repeat(1_000_001))).problem().orElseThrow().contains("1000001 bytes"));
	}

	private Path write(final String text) throws IOException {
		return Files.write(folder.resolve("catalogue ü.json"), text.getBytes(StandardCharsets.UTF_8));
	}

	private static String entry(final String name, final String field) {
		return "{\"networks\": [{\"name\": \"" + name +
			"\", \"network\": \"VGG-19\", \"origin\": \"oxford\", \"licence\": \"x\", \"attribution\": \"y\", " + field + "}]}";
	}
}
