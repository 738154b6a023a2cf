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
 * Mean and covariance of an image's colours.
 *
 * @param mean of R, G and B
 * @param covariance [3][3], symmetric, divided by the number of pixels; not copied, not to be changed
 */
public record ColourStatistics(double[] mean, double[][] covariance) {

	/**
	 * @param image RGB
	 * @return its statistics, in double precision, each mean before the squares
	 */
	public static ColourStatistics of(final PlanarImage image) {
		final int plane = image.plane();
		final float[] d = image.data();
		final double[] mean = new double[PlanarImage.CHANNELS];
		IntStream.range(0, mean.length).parallel().forEach(c -> mean[c] = mean(d, c * plane, plane));
		final double[][] covariance = new double[mean.length][mean.length];
		IntStream.range(0, mean.length * mean.length).parallel().forEach(pair -> {
			final int a = pair / mean.length;
			final int b = pair % mean.length;
			if (b <= a) covariance[a][b] = covariance(d, a * plane, mean[a], b * plane, mean[b], plane);
		});
		for (int a = 0; a < mean.length; a++) {
			for (int b = 0; b < a; b++) covariance[b][a] = covariance[a][b];
		}
		return new ColourStatistics(mean, covariance);
	}

	private static double mean(final float[] d, final int start, final int plane) {
		double sum = 0;
		for (int i = start; i < start + plane; i++) sum += d[i];
		return sum / plane;
	}

	private static double covariance(final float[] d, final int a, final double meanOfA, final int b, final double meanOfB,
		final int plane)
	{
		double sum = 0;
		for (int i = 0; i < plane; i++) sum += (d[a + i] - meanOfA) * (d[b + i] - meanOfB);
		return sum / plane;
	}
}
