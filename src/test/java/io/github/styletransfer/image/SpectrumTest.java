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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {

	private static final int SIDE = 32;

	@Test
	void factorOneChangesNothing() {
		final float[] plane = noise();
		assertArrayEquals(plane, Spectrum.multiply(plane, SIDE, f -> 1), 1e-5f);
	}

	/** A wave is multiplied with the factor of its frequency, whatever its direction and phase. */
	@ParameterizedTest
	@CsvSource({ "1,0", "0,3", "5,12", "16,16", "15,1" })
	void waveIsMultipliedWithTheFactorOfItsFrequency(final int u, final int v) {
		final float[] wave = new float[SIDE * SIDE];
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) wave[y * SIDE + x] = (float) Math.cos(2 * Math.PI * (u * x + v * y) / SIDE + .3);
		}
		final double f = Math.hypot(u, v) / SIDE;
		final float[] changed = Spectrum.multiply(wave, SIDE, cycles -> 1 / (1 + 10 * cycles));
		for (int i = 0; i < wave.length; i++) assertEquals(wave[i] / (1 + 10 * f), changed[i], 1e-5);
	}

	@Test
	void planeIsNotChanged() {
		final float[] plane = noise();
		Spectrum.multiply(plane, SIDE, f -> 0);
		assertArrayEquals(noise(), plane);
	}

	@Test
	void sidesThatAreNoPowerOfTwoAreRefused() {
		for (final int side : new int[] { 0, 2, 24 }) {
			final String message = assertThrows(IllegalArgumentException.class, () -> Spectrum.multiply(new float[side * side],
				side, f -> 1)).getMessage();
			assertTrue(message.contains("sides of " + side), message);
		}
		assertThrows(IllegalArgumentException.class, () -> Spectrum.multiply(new float[5], 4, f -> 1));
	}

	private static float[] noise() {
		final Random random = new Random(2);
		final float[] plane = new float[SIDE * SIDE];
		for (int i = 0; i < plane.length; i++) plane[i] = (float) random.nextGaussian();
		return plane;
	}
}
