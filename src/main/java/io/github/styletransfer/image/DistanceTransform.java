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
package io.github.styletransfer.image;

import java.util.Arrays;

/**
 * Exact squared Euclidean distances, in time that goes with the number of pixels: first along the columns, then along each
 * row as the lower envelope of parabolas (Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", Theory of
 * Computing 8, 2012, section 2.1).
 */
final class DistanceTransform {

	private DistanceTransform() {
		// no instances
	}

	/**
	 * @param inside [H, W]
	 * @param width W in pixels
	 * @param height H in pixels
	 * @return for each pixel the squared distance to the nearest inside pixel's centre, 0 inside; infinite if there is none
	 */
	static double[] squared(final boolean[] inside, final int width, final int height) {
		final double[] d = new double[inside.length];
		for (int x = 0; x < width; x++) column(inside, d, x, width, height);
		final double[] row = new double[width];
		for (int y = 0; y < height; y++) {
			System.arraycopy(d, y * width, row, 0, width);
			envelope(row, d, y * width);
		}
		return d;
	}

	/** Squared distance to the nearest inside pixel of the same column. */
	private static void column(final boolean[] inside, final double[] d, final int x, final int width, final int height) {
		double since = Double.POSITIVE_INFINITY;
		for (int y = 0; y < height; y++) {
			since = inside[y * width + x] ? 0 : since + 1;
			d[y * width + x] = since;
		}
		since = Double.POSITIVE_INFINITY;
		for (int y = height - 1; y >= 0; y--) {
			final int i = y * width + x;
			since = inside[i] ? 0 : since + 1;
			final double nearest = Math.min(since, d[i]);
			d[i] = nearest * nearest;
		}
	}

	/** to[start + x] = min over q of (x − q)² + f[q]. */
	private static void envelope(final double[] f, final double[] to, final int start) {
		final int n = f.length;
		final int[] lowest = new int[n]; // places of the parabolas of the envelope, from left to right
		final double[] from = new double[n]; // where each begins to be the lowest
		int last = -1;
		for (int q = 0; q < n; q++) {
			if (f[q] == Double.POSITIVE_INFINITY) continue;
			double crossing = Double.NEGATIVE_INFINITY;
			while (last >= 0) {
				final int p = lowest[last];
				crossing = (f[q] + (double) q * q - f[p] - (double) p * p) / (2. * (q - p));
				if (crossing > from[last]) break;
				last--;
				crossing = Double.NEGATIVE_INFINITY;
			}
			lowest[++last] = q;
			from[last] = crossing;
		}
		if (last < 0) {
			Arrays.fill(to, start, start + n, Double.POSITIVE_INFINITY);
			return;
		}
		for (int x = 0, k = 0; x < n; x++) {
			while (k < last && from[k + 1] < x) k++;
			final double away = x - lowest[k];
			to[start + x] = away * away + f[lowest[k]];
		}
	}
}
