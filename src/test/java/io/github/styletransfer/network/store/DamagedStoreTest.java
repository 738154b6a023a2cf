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

import static io.github.styletransfer.network.store.LoopbackServer.ranged;
import static io.github.styletransfer.network.store.LoopbackServer.status;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.store.NetworkListing.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of stored files that are not as they were stored, and of folders that cannot be written. */
class DamagedStoreTest extends StoreFixture {

	private static final byte[] CONVERTED = FakeConverter.reversed(FILE);

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 19_999 })
	void aTruncatedFileIsSetAsideAndFetchedAgain(final int length) throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		Files.write(stored(NAME), Arrays.copyOf(CONVERTED, length));
		assertEquals(State.DAMAGED, state(NAME));
		assertTrue(listing(NAME).orElseThrow().remark().contains(length + " bytes instead of 20000"));
		assertArrayEquals(CONVERTED, read(NAME));
		assertEquals(List.of("The stored network \"" + NAME + "\" is damaged (it has " + length +
			" bytes instead of 20000) and was set aside as \"" + NAME + ".safetensors.damaged-1\"; it is downloaded again."),
			notices);
		assertEquals(List.of(NAME + ".json", NAME + ".json.damaged-1", NAME + ".safetensors", NAME + ".safetensors.damaged-1"),
			files());
		assertEquals(State.STORED, state(NAME));
	}

	@Test
	void oneFlippedBitIsNoticedThoughTheFileWasSoundBefore() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		for (int n = 1; n <= 2; n++) {
			assertArrayEquals(CONVERTED, read(NAME));
			flip(stored(NAME), n);
			assertEquals(State.STORED, state(NAME)); // at first sight
			assertArrayEquals(CONVERTED, read(NAME));
			assertTrue(notices.get(n - 1).contains("SHA-256") && notices.get(n - 1).contains("damaged-" + n), notices.get(n -
				1));
		}
		assertEquals(3, server.requests.size());
	}

	@Test
	void theChecksumIsComputedOnceForEachStateOfTheFile() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		final FileTime time = FileTime.from(Instant.parse("2026-11-03T10:00:00Z"));
		Files.setLastModifiedTime(stored(NAME), time);
		read(NAME);
		flip(stored(NAME), 0);
		Files.setLastModifiedTime(stored(NAME), time);
		assertFalse(Arrays.equals(CONVERTED, read(NAME))); // nothing tells this state from the one that was checked
		assertFalse(store.verify(NAME, monitor).sound()); // but whoever asks gets the truth
	}

	@Test
	void aFileThatIsGoneIsFetchedAgain() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		Files.delete(stored(NAME));
		assertEquals(State.DAMAGED, state(NAME));
		assertArrayEquals(CONVERTED, read(NAME));
		assertTrue(notices.get(0).contains("not there"), notices.get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[1", "{\"name\": \"another\"}", "\u0000" })
	void aDamagedNoteIsSetAsideWithItsFile(final String note) throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		Files.writeString(store.folder().resolve(NAME + ".json"), note);
		assertEquals(State.DAMAGED, state(NAME));
		assertArrayEquals(CONVERTED, read(NAME));
		assertTrue(notices.get(0).contains("its note \"" + NAME + ".json\""), notices.get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "size", "sha256", "date", "source_checksum", "origin", "network" })
	void anySpoiltFieldOfANoteIsNoticed(final String field) throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		final Path note = store.folder().resolve(NAME + ".json");
		Files.writeString(note, Files.readString(note).replaceFirst("\"" + field + "\": [^\n]*[^,\n]", "\"" + field +
			"\": \"0\""));
		if (field.equals("origin") || field.equals("network")) Files.writeString(note, Files.readString(note).replace("\"0\"",
			"\"\""));
		assertEquals(State.DAMAGED, state(NAME));
		assertArrayEquals(CONVERTED, read(NAME));
	}

	@Test
	void aNoteUnderAnotherNameIsNotThatNetworks() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		Files.copy(store.folder().resolve(NAME + ".json"), store.folder().resolve("b.json"));
		assertSentence(StoreException.class, () -> store.open("b", monitor), "\"b\" is damaged", "that of \"" + NAME + "\"",
			"import it again");
		assertArrayEquals(CONVERTED, read(NAME));
	}

	@Test
	void whatWasImportedAndIsDamagedIsSetAsideAndAskedFor() throws IOException {
		store.importFile(imported(FILE), "Mine", new Hints(Optional.of("VGG-19"), Optional.of("oxford"), Optional.empty()),
			monitor);
		flip(stored("Mine"), 3);
		assertSentence(StoreException.class, () -> store.open("Mine", monitor), "\"Mine\" is damaged", "damaged-1",
			"import it again");
		assertEquals(List.of("Mine.json.damaged-1", "Mine.safetensors.damaged-1"), files());
		assertSentence(StoreException.class, () -> store.open("Mine", monitor), "\"Mine\" is not stored");
		store.importFile(imported(FILE), "Mine", Hints.NONE, monitor);
		assertArrayEquals(CONVERTED, read("Mine"));
	}

	@Test
	void whatIsDamagedAndCannotBeFetchedAgainIsNotUsed() throws IOException {
		serve(ranged(FILE, "a"), status(404));
		store.download(NAME, monitor);
		flip(stored(NAME), 5);
		assertSentence(StoreException.class, () -> store.open(NAME, monitor), "status 404");
		assertEquals(State.AVAILABLE, state(NAME));
	}

	@Test
	void aDamagedNetworkIsReplacedByDownloadingIt() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		flip(stored(NAME), 5);
		store.download(NAME, monitor);
		assertTrue(notices.get(0).contains("set aside"), notices.get(0));
		assertArrayEquals(CONVERTED, read(NAME));
	}

	@Test
	void verifyingTellsTheTruthAndSetsAside() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		assertTrue(store.verify(NAME, monitor).sound());
		flip(stored(NAME), 5);
		final Verification verification = store.verify("netz ä", monitor);
		assertFalse(verification.sound());
		assertTrue(verification.sentence().contains("damaged-1\"; download it again."), verification.sentence());
		assertEquals(State.AVAILABLE, state(NAME));
		assertSentence(StoreException.class, () -> store.verify(NAME, monitor), "is not stored");
	}

	@Test
	void aDamagedCatalogueOfTheUserHindersNothingElse() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		Files.writeString(store.folder().resolve("catalogue.json"), "{");
		assertTrue(store.catalogue().problem().orElseThrow().contains("catalogue.json"));
		assertEquals(State.AVAILABLE, state("VGG-16-Keras"));
		assertEquals(State.STORED, state(NAME));
		assertArrayEquals(CONVERTED, read(NAME));
	}

	// -- Folders --

	@Test
	void aFileInTheModelsFoldersPlaceIsTold() throws IOException {
		Files.createDirectories(models.getParent());
		Files.createFile(models);
		assertEquals(State.AVAILABLE, state("VGG-16-Keras"));
		assertSentence(StoreException.class, () -> store.download("VGG-16-Keras", monitor), "models folder",
			"could not be made");
		assertSentence(StoreException.class, () -> store.importFile(imported(FILE), "x", Hints.NONE, monitor), "models folder",
			"could not be made");
	}

	@Test
	void aReadOnlyModelsFolderIsTold() throws IOException {
		Files.createDirectories(store.folder());
		Assumptions.assumeTrue(store.folder().toFile().setWritable(false), "no permissions on this drive");
		try {
			Assumptions.assumeFalse(Files.isWritable(store.folder()), "permissions do not bind this user (root)");
			assertSentence(StoreException.class, () -> store.download("VGG-16-Keras", monitor), "cannot be written to",
				"access is denied");
			assertSentence(StoreException.class, () -> store.importFile(imported(FILE), "x", Hints.NONE, monitor),
				"cannot be written to");
			assertEquals(State.AVAILABLE, state("VGG-16-Keras"));
		}
		finally {
			store.folder().toFile().setWritable(true);
		}
	}

	@Test
	void aFileInTheDownloadsFoldersPlaceIsTold() throws IOException {
		serve(ranged(FILE, "a"));
		Files.createFile(store.folder().resolve("downloads"));
		assertSentence(StoreException.class, () -> store.download(NAME, monitor), "downloads", "cannot be written to");
		assertEquals(List.of(), server.requests);
	}

	private static void flip(final Path file, final int at) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		bytes[100 + at] ^= 1;
		Files.write(file, bytes);
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5 + at)));
	}
}
