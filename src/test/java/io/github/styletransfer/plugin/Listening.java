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
package io.github.styletransfer.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;

/** Hears what a piece of work tells an application. The listener is gone before the next test runs in this application. */
final class Listening {

	private static final int SECONDS = 20;

	private Listening() {
		// no instances
	}

	/**
	 * @param context of the application
	 * @param listener with event handlers
	 * @param work to be done
	 * @return what the work gives
	 */
	static <T> T with(final Context context, final Object listener, final Supplier<T> work) {
		final EventService events = context.service(EventService.class);
		final List<EventSubscriber<?>> subscribers = events.subscribe(listener);
		try {
			return work.get();
		}
		finally {
			events.unsubscribe(subscribers);
			Reference.reachabilityFence(listener); // the service holds it weakly
		}
	}

	/**
	 * Fails unless a status message of the work matches. SciJava tells each on a thread of its own, so they come in any order and
	 * later than the work's end.
	 *
	 * @param context of the application
	 * @param pattern a regular expression for the whole message
	 * @param work to be done
	 */
	static void assertTold(final Context context, final String pattern, final Supplier<?> work) {
		final List<String> messages = new CopyOnWriteArrayList<>();
		final CountDownLatch told = new CountDownLatch(1);
		final Object listener = new Object() {

			@EventHandler
			public void onEvent(final StatusEvent e) {
				final String message = String.valueOf(e.getStatusMessage());
				messages.add(message);
				if (message.matches(pattern)) told.countDown();
			}
		};
		assertTrue(with(context, listener, () -> {
			work.get();
			try {
				return told.await(SECONDS, TimeUnit.SECONDS);
			}
			catch (final InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}), () -> pattern + " is not among " + messages);
	}
}
