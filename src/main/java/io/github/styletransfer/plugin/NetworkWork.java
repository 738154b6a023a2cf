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

import ij.IJ;

import io.github.styletransfer.network.store.Step;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The one thread on which the window works with the store, one thing at a time, so that no window ever freezes. */
final class NetworkWork {

	private final Consumer<String> status;
	private final Consumer<Boolean> busy;
	private volatile boolean cancelled;
	private boolean running;

	/**
	 * @param status shows a line, on the thread of events
	 * @param busy hears when something starts and when it has ended, on the thread of events
	 */
	NetworkWork(final Consumer<String> status, final Consumer<Boolean> busy) {
		this.status = status;
		this.busy = busy;
	}

	/**
	 * Starts something; called on the thread of events. While something is running, nothing is started.
	 *
	 * @param action is called on another thread; gives a line for the status, or an empty one
	 */
	void start(final Function<ImageJMonitor, String> action) {
		if (running) return;
		running = true;
		cancelled = false;
		busy.accept(true);
		new Thread(() -> run(action), "Style Transfer networks").start();
	}

	/** Ends what is running, as Esc does. */
	void cancel() {
		cancelled = true;
	}

	/** @return a monitor whose progress is shown in ImageJ's status bar and in the window */
	ImageJMonitor monitor() {
		return new ImageJMonitor() {

			@Override
			public void onProgress(final Step step, final long done, final long total) {
				super.onProgress(step, done, total);
				EventQueue.invokeLater(() -> status.accept(step.message(done, total)));
			}

			@Override
			public boolean isStopRequested() {
				return cancelled || super.isStopRequested();
			}
		};
	}

	private void run(final Function<ImageJMonitor, String> action) {
		String line = "";
		try {
			line = NetworkPlugIn.progress(() -> action.apply(monitor()));
		}
		catch (final CancellationException e) {
			line = e.getMessage();
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			line = Failures.sentenceOrThrow(e);
			IJ.error(NetworksFrame.TITLE, line);
		}
		finally {
			end(line);
		}
	}

	private void end(final String line) {
		if (!line.isEmpty()) IJ.showStatus(line);
		EventQueue.invokeLater(() -> {
			running = false;
			status.accept(line);
			busy.accept(false);
		});
	}
}
