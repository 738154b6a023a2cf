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

import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.image.PlanarImage;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How far a run is, after one iteration.
 *
 * @param level from 1, the coarsest
 * @param levels how many there are
 * @param iteration of this level, from 1
 * @param iterations of this level
 * @param terms of the loss
 * @param fraction of the work that is done, 0…1
 * @param remaining time, from the pace since the first iteration
 * @param picture gives a copy of this level's picture without its margin, as the result would show it: with the content's
 *          colours or a region it has the result's size; valid during the call only
 */
public record Progress(int level, int levels, int iteration, int iterations, LossTerms terms, double fraction,
	Duration remaining, Supplier<PlanarImage> picture)
{

	/** @return one line for a status bar */
	public String message() {
		return String.format(Locale.ROOT, "Level %d of %d, iteration %d of %d, loss %.4g, %s left", level, levels, iteration,
			iterations, terms.loss(), words(remaining));
	}

	/**
	 * @param time a duration
	 * @return it in words, to the second
	 */
	public static String words(final Duration time) {
		final long seconds = Math.max(0, (time.toMillis() + 500) / 1000);
		if (seconds < 60) return seconds + " s";
		if (seconds < 3600) return seconds / 60 + " min " + seconds % 60 + " s";
		return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
	}
}
