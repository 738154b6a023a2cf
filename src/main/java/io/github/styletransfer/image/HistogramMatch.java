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
 * Gives each channel of an image exactly the histogram of another one's: the pixels are put in order, and the k-th of n gets
 * the content's value at (k + ½) / n. Pixels of the same value are ordered by their surroundings, first the mean of 3 x 3, then
 * that of 5 x 5 pixels, after Coltuc, Bolon and Chassery, "Exact Histogram Specification", IEEE Transactions on Image Processing
 * 15, 2006. Those that are alike in all three share the mean of what they would have got: flat areas stay flat, at the price that
 * the histogram is not exact there.
 */
final class HistogramMatch {

	/** Of the means, in the order: so small that neither outweighs a step of what comes before it, for whole grey levels. */
	private static final double NEAR = 1e-3;
	private static final double FAR = 1e-7;

	private HistogramMatch() {
		// no instances
	}

	/**
	 * @param style RGB
	 * @param counts which of its pixels are put in order; any other gets what those get between which it lies
	 * @param content whose histograms are wanted, in any arrangement of pixels
	 * @return the style with those histograms
	 * @throws IllegalArgumentException if mask and style differ in size, or no pixel counts
	 */
	static PlanarImage apply(final PlanarImage style, final Mask counts, final PlanarImage content) {
		counts.sample(style); // refuses a mask that does not fit
		final int plane = style.plane();
		final float[] matched = new float[style.data().length];
		for (int c = 0; c < PlanarImage.CHANNELS; c++) {
			final float[] wanted = Arrays.copyOfRange(content.data(), c * content.plane(), (c + 1) * content.plane());
			Arrays.parallelSort(wanted);
			final double[] keys = keys(Arrays.copyOfRange(style.data(), c * plane, (c + 1) * plane), style.width());
			final double[] order = counted(keys, counts);
			Arrays.parallelSort(order);
			final double[] sums = sums(wanted, order.length);
			for (int i = 0; i < plane; i++) matched[c * plane + i] = mean(sums, order, keys[i]);
		}
		return new PlanarImage(style.width(), style.height(), matched);
	}

	/** @return sums[k]: of the first k of n values that have the histogram */
	private static double[] sums(final float[] sorted, final int n) {
		final double[] sums = new double[n + 1];
		for (int k = 0; k < n; k++) sums[k + 1] = sums[k] + sorted[(int) ((k + .5) * sorted.length / n)];
		return sums;
	}

	private static float mean(final double[] sums, final double[] order, final double key) {
		final int first = Math.min(order.length - 1, below(order, key));
		final int end = Math.max(first + 1, below(order, Math.nextUp(key)));
		return (float) ((sums[end] - sums[first]) / (end - first));
	}

	/** @return how many of the sorted values are less than the key */
	private static int below(final double[] sorted, final double key) {
		int low = 0;
		int high = sorted.length;
		while (low < high) {
			final int middle = (low + high) >>> 1;
			if (sorted[middle] < key) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private static double[] counted(final double[] keys, final Mask counts) {
		final float least = counts.least();
		final double[] counted = new double[keys.length];
		int n = 0;
		for (int i = 0; i < keys.length; i++) if (counts.data()[i] >= least) counted[n++] = keys[i];
		return Arrays.copyOf(counted, n);
	}

	/** @return what the pixels of a channel are ordered by */
	private static double[] keys(final float[] channel, final int width) {
		final double[] keys = new double[channel.length];
		final int height = channel.length / width;
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				final double value = channel[y * width + x];
				keys[y * width + x] = value + NEAR * (around(channel, width, x, y, 1) - value) + FAR * (around(channel, width, x,
					y, 2) - value);
			}
		}
		return keys;
	}

	/** The mean of a square, the outermost pixels repeated beyond the border. */
	private static double around(final float[] channel, final int width, final int x, final int y, final int reach) {
		final int bottom = channel.length / width - 1;
		double sum = 0;
		for (int v = y - reach; v <= y + reach; v++) {
			final int row = Math.max(0, Math.min(bottom, v)) * width;
			for (int u = x - reach; u <= x + reach; u++) sum += channel[row + Math.max(0, Math.min(width - 1, u))];
		}
		return sum / ((2 * reach + 1) * (2 * reach + 1));
	}
}
