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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions of whole runs with a small network. */
class RegionsTest {

	private static final int WIDTH = 90;
	private static final int HEIGHT = 70;
	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = ColourTest.whole(new PlanarImage(WIDTH, HEIGHT, NarrowNetwork.image(1, HEIGHT,
		WIDTH)));
	private static final PlanarImage STYLE = new PlanarImage(50, 40, NarrowNetwork.image(2, 40, 50));
	private static final Mask DISC = disc(40, 30, 14);

	@ParameterizedTest
	@CsvSource({ "0", "3", "7.5" })
	void outsideStaysToTheBitAndTheInsideIsPainted(final double border) {
		final float[] result = run(Regions.of("selection", DISC), Option.BORDER, Double.toString(border)).picture().data();
		final Mask weights = DISC.softened(border);
		int inside = 0;
		int changed = 0;
		for (int i = 0; i < result.length; i++) {
			final float weight = weights.data()[i % CONTENT.plane()];
			if (weight == 0) assertEquals(CONTENT.data()[i], result[i], "outside at " + i);
			if (weight == 1) inside++;
			if (weight == 1 && result[i] != CONTENT.data()[i]) changed++;
		}
		assertTrue(changed > .95 * inside, changed + " of " + inside);
	}

	/** The border is a mixture, and nothing but what is shown depends on its mask. */
	@Test
	void greyIsBlended() {
		final Regions full = Regions.of("mask", Mask.full(CONTENT.size()));
		final float[] painted = run(full).picture().data();
		final float[] quarter = new float[CONTENT.plane()];
		Arrays.fill(quarter, .25f);
		final float[] blended = run(Regions.of("mask", new Mask(WIDTH, HEIGHT, quarter))).picture().data();
		for (int i = 0; i < blended.length; i++) {
			assertEquals(.25 * painted[i] + .75 * CONTENT.data()[i], blended[i], 1e-3);
		}
	}

	@Test
	void whatIsComputedIsWhatWouldBeIfItWereCutOut() {
		final Regions regions = Regions.of("selection", DISC);
		final Extent extent = Extent.of(CONTENT.size(), regions, settings());
		assertEquals(new Margin(10, 0, 19, 9), extent.cut());
		final PlanarImage alone = StyleTransfer.run(extent.cut().crop(CONTENT), STYLE, WEIGHTS, settings(), Monitor.NONE)
			.picture().clamped();
		final PlanarImage part = extent.cut().crop(run(regions).picture());
		final Mask inside = extent.crop(DISC);
		for (int i = 0; i < part.data().length; i++) {
			if (inside.data()[i % part.plane()] == 1) assertEquals(alone.data()[i], part.data()[i], "at " + i);
		}
	}

	@Test
	void aMaskThatIsWhiteEverywhereIsNoMask() {
		final float[] whole = StyleTransfer.run(CONTENT, STYLE, WEIGHTS, settings(), Monitor.NONE).picture().clamped().data();
		assertArrayEquals(whole, run(Regions.of("mask", Mask.full(CONTENT.size()))).picture().data());
	}

	@ParameterizedTest
	@CsvSource({ "45,35", "180,140" })
	void regionsAreScaledWithTheContent(final int width, final int height) {
		final PlanarImage result = run(Regions.of("selection", DISC), Option.OUTPUT_SIZE, Integer.toString(width)).picture();
		final PlanarImage scaled = Resampling.resize(CONTENT, width, height);
		final Mask weights = DISC.resize(width, height);
		assertEquals(scaled.size(), result.size());
		for (int i = 0; i < result.data().length; i++) {
			if (weights.data()[i % scaled.plane()] == 0) assertEquals(scaled.data()[i], result.data()[i], "outside at " + i);
		}
	}

	@Test
	void coloursAreMatchedToTheInsideAlone() {
		final float[] strange = CONTENT.data().clone();
		for (int i = 0; i < strange.length; i++) if (DISC.data()[i % CONTENT.plane()] == 0) strange[i] = 255;
		final Settings pca = settings(Option.COLOUR_MATCH, "pca");
		final Regions disc = Regions.of("selection", DISC);
		final Finish one = new Finish(CONTENT, Extent.of(CONTENT.size(), disc, pca), pca);
		final Finish other = new Finish(new PlanarImage(WIDTH, HEIGHT, strange), Extent.of(CONTENT.size(), disc, pca), pca);
		final Mask all = Mask.full(STYLE.size());
		assertArrayEquals(one.style(STYLE, all).data(), other.style(STYLE, all).data());
	}

