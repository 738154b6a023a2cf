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

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Fetches a file from a server, checks it, and only then gives it its name. What has come before an interruption is kept
 * and continued, if the server still has the same file.
 * <p>
 * On the JDK's HttpClient alone: the libraries that could do the same bring a second HTTP client of megabytes into Fiji's
 * one class path (Apache HttpClient, OkHttp with Kotlin), or lack what is needed here (of the downloaders on Maven Central,
 * io7m's jdownload needs Java 21 and neither resumes nor retries; kohsuke's robust-http-client is not there).
 */
final class Downloader {

	private static final String ADVICE =
		"; check the internet connection and Edit > Options > Proxy Settings, or import the file from another place";

	private final DownloadPolicy policy;
	private final Space space;

	/**
	 * @param policy how patient it is
	 * @param space is asked for room first
	 */
	Downloader(final DownloadPolicy policy, final Space space) {
		this.policy = policy;
		this.space = space;
	}

	/**
	 * Fetches a file. Two must not fetch to the same target at the same time.
	 *
	 * @param download what to fetch and where to
	 * @param monitor hears of the progress and can end it
	 * @throws StoreException if the file cannot be had, or is another than it should be; the target is not there then
	 * @throws CancellationException if the monitor ended it; what has come is kept
	 */
	void fetch(final Download download, final StoreMonitor monitor) {
		Addresses.check(download.address(), true);
		try (PartFile part = new PartFile(download)) {
			space.require(download.subject(), download.target().getParent(), download.size().orElse(download.maximumSize()) - part
				.size() + download.furtherSpace());
			attempt(download, part, monitor);
			if (isSound(part, download, monitor, part.isPieced())) {
				part.moveToTarget();
				return;
			}
		}
		monitor.onNotice(download.subject() + " did not fit what had come before; it starts again.");
		try (PartFile part = new PartFile(download)) {
			attempt(download, part, monitor);
			isSound(part, download, monitor, false);
			part.moveToTarget();
		}
	}

	private void attempt(final Download download, final PartFile part, final StoreMonitor monitor) {
		final HttpFetch http = new HttpFetch(policy);
		for (int attempt = 1;; attempt++) {
			try {
				new Transfer(download, http, policy, part, monitor).run();
				return;
			}
			catch (final IOException e) {
				if (attempt >= attempts(e)) throw failed(download, e);
				pause(download, e, attempt, monitor);
			}
		}
	}

	/** @return false if the checksum is wrong but the file shall be fetched again as a whole */
	private static boolean isSound(final PartFile part, final Download download, final StoreMonitor monitor,
		final boolean again)
	{
		final Checksum found = part.checksum(monitor);
		if (found.equals(download.checksum())) return true;
		final boolean page = part.isWebPage();
		part.delete();
		if (again) return false;
		if (page) throw download.refused(Transfer.WEB_PAGE);
		throw download.refused("its " + found.sentencePart() + " is not the " + download.checksum().hex() +
			" that the catalogue expects, so it is another file or damaged");
	}

	private void pause(final Download download, final IOException e, final int attempt, final StoreMonitor monitor) {
		final long usual = (long) (policy.firstDelay().toMillis() * Math.pow(2, attempt - 1) * ThreadLocalRandom.current()
			.nextDouble(.75, 1.25));
		final long asked = e instanceof ServerBusyException busy ? busy.delay().toMillis() : 0;
		if (asked > policy.longestDelay().toMillis()) throw failed(download, e);
		monitor.onProgress(Step.WAITING, 0, 0);
		monitor.pause(Math.max(asked, Math.min(usual, policy.longestDelay().toMillis())), download.subject());
	}

	/** Certificates do not become valid by asking again, and without a network a user should not wait for long. */
	private int attempts(final IOException e) {
		if (isUntrusted(e)) return 1;
		return isUnknownHost(e) ? Math.min(2, policy.attempts()) : policy.attempts();
	}

	private static boolean isUntrusted(final IOException e) {
		return e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException;
	}

	private static boolean isUnknownHost(final IOException e) {
		for (Throwable t = e; t != null; t = t.getCause()) {
			if (t instanceof UnresolvedAddressException) return true;
		}
		return false;
	}

	private static StoreException failed(final Download download, final IOException e) {
		return new StoreException(download.subject() + " from " + download.host() + " failed: " + reason(download, e) + ADVICE +
			".", e);
	}

	/** HttpClient's exceptions mostly have no message. */
	private static String reason(final Download download, final IOException e) {
		if (isUnknownHost(e)) return "no server of that name is known, as without a network";
		if (isUntrusted(e)) return "the server could not prove who it is (" + e.getMessage() + ")";
		if (e instanceof HttpConnectTimeoutException) return "it does not answer";
		if (e instanceof ConnectException) return "no connection to " + download.host() + " could be made";
		return e.getMessage() == null ? "the connection broke (" + e.getClass().getSimpleName() + ")" : e.getMessage();
	}
}
