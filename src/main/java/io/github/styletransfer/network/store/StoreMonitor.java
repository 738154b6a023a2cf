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

import java.util.concurrent.CancellationException;

/** Hears of a download, an import or a check, and can end it. All methods are called on the thread that asked for it. */
public interface StoreMonitor {

	/** Hears nothing and never ends anything. */
	StoreMonitor NONE = new StoreMonitor() {};

	/**
	 * Called at most about twenty times a second.
	 *
	 * @param step what is being done
	 * @param done bytes so far, 0 where nothing is counted
	 * @param total bytes at the end, 0 if that is not known
	 */
	default void onProgress(final Step step, final long done, final long total) {
		// nothing to do
	}

	/**
	 * Called when something happened that does not end the work but that the user should hear of, such as a damaged file
	 * that is set aside and fetched again.
	 *
	 * @param sentence to be shown
	 */
	default void onNotice(final String sentence) {
		// nothing to do
	}

	/**
	 * Asked several times a second, also while a server is silent.
	 *
	 * @return whether the work shall end now
	 */
	default boolean isCancelled() {
		return false;
	}

	/**
	 * @param what is being done, as the subject of a sentence
	 * @throws CancellationException if the work shall end
	 */
	default void checkCancelled(final String what) {
		if (isCancelled()) throw new CancellationException(what + " was cancelled.");
	}

	/**
	 * Waits, and asks meanwhile whether the work shall end.
	 *
	 * @param milliseconds to wait, at least 0
	 * @param what is being done, as the subject of a sentence
	 * @throws CancellationException if the work shall end or the thread was interrupted
	 */
	default void pause(final long milliseconds, final String what) {
		final long end = System.nanoTime() + milliseconds * 1_000_000;
		for (;;) {
			checkCancelled(what);
			final long left = (end - System.nanoTime() + 999_999) / 1_000_000;
			if (left <= 0) return;
			try {
				Thread.sleep(Math.min(left, 100));
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException(what + " was interrupted.");
			}
		}
	}
}
