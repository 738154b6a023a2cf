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

import java.util.stream.IntStream;

/**
 * Cubic resampling (Keys, IEEE Transactions on Acoustics, Speech, and Signal Processing 29, 1981; a = −½), along rows and
 * then along columns. Pixel centres are aligned; when a picture is reduced, the kernel is widened by the reduction, so that
 * nothing aliases; at the border the weights that remain are normalised. ImageJ's own resize aligns centres for a factor
 * of two only.
 */
public final class Resampling {

	private static final double SUPPORT = 2;

	private Resampling() {
		// no instances
	}

	/** For each output: where its inputs begin, and their weights. */
	private record Taps(int[] first, float[][] weights) {}

	/**
	 * @param image to resample
	 * @param width of the result, at least 1
	 * @param height of the result, at least 1
	 * @return the picture in the new size; the same one if it has that size
	 * @throws IllegalArgumentException if a side is below 1 or the result does not fit one array
	 */
	public static PlanarImage resize(final PlanarImage image, final int width, final int height) {
		final Size size = new Size(width, height);
		PlanarImage.samples(size); // refuses what does not fit one array
		if (image.width() == width && image.height() == height) return image;
		return new PlanarImage(width, height, resize(image.data(), PlanarImage.CHANNELS, image.size(), size));
	}

	/**
	 * @param data [C, H, W]
	 * @param channels C
	 * @param from H and W
	 * @param to height and width of the result
	 * @return the data in the new size, [C, H, W]
	 * @throws IllegalArgumentException if the rows of all channels in the new width do not fit one array
	 */
	static float[] resize(final float[] data, final int channels, final Size from, final Size to) {
		final int width = to.width();
		final int height = to.height();
		final float[] rows = new float[PlanarImage.samples(new Size(width, from.height())) / PlanarImage.CHANNELS * channels];
		final float[] result = new float[PlanarImage.samples(to) / PlanarImage.CHANNELS * channels];
		final Taps across = taps(from.width(), width);
		IntStream.range(0, channels * from.height()).parallel().forEach(y -> row(data, y * from.width(), across, rows, y *
			width));
		final Taps down = taps(from.height(), height);
		IntStream.range(0, channels * height).parallel().forEach(i -> {
			final int channel = i / height;
			final int y = i % height;
			mixRows(rows, (channel * from.height() + down.first()[y]) * width, down.weights()[y], result, i * width, width);
		});
		return result;
	}

	private static void row(final float[] from, final int start, final Taps taps, final float[] to, final int target) {
		for (int x = 0; x < taps.first().length; x++) {
			final float[] w = taps.weights()[x];
			final int first = start + taps.first()[x];
			double sum = 0; // hundreds of floats, when much is reduced, would make constants drift
			for (int k = 0; k < w.length; k++) sum += (double) w[k] * from[first + k];
			to[target + x] = (float) sum;
		}
	}

	private static void mixRows(final float[] from, final int start, final float[] weights, final float[] to,
		final int target, final int width)
	{
		final double[] sums = new double[width];
		for (int k = 0; k < weights.length; k++) {
			final double w = weights[k];
			final int row = start + k * width;
			for (int x = 0; x < width; x++) sums[x] += w * from[row + x];
		}
		for (int x = 0; x < width; x++) to[target + x] = (float) sums[x];
	}

	private static Taps taps(final int from, final int to) {
		final double scale = (double) from / to;
		final double widening = Math.max(1, scale);
		final int[] first = new int[to];
		final float[][] weights = new float[to][];
		for (int i = 0; i < to; i++) {
			final double centre = (i + .5) * scale - .5;
			first[i] = Math.max(0, (int) Math.ceil(centre - SUPPORT * widening));
			final int last = Math.min(from - 1, (int) Math.floor(centre + SUPPORT * widening));
			weights[i] = normalised(first[i], last, centre, widening);
		}
		return new Taps(first, weights);
	}

	private static float[] normalised(final int first, final int last, final double centre, final double widening) {
		final double[] w = new double[last - first + 1];
		double sum = 0;
		for (int k = 0; k < w.length; k++) {
			w[k] = keys((first + k - centre) / widening);
			sum += w[k];
		}
		final float[] weights = new float[w.length];
		for (int k = 0; k < w.length; k++) weights[k] = (float) (w[k] / sum);
		return weights;
	}

	private static double keys(final double distance) {
		final double d = Math.abs(distance);
		if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
		return d < 2 ? ((-.5 * d + 2.5) * d - 4) * d + 2 : 0;
	}
}
