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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SmoothingTest {

	private static final Smoothing SMOOTHING = new Smoothing(8, 6);

	@Test
	void operatorIsSymmetricAndPositive() {
		final Random random = new Random(1);
		final float[] a = NarrowNetwork.normal(random, 3 * 48, 1);
		final float[] b = NarrowNetwork.normal(random, 3 * 48, 1);
		assertEquals(dot(smoothed(a), b), dot(a, smoothed(b)), 1e-4);
		assertTrue(dot(smoothed(a), a) > 0);
	}

	@Test
	void stripesVanishAndConstantsStay() {
		final float[] stripes = new float[3 * 48];
		final float[] flat = new float[3 * 48];
		for (int i = 0; i < stripes.length; i++) {
			stripes[i] = i % 2 == 0 ? 1 : -1;
			flat[i] = 5;
		}
		final float[] s = smoothed(stripes);
		for (int y = 1; y < 5; y++) for (int x = 1; x < 7; x++) assertEquals(0, s[8 * y + x], 1e-6);
		for (final float v : smoothed(flat)) assertEquals(5, v, 1e-5);
	}

	private static float[] smoothed(final float[] v) {
		final float[] copy = v.clone();
		SMOOTHING.apply(copy);
		return copy;
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
		return sum;
	}
}
