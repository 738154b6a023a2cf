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

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One attempt at a download: asks for what is still missing, and checks what the server says and sends. */
final class Transfer {

	static final String WEB_PAGE =
		"the server sent a web page instead of the file, as networks that ask for a login and dead links do";

	private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

	private final Download download;
	private final HttpFetch http;
	private final DownloadPolicy policy;
	private final PartFile part;
	private final StoreMonitor monitor;

	Transfer(final Download download, final HttpFetch http, final DownloadPolicy policy, final PartFile part,
		final StoreMonitor monitor)
	{
		this.download = download;
		this.http = http;
		this.policy = policy;
		this.part = part;
		this.monitor = monitor;
	}

	/**
	 * @throws IOException if another attempt might help
	 * @throws StoreException if it would not
	 */
	void run() throws IOException {
		if (download.size().isPresent() && part.size() == download.size().getAsLong()) return;
		final long offset = part.validator().isPresent() && part.size() < download.maximumSize() ? part.size() : 0;
		final Map<String, String> headers = offset == 0 ? Map.of() : Map.of("Range", "bytes=" + offset + "-", "If-Range", part
			.validator().get());
		try (Answer answer = http.get(download, headers, monitor)) {
			if (offset > 0 && answer.status() == 416) part.restart(Optional.empty());
			checkStatus(answer, offset);
			checkKind(answer);
			if (answer.status() == 206) resume(answer, offset);
			else part.restart(validator(answer));
			checkLength(answer);
			receive(answer);
		}
	}

	private void checkStatus(final Answer answer, final long offset) throws IOException {
		final int status = answer.status();
		if (status == 200 || status == 206 && offset > 0) return;
		final String said = "the server " + answer.address().getHost() + " answered with status " + status;
		if (status == 416 && offset > 0) throw new IOException(said + " (nothing to continue)");
		if (status == 408 || status == 429 || status >= 500) throw new ServerBusyException(said, retryAfter(answer));
		throw download.refused(said + meaning(status));
	}

	private static String meaning(final int status) {
		return switch (status) {
			case 401, 403 -> " (access is denied)";
			case 404, 410 -> " (the file is not there any more)";
			case 407 -> " (the proxy asks for a password)";
			default -> "";
		};
	}

	private static Duration retryAfter(final Answer answer) {
		final String text = answer.header("Retry-After").orElse("").strip();
		try {
			if (text.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(text));
			if (text.isEmpty()) return Duration.ZERO;
			final Duration wait = Duration.between(Instant.now(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (final DateTimeException e) {
			return Duration.ZERO;
		}
	}

	private void checkKind(final Answer answer) {
		if (answer.isWebPage()) throw download.refused(WEB_PAGE);
		final String encoding = answer.header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
		if (!encoding.equals("identity")) throw download.refused("the server sent it in the encoding " + encoding +
			", which was not asked for");
	}

	/** Goes on behind what has come, if the server says that it does the same with the same file. */
	private void resume(final Answer answer, final long offset) throws IOException {
		final Matcher range = RANGE.matcher(answer.header("Content-Range").orElse("").strip());
		final boolean fits = range.matches() && Long.parseLong(range.group(1)) == offset;
		final Optional<String> now = validator(answer);
		if (!fits || now.isPresent() && !now.equals(part.validator())) {
			part.restart(Optional.empty());
			throw new IOException("the file on the server is another one than before");
		}
		if (!range.group(3).equals("*")) checkSize(Long.parseLong(range.group(3)));
		part.resume();
	}

	/** A strong ETag, or else the date of the last change: what If-Range accepts. */
	private static Optional<String> validator(final Answer answer) {
		return answer.header("ETag").map(String::strip).filter(tag -> tag.startsWith("\"") && tag.length() > 2).or(() -> answer
			.header("Last-Modified").map(String::strip)).filter(text -> text.length() < 1000);
	}

	private void checkLength(final Answer answer) {
		final OptionalLong length = answer.length();
		if (length.isPresent()) checkSize(part.size() + length.getAsLong());
	}

	/** What the server announces, before any of it is taken. */
	private void checkSize(final long announced) {
		if (download.size().isPresent() && announced != download.size().getAsLong()) {
			final String[] texts = Bytes.texts(announced, download.size().getAsLong());
			throw download.refused("the server's file has " + texts[0] + ", but the catalogue expects " + texts[1]);
		}
		if (announced > download.maximumSize()) throw tooLarge(announced);
	}

	private StoreException tooLarge(final long found) {
		final String[] texts = Bytes.texts(found, download.maximumSize());
		return download.refused("the server's file has " + texts[0] + " or more, but the catalogue allows " + texts[1] +
			" at most");
	}

	private void receive(final Answer answer) throws IOException {
		final Throttle progress = new Throttle(monitor);
		final long total = download.size().orElse(answer.length().isPresent() ? part.size() + answer.length().getAsLong() : 0);
		long size = part.size();
		try {
			for (List<ByteBuffer> bytes = next(answer); !bytes.isEmpty(); bytes = next(answer)) {
				for (final ByteBuffer b : bytes) size += b.remaining();
				if (size > download.maximumSize()) {
					part.restart(Optional.empty());
					throw tooLarge(size);
				}
				part.append(bytes);
				progress.report(Step.DOWNLOADING, size, total);
			}
		}
		catch (final IOException e) {
			throw stopped(size, e);
		}
		if (download.size().isPresent() && size < download.size().getAsLong()) throw stopped(size, new EOFException());
	}

	private List<ByteBuffer> next(final Answer answer) throws IOException {
		return answer.body().next(monitor, download.subject(), policy.silence());
	}

	private IOException stopped(final long size, final IOException cause) {
		final String of = download.size().isPresent() ? " of " + Bytes.text(download.size().getAsLong()) : "";
		final String why = cause instanceof SocketTimeoutException ? " (" + cause.getMessage() + ")" : "";
		return new IOException("the server stopped after " + Bytes.text(size) + of + why +
			"; what has come is kept for the next attempt", cause);
	}
}
