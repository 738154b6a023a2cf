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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

	@Test
	void distancesAreThoseOfEveryPairOfPixels() {
		final Random random = new Random(3);
		for (final int[] size : new int[][] { { 1, 1 }, { 17, 1 }, { 1, 17 }, { 19, 13 }, { 30, 30 } }) {
			final boolean[] inside = new boolean[size[0] * size[1]];
			for (int i = 0; i < inside.length; i++) inside[i] = random.nextInt(12) == 0;
			assertArrayEquals(slow(inside, size[0]), DistanceTransform.squared(inside, size[0], size[1]), size[0] + " x " +
				size[1]);
		}
	}

	private static double[] slow(final boolean[] inside, final int width) {
		final double[] d = new double[inside.length];
		for (int i = 0; i < d.length; i++) {
			d[i] = Double.POSITIVE_INFINITY;
			for (int j = 0; j < d.length; j++) {
				if (inside[j]) d[i] = Math.min(d[i], Math.pow(i % width - j % width, 2) + Math.pow(i / width - j / width, 2));
			}
		}
		return d;
	}

	@ParameterizedTest
	@ValueSource(doubles = { .5, 1, 2.5, 6 })
	void borderFallsFromTheEdgeAndEndsAtItsWidth(final double border) {
		final Mask soft = square(32, 10, 20).softened(border);
		for (int i = 0; i < soft.data().length; i++) {
			final int x = i % 32;
			final int y = i / 32;
			final double outside = Math.hypot(Math.max(0, Math.max(10 - x, x - 19)), Math.max(0, Math.max(10 - y, y - 19))) - .5;
			final double expected = outside < 0 ? 1 : Math.max(0, 1 - outside / border);
			assertEquals(expected, soft.data()[i], 1e-6, x + ", " + y);
			if (outside >= border) assertEquals(0, soft.data()[i]);
		}
	}

	@Test
	void borderOfGreyMasksStartsAtTheirHalf() {
		final Mask mask = new Mask(6, 1, new float[] { .4f, .5f, .3f, 0, 0, .2f });
		assertArrayEquals(new float[] { .75f, 1, .75f, .25f, 0, .2f }, mask.softened(2).data());
		assertSame(mask, mask.softened(0));
		final Mask dim = new Mask(2, 1, new float[] { .4f, 0 });
		assertArrayEquals(dim.data(), dim.softened(5).data());
	}

	@Test
	void scalingKeepsInsideAndOutsideExact() {
		for (final int side : new int[] { 10, 31, 77, 128 }) {
			final Mask scaled = square(32, 8, 24).resize(side, side);
			for (final float v : scaled.data()) assertTrue(v >= 0 && v <= 1);
			assertEquals(1, scaled.data()[side / 2 * side + side / 2]);
			assertEquals(0, scaled.data()[0]);
		}
	}

	@Test
	void surroundingsAndTheBoxMakeTheWhole() {
		final Mask mask = square(32, 8, 24);
		assertEquals(new Margin(8, 8, 8, 8), mask.surroundings());
		assertTrue(mask.surroundings().crop(mask).isFull());
		assertEquals(new Size(22, 22), mask.surroundings().narrower(3).without(mask.size()));
		assertEquals(new Margin(0, 0, 0, 0), mask.surroundings().narrower(9));
	}

	@Test
	void sampleHasWhatCountsAtLeastHalf() {
		final PlanarImage image = new PlanarImage(3, 1, new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 });
		assertArrayEquals(new float[] { 2, 3, 5, 6, 8, 9 }, new Mask(3, 1, new float[] { .49f, .5f, 1 }).sample(image)
			.data());
		assertArrayEquals(new float[] { 1, 4, 7 }, new Mask(3, 1, new float[] { .1f, 0, 0 }).sample(image).data());
	}

	@Test
	void reflectionOfAMaskIsThatOfAPicture() {
		final Mask mask = square(9, 2, 5);
		final float[] data = new float[3 * 81];
		for (int c = 0; c < 3; c++) System.arraycopy(mask.data(), 0, data, c * 81, 81);
		final Margin margin = new Margin(3, 1, 12, 0);
		final float[] picture = margin.reflect(new PlanarImage(9, 9, data)).data();
		final Mask reflected = margin.reflect(mask);
		for (int i = 0; i < picture.length; i++) assertEquals(picture[i], reflected.data()[i % reflected.data().length]);
		assertArrayEquals(mask.data(), margin.crop(reflected).data());
	}

	@Test
	void andIsTheProductOrTheMaximum() {
		final Mask a = new Mask(2, 1, new float[] { .5f, 1 });
		final Mask b = new Mask(2, 1, new float[] { .5f, 0 });
		assertArrayEquals(new float[] { .25f, 0 }, a.and(b).data());
		assertArrayEquals(new float[] { .5f, 1 }, a.or(b).data());
		assertFalse(a.isFull() || a.isEmpty());
		assertTrue(Mask.full(new Size(2, 3)).isFull());
	}

	@ParameterizedTest
	@ValueSource(floats = { -.01f, 1.01f, Float.NaN, Float.POSITIVE_INFINITY })
	void valuesOutsideAreRefused(final float value) {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Mask(1, 1, new float[] { value })).getMessage()
			.contains(Float.toString(value)));
	}

	@Test
	void sizesThatDifferAndEmptyMasksAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Mask(2, 2, new float[3]));
		final Mask one = square(2, 0, 1);
		assertThrows(IllegalArgumentException.class, () -> one.and(square(3, 0, 1)));
		assertThrows(IllegalArgumentException.class, () -> one.or(square(3, 0, 1)));
		assertThrows(IllegalArgumentException.class, () -> one.sample(new PlanarImage(3, 1, new float[9])));
		final Mask none = new Mask(2, 1, new float[2]);
		assertThrows(IllegalArgumentException.class, none::surroundings);
		assertThrows(IllegalArgumentException.class, () -> none.sample(new PlanarImage(2, 1, new float[6])));
	}

	/** 1 from one place to before another along both axes. */
	static Mask square(final int side, final int from, final int to) {
		final float[] data = new float[side * side];
		for (int y = from; y < to; y++) for (int x = from; x < to; x++) data[y * side + x] = 1;
		return new Mask(side, side, data);
	}
}
