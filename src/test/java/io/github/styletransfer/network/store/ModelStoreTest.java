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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.WeightsException;
import io.github.styletransfer.network.store.NetworkListing.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest extends StoreFixture {

	private static final Hints OXFORD_19 = new Hints(Optional.of("VGG-19"), Optional.of("oxford"), Optional.empty());

	@Test
	void aFreshStoreListsTheCatalogueAndMakesNoFolder() {
		assertEquals(State.EMBEDDED, store.list().get(0).state());
		assertEquals(State.AVAILABLE, state("VGG-19-Keras"));
		assertEquals(State.IMPORT_ONLY, state("CaffeNet-BVLC"));
		assertTrue(listing("CaffeNet-BVLC").orElseThrow().remark().contains("import it"));
		assertEquals(store.catalogue().entries().size(), store.list().size());
		assertFalse(Files.exists(models));
	}

	// -- Downloads --

	@Test
	void whatIsDownloadedIsConvertedAndKeptWithANote() throws IOException {
		serve(ranged(FILE, "a"));
		assertEquals(State.AVAILABLE, state(NAME));
		final StoredNetwork stored = store.download("netz Ä", monitor);
		assertEquals(List.of(NAME + ".json", NAME + ".safetensors"), files());
		assertArrayEquals(FakeConverter.reversed(FILE), read(NAME));
		assertEquals(State.STORED, state(NAME));
		assertEquals(stored, new ModelStore(models, converter).open(NAME, monitor).network());
		assertEquals(List.of(NAME, "VGG-19", "oxford", server.address("/dir/netz.h5").toString(), DownloaderTest.checksum(FILE),
			DownloaderTest.checksum(FakeConverter.reversed(FILE)).hex(), (long) FILE.length, "CC-BY-4.0", "Ä. Uthor"), List.of(
				stored.name(), stored.network(), stored.origin(), stored.source(), stored.sourceChecksum(), stored.sha256(), stored
					.size(), stored.licence(), stored.attribution()));
	}

	@Test
	void whatIsStoredIsNotDownloadedAgain() throws IOException {
		serve(ranged(FILE, "a"));
		final StoredNetwork first = store.download(NAME, monitor);
		assertEquals(first, store.download(NAME, monitor));
		assertEquals(1, server.requests.size());
	}

	@Test
	void whatHasNoChecksumIsNotDownloaded() throws IOException {
		catalogue("\"address\": \"https://models.invalid/f\"");
		assertSentence(StoreException.class, () -> store.download(NAME, monitor), NAME, "no address with a checksum");
		assertSentence(StoreException.class, () -> store.download("VGG-19-timm", monitor), "import it");
		assertSentence(StoreException.class, () -> store.download("VGG-16", monitor), "inside the plug-in");
		assertSentence(StoreException.class, () -> store.download("VGG-17", monitor), "\"VGG-17\"", "VGG-16-Keras");
	}

	@Test
	void aFailedDownloadLeavesNothingButThePart() throws IOException {
		serve(LoopbackServer.stopping(FILE, "a", 100));
		assertSentence(StoreException.class, () -> store.download(NAME, monitor), "stopped after 100 bytes");
		assertEquals(List.of(NAME + ".h5.part", NAME + ".h5.part.json"), files());
		assertEquals(State.AVAILABLE, state(NAME));
		store.remove(NAME);
		assertEquals(List.of(), files());
	}

	@Test
	void aFileThatTheConverterRefusesIsNotKept() throws IOException {
		final byte[] noise = DownloaderTest.bytes(9, 500);
		server = new LoopbackServer(ranged(noise, "a"));
		catalogue("\"address\": \"" + server.address("/n") + "\", \"checksum\": \"" + DownloaderTest.checksum(noise) + "\"");
		assertSentence(WeightsException.class, () -> store.download(NAME, monitor), NAME, "damaged");
		assertEquals(List.of(), files());
	}

	@ParameterizedTest
	@ValueSource(strings = { "VGG-16 oxford", "VGG-19 torchvision" })
	void aFileThatIsAnotherNetworkThanTheCatalogueSaysIsNotKept(final String found) throws IOException {
		final byte[] other = FakeConverter.file(found.split(" ")[0], found.split(" ")[1], 500);
		server = new LoopbackServer(ranged(other, "a"));
		catalogue("\"address\": \"" + server.address("/n") + "\", \"checksum\": \"" + DownloaderTest.checksum(other) + "\"");
		assertSentence(StoreException.class, () -> store.download(NAME, monitor), NAME, "instead of");
		assertEquals(List.of(), files());
	}

	@Test
	void aDriveThatFillsUpDuringTheConversionCostsNoSecondDownload() throws IOException {
		serve(ranged(FILE, "a"));
		final ModelStore full = store((input, target, m) -> {
			Files.write(target, new byte[10]);
			throw new IOException("No space left on device");
		});
		assertSentence(StoreException.class, () -> full.download(NAME, monitor), NAME, "No space left on device");
		assertEquals(List.of(NAME + ".h5"), files());
		store.download(NAME, monitor);
		assertEquals(1, server.requests.size());
		assertEquals(List.of(NAME + ".json", NAME + ".safetensors"), files());
	}

	@Test
	void cancellingTheConversionLeavesNothingHalfWritten() throws IOException {
		serve(ranged(FILE, "a"));
		final ModelStore cancelled = store((input, target, m) -> {
			Files.write(target, new byte[10]);
			throw new CancellationException("Converting was cancelled.");
		});
		assertThrows(CancellationException.class, () -> cancelled.download(NAME, monitor));
		assertEquals(List.of(NAME + ".h5"), files());
	}

	@Test
	void aNoteThatCannotBeWrittenLeavesNoFileWithoutOne() throws IOException {
		serve(ranged(FILE, "a"));
		final ModelStore blocked = store((input, target, m) -> {
			Files.createDirectories(store.folder().resolve(NAME + ".json/in the way"));
			return converter.convert(input, target, m);
		});
		assertSentence(StoreException.class, () -> blocked.download(NAME, monitor), "could not be stored");
		assertFalse(Files.exists(stored(NAME)));
	}

	@Test
	void aFullDriveIsToldBeforeTheDownload() throws IOException {
		serve(status(500));
		final ModelStore full = new ModelStore(models, converter, DownloaderTest.QUICK, new Space(f -> 1000));
		assertSentence(StoreException.class, () -> full.download(NAME, monitor), "needs 16.1 MB", "1000 bytes are free");
		assertSentence(StoreException.class, () -> full.importFile(imported(FILE), "x", OXFORD_19, monitor), "import of",
			"1000 bytes are free");
		assertEquals(List.of(), server.requests);
	}

	// -- Imports --

	@Test
	void aFileIsNamedAsTheCatalogueDoesOrAfterItself() throws IOException {
		serve(status(500));
		assertEquals(NAME, store.nameFor(imported(FILE), monitor));
		assertEquals("meine Gewichte ß", store.nameFor(imported(DownloaderTest.bytes(3, FILE.length)), monitor));
		assertEquals(".hidden", store.nameFor(Files.write(folder.resolve(".hidden"), new byte[1]), monitor));
		assertSentence(StoreException.class, () -> store.nameFor(folder.resolve("none"), monitor), "does not exist");
	}

	@Test
	void anImportedFileIsKeptWithWhatTheUserSaidOfIt() throws IOException {
		final Preprocessing input = new Preprocessing("other", true, new float[] { 1, 2, 3 }, new float[] { 1, 1, .1f });
		final StoredNetwork stored = store.importFile(imported(FakeConverter.file("VGG-16", "", 300)), " Größe 重み 1.5 ",
			new Hints(Optional.empty(), Optional.of("other"), Optional.of(input)), monitor);
		assertEquals("Größe 重み 1.5", stored.name());
		final StoredNetwork again = store.open("größe 重み 1.5", monitor).network();
		assertEquals(List.of("other", "meine Gewichte ß.bin", "unknown"), List.of(again.origin(), again.source(), again
			.licence()));
		assertArrayEquals(input.scale(), again.preprocessing().orElseThrow().scale());
		assertTrue(again.preprocessing().orElseThrow().bgr());
		assertEquals(State.STORED, state("Größe 重み 1.5"));
		assertEquals(List.of("Größe 重み 1.5.json", "Größe 重み 1.5.safetensors"), files());
	}

	@Test
	void theOriginIsNeverAssumed() throws IOException {
		final Path file = imported(FakeConverter.file("VGG-16", "", 300));
		assertSentence(WeightsException.class, () -> store.importFile(file, "x", Hints.NONE, monitor), "origin", "not known");
		assertEquals(List.of(), files());
	}

	@Test
	void aFileOfTheCatalogueIsRecognisedByItsChecksum() throws IOException {
		serve(status(500));
		final byte[] silent = FakeConverter.file("VGG-19", "", 300);
		catalogue("\"checksum\": \"" + DownloaderTest.checksum(silent) + "\"");
		final StoredNetwork stored = store.importFile(imported(silent), "mine", Hints.NONE, monitor);
		assertEquals(List.of("oxford", "CC-BY-4.0", "Ä. Uthor"), List.of(stored.origin(), stored.licence(), stored
			.attribution()));
	}

	@Test
	void aWrongOriginForAKnownFileIsRefused() throws IOException {
		catalogue("\"checksum\": \"" + DownloaderTest.checksum(FILE) + "\"");
		final Hints wrong = new Hints(Optional.empty(), Optional.of("torchvision"), Optional.empty());
		assertSentence(StoreException.class, () -> store.importFile(imported(FILE), "mine", wrong, monitor), "by its checksum " +
			NAME, "origin is oxford, not torchvision");
	}

	@Test
	void theNameOfAnImportOnlyNetworkSaysWhatTheFileIs() throws IOException {
		final Path file = imported(FakeConverter.file("VGG-19", "", 300));
		assertEquals("oxford", store.importFile(file, "VGG-19-jcjohnson", Hints.NONE, monitor).origin());
		assertEquals(State.STORED, state("VGG-19-jcjohnson"));
		assertSentence(StoreException.class, () -> store.importFile(file, "GoogLeNet-BVLC", new Hints(Optional.of("VGG-19"),
			Optional.empty(), Optional.empty()), monitor), "GoogLeNet-BVLC", "not VGG-19");
	}

	@Test
	void aNameThatIsTakenIsRefused() throws IOException {
		final Path file = imported(FILE);
		store.importFile(file, "Mine", OXFORD_19, monitor);
		assertSentence(StoreException.class, () -> store.importFile(file, "mine", OXFORD_19, monitor), "\"Mine\"",
			"stored already");
		assertSentence(StoreException.class, () -> store.importFile(file, "vgg-16", OXFORD_19, monitor), "inside the plug-in");
		assertSentence(StoreException.class, () -> store.importFile(file, "VGG-19-Keras", OXFORD_19, monitor), "VGG-19-Keras",
			"MD5 253f8cb5");
		assertSentence(StoreException.class, () -> store.importFile(file, "../x", OXFORD_19, monitor), "\"../x\"");
		catalogue("\"checksum\": \"" + DownloaderTest.checksum(FILE) + "\"");
		assertSentence(StoreException.class, () -> store.importFile(file, "VGG-19-timm", Hints.NONE, monitor),
			"by its checksum " + NAME);
	}

	@Test
	void whatCannotBeReadIsNamed() throws IOException {
		final Path missing = folder.resolve("fehlt ß.h5");
		assertSentence(StoreException.class, () -> store.importFile(missing, "x", OXFORD_19, monitor), "fehlt ß.h5",
			"does not exist");
		assertSentence(StoreException.class, () -> store.importFile(folder, "x", OXFORD_19, monitor), "is a folder");
		final Path empty = imported(new byte[0]);
		assertSentence(StoreException.class, () -> store.importFile(empty, "x", OXFORD_19, monitor), "0 bytes");
		assertFalse(Files.exists(models));
	}

	@Test
	void aFileThatIsReplacedWhileItIsReadIsRefused() throws IOException {
		final Path file = imported(FILE);
		final ModelStore racing = store((input, target, m) -> {
			final Converter.Output output = converter.convert(input, target, m);
			Files.write(file, DownloaderTest.bytes(1, 30_000));
			return output;
		});
		assertSentence(StoreException.class, () -> racing.importFile(file, "x", OXFORD_19, monitor), "while it was read");
		assertEquals(List.of(), files());
	}

	@Test
	void anImportIsCancelled() throws IOException {
		final Path file = imported(FILE);
		assertThrows(CancellationException.class, () -> store.importFile(file, "x", OXFORD_19, DownloaderTest.cancelledAfter(
			0)));
		assertEquals(List.of(), files());
	}

	@Test
	void unknownOriginsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Hints(Optional.empty(), Optional.of("Oxford"), Optional
			.empty()));
	}

	// -- Removal --

	@Test
	void removingTakesAllOfOneNetworkAndNothingElse() throws IOException {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		store.importFile(imported(FILE), NAME + ".safetensors.damaged-2", OXFORD_19, monitor);
		Files.write(stored(NAME), new byte[3]);
		store.open(NAME, monitor);
		Files.writeString(store.folder().resolve(".part-1f-" + NAME + ".safetensors"), "of a program that was killed");
		assertEquals(7, files().size());
		store.remove("NETZ Ä");
		assertEquals(List.of(NAME + ".safetensors.damaged-2.json", NAME + ".safetensors.damaged-2.safetensors"), files());
		assertTrue(Files.exists(store.folder().resolve("catalogue.json")));
	}

	@Test
	void whatIsNotThereIsNotRemoved() throws IOException {
		assertSentence(StoreException.class, () -> store.remove("x"), "\"x\" is not stored", "stored is none");
		assertSentence(StoreException.class, () -> store.remove("VGG-16-Keras"), "not stored");
		assertSentence(StoreException.class, () -> store.remove("VGG-16"), "inside the plug-in");
		assertFalse(Files.exists(models));
		store.importFile(imported(FILE), "Mine", OXFORD_19, monitor);
		assertSentence(StoreException.class, () -> store.remove("VGG-16-Keras"), "stored are Mine");
		assertSentence(StoreException.class, () -> store.open("yours", monitor), "\"yours\" is not stored");
	}

	@Test
	void theEmbeddedNetworkIsVerifiedToo() {
		final Verification verification = store.verify("vgg-16", monitor);
		assertTrue(verification.sound() && verification.sentence().contains(EmbeddedWeights.vgg16().sha256()), verification
			.sentence());
	}
}
