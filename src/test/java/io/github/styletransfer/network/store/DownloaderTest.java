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

import static io.github.styletransfer.network.store.LoopbackServer.part;
import static io.github.styletransfer.network.store.LoopbackServer.ranged;
import static io.github.styletransfer.network.store.LoopbackServer.redirect;
import static io.github.styletransfer.network.store.LoopbackServer.silentAfter;
import static io.github.styletransfer.network.store.LoopbackServer.status;
import static io.github.styletransfer.network.store.LoopbackServer.stopping;
import static io.github.styletransfer.network.store.LoopbackServer.text;
import static io.github.styletransfer.network.store.LoopbackServer.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.github.styletransfer.network.store.Checksum.Algorithm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each way in which a server or a network can fail; all servers are of this computer. */
@Timeout(20)
class DownloaderTest {

	static final DownloadPolicy QUICK = new DownloadPolicy(Duration.ofSeconds(2), Duration.ofMillis(500), 3, Duration
		.ofMillis(5), Duration.ofSeconds(2));
	private static final byte[] FILE = bytes(1, 300_000);

	private final List<String> notices = new ArrayList<>();

	@TempDir
	private Path folder;

	@Test
	void aFileComesWholeAndNothingElseIsLeft() throws IOException {
		final List<Long> progress = new ArrayList<>();
		try (LoopbackServer server = new LoopbackServer(whole(FILE, "a"))) {
			new Downloader(QUICK, Space.REAL).fetch(download(server.address("/a")), new StoreMonitor() {

				@Override
				public void onProgress(final Step step, final long done, final long total) {
					if (step == Step.DOWNLOADING) progress.add(done);
					assertEquals(FILE.length, total);
				}
			});
			assertEquals(List.of("GET /a"), server.requests);
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
		assertOnlyTarget();
		assertEquals(FILE.length, progress.get(progress.size() - 1));
		assertEquals(progress.stream().sorted().toList(), progress);
	}

	@Test
	void aServerThatStopsInTheMiddleIsAskedForTheRest() throws IOException {
		try (LoopbackServer server = fetch(stopping(FILE, "a", 100_000), ranged(FILE, "a"))) {
			assertEquals(List.of("GET /f", "GET /f bytes=100000- \"a\""), server.requests);
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
		assertOnlyTarget();
	}

	@Test
	void aDownloadGoesOnInALaterSession() throws IOException {
		try (LoopbackServer server = new LoopbackServer(stopping(FILE, "a", 70_000), stopping(FILE, "a", 70_000), stopping(FILE,
			"a", 70_000), ranged(FILE, "a")))
		{
			final String message = refusal(server.address("/f"));
			assertTrue(message.contains("stopped after 70000 bytes of 0.3 MB") && message.contains("is kept"), message);
			assertFalse(Files.exists(target()));
			new Downloader(QUICK, Space.REAL).fetch(download(server.address("/f")), StoreMonitor.NONE);
			assertEquals("GET /f bytes=70000- \"a\"", server.requests.get(server.requests.size() - 1));
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void aFileThatChangedMeanwhileIsNotGlued() throws IOException {
		final byte[] old = bytes(2, FILE.length);
		try (LoopbackServer server = fetch(stopping(old, "old", 100_000), ranged(FILE, "new"))) {
			assertEquals(2, server.requests.size());
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	/** It honours Range and does not look at If-Range. */
	@Test
	void aChangedFileIsNotGluedEvenIfTheServerOffersIt() throws IOException {
		try (LoopbackServer server = fetch(stopping(bytes(2, FILE.length), "old", 100_000), part(FILE, "new", 100_000), ranged(
			FILE, "new")))
		{
			assertEquals("GET /f", server.requests.get(2));
		}
		assertEquals(List.of(), notices); // it was noticed before the checksum was wrong
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	/** Only the checksum can tell. */
	@Test
	void aChangedFileUnderTheSameTagIsFetchedAgainAsAWhole() throws IOException {
		try (LoopbackServer server = fetch(stopping(bytes(2, FILE.length), "a", 100_000), ranged(FILE, "a"))) {
			assertEquals(List.of("GET /f", "GET /f bytes=100000- \"a\"", "GET /f"), server.requests);
		}
		assertEquals(1, notices.size());
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void aServerThatCannotContinueStartsAgain() throws IOException {
		fetch(stopping(FILE, "a", 100_000), whole(FILE, "a")).close();
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void aServerWithoutAnyTagStartsAgain() throws IOException {
		final HttpHandler untagged = exchange -> {
			exchange.sendResponseHeaders(200, FILE.length);
			exchange.getResponseBody().write(FILE, 0, 5000);
		};
		try (LoopbackServer server = fetch(untagged, text("application/octet-stream", FILE))) {
			assertEquals(List.of("GET /f", "GET /f"), server.requests);
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void whatIsContinuedByDateIsAskedByDate() throws IOException {
		final String date = "Tue, 03 Nov 2026 10:00:00 GMT";
		final HttpHandler dated = exchange -> {
			exchange.getResponseHeaders().set("ETag", "W/\"weak\"");
			exchange.getResponseHeaders().set("Last-Modified", date);
			exchange.sendResponseHeaders(200, FILE.length);
			exchange.getResponseBody().write(FILE, 0, 5000);
			exchange.getResponseBody().flush();
		};
		try (LoopbackServer server = fetch(dated, whole(FILE, "a"))) {
			assertEquals("GET /f bytes=5000- " + date, server.requests.get(1));
		}
	}

	@Test
	void aServerThatHasNothingToContinueIsAskedForTheWhole() throws IOException {
		try (LoopbackServer server = fetch(stopping(FILE, "a", 9), status(416), ranged(FILE, "a"))) {
			assertEquals("GET /f", server.requests.get(2));
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void aPartOfAnotherFileOrFromElsewhereIsNotContinued() throws IOException {
		try (LoopbackServer server = new LoopbackServer(stopping(FILE, "a", 9), stopping(FILE, "a", 9), stopping(FILE, "a", 9),
			ranged(FILE, "a")))
		{
			refusal(server.address("/other"));
			new Downloader(QUICK, Space.REAL).fetch(download(server.address("/f")), StoreMonitor.NONE);
			assertEquals("GET /f", server.requests.get(3));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"address\": 1}", "\u0000" })
	void aPartWithADamagedNoteIsNotContinued(final String note) throws IOException {
		Files.write(folder.resolve("modell ä.bin.part"), bytes(3, 50));
		Files.writeString(folder.resolve("modell ä.bin.part.json"), note);
		try (LoopbackServer server = fetch(ranged(FILE, "a"))) {
			assertEquals(List.of("GET /f"), server.requests);
		}
		assertOnlyTarget();
	}

	@Test
	void aWrongLengthIsRefusedBeforeAnythingIsTaken() throws IOException {
		assertRefused("has 0.2 MB, but the catalogue expects 0.3 MB", whole(bytes(1, 200_000), "a"));
		assertRefused("has 300001 bytes, but the catalogue expects 300000 bytes", whole(bytes(1, 300_001), "a"));
	}

	@Test
	void aServerThatSendsMoreThanItShouldIsCutOff() throws IOException {
		final HttpHandler endless = exchange -> {
			exchange.sendResponseHeaders(200, 0);
			for (int i = 0; i < 2000; i++) exchange.getResponseBody().write(new byte[100_000]);
		};
		final long start = System.nanoTime();
		assertRefused("bytes or more, but the catalogue allows 300000 bytes at most", endless);
		assertTrue(System.nanoTime() - start < 2e9);
	}

	@Test
	void aServerThatSendsLessWithoutALengthIsAskedAgain() throws IOException {
		try (LoopbackServer server = fetch(text("application/octet-stream", Arrays.copyOf(FILE, 5)), whole(FILE, "a"))) {
			assertEquals(2, server.requests.size());
		}
	}

	@Test
	void anotherFileOfTheSameSizeIsRefusedWithBothChecksums() throws IOException {
		final byte[] other = bytes(2, FILE.length);
		assertRefused("SHA-256 " + checksum(other).hex() + " is not the " + checksum(FILE).hex(), whole(other, "a"));
	}

	@Test
	void oneFlippedBitIsNoticed() throws IOException {
		final byte[] flipped = FILE.clone();
		flipped[123_456] ^= 1;
		assertRefused("it is another file or damaged", whole(flipped, "a"));
	}

	@Test
	void aWebPageIsCalledOne() throws IOException {
		assertRefused("web page", text("text/html; charset=utf-8", "<p>login".getBytes(StandardCharsets.UTF_8)));
		final byte[] page = Arrays.copyOf("\n<!DOCTYPE html><p>login".getBytes(StandardCharsets.UTF_8), FILE.length);
		assertRefused("web page", text("application/octet-stream", page));
	}

	@Test
	void anEncodingThatWasNotAskedForIsRefused() throws IOException {
		assertRefused("encoding gzip", exchange -> {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			exchange.sendResponseHeaders(200, 0);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 410, 204, 206, 304 })
	void anAnswerThatWillNotChangeIsNotAskedForAgain(final int status) throws IOException {
		try (LoopbackServer server = new LoopbackServer(status(status))) {
			final String message = refusal(server.address("/f"));
			assertTrue(message.contains("status " + status), message);
			assertEquals(1, server.requests.size());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 503, 408, 429 })
	void anAnswerThatMayChangeIsAskedForAgain(final int status) throws IOException {
		fetch(status(status), whole(FILE, "a")).close();
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void aServerThatStaysBrokenIsGivenUp() throws IOException {
		try (LoopbackServer server = new LoopbackServer(status(502))) {
			final String message = refusal(server.address("/f"));
			assertTrue(message.contains("status 502") && message.contains("Proxy Settings"), message);
			assertEquals(QUICK.attempts(), server.requests.size());
		}
	}

	@Test
	void aServerThatAsksToWaitIsWaitedFor() throws IOException {
		final long start = System.nanoTime();
		fetch(status(429, "Retry-After", "1"), whole(FILE, "a")).close();
		assertTrue(System.nanoTime() - start >= 1e9);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3600", "Fri, 01 Jan 2100 00:00:00 GMT" })
	void aServerThatAsksToWaitTooLongIsGivenUp(final String delay) throws IOException {
		try (LoopbackServer server = new LoopbackServer(status(503, "Retry-After", delay))) {
			refusal(server.address("/f"));
			assertEquals(1, server.requests.size());
		}
	}

	@Test
	void redirectsAreFollowed() throws IOException {
		try (LoopbackServer server = fetch(redirect("/b"), redirect("c?d=%20e"), whole(FILE, "a"))) {
			assertEquals(List.of("GET /f", "GET /b", "GET /c"), server.requests);
		}
	}

	@Test
	void aRedirectionInACircleIsCalledOne() throws IOException {
		assertRefused("circle, back to http://127.0.0.1", redirect("/b"), redirect("/f"));
	}

	@Test
	void redirectionWithoutEndIsRefused() throws IOException {
		assertRefused("more than 5 times", redirect("/1"), redirect("/2"), redirect("/3"), redirect("/4"), redirect("/5"),
			redirect("/6"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://models.example/f", "file:///etc/passwd", "ftp://127.0.0.1/f", "//[",
		"http://127.0.0.1.example/f", "http://user@127.0.0.1/f" })
	void aRedirectionToWhatIsNotSafeIsRefused(final String to) throws IOException {
		try (LoopbackServer server = new LoopbackServer(redirect(to))) {
			final String message = refusal(server.address("/f"));
			assertTrue(message.contains("redirects to"), message);
			assertEquals(1, server.requests.size());
		}
	}

	@Test
	void aRedirectionWithoutAnAddressIsRefused() throws IOException {
		assertRefused("without saying where to", status(302));
		assertRefused("without saying where to", redirect(""));
	}

	/** A server elsewhere must not reach the services of the user's own computer. */
	@Test
	void plainHttpIsForThisComputerAndFromThisComputer() {
		assertThrows(StoreException.class, () -> Addresses.check(URI.create("http://127.0.0.1/f"), false));
		assertThrows(StoreException.class, () -> Addresses.check(URI.create("http://models.example/f"), true));
		Addresses.check(URI.create("https://models.example/f"), false);
		Addresses.check(URI.create("http://localhost:8080/f"), true);
	}

	@Test
	void withoutANetworkTheSentenceSaysSo() {
		final String message = refusal(URI.create("https://models.invalid/f"));
		assertTrue(message.contains("models.invalid") && message.contains("without a network") && message.contains(
			"Proxy Settings"), message);
		assertFalse(Files.exists(target()));
	}

	@Test
	void aServerThatIsNotThereIsNamed() throws IOException {
		final int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		final String message = refusal(URI.create("http://127.0.0.1:" + port + "/f"));
		assertTrue(message.contains("no connection to 127.0.0.1"), message);
	}

	@Test
	void aServerThatCannotProveWhoItIsIsNotAskedForAnything() throws Exception {
		final AtomicInteger requests = new AtomicInteger();
		final HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
		server.createContext("/", exchange -> requests.incrementAndGet());
		server.start();
		try {
			final String message = refusal(URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/f"));
			assertTrue(message.contains("could not prove who it is"), message);
			assertEquals(0, requests.get());
		}
		finally {
			server.stop(0);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5000 })
	void aSilentServerIsGivenUp(final int after) throws IOException {
		final DownloadPolicy once = new DownloadPolicy(Duration.ofMillis(200), Duration.ofMillis(200), 1, Duration.ZERO,
			Duration.ZERO);
		try (LoopbackServer server = new LoopbackServer(silentAfter(FILE, "a", after))) {
			final long start = System.nanoTime();
			final String message = assertThrows(StoreException.class, () -> new Downloader(once, Space.REAL).fetch(
				download(server.address("/f")), StoreMonitor.NONE)).getMessage();
			assertTrue(message.contains(after == 0 ? "did not answer within 0.4 s" : "sent nothing for 0.2 s"), message);
			assertTrue(System.nanoTime() - start < 3e9);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5000 })
	void aSilentServerDoesNotHinderCancelling(final int after) throws IOException {
		final DownloadPolicy patient = DownloadPolicy.DEFAULT;
		try (LoopbackServer server = new LoopbackServer(silentAfter(FILE, "a", after), ranged(FILE, "a"))) {
			final long start = System.nanoTime();
			final String message = assertThrows(CancellationException.class, () -> new Downloader(patient,
				Space.REAL).fetch(download(server.address("/f")), cancelledAfter(300))).getMessage();
			assertTrue(System.nanoTime() - start < 1.3e9);
			assertTrue(message.contains("\"modell ä\" was cancelled"), message);
			assertFalse(Files.exists(target()));
			new Downloader(patient, Space.REAL).fetch(download(server.address("/f")), StoreMonitor.NONE);
			assertEquals(after == 0 ? "GET /f" : "GET /f bytes=5000- \"a\"", server.requests.get(1));
		}
		assertArrayEquals(FILE, Files.readAllBytes(target()));
	}

	@Test
	void waitingForAnotherAttemptDoesNotHinderCancelling() throws IOException {
		try (LoopbackServer server = new LoopbackServer(status(503, "Retry-After", "30"))) {
			final long start = System.nanoTime();
			assertThrows(CancellationException.class, () -> new Downloader(DownloadPolicy.DEFAULT, Space.REAL).fetch(
				download(server.address("/f")), cancelledAfter(300)));
			assertTrue(System.nanoTime() - start < 1.3e9);
		}
	}

	@Test
	void aFullDriveIsToldBeforeAnythingIsFetched() throws IOException {
		try (LoopbackServer server = new LoopbackServer(whole(FILE, "a"))) {
			final Downloader downloader = new Downloader(QUICK, new Space(f -> 16_000_000));
			final String message = assertThrows(StoreException.class, () -> downloader.fetch(download(server.address("/f")),
				StoreMonitor.NONE)).getMessage();
			assertTrue(message.contains("needs 16.3 MB") && message.contains("16.0 MB are free"), message);
			assertEquals(List.of(), server.requests);
		}
	}

	@Test
	void aFileInTheFoldersPlaceIsTold() throws IOException {
		final Path file = Files.createFile(folder.resolve("file"));
		final Download download = new Download("x", URI.create("https://models.invalid/f"), OptionalLong.empty(), 10, checksum(
			FILE), file.resolve("x.bin"), 0);
		final String message = assertThrows(StoreException.class, () -> new Downloader(QUICK, Space.REAL).fetch(
			download, StoreMonitor.NONE)).getMessage();
		assertTrue(message.contains("could not be written to") && message.contains("in the way"), message);
	}

	// -- Helper methods --

	private LoopbackServer fetch(final HttpHandler... answers) {
		final LoopbackServer server = new LoopbackServer(answers);
		try {
			new Downloader(QUICK, Space.REAL).fetch(download(server.address("/f")), new StoreMonitor() {

				@Override
				public void onNotice(final String sentence) {
					notices.add(sentence);
				}
			});
			return server;
		}
		catch (final RuntimeException e) {
			server.close();
			throw e;
		}
	}

	private void assertRefused(final String part, final HttpHandler... answers) throws IOException {
		try (LoopbackServer server = new LoopbackServer(answers)) {
			final String message = refusal(server.address("/f"));
			assertTrue(message.contains(part), message);
		}
	}

	private String refusal(final URI address) {
		final String message = assertThrows(StoreException.class, () -> new Downloader(QUICK, Space.REAL).fetch(
			download(address), StoreMonitor.NONE)).getMessage();
		assertTrue(message.startsWith("The download of \"modell ä\" from ") && message.endsWith(".") && !message.contains("\n"),
			message);
		assertFalse(Files.exists(target()));
		return message;
	}

	/** A certificate that nobody has signed, made by the JDK's own tool. */
	private SSLContext selfSigned() throws Exception {
		final Path store = folder.resolve("key.p12");
		final Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
			"-genkeypair", "-keyalg", "EC", "-alias", "a", "-dname", "CN=127.0.0.1", "-storepass", "secret", "-keystore", store
				.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		assertEquals(0, keytool.waitFor());
		final KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(KeyStore.getInstance(store.toFile(), "secret".toCharArray()), "secret".toCharArray());
		final SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private Download download(final URI address) {
		return new Download("modell ä", address, OptionalLong.of(FILE.length), FILE.length, checksum(FILE), target(), 0);
	}

	private Path target() {
		return folder.resolve("modell ä.bin");
	}

	private void assertOnlyTarget() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(target()), files.toList());
		}
	}

	static StoreMonitor cancelledAfter(final long milliseconds) {
		final long end = System.nanoTime() + milliseconds * 1_000_000;
		return new StoreMonitor() {

			@Override
			public boolean isCancelled() {
				return System.nanoTime() > end;
			}
		};
	}

	static byte[] bytes(final long seed, final int length) {
		final byte[] bytes = new byte[length];
		new Random(seed).nextBytes(bytes);
		return bytes;
	}

	static Checksum checksum(final byte[] bytes) {
		final MessageDigest digest = Algorithm.SHA256.digest();
		digest.update(bytes);
		return Checksum.of(Algorithm.SHA256, digest);
	}
}
