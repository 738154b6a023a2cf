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
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

/** Several threads and several programs with one models folder. */
class SharedStoreTest extends StoreFixture {

	/** A program of its own that takes a lock and holds it until its input ends. */
	private static final String HOLDER = """
		import java.nio.channels.FileChannel;
		import java.nio.file.*;
		public class Holder {
			public static void main(String[] args) throws Exception {
				Path file = Path.of(args[0]);
				Files.createDirectories(file.getParent());
				try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
					System.out.println(channel.tryLock() == null ? "refused" : "locked");
					System.in.read();
				}
			}
		}""";

	@Test
	void ofSeveralThreadsOneDownloadsAndTheOthersFindItDone() throws Exception {
		final HttpHandler slow = exchange -> {
			try {
				Thread.sleep(200);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			ranged(FILE, "a").handle(exchange);
		};
		serve(slow);
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<StoredNetwork>> all = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				final ModelStore own = i % 2 == 0 ? store : store(converter);
				all.add(threads.submit(() -> own.download(NAME, StoreMonitor.NONE)));
			}
			final HashSet<StoredNetwork> results = new HashSet<>();
			for (final Future<StoredNetwork> f : all) results.add(f.get());
			assertEquals(1, results.size());
		}
		finally {
			threads.shutdownNow();
		}
		assertEquals(List.of("GET /dir/netz.h5"), server.requests);
		assertEquals(1, converter.calls.get());
		assertArrayEquals(FakeConverter.reversed(FILE), read(NAME));
	}

	@Test
	void damageThatSeveralThreadsFindIsMendedOnce() throws Exception {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		Files.write(stored(NAME), new byte[10]);
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<OpenNetwork>> all = new ArrayList<>();
			for (int i = 0; i < 4; i++) all.add(threads.submit(() -> store.open(NAME, StoreMonitor.NONE)));
			for (final Future<OpenNetwork> f : all) assertEquals(FILE.length, f.get().bytes().remaining());
		}
		finally {
			threads.shutdownNow();
		}
		assertEquals(2, server.requests.size());
		assertEquals(4, files().size());
	}

	@Test
	void anotherProgramIsWaitedFor() throws Exception {
		serve(ranged(FILE, "a"));
		final Process holder = hold(store.folder().resolve("downloads/netz ä.lock"));
		try {
			assertThrows(CancellationException.class, () -> store.download(NAME, DownloaderTest.cancelledAfter(300)));
			final boolean[] waited = new boolean[1];
			store.download(NAME, new StoreMonitor() {

				@Override
				public void onProgress(final Step step, final long done, final long total) {
					if (step != Step.WAITING || waited[0]) return;
					waited[0] = true;
					assertEquals(List.of(), server.requests);
					holder.destroy(); // it ends without letting go by itself
				}
			});
			assertTrue(waited[0]);
		}
		finally {
			holder.destroyForcibly();
		}
		assertArrayEquals(FakeConverter.reversed(FILE), read(NAME));
	}

	@Test
	void whatAnotherProgramWritesIsNotRemoved() throws Exception {
		serve(ranged(FILE, "a"));
		store.download(NAME, monitor);
		final Process holder = hold(store.folder().resolve("downloads/netz ä.lock"));
		try {
			assertSentence(StoreException.class, () -> store.remove(NAME), NAME, "at this moment");
		}
		finally {
			holder.destroyForcibly();
		}
		assertArrayEquals(FakeConverter.reversed(FILE), read(NAME));
	}

	/** On Linux and macOS, closing the file once more would give the lock away. */
	@Test
	void askingForALockThatAnotherThreadHasDoesNotLoseIt() throws Exception {
		final Path file = folder.resolve("a.lock");
		try (NameLock lock = NameLock.acquire(file, "x", monitor)) {
			assertTrue(NameLock.tryAcquire(file).isEmpty());
			final Process other = start(file);
			assertEquals('r', other.getInputStream().read());
			other.destroyForcibly();
		}
		NameLock.tryAcquire(file).orElseThrow().close();
	}

	private Process hold(final Path lock) throws IOException {
		final Process holder = start(lock);
		assertEquals('l', holder.getInputStream().read());
		return holder;
	}

	private Process start(final Path lock) throws IOException {
		final Path source = Files.writeString(folder.resolve("Holder.java"), HOLDER);
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:TieredStopAtLevel=1", source.toString(), lock.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}
}
