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

import io.github.styletransfer.graph.Convention;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The total variation of an image [C, H, W] and its gradient. Every norm is Σ weight · φ(difference) over pairs of
 * neighbours, whose weight depends on their direction and place. Differences are taken of the values as the convention has
 * them: 0…255 in the paper's, 0…256 in jcjohnson's, 0…1 in crowsonkb's. In double precision; rows are done on all threads
 * and their sums added in order, so that the result is the same on any number of threads.
 */
final class TotalVariation {

	/** Of {@link TvNorm#L1}, in grey levels. */
	private static final double EPSILON = .1;
	private static final int CHANNELS = 3;

	private final TvNorm norm;
	private final int width;
	private final int height;
	private final double unit;
	private final double epsilon;
	private final double[] horizontal; // of the pairs in each row
	private final double[] vertical; // of the pairs in each column
	private final double diagonal;

	/**
	 * @param norm how differences count
	 * @param convention whose units and factors
	 * @param width of the image in pixels
	 * @param height of the image in pixels
	 */
	TotalVariation(final TvNorm norm, final Convention convention, final int width, final int height) {
		this.norm = norm;
		this.width = width;
		this.height = height;
		unit = switch (convention) {
			case PAPER -> 1;
			case JCJOHNSON -> 256. / 255;
			case CROWSONKB -> 1. / 255;
		};
		epsilon = EPSILON * unit;
		horizontal = new double[height];
		vertical = new double[width];
		diagonal = norm == TvNorm.NINE_POINT ? 2. / 12 / (CHANNELS * (height + 1.) * (width + 1.)) : 0;
		if (norm == TvNorm.NINE_POINT) weighNinePoints();
		else weighNeighbours(norm == TvNorm.SQUARED && convention == Convention.JCJOHNSON);
	}

	/**
	 * @param x [3, H, W]
	 * @param weight of the total variation
	 * @param gradient of the length of x; the total variation's, times the weight, is added
	 * @return the total variation without its weight
	 */
	double add(final float[] x, final double weight, final float[] gradient) {
		final int rows = x.length / width;
		final double[] sums = new double[rows];
		IntStream.range(0, rows).parallel().forEach(row -> sums[row] = row(x, row, weight, gradient));
		return Arrays.stream(sums).sum();
	}

	// -- Helper methods --

	private void weighNeighbours(final boolean jcjohnson) {
		Arrays.fill(horizontal, jcjohnson ? .5 : 1);
		Arrays.fill(vertical, jcjohnson ? .5 : 1);
		if (jcjohnson) {
			horizontal[height - 1] = 0;
			vertical[width - 1] = 0;
		}
	}

	/** Beyond the border the diagonal neighbours are those along it: one of each direction for each repeated row and column. */
	private void weighNinePoints() {
		Arrays.fill(horizontal, 2. / 3 / ((double) CHANNELS * height * width));
		Arrays.fill(vertical, 2. / 3 / ((double) CHANNELS * height * width));
		for (final int y : new int[] { 0, height - 1 }) horizontal[y] += 2 * diagonal;
		for (final int x : new int[] { 0, width - 1 }) vertical[x] += 2 * diagonal;
	}

	/** Returns the sum over the pairs of a row with pixels to the right and in the row below. */
	private double row(final float[] x, final int row, final double weight, final float[] gradient) {
		final int y = row % height;
		final int start = row * width;
		final boolean above = y > 0;
		final boolean below = y + 1 < height;
		double sum = 0;
		for (int i = 0; i < width; i++) {
			final int at = start + i;
			final float v = x[at];
			double slope = 0;
			if (i > 0) slope += horizontal[y] * slope(v - x[at - 1]);
			if (i + 1 < width) {
				slope += horizontal[y] * slope(v - x[at + 1]);
				sum += horizontal[y] * value(v - x[at + 1]);
			}
			if (above) slope += vertical[i] * slope(v - x[at - width]);
			if (below) {
				slope += vertical[i] * slope(v - x[at + width]);
				sum += vertical[i] * value(v - x[at + width]);
			}
			if (diagonal > 0) {
				if (above) slope += diagonal * slopes(x, at - width, i, v);
				if (below) {
					slope += diagonal * slopes(x, at + width, i, v);
					sum += diagonal * values(x, at + width, i, v);
				}
			}
			gradient[at] += (float) (weight * slope);
		}
		return sum;
	}

	/** To the left and the right of a pixel above or below. */
	private double slopes(final float[] x, final int at, final int i, final float v) {
		return (i > 0 ? slope(v - x[at - 1]) : 0) + (i + 1 < width ? slope(v - x[at + 1]) : 0);
	}

	private double values(final float[] x, final int at, final int i, final float v) {
		return (i > 0 ? value(v - x[at - 1]) : 0) + (i + 1 < width ? value(v - x[at + 1]) : 0);
	}

	private double value(final double difference) {
		final double d = unit * difference;
		return norm == TvNorm.L1 ? Math.sqrt(d * d + epsilon * epsilon) - epsilon : d * d;
	}

	/** In the image's own values, hence once more the unit. */
	private double slope(final double difference) {
		final double d = unit * difference;
		return unit * (norm == TvNorm.L1 ? d / Math.sqrt(d * d + epsilon * epsilon) : 2 * d);
	}
}
