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

import java.util.random.RandomGenerator;

/** Pictures whose values are drawn one by one, red first, row by row: the same random numbers give the same picture. */
final class WhiteNoise {

	private static final float WHITE = 255;

	private WhiteNoise() {
		// no instances
	}

	/**
	 * @param lowest grey level
	 * @param width of the range, in grey levels
	 */
	static PlanarImage even(final Size size, final float lowest, final float width, final RandomGenerator random) {
		final float[] x = new float[PlanarImage.samples(size)];
		for (int i = 0; i < x.length; i++) x[i] = random.nextFloat() * width + lowest;
		return new PlanarImage(size.width(), size.height(), x);
	}

	/**
	 * Normal noise within 0…255: what is outside is drawn again, so that a wide distribution becomes a little narrower.
	 *
	 * @param means of the channels, in grey levels; those outside of 0…255 count as the nearest of it
	 * @param deviations of the channels, in grey levels
	 */
	static PlanarImage normal(final Size size, final double[] means, final double[] deviations,
		final RandomGenerator random)
	{
		final float[] x = new float[PlanarImage.samples(size)];
		final int plane = x.length / PlanarImage.CHANNELS;
		for (int i = 0; i < x.length; i++) {
			final double mean = Math.max(0, Math.min(WHITE, means[i / plane]));
			do x[i] = (float) (mean + deviations[i / plane] * random.nextGaussian());
			while (!(x[i] >= 0 && x[i] <= WHITE));
		}
		return new PlanarImage(size.width(), size.height(), x);
	}
}
