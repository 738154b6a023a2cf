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

import io.github.styletransfer.image.Size;

import java.util.ArrayList;
import java.util.List;

/**
 * The levels of a run, coarse to fine. The coarsest one's longest side is the stroke size, the finest one is the output;
 * between them the sides grow by one factor of at most 2. Immutable.
 *
 * @param levels from the coarsest to the finest, at least one
 */
public record Schedule(List<Level> levels) {

	/** Least share of the coarsest level's iterations that a finer level does; docs/defaults.md has the pictures. */
	private static final double LEAST_SHARE = .25;

	/**
	 * One level.
	 *
	 * @param size of the picture, without its margin
	 * @param iterations of the optimiser
	 */
	public record Level(Size size, int iterations) {}

	/** Copies the list. */
	public Schedule {
		levels = List.copyOf(levels);
	}

	/**
	 * @param output size of the result
	 * @param strokeSize longest side of the coarsest level, in pixels
	 * @param iterations at the coarsest level
	 * @param smallestSide that a level may have, in pixels; a coarsest level with a shorter side is enlarged
	 * @return the levels
	 */
	public static Schedule of(final Size output, final int strokeSize, final int iterations, final int smallestSide) {
		final double longest = Math.max(output.width(), output.height());
		final double shortest = Math.min(output.width(), output.height());
		final double coarsest = Math.min(longest, Math.max(strokeSize, smallestSide * longest / shortest));
		final int steps = (int) Math.ceil(Math.log(longest / coarsest) / Math.log(2) - 1e-9);
		final List<Level> levels = new ArrayList<>();
		for (int i = 0; i <= steps; i++) {
			final double side = i == steps ? longest : coarsest * Math.pow(longest / coarsest, (double) i / steps);
			final Size size = i == steps ? output : Size.ofLongestSide(output.width(), output.height(), (int) Math.round(
				side));
			levels.add(new Level(size, (int) Math.ceil(iterations * Math.max(LEAST_SHARE, Math.pow(.5, i)))));
		}
		return new Schedule(levels);
	}

	/** @return pixels times iterations of all levels: what the time of a run goes with */
	public double work() {
		return levels.stream().mapToDouble(Schedule::work).sum();
	}

	/**
	 * @param level of this schedule
	 * @return its pixels times its iterations
	 */
	static double work(final Level level) {
		return (double) level.size().width() * level.size().height() * level.iterations();
	}
}
