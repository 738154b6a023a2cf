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

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Posts events all through some work and keeps how long each waited for the event thread. Beside each, a plain thread that does
 * nothing else is asked as well: what that waits is the machine's doing, not the event thread's.
 */
final class EventThreadProbe implements AutoCloseable {

	private static final int PERIOD_MS = 5;
	private static final int SLOW_MS = 40;

	private final List<Double> events = Collections.synchronizedList(new ArrayList<>());
	private final List<Double> plain = Collections.synchronizedList(new ArrayList<>());
	private final List<String> slow = Collections.synchronizedList(new ArrayList<>());
	private final ExecutorService plainThread = Executors.newSingleThreadExecutor();
	private final Thread poster = new Thread(this::post, "event thread probe");
	private volatile boolean ended;

	EventThreadProbe() {
		poster.start();
	}

	private void post() {
		try {
			while (!ended) {
				final CountDownLatch both = new CountDownLatch(2);
				final long start = System.nanoTime();
				plainThread.execute(() -> came(plain, start, both));
				EventQueue.invokeLater(() -> came(events, start, both));
				if (!both.await(SLOW_MS, TimeUnit.MILLISECONDS)) note();
				both.await();
				Thread.sleep(PERIOD_MS);
			}
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** What the event thread is doing while an event waits. */
	private void note() {
		Thread.getAllStackTraces().forEach((thread, stack) -> {
			if (thread.getName().startsWith("AWT-EventQueue")) {
				slow.add(Arrays.stream(stack).limit(60).map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f
					.getMethodName()).collect(Collectors.joining(" < ")));
			}
		});
	}

	/** What it was doing each time that an event waited long. */
	List<String> slow() {
		return List.copyOf(slow);
	}

	private static void came(final List<Double> waits, final long start, final CountDownLatch both) {
		waits.add((System.nanoTime() - start) / 1e6);
		both.countDown();
	}

	/** Ends the posting; then the figures may be asked for. */
	@Override
	public void close() {
		ended = true;
		try {
			poster.join();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		plainThread.shutdown();
	}

	/** Milliseconds that the longest wait was longer than the plain thread's longest. */
	double longestBeyondPlain() {
		return Collections.max(events) - Collections.max(plain);
	}

	/** Milliseconds within which 99 of 100 events came, less those of the plain thread. */
	double mostBeyondPlain() {
		return most(events) - most(plain);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%d events waited %.0f ms at the most, %.0f ms in 99 of 100; a plain thread %.0f and %.0f ms",
			events.size(), Collections.max(events), most(events), Collections.max(plain), most(plain));
	}

	private static double most(final List<Double> waits) {
		final List<Double> sorted = new ArrayList<>(waits);
		Collections.sort(sorted);
		return sorted.get(sorted.size() * 99 / 100);
	}
}
