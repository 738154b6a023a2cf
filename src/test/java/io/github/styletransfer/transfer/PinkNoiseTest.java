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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinkNoiseTest {

	private static final int SIDE = 128;

	/** Amplitudes of waves along x and along y, by the Fourier sum, fitted by a line in the logarithms. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void amplitudeFallsWithThePowerOfTheFrequency(final int power) {
		final PlanarImage noise = PinkNoise.of(new Size(SIDE, SIDE), power, new Random(1));
		double sumX = 0;
		double sumY = 0;
		double sumXX = 0;
		double sumXY = 0;
		final int frequencies = 60;
		for (int f = 1; f <= frequencies; f++) {
			final double x = Math.log(f);
			final double y = Math.log(amplitude(noise, f));
			sumX += x;
			sumY += y;
			sumXX += x * x;
			sumXY += x * y;
		}
		final double slope = (frequencies * sumXY - sumX * sumY) / (frequencies * sumXX - sumX * sumX);
		assertEquals(-power, slope, .15);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 10 })
	void valuesReachFromBlackToWhite(final int power) {
		float lowest = 255;
		float highest = 0;
		for (final float v : PinkNoise.of(new Size(97, 31), power, new Random(1)).data()) {
			lowest = Math.min(lowest, v);
			highest = Math.max(highest, v);
		}
		assertEquals(0, lowest);
		assertEquals(255, highest);
	}

	@Test
	void channelsAreIndependent() {
		final PlanarImage noise = PinkNoise.of(new Size(SIDE, SIDE), 0, new Random(1));
		assertEquals(0, correlation(noise, 0, 1), .05);
		assertEquals(0, correlation(noise, 0, 2), .05);
	}

	@Test
	void sameNumbersGiveTheSamePicture() {
		final Size size = new Size(40, 30);
		assertArrayEquals(PinkNoise.of(size, 1, new Random(1)).data(), PinkNoise.of(size, 1, new Random(1)).data());
	}

	@Test
	void veryLongPicturesRepeatIt() {
		final PlanarImage noise = PinkNoise.of(new Size(70, 1), 1, 64, new Random(1));
		assertEquals(noise.data()[3], noise.data()[64 + 3]);
		assertTrue(noise.data()[3] != noise.data()[4]);
	}

	private static double amplitude(final PlanarImage image, final int frequency) {
		double power = 0;
		for (int c = 0; c < PlanarImage.CHANNELS; c++) {
			final double[] columns = new double[SIDE];
			final double[] rows = new double[SIDE];
			for (int i = 0; i < image.plane(); i++) {
				columns[i % SIDE] += image.data()[c * image.plane() + i];
				rows[i / SIDE] += image.data()[c * image.plane() + i];
			}
			power += power(columns, frequency) + power(rows, frequency);
		}
		return Math.sqrt(power);
	}

	private static double power(final double[] line, final int frequency) {
		double real = 0;
		double imaginary = 0;
		for (int i = 0; i < line.length; i++) {
			real += line[i] * Math.cos(2 * Math.PI * frequency * i / line.length);
			imaginary += line[i] * Math.sin(2 * Math.PI * frequency * i / line.length);
		}
		return real * real + imaginary * imaginary;
	}

	private static double correlation(final PlanarImage image, final int a, final int b) {
		final double[] sums = new double[5];
		for (int i = 0; i < image.plane(); i++) {
			final double x = image.data()[a * image.plane() + i];
			final double y = image.data()[b * image.plane() + i];
			sums[0] += x / image.plane();
			sums[1] += y / image.plane();
			sums[2] += x * x / image.plane();
			sums[3] += y * y / image.plane();
			sums[4] += x * y / image.plane();
		}
		return (sums[4] - sums[0] * sums[1]) / Math.sqrt((sums[2] - sums[0] * sums[0]) * (sums[3] - sums[1] * sums[1]));
	}
}
