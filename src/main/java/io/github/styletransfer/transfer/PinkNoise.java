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

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.image.Spectrum;

import java.util.random.RandomGenerator;

/**
 * Noise whose amplitude falls with a power of the frequency, equally in all directions: normal white noise on a square
 * whose side is a power of 2, filtered, and cut to size. Pictures whose longest side is above 4096 pixels repeat it without a
 * seam. The darkest value of all channels becomes 0, the brightest 255.
 */
final class PinkNoise {

	private static final int LEAST_SIDE = 16;
	private static final int LARGEST_SIDE = 4096;
	private static final float WHITE = 255;

	private PinkNoise() {
		// no instances
	}

	/**
	 * @param size of the picture
	 * @param power 0 for white noise, 1 for an amplitude of 1/f, and so on
	 * @param random source of the noise
	 * @return RGB, the channels drawn one after the other
	 */
	static PlanarImage of(final Size size, final int power, final RandomGenerator random) {
		return of(size, power, LARGEST_SIDE, random);
	}

	/** The same of a square that is at most so large. */
	static PlanarImage of(final Size size, final int power, final int largestSide, final RandomGenerator random) {
		final int side = Math.max(LEAST_SIDE, Math.min(largestSide, Integer.highestOneBit(2 * size.longest() - 1)));
		final float[] x = new float[PlanarImage.samples(size)];
		for (int c = 0; c < PlanarImage.CHANNELS; c++) cut(plane(side, power, random), side, size, x, c * (x.length /
			PlanarImage.CHANNELS));
		stretch(x);
		return new PlanarImage(size.width(), size.height(), x);
	}

	private static float[] plane(final int side, final int power, final RandomGenerator random) {
		final float[] white = new float[side * side];
		for (int i = 0; i < white.length; i++) white[i] = (float) random.nextGaussian();
		return Spectrum.multiply(white, side, f -> f == 0 ? 0 : Math.pow(f * side, -power)); // the mean is set by stretching
	}

	private static void cut(final float[] plane, final int side, final Size size, final float[] to, final int start) {
		for (int y = 0; y < size.height(); y++) {
			for (int x = 0; x < size.width(); x++) to[start + y * size.width() + x] = plane[y % side * side + x % side];
		}
	}

	private static void stretch(final float[] x) {
		float lowest = Float.POSITIVE_INFINITY;
		float highest = Float.NEGATIVE_INFINITY;
		for (final float v : x) {
			lowest = Math.min(lowest, v);
			highest = Math.max(highest, v);
		}
		for (int i = 0; i < x.length; i++) x[i] = (x[i] - lowest) / (highest - lowest) * WHITE;
	}
}
