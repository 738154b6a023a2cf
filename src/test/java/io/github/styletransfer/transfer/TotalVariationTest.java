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

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.Convention;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalVariationTest {

	/** Down to images without neighbours in one direction or at all. */
	@ParameterizedTest
	@CsvSource({ "7,5", "2,2", "1,6", "6,1", "1,1" })
	void gradientEqualsFiniteDifferences(final int width, final int height) {
		final float[] x = NarrowNetwork.image(3, height, width);
		for (final TvNorm norm : TvNorm.values()) {
			for (final Convention convention : Convention.values()) {
				final TotalVariation v = new TotalVariation(norm, convention, width, height);
				final float[] gradient = new float[x.length];
				final double here = v.add(x, 1, gradient);
				for (int i = 0; i < x.length; i++) {
					final double slope = (moved(v, x, i, .25f) - moved(v, x, i, -.25f)) / .5; // exact steps of a float
					final double size = Math.max(1e-7, here / x.length);
					assertEquals(slope, gradient[i], 1e-3 * size, norm + " " + convention + " at " + i);
				}
			}
		}
	}

	private static double moved(final TotalVariation v, final float[] x, final int i, final float step) {
		final float[] y = x.clone();
		y[i] += step;
		return v.add(y, 1, new float[y.length]);
	}

	@Test
	void flatImageHasNone() {
		final float[] flat = new float[3 * 4 * 5];
		Arrays.fill(flat, 200);
		for (final TvNorm norm : TvNorm.values()) {
			final float[] gradient = new float[flat.length];
			assertEquals(0, new TotalVariation(norm, Convention.PAPER, 5, 4).add(flat, 3, gradient));
			assertArrayEquals(new float[flat.length], gradient);
		}
	}

	/** A step of 10 between the columns of each of three channels, two rows. */
	@Test
	void valuesOfAStepAreKnown() {
		final float[] step = { 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10 };
		assertEquals(6 * 100, value(TvNorm.SQUARED, Convention.PAPER, step), 1e-9);
		assertEquals(6 * (Math.sqrt(100.01) - .1), value(TvNorm.L1, Convention.PAPER, step), 1e-9);
		// the last row does not count, and each pair half; 0…256
		assertEquals(3 * 50 * Math.pow(256. / 255, 2), value(TvNorm.SQUARED, Convention.JCJOHNSON, step), 1e-9);
		// to the right 6 pairs of 12 pixels; along each diagonal one in every row of three, two of them beyond the border
		assertEquals(2 * (100. * 6 / 12 / 3 + 2 * 100. * 9 / 27 / 12), value(TvNorm.NINE_POINT, Convention.PAPER, step), 1e-9);
	}

	private static double value(final TvNorm norm, final Convention convention, final float[] x) {
		return new TotalVariation(norm, convention, 2, 2).add(x, 1, new float[x.length]);
	}

	@Test
	void weightedGradientIsAddedToWhatIsThere() {
		final float[] x = NarrowNetwork.image(3, 5, 7);
		final TotalVariation v = new TotalVariation(TvNorm.SQUARED, Convention.PAPER, 7, 5);
		final float[] once = new float[x.length];
		final float[] more = new float[x.length];
		Arrays.fill(more, 1000);
		final double value = v.add(x, 1, once);
		assertEquals(value, v.add(x, 4, more));
		for (int i = 0; i < x.length; i++) assertEquals(1000 + 4 * once[i], more[i], 1e-3);
	}

	@Test
	void sameInputsGiveTheSameBits() {
		final float[] x = NarrowNetwork.image(3, 60, 70);
		final float[] a = new float[x.length];
		final float[] b = new float[x.length];
		final TotalVariation v = new TotalVariation(TvNorm.L1, Convention.PAPER, 70, 60);
		assertEquals(v.add(x, 1, a), v.add(x, 1, b));
		assertArrayEquals(a, b);
		assertTrue(a[5] != 0);
	}
}
