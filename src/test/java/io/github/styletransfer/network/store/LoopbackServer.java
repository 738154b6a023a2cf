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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of this computer that answers its requests one after the other as a test tells it; the last answer stays. */
final class LoopbackServer implements AutoCloseable {

	/** What was asked: the method and the Range and If-Range headers, where there are any. */
	final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final HttpHandler[] answers;

	LoopbackServer(final HttpHandler... answers) {
		this.answers = answers;
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		server.createContext("/", this::handle);
		server.setExecutor(threads);
		server.start();
	}

	URI address(final String path) {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
	}

	private void handle(final HttpExchange exchange) throws IOException {
		final HttpHandler answer;
		synchronized (requests) {
			answer = answers[Math.min(requests.size(), answers.length - 1)];
			final String range = exchange.getRequestHeaders().getFirst("Range");
			final String condition = exchange.getRequestHeaders().getFirst("If-Range");
			requests.add((exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + (range == null ? "" : " " +
				range) + (condition == null ? "" : " " + condition)));
		}
		try (exchange) {
			answer.handle(exchange);
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}

	// -- Answers --

	/** The whole file, with an ETag. */
	static HttpHandler whole(final byte[] file, final String tag) {
		return exchange -> {
			exchange.getResponseHeaders().set("ETag", "\"" + tag + "\"");
			exchange.sendResponseHeaders(200, file.length);
			exchange.getResponseBody().write(file);
		};
	}

	/** Announces the whole file, but closes the connection after some bytes. */
	static HttpHandler stopping(final byte[] file, final String tag, final int after) {
		return exchange -> {
			exchange.getResponseHeaders().set("ETag", "\"" + tag + "\"");
			exchange.sendResponseHeaders(200, file.length);
			exchange.getResponseBody().write(file, 0, after);
			exchange.getResponseBody().flush();
		};
	}

	/** As servers should: the rest of the file if it is asked for and the tag fits, else the whole. */
	static HttpHandler ranged(final byte[] file, final String tag) {
		return exchange -> {
			final String range = exchange.getRequestHeaders().getFirst("Range");
			final String condition = exchange.getRequestHeaders().getFirst("If-Range");
			if (range == null || !("\"" + tag + "\"").equals(condition)) whole(file, tag).handle(exchange);
			else part(file, tag, Integer.parseInt(range.replaceAll("\\D", ""))).handle(exchange);
		};
	}

	/** The rest of a file, whatever was asked. */
	static HttpHandler part(final byte[] file, final String tag, final int from) {
		return exchange -> {
			exchange.getResponseHeaders().set("ETag", "\"" + tag + "\"");
			exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
			final byte[] rest = Arrays.copyOfRange(file, from, file.length);
			exchange.sendResponseHeaders(206, rest.length);
			exchange.getResponseBody().write(rest);
		};
	}

	static HttpHandler status(final int status, final String... header) {
		return exchange -> {
			if (header.length == 2) exchange.getResponseHeaders().set(header[0], header[1]);
			exchange.sendResponseHeaders(status, -1);
		};
	}

	static HttpHandler redirect(final String to) {
		return status(302, "Location", to);
	}

	/** Text of a type, in pieces without a length. */
	static HttpHandler text(final String type, final byte[] text) {
		return exchange -> {
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(text);
		};
	}

	/** Some bytes, and then nothing more without closing. */
	static HttpHandler silentAfter(final byte[] file, final String tag, final int after) {
		return exchange -> {
			if (after > 0) stopping(file, tag, after).handle(exchange);
			try {
				Thread.sleep(20_000);
			}
			catch (final InterruptedException stopped) {
				Thread.currentThread().interrupt();
			}
		};
	}
}
