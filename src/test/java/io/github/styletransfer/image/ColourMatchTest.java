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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ColourMatchTest {

	private static final PlanarImage STYLE = correlated(1, 40, 30, new double[][] { { 30, 0, 0 }, { 20, 15, 0 }, { -5, 12,
		25 } }, 110, 90, 140);
	private static final PlanarImage CONTENT = correlated(2, 25, 50, new double[][] { { 20, 5, 0 }, { 1, 35, 9 }, { 10, 0,
		14 } }, 180, 120, 60);

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "NONE", "HISTOGRAM" })
	void meanAndCovarianceBecomeTheContents(final ColourMatch way) {
		final ColourStatistics is = ColourStatistics.of(way.apply(STYLE, all(STYLE), CONTENT));
		final ColourStatistics wanted = ColourStatistics.of(CONTENT);
		assertArrayEquals(wanted.mean(), is.mean(), 1e-4);
		assertClose(wanted.covariance(), is.covariance(), 1e-3);
	}

	/** What tells the ways apart, and that is all that there is to them. */
	@Test
	void matricesAreLowerTriangularAProductOfRootsAndSymmetric() {
		final double[][] s = ColourStatistics.of(STYLE).covariance();
		final double[][] c = ColourStatistics.of(CONTENT).covariance();
		final double[][] cholesky = ColourMatch.CHOLESKY.matrix(s, c);
		assertEquals(0, Math.abs(cholesky[0][1]) + Math.abs(cholesky[0][2]) + Math.abs(cholesky[1][2]));
		for (int i = 0; i < 3; i++) assertTrue(cholesky[i][i] > 0);
		final double[][] toRoot = Symmetric.times(ColourMatch.PCA.matrix(s, c), Symmetric.function(s, Math::sqrt));
		assertClose(Symmetric.transposed(toRoot), toRoot, 1e-9);
		final double[][] symmetric = ColourMatch.SYMMETRIC.matrix(s, c);
		assertClose(Symmetric.transposed(symmetric), symmetric, 1e-9);
		assertTrue(symmetric[0][0] > 0 && symmetric[1][1] > 0 && symmetric[2][2] > 0);
		for (final ColourMatch way : new ColourMatch[] { ColourMatch.CHOLESKY, ColourMatch.PCA, ColourMatch.SYMMETRIC }) {
			final double[][] a = way.matrix(s, c);
			assertClose(c, Symmetric.times(a, Symmetric.times(s, Symmetric.transposed(a))), 1e-9);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "NONE", "HISTOGRAM" })
	void contentOfItsOwnColoursChangesNothing(final ColourMatch way) {
		assertArrayEquals(STYLE.data(), way.apply(STYLE, all(STYLE), STYLE).data(), 1e-3f);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "NONE", "HISTOGRAM" })
	void greyContentGivesAGreyStyle(final ColourMatch way) {
		final PlanarImage grey = Luminance.grey(CONTENT);
		final PlanarImage matched = way.apply(STYLE, all(STYLE), grey);
		final int n = matched.plane();
		for (int i = 0; i < n; i++) {
			assertEquals(matched.data()[i], matched.data()[n + i], 1e-2);
			assertEquals(matched.data()[i], matched.data()[2 * n + i], 1e-2);
		}
		assertEquals(ColourStatistics.of(grey).covariance()[0][0], ColourStatistics.of(matched).covariance()[0][0], 1e-2);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "NONE", "HISTOGRAM" })
	void greyStyleStaysOnALineThroughTheContentsMean(final ColourMatch way) {
		final PlanarImage matched = way.apply(Luminance.grey(STYLE), all(STYLE), CONTENT);
		final ColourStatistics is = ColourStatistics.of(matched);
		assertArrayEquals(ColourStatistics.of(CONTENT).mean(), is.mean(), 1e-4);
		final double[][] c = is.covariance();
		assertEquals(1, c[0][1] * c[0][1] / (c[0][0] * c[1][1]), 1e-6);
		assertEquals(1, c[0][2] * c[0][2] / (c[0][0] * c[2][2]), 1e-6);
		assertTrue(c[0][0] > 10, Double.toString(c[0][0]));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void constantStyleBecomesTheContentsMean(final ColourMatch way) {
		final PlanarImage matched = way.apply(constant(40, 30, 77), all(STYLE), CONTENT);
		final double[] mean = ColourStatistics.of(CONTENT).mean();
		for (int i = 0; i < matched.data().length; i++) assertEquals(mean[i / matched.plane()], matched.data()[i], .2);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	void constantContentGivesAConstantStyle(final ColourMatch way) {
		for (final float v : way.apply(STYLE, all(STYLE), constant(9, 9, 50)).data()) assertEquals(50, v, 1e-3);
	}

	@Test
	void histogramsBecomeTheContentsToTheBit() {
		final PlanarImage content = correlated(3, 30, 40, new double[][] { { 30, 0, 0 }, { 0, 5, 0 }, { 0, 9, 25 } }, 100, 80,
			160);
		final float[] matched = ColourMatch.HISTOGRAM.apply(STYLE, all(STYLE), content).data();
		final int n = STYLE.plane();
		for (int c = 0; c < 3; c++) {
			final float[] is = Arrays.copyOfRange(matched, c * n, (c + 1) * n);
			final float[] wanted = Arrays.copyOfRange(content.data(), c * n, (c + 1) * n);
			Arrays.sort(is);
			Arrays.sort(wanted);
			assertArrayEquals(wanted, is);
			for (int i = 1; i < n; i++) {
				final boolean brighter = STYLE.data()[c * n + i] > STYLE.data()[c * n + i - 1] + .6; // a whole grey level
				if (brighter) assertTrue(matched[c * n + i] >= matched[c * n + i - 1], "order");
			}
		}
	}

	/** Whole numbers: many pixels of the same value, which their surroundings put in order. */
	@Test
	void histogramsOfWholeNumbersAreReachedThoughValuesRepeat() {
		final PlanarImage style = rounded(STYLE);
		final PlanarImage content = rounded(CONTENT);
		final PlanarImage matched = ColourMatch.HISTOGRAM.apply(style, all(style), content);
		for (int c = 0; c < 3; c++) {
			final double[] is = shares(matched, c);
			final double[] wanted = shares(content, c);
			for (int v = 0; v < 256; v++) assertEquals(wanted[v], is[v], .004, "value " + v);
		}
	}

	@Test
	void whatDoesNotCountHasNoInfluence() {
		final float[] halves = STYLE.data().clone();
		for (int i = 0; i < halves.length; i++) if (i % 40 >= 20) halves[i] = 255;
		final float[] left = new float[1200];
		for (int i = 0; i < left.length; i++) left[i] = i % 40 < 20 ? 1 : 0;
		final Mask mask = new Mask(40, 30, left);
		final PlanarImage style = new PlanarImage(40, 30, halves);
		final Margin right = new Margin(0, 0, 20, 0);
		final PlanarImage alone = right.crop(style);
		for (final ColourMatch way : new ColourMatch[] { ColourMatch.CHOLESKY, ColourMatch.PCA, ColourMatch.SYMMETRIC }) {
			assertArrayEquals(way.apply(alone, all(alone), CONTENT).data(), right.crop(way.apply(style, mask, CONTENT)).data());
		}
		final ColourStatistics is = ColourStatistics.of(mask.sample(ColourMatch.HISTOGRAM.apply(style, mask, CONTENT)));
		assertArrayEquals(ColourStatistics.of(CONTENT).mean(), is.mean(), .5);
	}

	@Test
	void luminanceGetsMeanAndDeviation() {
		final ColourStatistics is = ColourStatistics.of(Luminance.match(STYLE, all(STYLE), CONTENT));
		final ColourStatistics wanted = ColourStatistics.of(Luminance.grey(CONTENT));
		assertEquals(wanted.mean()[1], is.mean()[1], 1e-4);
		assertEquals(wanted.covariance()[1][1], is.covariance()[1][1], 1e-2);
		final PlanarImage flat = Luminance.match(constant(4, 4, 9), Mask.full(new Size(4, 4)), CONTENT);
		for (final float v : flat.data()) assertEquals(wanted.mean()[0], v, 1e-4);
	}

	@Test
	void noneIsTheStyleItself() {
		assertSame(STYLE, ColourMatch.NONE.apply(STYLE, all(STYLE), CONTENT));
	}

	// -- Helper methods --

	private static double[] shares(final PlanarImage image, final int channel) {
		final double[] shares = new double[256];
		final int n = image.plane();
		for (int i = 0; i < n; i++) shares[Math.round(image.data()[channel * n + i])] += 1. / n;
		return shares;
	}

	private static Mask all(final PlanarImage image) {
		return Mask.full(image.size());
	}

	private static PlanarImage constant(final int width, final int height, final float value) {
		final float[] data = new float[3 * width * height];
		Arrays.fill(data, value);
		return new PlanarImage(width, height, data);
	}

	private static PlanarImage rounded(final PlanarImage image) {
		final float[] data = image.clamped().data();
		for (int i = 0; i < data.length; i++) data[i] = Math.round(data[i]);
		return new PlanarImage(image.width(), image.height(), data);
	}

	private static PlanarImage correlated(final long seed, final int width, final int height, final double[][] mixing,
		final double... mean)
	{
		final Random random = new Random(seed);
		final int n = width * height;
		final float[] data = new float[3 * n];
		for (int i = 0; i < n; i++) {
			final double[] g = { random.nextGaussian(), random.nextGaussian(), random.nextGaussian() };
			for (int c = 0; c < 3; c++) {
				data[c * n + i] = (float) (mean[c] + mixing[c][0] * g[0] + mixing[c][1] * g[1] + mixing[c][2] * g[2]);
			}
		}
		return new PlanarImage(width, height, data);
	}

	private static void assertClose(final double[][] wanted, final double[][] is, final double tolerance) {
		for (int i = 0; i < wanted.length; i++) assertArrayEquals(wanted[i], is[i], tolerance);
	}
}
