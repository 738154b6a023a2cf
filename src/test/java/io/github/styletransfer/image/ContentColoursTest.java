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

class ContentColoursTest {

	private static final int SIDE = 90;
	private static final PlanarImage CONTENT = colours(1, 0, 255, true);
	/** Not clamped, as the optimiser leaves it. */
	private static final PlanarImage PICTURE = colours(2, -40, 300, false);

	@Test
	void yuvKeepsUAndVExactlyInEightBits() {
		final float[] result = eightBits(ContentColours.yuv(PICTURE, CONTENT));
		final int n = CONTENT.plane();
		for (int i = 0; i < n; i++) {
			final float shift = result[i] - CONTENT.data()[i];
			assertEquals(shift, result[n + i] - CONTENT.data()[n + i], "U, V at " + i);
			assertEquals(shift, result[2 * n + i] - CONTENT.data()[2 * n + i], "U, V at " + i);
		}
	}

	@Test
	void luminanceIsThePicturesUnlessThatWouldLeaveTheGamut() {
		final PlanarImage yuv = ContentColours.yuv(PICTURE, CONTENT);
		final float[] wanted = Luminance.of(PICTURE.clamped());
		final float[] is = Luminance.of(yuv);
		int reached = 0;
		for (int i = 0; i < is.length; i++) {
			final boolean atTheEdge = least(yuv, i) == 0 || most(yuv, i) == 255;
			if (!atTheEdge) assertEquals(wanted[i], is[i], .5001, "Y at " + i);
			if (!atTheEdge) reached++;
		}
		assertTrue(reached > is.length / 4, reached + " of " + is.length);
	}

	/** Rounding by half a grey level moves a* and b* by less than a unit. */
	@Test
	void labKeepsAAndBToRounding() {
		final PlanarImage lab = ContentColours.lab(PICTURE, CONTENT);
		final float[] rounded = eightBits(lab);
		final int n = CONTENT.plane();
		double worst = 0;
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final double[] content = CieLab.of(CONTENT.data()[i], CONTENT.data()[n + i], CONTENT.data()[2 * n + i]);
			final double[] exact = CieLab.of(lab.data()[i], lab.data()[n + i], lab.data()[2 * n + i]);
			assertEquals(content[1], exact[1], 2e-3, "a* before rounding at " + i);
			assertEquals(content[2], exact[2], 2e-3, "b* before rounding at " + i);
			final double[] is = CieLab.of(rounded[i], rounded[n + i], rounded[2 * n + i]);
			worst = Math.max(worst, Math.max(Math.abs(is[1] - content[1]), Math.abs(is[2] - content[2])));
			sum += Math.abs(is[1] - content[1]) + Math.abs(is[2] - content[2]);
		}
		assertTrue(worst < 1 && sum / (2 * n) < .2, "worst " + worst + ", mean " + sum / (2 * n));
	}

	@Test
	void labReachesTheLightnessWhereAScreenCanShowIt() {
		final PlanarImage lab = ContentColours.lab(PICTURE, CONTENT);
		final PlanarImage seen = PICTURE.clamped();
		final int n = CONTENT.plane();
		int reached = 0;
		for (int i = 0; i < n; i++) {
			final double wanted = CieLab.of(seen.data()[i], seen.data()[n + i], seen.data()[2 * n + i])[0];
			final double own = CieLab.of(CONTENT.data()[i], CONTENT.data()[n + i], CONTENT.data()[2 * n + i])[0];
			final double is = CieLab.of(lab.data()[i], lab.data()[n + i], lab.data()[2 * n + i])[0];
			assertTrue(is >= Math.min(own, wanted) - 1e-3 && is <= Math.max(own, wanted) + 1e-3, "between them");
			final boolean atTheEdge = least(lab, i) < .01 || most(lab, i) > 254.99;
			if (!atTheEdge) assertEquals(wanted, is, 1e-3);
			if (!atTheEdge) reached++;
		}
		assertTrue(reached > n / 4, reached + " of " + n);
	}

	@Test
	void pureColoursStayAndGreyStaysGrey() {
		final PlanarImage red = new PlanarImage(1, 1, new float[] { 255, 0, 0 });
		final PlanarImage dark = new PlanarImage(1, 1, new float[] { 10, 20, 30 });
		assertArrayEquals(red.data(), ContentColours.yuv(dark, red).data());
		assertArrayEquals(red.data(), eightBits(ContentColours.lab(dark, red)));
		final PlanarImage grey = Luminance.grey(CONTENT);
		for (final PlanarImage p : new PlanarImage[] { ContentColours.yuv(PICTURE, grey), ContentColours.lab(PICTURE,
			grey) })
		{
			final int n = p.plane();
			for (int i = 0; i < n; i++) assertTrue(Math.abs(p.data()[i] - p.data()[n + i]) < 1e-3);
		}
	}

	/** So that a grey image of 16 bits keeps its many levels. */
	@Test
	void greyPixelsAreNotRounded() {
		final PlanarImage grey = new PlanarImage(1, 1, new float[] { 100.25f, 100.25f, 100.25f });
		final PlanarImage wanted = new PlanarImage(1, 1, new float[] { 90.7f, 90.7f, 90.7f });
		assertArrayEquals(wanted.data(), ContentColours.yuv(wanted, grey).data(), 1e-4f);
	}

	@Test
	void contentsOwnLuminanceGivesTheContent() {
		assertArrayEquals(CONTENT.data(), ContentColours.yuv(CONTENT, CONTENT).data());
		assertArrayEquals(CONTENT.data(), ContentColours.lab(CONTENT, CONTENT).data(), 2e-3f);
	}

	/** Values as CIE's formulas give them for sRGB and D65; they stand in many tables. */
	@ParameterizedTest
	@CsvSource({ "255,255,255,100,0,0", "0,0,0,0,0,0", "255,0,0,53.24,80.09,67.20", "0,255,0,87.73,-86.18,83.18",
		"0,0,255,32.30,79.19,-107.86", "119,119,119,50.03,0,0" })
	void labIsThatOfTheTables(final double r, final double g, final double b, final double l, final double a,
		final double bb)
	{
		assertArrayEquals(new double[] { l, a, bb }, CieLab.of(r, g, b), .01);
	}

	@Test
	void otherSizesAreRefused() {
		final PlanarImage small = new PlanarImage(1, 1, new float[3]);
		assertThrows(IllegalArgumentException.class, () -> ContentColours.yuv(small, CONTENT));
		assertThrows(IllegalArgumentException.class, () -> ContentColours.lab(small, CONTENT));
	}

	// -- Helper methods --

	private static float least(final PlanarImage p, final int i) {
		return Math.min(p.data()[i], Math.min(p.data()[p.plane() + i], p.data()[2 * p.plane() + i]));
	}

	private static float most(final PlanarImage p, final int i) {
		return Math.max(p.data()[i], Math.max(p.data()[p.plane() + i], p.data()[2 * p.plane() + i]));
	}

	/** As a result is stored. */
	private static float[] eightBits(final PlanarImage image) {
		return DisplayedPlane.planar((int[]) RgbImage.processor(image).getPixels(), image.width(), image.height()).data();
	}

	private static PlanarImage colours(final long seed, final float from, final float to, final boolean whole) {
		final Random random = new Random(seed);
		final float[] data = new float[3 * SIDE * SIDE];
		for (int i = 0; i < data.length; i++) {
			data[i] = from + random.nextFloat() * (to - from);
			if (whole) data[i] = Math.round(data[i]);
		}
		return new PlanarImage(SIDE, SIDE, data);
	}
}
