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

import java.time.Duration;
import java.util.Locale;

/**
 * How far a series of runs is, after one iteration of one of them.
 *
 * @param part from 1, among all pictures of the series
 * @param parts how many there are
 * @param label of the picture
 * @param progress of its run
 * @param fraction of the whole work that is done, 0…1; pictures that were there from before count for nothing
 * @param remaining time of the whole series, from the work done so far
 */
public record SeriesProgress(int part, int parts, String label, Progress progress, double fraction,
	Duration remaining)
{

	/** @return one line for a status bar */
	public String message() {
		final String level = progress.levels() == 1 ? "" : "level " + progress.level() + " of " + progress.levels() + ", ";
		return String.format(Locale.ROOT, "Picture %d of %d (%s), %siteration %d of %d, loss %.4g, %s left for all", part,
			parts, label, level, progress.iteration(), progress.iterations(), progress.terms().loss(), Progress.words(
				remaining));
	}
}
