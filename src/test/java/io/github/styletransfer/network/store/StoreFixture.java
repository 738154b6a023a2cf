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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;

import io.github.styletransfer.network.WeightsException;
import io.github.styletransfer.network.store.NetworkListing.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder with blanks and letters of several scripts, whose user's catalogue has one network of our server. */
@Timeout(20)
abstract class StoreFixture {

	static final byte[] FILE = FakeConverter.file("VGG-19", "oxford", 20_000);
	static final String NAME = "Netz ä";

	final FakeConverter converter = new FakeConverter();
	final List<String> notices = new ArrayList<>();
	final StoreMonitor monitor = new StoreMonitor() {

		@Override
		public void onNotice(final String sentence) {
			notices.add(sentence);
		}
	};

	@TempDir
	Path folder;

	Path models;
	LoopbackServer server;
	ModelStore store;

	@BeforeEach
	void open() {
		models = folder.resolve("Programme (x86)/Fiji ö 重/models");
		store = store(converter);
	}

	@AfterEach
	void stop() {
		if (server != null) server.close();
	}

	ModelStore store(final Converter with) {
		return new ModelStore(models, with, DownloaderTest.QUICK, Space.REAL);
	}

	/** Starts the server and writes the user's catalogue. */
	void serve(final HttpHandler... answers) throws IOException {
		server = new LoopbackServer(answers);
		catalogue("\"address\": \"" + server.address("/dir/netz.h5") + "\", \"size\": " + FILE.length + ", \"checksum\": \"" +
			DownloaderTest.checksum(FILE) + "\"");
	}

	void catalogue(final String fields) throws IOException {
		Files.createDirectories(store.folder());
		Files.writeString(store.folder().resolve("catalogue.json"), "{\"networks\": [{\"name\": \"" + NAME +
			"\", \"network\": \"VGG-19\", \"origin\": \"oxford\", \"licence\": \"CC-BY-4.0\", \"attribution\": \"Ä. Uthor\", " +
			fields + "}]}");
	}

	Path imported(final byte[] bytes) throws IOException {
		return Files.write(folder.resolve("meine Gewichte ß.bin"), bytes);
	}

	Path stored(final String name) {
		return store.folder().resolve(name + ".safetensors");
	}

	/** What is in the corner and in its downloads, apart from the catalogue and the locks. */
	List<String> files() throws IOException {
		final TreeSet<String> names = new TreeSet<>();
		if (!Files.exists(store.folder())) return List.of();
		try (Stream<Path> all = Files.walk(store.folder())) {
			all.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).filter(f -> !f.equals("catalogue.json") && !f
				.endsWith(".lock")).forEach(names::add);
		}
		return List.copyOf(names);
	}

	byte[] read(final String name) {
		final OpenNetwork open = store.open(name, monitor);
		final byte[] bytes = new byte[open.bytes().remaining()];
		open.bytes().get(bytes);
		return bytes;
	}

	State state(final String name) {
		return listing(name).map(NetworkListing::state).orElseThrow();
	}

	Optional<NetworkListing> listing(final String name) {
		return store.list().stream().filter(l -> l.name().equals(name)).findFirst();
	}

	static void assertSentence(final Class<? extends WeightsException> type,
		final org.junit.jupiter.api.function.Executable action, final String... parts)
	{
		final String message = assertThrows(type, action).getMessage();
		assertEquals(List.of(), Arrays.stream(parts).filter(p -> !message.contains(p)).toList(), message);
		assertTrue(message.endsWith(".") && !message.contains("\n"), message);
	}
}
