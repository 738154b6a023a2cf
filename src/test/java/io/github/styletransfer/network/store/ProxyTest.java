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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The proxy of ImageJ's Edit > Options > Proxy Settings, which sets these properties of Java. */
@Timeout(20)
class ProxyTest {

	private static final byte[] FILE = DownloaderTest.bytes(5, 1000);
	private static final List<String> KEYS = List.of("http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort",
		"http.nonProxyHosts");

	private final Map<String, String> before = new HashMap<>();
	private final List<String> asked = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	private ServerSocket proxy;

	@BeforeEach
	void startProxy() throws IOException {
		for (final String key : KEYS) before.put(key, System.getProperty(key));
		proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		final String port = Integer.toString(proxy.getLocalPort());
		List.of("http", "https").forEach(scheme -> {
			System.setProperty(scheme + ".proxyHost", "127.0.0.1");
			System.setProperty(scheme + ".proxyPort", port);
		});
		System.setProperty("http.nonProxyHosts", ""); // else loopback addresses are asked without the proxy
		final Thread thread = new Thread(this::serve, "test proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@AfterEach
	void stopProxy() throws IOException {
		proxy.close();
		before.forEach((key, value) -> {
			if (value == null) System.clearProperty(key);
			else System.setProperty(key, value);
		});
	}

	@Test
	void aFileComesThroughTheProxy() throws IOException {
		fetch("http://127.0.0.1:1/behind/the/proxy");
		assertArrayEquals(FILE, Files.readAllBytes(folder.resolve("f.bin")));
		assertEquals(List.of("GET http://127.0.0.1:1/behind/the/proxy HTTP/1.1"), asked);
	}

	@Test
	void httpsAsksTheProxyForATunnelAndTellsWhatItAnswers() {
		final String message = assertThrows(StoreException.class, () -> fetch("https://models.invalid/f")).getMessage();
		assertEquals("CONNECT models.invalid:443 HTTP/1.1", asked.get(0));
		assertTrue(message.contains("502") && message.contains("Proxy Settings"), message);
	}

	private void fetch(final String address) {
		final Download download = new Download("f", URI.create(address), OptionalLong.of(FILE.length), FILE.length,
			DownloaderTest.checksum(FILE), folder.resolve("f.bin"), 0);
		new Downloader(DownloaderTest.QUICK, Space.REAL).fetch(download, StoreMonitor.NONE);
	}

	/** Gives the file to whoever asks for one, and no tunnel to anybody. */
	private void serve() {
		while (!proxy.isClosed()) {
			try (Socket socket = proxy.accept()) {
				final String request = head(socket.getInputStream());
				asked.add(request.lines().findFirst().orElse(""));
				final boolean tunnel = request.startsWith("CONNECT");
				final String head = "HTTP/1.1 " + (tunnel ? "502 Bad Gateway" : "200 OK") +
					"\r\nConnection: close\r\nContent-Length: " + (tunnel ? 0 : FILE.length) + "\r\n\r\n";
				socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
				if (!tunnel) socket.getOutputStream().write(FILE);
				socket.getOutputStream().flush();
			}
			catch (final IOException closed) {
				// the next one, or the end
			}
		}
	}

	private static String head(final InputStream in) throws IOException {
		final StringBuilder head = new StringBuilder();
		for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
			head.append((char) c);
			if (head.indexOf("\r\n\r\n") >= 0) break;
		}
		return head.toString();
	}
}
