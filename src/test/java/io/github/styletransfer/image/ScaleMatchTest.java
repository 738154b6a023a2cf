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

import io.github.styletransfer.NarrowNetwork;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleMatchTest {

	private static final PlanarImage PICTURE = fine(72, 60);
	private static final PlanarImage STYLE = new PlanarImage(50, 64, NarrowNetwork.image(4, 64, 50));

	@ParameterizedTest
	@CsvSource({ "72,60", "1,1", "3,70", "33,17" })
	void shareOfNothingIsThePicture(final int width, final int height) {
		final PlanarImage picture = fine(width, height);
		assertArrayEquals(picture.data(), matched(picture, STYLE, Mask.full(STYLE.size()), 0).data(), 1e-3f);
	}

	@Test
	void bandHasTheStylesMeanAndCovariance() {
		final PlanarImage matched = ScaleMatch.band(PICTURE, STYLE, Mask.full(STYLE.size()), 1);
		assertStatistics(wanted(STYLE), ColourStatistics.of(matched), 1e-3);
	}

	@Test
	void halfTheShareIsHalfTheWay() {
		final Mask all = Mask.full(STYLE.size());
		final float[] whole = matched(PICTURE, STYLE, all, 1).data();
		final float[] half = matched(PICTURE, STYLE, all, .5).data();
		for (int i = 0; i < half.length; i++) assertEquals((whole[i] + PICTURE.data()[i]) / 2, half[i], 1e-2);
	}

	/** The picture has fine texture alone, the style coarse structure too. */
	@Test
	void everyScaleGetsTheStylesContrast() {
		final PlanarImage matched = matched(PICTURE, STYLE, Mask.full(STYLE.size()), 1);
		PlanarImage m = matched;
		PlanarImage p = PICTURE;
		PlanarImage s = STYLE;
		for (int octave = 0; octave < 3; octave++) {
			final double wanted = deviation(octave(s));
			assertEquals(1, deviation(octave(m)) / wanted, .35, "octave " + octave);
			assertTrue(octave == 0 || deviation(octave(p)) < .5 * wanted, "octave " + octave + " needed no change");
			m = half(m);
			p = half(p);
			s = half(s);
		}
		assertEquals(mean(STYLE), mean(matched), 3);
	}

	@Test
	void constantPicturesStayConstant() {
		final PlanarImage grey = constant(40, 30, 90);
		final PlanarImage plain = matched(grey, STYLE, Mask.full(STYLE.size()), 1);
		for (int c = 0; c < 3; c++) {
			final float[] channel = Arrays.copyOfRange(plain.data(), c * 1200, (c + 1) * 1200);
			for (final float v : channel) assertEquals(channel[0], v, .05);
		}
		assertEquals(mean(STYLE), plain.data()[0] / 3 + plain.data()[1200] / 3 + plain.data()[2400] / 3, 2);
	}

	@Test
	void flatStylesLeaveAQuarterOfTheContrast() {
		final PlanarImage grey = constant(40, 30, 90);
		final PlanarImage matched = matched(PICTURE, grey, Mask.full(grey.size()), 1);
		assertEquals(.25, deviation(matched) / deviation(PICTURE), .01);
		assertEquals(90, mean(matched), .1);
	}

	@Test
	void onlyWhatCountsCounts() {
		final float[] half = new float[50 * 64];
		Arrays.fill(half, 0, 50 * 32, 1);
		final float[] data = STYLE.data().clone();
		for (int i = 0; i < data.length; i++) if (i % 3200 >= 1600) data[i] = 0;
		final Mask upper = new Mask(50, 64, half);
		final PlanarImage blackened = new PlanarImage(50, 64, data);
		assertStatistics(wanted(upper.sample(STYLE)), ColourStatistics.of(ScaleMatch.band(PICTURE, blackened, upper,
			1)), 1e-3);
	}

	@Test
	void maskOfAnotherSizeIsRefused() {
		final float[] some = new float[4];
		some[0] = 1;
		assertThrows(IllegalArgumentException.class, () -> matched(PICTURE, STYLE, new Mask(2, 2, some), 1));
	}

	@Test
	void workEndsWithWhatIsThrownBetween() {
		final int[] calls = new int[1];
		assertThrows(CancellationException.class, () -> ScaleMatch.apply(PICTURE, STYLE, Mask.full(STYLE.size()), 1, () -> {
			if (++calls[0] == 3) throw new CancellationException();
		}));
	}

	// -- Helper methods --

	private static PlanarImage matched(final PlanarImage picture, final PlanarImage style, final Mask counts,
		final double share)
	{
		return ScaleMatch.apply(picture, style, counts, share, () -> {});
	}

	/** The style's covariance and a sixteenth of the picture's. */
	private static ColourStatistics wanted(final PlanarImage style) {
		final ColourStatistics s = ColourStatistics.of(style);
		final double[][] own = ColourStatistics.of(PICTURE).covariance();
		final double[][] sum = new double[3][3];
		for (int i = 0; i < 9; i++) sum[i / 3][i % 3] = s.covariance()[i / 3][i % 3] + own[i / 3][i % 3] / 16;
		return new ColourStatistics(s.mean(), sum);
	}

	/** A checkered texture of two colours with some noise. */
	private static PlanarImage fine(final int width, final int height) {
		final float[] data = NarrowNetwork.image(9, height, width);
		final int plane = width * height;
		for (int i = 0; i < data.length; i++) {
			final int sign = (i % plane % width + i % plane / width) % 2 == 0 ? 1 : -1;
			data[i] = 120 + sign * (20 + 10 * (i / plane)) + .05f * (data[i] - 128);
		}
		return new PlanarImage(width, height, data);
	}

	private static PlanarImage constant(final int width, final int height, final float value) {
		final float[] data = new float[3 * width * height];
		Arrays.fill(data, value);
		return new PlanarImage(width, height, data);
	}

	private static PlanarImage half(final PlanarImage image) {
		return Resampling.resize(image, image.width() / 2, image.height() / 2);
	}

	private static PlanarImage octave(final PlanarImage image) {
		return ScaleMatch.detail(image, half(image));
	}

	private static double mean(final PlanarImage image) {
		return Arrays.stream(ColourStatistics.of(image).mean()).sum() / 3;
	}

	private static double deviation(final PlanarImage image) {
		final double[][] covariance = ColourStatistics.of(image).covariance();
		return Math.sqrt(covariance[0][0] + covariance[1][1] + covariance[2][2]);
	}

	private static void assertStatistics(final ColourStatistics wanted, final ColourStatistics found, final double relative) {
		for (int a = 0; a < 3; a++) {
			assertEquals(wanted.mean()[a], found.mean()[a], relative * 255);
			for (int b = 0; b < 3; b++) {
				assertEquals(wanted.covariance()[a][b], found.covariance()[a][b], relative * wanted.covariance()[a][a]);
			}
		}
	}
}
