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
package io.github.styletransfer.transfer;

import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Hears of a run, can end it and can steer it. Methods are called from the run's own threads and must return quickly. */
public interface Monitor {

	/** Hears nothing and never ends a run. */
	Monitor NONE = new Monitor() {};

	/**
	 * @param listener called after every iteration, from the thread that runs the transfer
	 * @return a monitor that only hears
	 */
	static Monitor listening(final Consumer<Progress> listener) {
		return new Monitor() {

			@Override
			public void onProgress(final Progress progress) {
				listener.accept(progress);
			}
		};
	}

	/**
	 * Called after every iteration, from the thread that runs the transfer.
	 *
	 * @param progress how far the run is
	 */
	default void onProgress(final Progress progress) {
		// nothing to do
	}

	/**
	 * Asked about twenty times a second, from a thread of its own.
	 *
	 * @return whether the run shall end now with the best picture so far
	 */
	default boolean isStopRequested() {
		return false;
	}

	/**
	 * Asked after every iteration and, during a pause, about twenty times a second.
	 *
	 * @return whether the run shall wait before its next iteration; it keeps its memory and uses no processor
	 */
	default boolean isPaused() {
		return false;
	}

	/**
	 * Asked after every iteration. Once another strength is wanted than the run aims at, it goes on from the current picture
	 * towards the new one; the iterations are counted on.
	 *
	 * @return the strength wanted, 0…1; empty for what the run aims at now
	 */
	default OptionalDouble strength() {
		return OptionalDouble.empty();
	}
}
