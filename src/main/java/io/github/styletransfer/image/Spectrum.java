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

import ij.process.FHT;
import ij.process.FloatProcessor;

import java.util.function.DoubleUnaryOperator;

/** The spectrum of a square plane, by ImageJ's fast Hartley transform. */
public final class Spectrum {

	private Spectrum() {
		// no instances
	}

	/**
	 * Multiplies the amplitude of every frequency with a factor; phases stay. The plane counts as periodic.
	 *
	 * @param plane [side, side], not changed
	 * @param side in pixels, a power of 2 and at least 4
	 * @param factor for a frequency of 0…√½ cycles a pixel, in any direction
	 * @return the changed plane
	 * @throws IllegalArgumentException if the side is no such number, or the plane has another length
	 */
	public static float[] multiply(final float[] plane, final int side, final DoubleUnaryOperator factor) {
		if (side < 4 || Integer.bitCount(side) != 1 || plane.length != side * side) {
			throw new IllegalArgumentException("A plane of " + plane.length + " values with sides of " + side +
				" pixels; the side must be a power of 2, at least 4, and the values its square.");
		}
		final FHT transform = new FHT(new FloatProcessor(side, side, plane));
		transform.setShowProgress(false);
		transform.transform();
		final float[] spectrum = (float[]) transform.getPixels();
		for (int i = 0; i < spectrum.length; i++) {
			final double along = cycles(i % side, side);
			final double down = cycles(i / side, side);
			spectrum[i] *= (float) factor.applyAsDouble(Math.sqrt(along * along + down * down));
		}
		transform.inverseTransform();
		return (float[]) transform.getPixels();
	}

	private static double cycles(final int index, final int side) {
		return (double) Math.min(index, side - index) / side;
	}
}
