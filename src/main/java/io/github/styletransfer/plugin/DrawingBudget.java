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

import java.util.function.LongSupplier;

/** How often something may be drawn during a run: at most so many times a second, at the cost of a small part of the time. */
final class DrawingBudget {

	private final LongSupplier clock;
	private final double share;
	private final long period;
	private final long start;
	private long spent;
	private long last;

	/**
	 * @param share of the time since now that drawing may take, 0…1
	 * @param period at least between two drawings, in nanoseconds
	 * @param clock nanoseconds, as {@link System#nanoTime} tells them
	 */
	DrawingBudget(final double share, final long period, final LongSupplier clock) {
		this.share = share;
		this.period = period;
		this.clock = clock;
		start = clock.getAsLong();
		last = start - period;
	}

	/** @return whether it may be drawn now */
	synchronized boolean isDue() {
		final long now = clock.getAsLong();
		return now - last >= period && spent <= share * (now - start);
	}

	/**
	 * Does a part of the drawing, and counts what it took.
	 *
	 * @param work to do
	 */
	void spend(final Runnable work) {
		final long begin = clock.getAsLong();
		try {
			work.run();
		}
		finally {
			spend(clock.getAsLong() - begin);
		}
	}

	private synchronized void spend(final long nanoseconds) {
		spent += nanoseconds;
		last = clock.getAsLong();
	}
}
