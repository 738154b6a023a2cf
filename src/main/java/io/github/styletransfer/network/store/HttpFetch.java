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
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks servers, through the proxy that Java is told to use, and follows redirects by hand: HttpClient would follow them
 * to any https address, but cannot say that they go in a circle.
 */
final class HttpFetch {

	private static final int MAX_REDIRECTS = 5;
	private static final long POLL_MS = 100;
	private static final ExecutorService THREADS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS,
		new SynchronousQueue<>(), task -> {
			final Thread thread = new Thread(task, "Style Transfer download");
			thread.setDaemon(true);
			return thread;
		});

	private final DownloadPolicy policy;
	private final HttpClient client;

	/** The proxy is asked for now, so that a change in the host's settings counts at once. */
	HttpFetch(final DownloadPolicy policy) {
		this.policy = policy;
		final HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(
			HttpClient.Redirect.NEVER).connectTimeout(policy.connect()).executor(THREADS);
		if (ProxySelector.getDefault() != null) builder.proxy(ProxySelector.getDefault());
		if (Authenticator.getDefault() != null) builder.authenticator(Authenticator.getDefault());
		client = builder.build();
	}

	/**
	 * @param download what is asked for
	 * @param headers of the request
	 * @param monitor is asked whether to go on
	 * @return the answer of the last server, with any status but a redirect's
	 * @throws IOException if another attempt might help
	 * @throws StoreException if a redirect must not be followed
	 */
	Answer get(final Download download, final Map<String, String> headers, final StoreMonitor monitor) throws IOException {
		final Set<URI> visited = new LinkedHashSet<>();
		URI address = download.address();
		for (;;) {
			visited.add(address);
			final Answer answer = ask(address, download, headers, monitor);
			if (!isRedirect(answer.status())) return answer;
			answer.close();
			address = next(download, answer, visited);
		}
	}

	private static URI next(final Download download, final Answer answer, final Set<URI> visited) {
		final String location = answer.header("Location").filter(l -> !l.isBlank()).orElseThrow(() -> download.refused(
			"the server redirects (status " + answer.status() + ") without saying where to"));
		final URI next;
		try {
			next = answer.address().resolve(location);
			Addresses.check(next, Addresses.isLoopback(answer.address()));
		}
		catch (final IllegalArgumentException | StoreException e) {
			throw download.refused("the server redirects to " + cut(location) + ", which is no https address");
		}
		if (visited.contains(next)) throw download.refused("its redirects go in a circle, back to " + cut(next.toString()));
		if (visited.size() > MAX_REDIRECTS) throw download.refused("it is redirected more than " + MAX_REDIRECTS +
			" times, at last to " + cut(next.toString()));
		return next;
	}

	private static String cut(final String address) {
		return address.length() <= 200 ? address : address.substring(0, 200) + "…";
	}

	private static boolean isRedirect(final int status) {
		return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
	}

	private Answer ask(final URI address, final Download download, final Map<String, String> headers,
		final StoreMonitor monitor) throws IOException
	{
		final HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "Style-Transfer-ImageJ")
			.header("Accept-Encoding", "identity");
		headers.forEach(request::header);
		final CompletableFuture<HttpResponse<ByteQueue>> pending = client.sendAsync(request.build(), info -> new ByteQueue());
		try {
			final HttpResponse<ByteQueue> response = await(pending, download, monitor);
			return new Answer(address, response.statusCode(), response.headers(), response.body());
		}
		finally {
			if (!pending.isDone()) {
				pending.whenComplete((late, failure) -> {
					if (late != null) late.body().close();
				});
				pending.cancel(true);
			}
		}
	}

	private HttpResponse<ByteQueue> await(final CompletableFuture<HttpResponse<ByteQueue>> pending,
		final Download download, final StoreMonitor monitor) throws IOException
	{
		final long end = System.nanoTime() + policy.connect().plus(policy.silence()).toNanos();
		while (System.nanoTime() < end) {
			monitor.checkCancelled(download.subject());
			try {
				return pending.get(POLL_MS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				continue;
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof IOException io) throw io;
				throw new IOException(e.getCause());
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException(download.subject() + " was interrupted.");
			}
		}
		throw new SocketTimeoutException("the server did not answer within " + Download.seconds(policy.connect().plus(policy
			.silence())));
	}
}