	@Test
	void pictureOfAProgressIsTheWholeWithItsRegion() {
		final List<PlanarImage> pictures = new ArrayList<>();
		StyleTransfer.run(inputs(Regions.of("selection", DISC)), WEIGHTS, settings(), new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				pictures.add(p.picture().get());
			}
		});
		for (final PlanarImage p : pictures) {
			assertEquals(CONTENT.size(), p.size());
			assertEquals(CONTENT.data()[0], p.data()[0]);
		}
		assertTrue(pictures.size() > 3, pictures.size() + " pictures");
	}

	@Test
	void masksForEachStyleAreReadyForGuidedGrams() {
		final Regions two = new Regions("mask", List.of(disc(20, 20, 9), disc(60, 40, 9)), List.of(Mask.full(STYLE.size()),
			new Mask(2, 1, new float[] { 0, 1 })));
		assertTrue(two.isGuided());
		two.checkCounts(2);
		final Extent extent = Extent.of(CONTENT.size(), two, settings());
		final List<Mask> computed = two.contents(extent);
		assertEquals(extent.computed(), computed.get(0).size());
		assertEquals(1, computed.get(0).data()[(20 - extent.cut().top()) * extent.computed().width() + 20 - extent.cut()
			.left()]);
		assertEquals(0, computed.get(1).data()[(20 - extent.cut().top()) * extent.computed().width() + 20 - extent.cut()
			.left()]);
		assertArrayEquals(new float[] { 0, 0, 1, 1 }, two.style(1, 4, 1), .25f);
		assertEquals(2000, two.style(0, 50, 40).length);
		assertFalse(Regions.of("mask", DISC).isGuided());
		assertEquals(1, Regions.WHOLE.style(0, 3, 2)[5]);
	}

	@Test
	void aStyleAreaThatIsWhiteEverywhereChangesNothing() {
		final Regions areas = new Regions("content", List.of(), List.of(Mask.full(STYLE.size())));
		assertArrayEquals(run(Regions.WHOLE).picture().data(), run(areas).picture().data(), .01f);
	}

	@Test
	void whatIsOutsideAStyleAreaDoesNotCount() {
		final Mask half = half(STYLE.size());
		final float[] changed = STYLE.data().clone();
		for (int i = 0; i < changed.length; i++) if (i % STYLE.width() > STYLE.width() / 2 + 12) changed[i] = 255 - changed[i];
		final Regions area = new Regions("content", List.of(), List.of(half));
		final PlanarImage other = new PlanarImage(STYLE.width(), STYLE.height(), changed);
		final float[] one = run(area, Option.STYLE_LAYERS, "conv1_1").picture().data();
		assertArrayEquals(one, StyleTransfer.run(new Inputs(CONTENT, List.of(other), Optional.empty(), area), WEIGHTS, settings(
			Option.STYLE_LAYERS, "conv1_1"), Monitor.NONE).picture().data(), .01f);
		assertTrue(largest(one, run(Regions.WHOLE, Option.STYLE_LAYERS, "conv1_1").picture().data()) > .5);
	}

	/** Each region comes near its own style: with one mask for each, swapping styles and masks together changes nothing. */
	@Test
	void everyStyleHasItsRegion() {
		final Mask left = half(CONTENT.size());
		final Mask right = inverse(left);
		final PlanarImage dark = new PlanarImage(STYLE.width(), STYLE.height(), scaled(STYLE.data(), .2f));
		final float[] one = guided(List.of(STYLE, dark), List.of(left, right));
		assertArrayEquals(one, guided(List.of(dark, STYLE), List.of(right, left)), .05f);
		assertTrue(largest(one, guided(List.of(dark, STYLE), List.of(left, right))) > 1);
	}

	private static float[] guided(final List<PlanarImage> styles, final List<Mask> masks) {
		return StyleTransfer.run(new Inputs(CONTENT, styles, Optional.empty(), new Regions("mask", masks, List.of())), WEIGHTS,
			settings(), Monitor.NONE).picture().data();
	}

	private static Mask half(final Size size) {
		final float[] data = new float[size.width() * size.height()];
		for (int i = 0; i < data.length; i++) data[i] = i % size.width() < size.width() / 2 ? 1 : 0;
		return new Mask(size.width(), size.height(), data);
	}

	private static Mask inverse(final Mask mask) {
		final float[] data = mask.data().clone();
		for (int i = 0; i < data.length; i++) data[i] = 1 - data[i];
		return new Mask(mask.width(), mask.height(), data);
	}

	private static float[] scaled(final float[] values, final float factor) {
		final float[] scaled = values.clone();
		for (int i = 0; i < scaled.length; i++) scaled[i] *= factor;
		return scaled;
	}

	private static double largest(final float[] a, final float[] b) {
		double largest = 0;
		for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
		return largest;
	}

	@Test
	void numbersOfMasksThatDoNotFitAreRefused() {
		assertRefused("mask names 2 images for 1 style", new Regions("mask", List.of(DISC, DISC), List.of()));
		assertRefused("style_areas names 2 images for 1 style", new Regions("content", List.of(), List.of(DISC, DISC)));
	}

	@Test
	void masksThatDoNotFitAreRefused() {
		assertRefused("mask \"m\" is 3 x 2 pixels and the content 90 x 70", Regions.of("mask \"m\"", Mask.full(new Size(3,
			2))));
		assertRefused("selection is 11 x 11 pixels; layer conv5_1 needs at least 16 x 16", Regions.of("selection", disc(40,
			30, 5)));
		assertThrows(IllegalArgumentException.class, () -> Regions.of("mask", new Mask(2, 1, new float[2])));
		assertThrows(IllegalArgumentException.class, () -> new Regions("x", List.of(DISC, Mask.full(STYLE.size())), List
			.of()));
	}

	// -- Helper methods --

	private static void assertRefused(final String part, final Regions regions) {
		final String message = assertThrows(IllegalArgumentException.class, () -> run(regions)).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static Mask disc(final int x, final int y, final int radius) {
		final float[] data = new float[WIDTH * HEIGHT];
		for (int i = 0; i < data.length; i++) {
			data[i] = Math.hypot(i % WIDTH - x, i / WIDTH - y) <= radius ? 1 : 0;
		}
		return new Mask(WIDTH, HEIGHT, data);
	}

	private static Result run(final Regions regions, final Object... pairs) {
		return StyleTransfer.run(inputs(regions), WEIGHTS, settings(pairs), Monitor.NONE);
	}

	private static Inputs inputs(final Regions regions) {
		return new Inputs(CONTENT, List.of(STYLE), Optional.empty(), regions);
	}

	private static Settings settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STROKE_SIZE, "24", Option.ITERATIONS, "2"));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return Settings.parse(values);
	}
}
