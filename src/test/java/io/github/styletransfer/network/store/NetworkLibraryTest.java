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

import static io.github.styletransfer.network.store.StoreFixture.assertSentence;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.CaffeNetFile;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;
import io.github.styletransfer.network.format.TensorFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store with the real readers, on CaffeNet with random weights, which is the smallest of the networks. */
class NetworkLibraryTest {

	private static final Optional<String> CAFFENET = Optional.of("caffe-net");
	private static final Optional<Preprocessing> INPUT = Optional.of(Preprocessing.other("rgb", new float[] { 10, 20, 30 },
		new float[] { 255, 128, 1 }));
	private static final byte[] BYTES = CaffeNetFile.bytes();

	@TempDir
	private Path folder;
	private ModelStore store;
	private NetworkLibrary library;

	@BeforeEach
	void open() {
		store = new ModelStore(folder.resolve("models"), new WeightsConverter());
		library = new NetworkLibrary(store);
	}

	@Test
	void whatIsImportedIsOpenedWithItsNumbersOriginAndSource() throws IOException {
		final Path file = file("caffe weights.safetensors", BYTES);
		store.importFile(file, "Mein Netz", new Hints(CAFFENET, Optional.of("bvlc"), Optional.empty()), StoreMonitor.NONE);
		final NamedWeights open = library.open("mein NETZ", StoreMonitor.NONE);
		assertEquals(Optional.of("Mein Netz"), open.name());
		assertEquals(Preprocessing.BVLC, open.weights().preprocessing());
		assertEquals("Mein Netz.safetensors, made of caffe weights.safetensors (SHA-256 " + TensorFiles.sha256(file) + ")", open
			.weights().source());
		assertEquals(TensorFiles.sha256(store.folder().resolve("Mein Netz.safetensors")), open.weights().sha256());
		CaffeNetFile.WEIGHTS.tensors().forEach((name, values) -> assertArrayEquals(values, open.weights().tensors().get(name),
			name));
		final String written = Files.readString(store.folder().resolve("Mein Netz.safetensors"), StandardCharsets.ISO_8859_1);
		assertFalse(written.contains(folder.toString()), "the folder of the file is told to nobody");
	}

	@Test
	void anOtherInputComesBackAsItWasGiven() throws IOException {
		store.importFile(file("x.safetensors", BYTES), "x", new Hints(CAFFENET, Optional.of("other"), INPUT), StoreMonitor.NONE);
		final Weights open = library.open("x", StoreMonitor.NONE).weights();
		assertEquals(INPUT.get(), open.preprocessing());
		assertEquals(Origin.OTHER, open.origin());
	}

	@Test
	void whatTheReaderRefusesIsNotStored() throws IOException {
		final Path file = file("x.safetensors", BYTES);
		assertSentence(WeightsException.class, () -> store.importFile(file, "x", Hints.NONE, StoreMonitor.NONE), "CaffeNet",
			"AlexNet");
		assertSentence(WeightsException.class, () -> store.importFile(file, "x", new Hints(CAFFENET, Optional.empty(), Optional
			.empty()), StoreMonitor.NONE), "origin", "not certain", "oxford");
		assertSentence(WeightsException.class, () -> store.importFile(file, "x", new Hints(Optional.of("VGG-16"), Optional.of(
			"oxford"), Optional.empty()), StoreMonitor.NONE), "x.safetensors");
		final Path cut = file("cut.safetensors", Arrays.copyOf(BYTES, BYTES.length - 1));
		assertSentence(WeightsException.class, () -> store.importFile(cut, "x", new Hints(CAFFENET, Optional.of("bvlc"), Optional
			.empty()), StoreMonitor.NONE), "cut.safetensors", "damaged");
		assertEquals(List.of(NetworkLibrary.embedded()), library.usable());
	}

	@Test
	void theEmbeddedNetworkNeedsNoFolder() throws IOException {
		Files.writeString(folder.resolve("models"), "in the way");
		final NamedWeights open = library.open("vgg-16", StoreMonitor.NONE);
		assertEquals(Optional.of("VGG-16"), open.name());
		assertEquals(Architecture.VGG16, open.weights().architecture());
	}

	@Test
	void unknownNamesAreRefusedWithWhatIsThere() throws IOException {
		store.importFile(file("x.safetensors", BYTES), "Größe", new Hints(CAFFENET, Optional.of("bvlc"), Optional.empty()),
			StoreMonitor.NONE);
		assertSentence(StoreException.class, () -> library.require("VGG-17"), "no network \"VGG-17\"", "VGG-16 (embedded)",
			"Größe (stored)", "Networks...");
		assertSentence(StoreException.class, () -> library.require("vgg-19-keras"), "\"VGG-19-Keras\" is not stored",
			"download it first", "Networks...", "VGG-16 (embedded), Größe (stored)");
		assertSentence(StoreException.class, () -> library.require("CaffeNet-BVLC"), "is not stored", "import it first");
		assertSentence(StoreException.class, () -> library.require("a\nb"), "no network");
	}

	@Test
	void aDamagedNetworkIsNotUsableAndTold() throws IOException {
		store.importFile(file("x.safetensors", BYTES), "x", new Hints(CAFFENET, Optional.of("bvlc"), Optional.empty()),
			StoreMonitor.NONE);
		Files.write(store.folder().resolve("x.safetensors"), new byte[10]);
		assertEquals(List.of("VGG-16"), library.usable().stream().map(NetworkListing::name).toList());
		assertSentence(StoreException.class, () -> library.open("x", StoreMonitor.NONE), "\"x\" is damaged", "set aside",
			"import it again");
	}

	@Test
	void hintsOfAnUnknownNetworkAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Hints(
			Optional.of("ResNet"), Optional.empty(), Optional.empty())).getMessage();
		assertTrue(message.contains("\"ResNet\"") && message.contains("CaffeNet"), message);
	}

	private Path file(final String name, final byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}
}
