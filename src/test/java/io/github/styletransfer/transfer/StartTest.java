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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.network.Preprocessing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {

	private static final PlanarImage CONTENT = new PlanarImage(120, 90, NarrowNetwork.image(1, 90, 120));
	private static final PlanarImage STYLE = bright(50, 40);
	private static final PlanarImage OTHER_STYLE = flat(20, 20, 10);
	private static final PlanarImage GIVEN = new PlanarImage(60, 60, NarrowNetwork.image(3, 60, 60));
	/** No smoothing, which the statistics would show. */
	private static final String ADAM = "adam";

	@Test
	void contentIsTakenAsItIs() {
		assertSame(CONTENT, start(Option.INITIALISATION, "content").coarsest(CONTENT));
	}

	@Test
	void evenNoiseFillsTheRange() {
		final float[] x = picture(Option.INITIALISATION, "noise");
		assertStatistics(x, 0, 3, 127.5, 255 / Math.sqrt(12), 1.5);
		assertTrue(lowest(x) >= 0 && lowest(x) < 1 && highest(x) <= 255 && highest(x) > 254);
	}

	/** Around the network's mean, whose order is the network's: red is Oxford's last. */
	@Test
	void normalNoiseIsAroundTheNetworksMean() {
		final float[] x = picture(Option.INITIALISATION, "normal", Option.NOISE_DEVIATION, "20");
		final double[] means = { 123.68, 116.779, 103.939 };
		for (int c = 0; c < 3; c++) assertStatistics(x, c, c + 1, means[c], 20, .8);
		final float[] rgb = start(Preprocessing.TORCHVISION, Option.INITIALISATION, "normal", Option.NOISE_DEVIATION, "20")
			.coarsest(CONTENT).data();
		assertStatistics(rgb, 0, 1, .485 * 255, 20, .8);
	}

	/** jcjohnson's start. */
	@Test
	void tinyDeviationIsTheNetworksMean() {
		for (final float v : channel(0, Option.INITIALISATION, "normal", Option.NOISE_DEVIATION, "0.001")) {
			assertEquals(123.68, v, .01);
		}
	}

	@Test
	void wideNormalNoiseStaysWithinTheRange() {
		final float[] x = picture(Option.INITIALISATION, "normal", Option.NOISE_DEVIATION, "255");
		assertTrue(lowest(x) >= 0 && highest(x) <= 255);
		assertTrue(deviation(x) > 65, "deviation " + deviation(x));
	}

	@Test
	void mixedIsNineteenPartsContentAndOnePartStyle() {
		final float[] style = Resampling.resize(STYLE, 120, 90).data();
		final float[] x = picture(Option.INITIALISATION, "mixed");
		for (int i = 0; i < x.length; i++) assertEquals(.95 * CONTENT.data()[i] + .05 * style[i], x[i], 1e-3);
	}

	@Test
	void greyHasNoiseOfOneGreyLevel() {
		final float[] x = picture(Option.INITIALISATION, "grey");
		assertStatistics(x, 0, 3, 128, 1 / Math.sqrt(12), .01);
		assertTrue(lowest(x) >= 127.5 && highest(x) <= 128.5);
	}

	@Test
	void styleStatisticsAreTheStylesOwn() {
		final float[] x = picture(Option.INITIALISATION, "style_statistics");
		for (int c = 0; c < 3; c++) {
			final float[] channel = Arrays.copyOfRange(STYLE.data(), c * 2000, (c + 1) * 2000);
			assertStatistics(x, c, c + 1, mean(channel), deviation(channel), .6);
		}
	}

	@Test
	void statisticsOfSeveralStylesAreBlended() {
		final Settings s = settings(Option.INITIALISATION, "style_statistics");
		final float[] x = new Start(s, List.of(STYLE, OTHER_STYLE), new double[] { .5, .5 }, Optional.empty(),
			Preprocessing.OXFORD).coarsest(CONTENT).data();
		final float[] red = Arrays.copyOf(STYLE.data(), 2000);
		assertStatistics(x, 0, 1, (mean(red) + 10) / 2, deviation(red) / Math.sqrt(2), .6);
	}

	@Test
	void imageIsResampled() {
		assertArrayEquals(Resampling.resize(GIVEN, 120, 90).data(), picture(Option.INITIALISATION, "image"));
	}

	@Test
	void imageThatIsMissingIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Start(settings(Option.INITIALISATION,
			"image"), List.of(STYLE), new double[] { 1 }, Optional.empty(), Preprocessing.OXFORD)).getMessage();
		assertTrue(message.contains("without a start_image"), message);
	}

	@Test
	void noiseRatioMixesNoiseIn() {
		final float[] x = picture(Option.INITIALISATION, "image", Option.NOISE_RATIO, ".25");
		final float[] given = Resampling.resize(GIVEN, 120, 90).data();
		final float[] noise = new float[x.length];
		for (int i = 0; i < x.length; i++) noise[i] = (x[i] - .75f * given[i]) * 4;
		assertStatistics(noise, 0, 3, 127.5, 255 / Math.sqrt(12), 1.5);
		assertStatistics(picture(Option.INITIALISATION, "content", Option.NOISE_RATIO, "1"), 0, 3, 127.5, 255 / Math.sqrt(12),
			1.5);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "CONTENT", "MIXED", "IMAGE" })
	void sameSeedGivesTheSamePictureAndAnotherSeedAnother(final Initialisation i) throws Exception {
		final float[] first = picture(Option.INITIALISATION, i.name(), Option.SEED, "7");
		final ForkJoinPool oneThread = new ForkJoinPool(1);
		assertArrayEquals(first, oneThread.submit(() -> picture(Option.INITIALISATION, i.name(), Option.SEED, "7")).get());
		oneThread.shutdown();
		assertFalse(Arrays.equals(first, picture(Option.INITIALISATION, i.name(), Option.SEED, "8")));
	}

	/** What L-BFGS with a line search cannot take away is not there; the other optimisers get the noise as it is. */
	@ParameterizedTest
	@ValueSource(strings = { "noise", "normal", "grey", "style_statistics" })
	void noiseIsSmoothedForTheOptimiserThatSmooths(final String initialisation) {
		final float[] plain = picture(Option.INITIALISATION, initialisation);
		final float[] smooth = picture(Option.INITIALISATION, initialisation, Option.OPTIMISER, "lbfgs");
		assertEquals(mean(plain), mean(smooth), .01 * mean(plain));
		new Smoothing(120, 90).apply(plain);
		assertArrayEquals(plain, smooth);
		assertArrayEquals(picture(Option.INITIALISATION, initialisation), picture(Option.INITIALISATION, initialisation,
			Option.OPTIMISER, "lbfgs", Option.LINE_SEARCH, "none"));
	}

	@Test
	void finerLevelsStartWithTheDetailOfPicturesOnly() {
		assertEquals(.7, start(Option.INITIALISATION, "content").detail(), 1e-9);
		assertEquals(0, start(Option.INITIALISATION, "mixed", Option.CONTENT_WEIGHT, "0").detail());
		assertEquals(.7, start(Option.INITIALISATION, "image", Option.CONTENT_WEIGHT, "0").detail(), 1e-9);
		assertEquals(.35, start(Option.INITIALISATION, "content", Option.NOISE_RATIO, ".5").detail(), 1e-9);
		assertTrue(start(Option.INITIALISATION, "pink").picture(CONTENT).isEmpty());
	}

	// -- Helper methods --

	private static float[] picture(final Object... pairs) {
		final float[] x = start(pairs).coarsest(CONTENT).data();
		assertEquals(CONTENT.data().length, x.length);
		return x;
	}

	/** One channel. */
	private static float[] channel(final int channel, final Object... pairs) {
		return Arrays.copyOfRange(picture(pairs), channel * CONTENT.plane(), (channel + 1) * CONTENT.plane());
	}

	private static Start start(final Object... pairs) {
		return start(Preprocessing.OXFORD, pairs);
	}

	private static Start start(final Preprocessing input, final Object... pairs) {
		return new Start(settings(pairs), List.of(STYLE), new double[] { 1 }, Optional.of(GIVEN), input);
	}

	private static Settings settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.OPTIMISER, ADAM));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return Settings.parse(values);
	}

	private static void assertStatistics(final float[] x, final int fromChannel, final int toChannel, final double mean,
		final double deviation, final double tolerance)
	{
		final int plane = x.length / 3;
		final float[] part = Arrays.copyOfRange(x, fromChannel * plane, toChannel * plane);
		assertEquals(mean, mean(part), tolerance);
		assertEquals(deviation, deviation(part), tolerance);
	}

	private static double mean(final float[] x) {
		double sum = 0;
		for (final float v : x) sum += v;
		return sum / x.length;
	}

	private static double deviation(final float[] x) {
		final double mean = mean(x);
		double sum = 0;
		for (final float v : x) sum += (v - mean) * (v - mean);
		return Math.sqrt(sum / x.length);
	}

	private static float lowest(final float[] x) {
		float lowest = Float.POSITIVE_INFINITY;
		for (final float v : x) lowest = Math.min(lowest, v);
		return lowest;
	}

	private static float highest(final float[] x) {
		float highest = Float.NEGATIVE_INFINITY;
		for (final float v : x) highest = Math.max(highest, v);
		return highest;
	}

	/** Each channel in a range of its own, 30 grey levels wide. */
	private static PlanarImage bright(final int width, final int height) {
		final float[] x = NarrowNetwork.image(2, height, width);
		for (int i = 0; i < x.length; i++) x[i] = 60 + 50 * (i / (width * height)) + x[i] * 30 / 255;
		return new PlanarImage(width, height, x);
	}

	private static PlanarImage flat(final int width, final int height, final float level) {
		final float[] x = new float[3 * width * height];
		Arrays.fill(x, level);
		return new PlanarImage(width, height, x);
	}
}
