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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.Size;

import java.util.ArrayList;
import java.util.List;

/**
 * The levels of a run, coarse to fine. The coarsest one's longest side is the stroke size, the finest one is the output;
 * between them the sides grow by one factor of at most the level ratio. Immutable.
 *
 * @param levels from the coarsest to the finest, at least one
 */
public record Schedule(List<Level> levels) {

	/** Iterations of a level relative to those of the level before it; docs/defaults.md has the pictures. */
	private static final double SHARE = .3;
	/** Least share of the coarsest level's iterations that a finer level does. */
	private static final double LEAST_SHARE = .175;
	/** Margin of the coarsest level, where a pixel of the deepest layer is large, and of the others; in pixels. */
	private static final int COARSE_MARGIN = 16;
	private static final int FINE_MARGIN = 8;

	/**
	 * One level.
	 *
	 * @param size of the picture, without its margin
	 * @param iterations of the optimiser
	 * @param losses layers that the level looks at
	 * @param margin pixels of reflected picture on each side that are optimised like the rest and cut off at the end of the
	 *          level: zero padding in the network would leave a frame otherwise
	 */
	public record Level(Size size, int iterations, LossLayers losses, int margin) {

		/** @return the picture with its margin, whose sides are multiples of the deepest layer's stride */
		Size padded() {
			return new Size(padded(size.width()), padded(size.height()));
		}

		/** @return {@link #margin}, and what makes each side a multiple of the stride, so that no pooling step drops a row */
		Margin reflection() {
			return new Margin(margin, margin, padded(size.width()) - margin - size.width(), padded(size.height()) - margin - size
				.height());
		}

		private int padded(final int side) {
			final int stride = losses.stride();
			return (side + 2 * margin + stride - 1) / stride * stride;
		}

		/** @return pixels of the picture with its margin */
		double pixels() {
			return padded().pixels();
		}

		/** @return multiplications and additions of one evaluation */
		double flops() {
			return Estimate.flops(pixels(), losses);
		}
	}

	/** Copies the list. */
	public Schedule {
		levels = List.copyOf(levels);
	}

	/**
	 * @param output size of the result
	 * @param settings stroke size, level ratio, iterations, fine levels
	 * @param losses the chosen layers; a coarsest level whose shorter side is too small for the deepest is enlarged
	 * @return the levels
	 */
	public static Schedule of(final Size output, final Settings settings, final LossLayers losses) {
		final double longest = Math.max(output.width(), output.height());
		final double shortest = Math.min(output.width(), output.height());
		final double coarsest = Math.min(longest, Math.max(settings.strokeSize(), losses.smallestSide() * longest /
			shortest));
		final int steps = (int) Math.ceil(Math.log(longest / coarsest) / Math.log(settings.levelRatio()) - 1e-9);
		final List<Level> levels = new ArrayList<>();
		for (int i = 0; i <= steps; i++) {
			final double ratio = steps == 0 ? 1 : Math.pow(longest / coarsest, (double) i / steps);
			final Size size = i == steps ? output : Size.ofLongestSide(output.width(), output.height(), (int) Math.round(
				coarsest * ratio));
			levels.add(new Level(size, iterations(i, settings), settings.fineLevels().of(losses, ratio), i == 0 ? COARSE_MARGIN : FINE_MARGIN));
		}
		return new Schedule(levels);
	}

	/**
	 * @param iterations at least 1
	 * @return the finest level alone, with as many iterations
	 */
	public Schedule finestAlone(final int iterations) {
		return new Schedule(List.of(new Level(finest().size(), iterations, finest().losses(), finest().margin())));
	}

	private static int iterations(final int level, final Settings settings) {
		if (level > 0 && settings.iterationsFiner() > 0) return settings.iterationsFiner();
		return (int) Math.ceil(settings.iterations() * Math.max(LEAST_SHARE, Math.pow(SHARE, level)));
	}

	/** @return the last level, which gives the result */
	Level finest() {
		return levels.get(levels.size() - 1);
	}

	/** @return what the time of a run goes with */
	double work() {
		return levels.stream().mapToDouble(Schedule::work).sum();
	}

	/**
	 * @param level of this schedule
	 * @return its part of {@link #work()}
	 */
	static double work(final Level level) {
		return level.flops() * level.iterations();
	}
}
