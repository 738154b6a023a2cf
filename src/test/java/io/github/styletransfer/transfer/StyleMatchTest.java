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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.ScaleMatch;
import io.github.styletransfer.image.Size;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class StyleMatchTest {

	private static final PlanarImage CONTENT = new PlanarImage(64, 48, NarrowNetwork.image(1, 48, 64));
	private static final PlanarImage DARK = tinted(40, 40, .2f, 10);
	private static final PlanarImage BRIGHT = tinted(30, 50, .3f, 170);

	@Test
	void nothingIsTakenOverWhereItIsNotWanted() {
		for (final Map<Option, String> values : List.of(Map.of(Option.START_MATCH, "0"), Map.of(Option.STRENGTH, "0"), Map.of(
			Option.INITIALISATION, "mixed"), Map.of(Option.INITIALISATION, "noise"), Map.of(Option.PRESET, "fzliu")))
		{
			final StyleMatch match = match(values, Regions.WHOLE, List.of(), DARK);
			assertSame(CONTENT, match.start(CONTENT, () -> {}), values.toString());
			assertSame(CONTENT, match.detail(CONTENT, new Size(32, 24), () -> {}), values.toString());
		}
	}

	@Test
	void startHasTheStylesMeanWithinTheRange() {
		final float[] x = match(Map.of(), Regions.WHOLE, List.of(), DARK).start(CONTENT, () -> {}).data();
		assertEquals(mean(DARK.data()), mean(x), 2);
		for (final float v : x) assertTrue(v >= 0 && v <= 255);
	}

	@Test
	void strengthAndShareGoPartOfTheWay() {
		final double from = mean(CONTENT.data());
		final double halfway = (from + mean(BRIGHT.data())) / 2;
		assertEquals(halfway, mean(start(Map.of(Option.STRENGTH, ".5"), BRIGHT)), 2);
		assertEquals(halfway, mean(start(Map.of(Option.START_MATCH, ".5"), BRIGHT)), 2);
	}

	@Test
	void severalStylesCountByTheirShares() {
		final double expected = .25 * mean(DARK.data()) + .75 * mean(BRIGHT.data());
		assertEquals(expected, mean(start(Map.of(Option.STYLE_BLEND, "1,3"), DARK, BRIGHT)), 3);
	}

	@Test
	void eachStyleCountsInItsRegionAndNoneOutside() {
		final Mask left = columns(0, 16);
		final Mask right = columns(32, 64);
		final float[] x = match(Map.of(), new Regions("mask", List.of(left, right), List.of()), List.of(left, right), DARK,
			BRIGHT).start(CONTENT, () -> {}).data();
		assertEquals(mean(DARK.data()), mean(part(x, 0, 16)), 12);
		assertEquals(mean(BRIGHT.data()), mean(part(x, 32, 64)), 12);
		assertEquals(-1, Arrays.mismatch(part(x, 16, 32), part(CONTENT.data(), 16, 32)));
	}

	@Test
	void onlyTheAreaOfAStyleCounts() {
		final float[] data = DARK.data().clone();
		final float[] area = new float[1600];
		Arrays.fill(area, 0, 800, 1);
		for (int i = 0; i < data.length; i++) if (i % 1600 >= 800) data[i] = 255;
		final PlanarImage style = new PlanarImage(40, 40, data);
		final Regions regions = new Regions("content", List.of(), List.of(new Mask(40, 40, area)));
		assertTrue(mean(match(Map.of(), regions, List.of(), style).start(CONTENT, () -> {}).data()) < mean(DARK.data()) + 15);
	}

	/** What is added to the detail is smooth: alternating pixels stay as they are, waves of four pixels get the style's contrast. */
	@Test
	void detailGrowsWithoutSpeckle() {
		final PlanarImage style = waves(2, 60);
		final StyleMatch match = match(Map.of(), Regions.WHOLE, List.of(), style);
		final PlanarImage fine = detail(waves(1, 6));
		final PlanarImage wide = detail(waves(2, 6));
		assertTrue(deviation(match.detail(wide, new Size(32, 24), () -> {})) > 3 * deviation(wide));
		assertTrue(deviation(match.detail(fine, new Size(32, 24), () -> {})) < 1.2 * deviation(fine));
	}

	@Test
	void outermostPixelsOfTheDetailStay() {
		final PlanarImage plain = detail(waves(2, 6));
		final float[] x = match(Map.of(), Regions.WHOLE, List.of(), waves(2, 60)).detail(plain, new Size(32, 24), () -> {}).data();
		for (int i = 0; i < 64; i++) assertEquals(plain.data()[i], x[i]);
		for (int i = 0; i < 48; i++) assertEquals(plain.data()[64 * i], x[64 * i]);
	}

	// -- Helper methods --

	private static float[] start(final Map<Option, String> values, final PlanarImage... styles) {
		return match(values, Regions.WHOLE, List.of(), styles).start(CONTENT, () -> {}).data();
	}

	private static StyleMatch match(final Map<Option, String> values, final Regions regions, final List<Mask> masks,
		final PlanarImage... styles)
	{
		return new StyleMatch(Settings.parse(new HashMap<>(values)), List.of(styles), regions, masks);
	}

	private static PlanarImage tinted(final int width, final int height, final float contrast, final float least) {
		final float[] data = NarrowNetwork.image(7, height, width);
		for (int i = 0; i < data.length; i++) data[i] = least + contrast * data[i];
		return new PlanarImage(width, height, data);
	}

	/** Stripes, so many pixels each, 64 x 48. */
	private static PlanarImage waves(final int pixels, final float amplitude) {
		final float[] data = new float[3 * 64 * 48];
		for (int i = 0; i < data.length; i++) data[i] = 128 + (i % 64 / pixels % 2 == 0 ? amplitude : -amplitude);
		return new PlanarImage(64, 48, data);
	}

	private static PlanarImage detail(final PlanarImage image) {
		return ScaleMatch.detail(image, Resampling.resize(image, 32, 24));
	}

	private static Mask columns(final int from, final int to) {
		final float[] data = new float[64 * 48];
		for (int i = 0; i < data.length; i++) data[i] = i % 64 >= from && i % 64 < to ? 1 : 0;
		return new Mask(64, 48, data);
	}

	private static float[] part(final float[] x, final int from, final int to) {
		final float[] part = new float[3 * 48 * (to - from)];
		for (int i = 0, n = 0; i < x.length; i++) if (i % 64 >= from && i % 64 < to) part[n++] = x[i];
		return part;
	}

	private static double mean(final float[] x) {
		double sum = 0;
		for (final float v : x) sum += v;
		return sum / x.length;
	}

	private static double deviation(final PlanarImage image) {
		final double mean = mean(image.data());
		double sum = 0;
		for (final float v : image.data()) sum += (v - mean) * (v - mean);
		return Math.sqrt(sum / image.data().length);
	}
}
