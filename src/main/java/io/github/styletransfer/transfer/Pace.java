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

/**
 * How long a run still takes, from its pace since the first iteration: what comes before that, the targets, the graph and the
 * first evaluation, comes once and says nothing of those to come. One thread at a time.
 */
final class Pace {

	private Duration firstTime;
	private double firstWork;

	/**
	 * @param elapsed since the run began
	 * @param done work so far, above 0
	 * @param total that work and what is left, in the same unit
	 * @return what is left; after the first iteration, when nothing else is known, as if it had all been work
	 */
	Duration remaining(final Duration elapsed, final double done, final double total) {
		if (firstTime == null || done <= firstWork) { // less work than before: a smaller plan, so it begins anew
			firstTime = elapsed;
			firstWork = done;
			return times(elapsed, (total - done) / done);
		}
		return times(elapsed.minus(firstTime), (total - done) / (done - firstWork));
	}

	private static Duration times(final Duration duration, final double factor) {
		return Duration.ofNanos((long) (duration.toNanos() * Math.max(0, factor)));
	}
}
