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
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of an answer, taken piece by piece. Unlike the stream that HttpClient offers, waiting for the next piece can
 * end: when the user cancels, or when the server is silent for too long. One piece at most is under way, so that a fast
 * server cannot fill the memory.
 */
final class ByteQueue implements BodySubscriber<ByteQueue>, AutoCloseable {

	private static final long POLL_MS = 100;
	private static final Subscription CLOSED = new Subscription() {

		@Override
		public void request(final long n) {
			// nothing comes any more
		}

		@Override
		public void cancel() {
			// it is
		}
	};

	/** What comes in: bytes, or the end, which is a failure or none. */
	private record Item(List<ByteBuffer> bytes, boolean end, Optional<Throwable> failure) {}

	private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
	private final AtomicReference<Subscription> subscription = new AtomicReference<>();

	/**
	 * Waits for the next bytes.
	 *
	 * @param monitor is asked whether to go on
	 * @param what is being done, as the subject of a sentence
	 * @param silence how long to wait
	 * @return the next bytes, none at the end of the body
	 * @throws IOException if the connection broke or nothing came for too long
	 */
	List<ByteBuffer> next(final StoreMonitor monitor, final String what, final Duration silence) throws IOException {
		final Item item = poll(monitor, what, silence);
		if (!item.end()) {
			subscription.get().request(1);
			return item.bytes();
		}
		if (item.failure().isPresent()) throw asIo(item.failure().get());
		return List.of();
	}

	private Item poll(final StoreMonitor monitor, final String what, final Duration silence) throws IOException {
		final long end = System.nanoTime() + silence.toNanos();
		while (System.nanoTime() < end) {
			monitor.checkCancelled(what);
			try {
				final Item item = items.poll(POLL_MS, TimeUnit.MILLISECONDS);
				if (item != null) return item;
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException(what + " was interrupted.");
			}
		}
		throw new SocketTimeoutException("the server sent nothing for " + Download.seconds(silence));
	}

	private static IOException asIo(final Throwable failure) {
		return failure instanceof IOException io ? io : new IOException(failure);
	}

	/** Closes the connection, unless everything was read. */
	@Override
	public void close() {
		final Subscription open = subscription.getAndSet(CLOSED);
		if (open != null) open.cancel();
	}

	// -- BodySubscriber methods --

	@Override
	public CompletionStage<ByteQueue> getBody() {
		return CompletableFuture.completedStage(this);
	}

	@Override
	public void onSubscribe(final Subscription s) {
		if (subscription.compareAndSet(null, s)) s.request(1);
		else s.cancel();
	}

	@Override
	public void onNext(final List<ByteBuffer> bytes) {
		items.add(new Item(bytes, false, Optional.empty()));
	}

	@Override
	public void onError(final Throwable failure) {
		items.add(new Item(List.of(), true, Optional.of(failure)));
	}

	@Override
	public void onComplete() {
		items.add(new Item(List.of(), true, Optional.empty()));
	}
}
