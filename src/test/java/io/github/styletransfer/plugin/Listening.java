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

import java.lang.ref.Reference;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.thread.ThreadService;

/**
 * Hears what a piece of work tells an application. SciJava tells it on the event thread, later than it happens; so the queue is
 * emptied before the listener goes, and the listener is gone before the next test runs in this application.
 */
final class Listening {

	private Listening() {
		// no instances
	}

	/**
	 * @param context of the application
	 * @param listener with event handlers, which are called on the event thread
	 * @param work to be done
	 * @return what the work gives; the listener has heard all events of it
	 */
	static <T> T with(final Context context, final Object listener, final Supplier<T> work) {
		final EventService events = context.service(EventService.class);
		final List<EventSubscriber<?>> subscribers = events.subscribe(listener);
		try {
			final T result = work.get();
			context.service(ThreadService.class).invoke(() -> {});
			return result;
		}
		catch (final InterruptedException | InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
		finally {
			events.unsubscribe(subscribers);
			Reference.reachabilityFence(listener); // the service holds it weakly
		}
	}

	/**
	 * @param context of the application
	 * @param work to be done
	 * @return the status messages that are not null, in their order
	 */
	static List<String> messages(final Context context, final Supplier<?> work) {
		final List<String> messages = new CopyOnWriteArrayList<>();
		with(context, new Object() {

			@EventHandler
			public void onEvent(final StatusEvent e) {
				if (e.getStatusMessage() != null) messages.add(e.getStatusMessage());
			}
		}, work);
		return messages;
	}
}
