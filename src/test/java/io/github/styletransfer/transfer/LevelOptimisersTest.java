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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.BoundedLbfgs;
import io.github.styletransfer.optimize.FixedStepLbfgs;
import io.github.styletransfer.optimize.Lbfgs;
import io.github.styletransfer.optimize.Optimiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelOptimisersTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = new PlanarImage(41, 33, NarrowNetwork.image(1, 33, 41));
	private static final PlanarImage STYLE = new PlanarImage(50, 40, NarrowNetwork.image(2, 40, 50));

	@Test
	void settingsChooseTheOptimiser() {
		assertEquals(Lbfgs.class, optimiser().getClass());
		assertEquals(BoundedLbfgs.class, optimiser(Option.BOUNDS, "yes").getClass());
		assertEquals(FixedStepLbfgs.class, optimiser(Option.LINE_SEARCH, "none").getClass());
		assertEquals(Adam.class, optimiser(Option.OPTIMISER, "adam", Option.BOUNDS, "yes").getClass());
	}

	/** Every optimiser lowers a real loss on two levels; evaluations are about those that the estimate counts with. */
	@ParameterizedTest
	@CsvSource({ "lbfgs,wolfe,no,0", "lbfgs,wolfe,yes,0", "lbfgs,none,no,0", "adam,wolfe,no,0", "adam,wolfe,yes,0.9" })
	void lossFalls(final String optimiser, final String search, final String bounds, final String averaging) {
		final List<Double> losses = new ArrayList<>();
		final Settings s = settings(Option.OPTIMISER, optimiser, Option.LINE_SEARCH, search, Option.BOUNDS, bounds,
			Option.AVERAGING, averaging, Option.ITERATIONS, "30", Option.ITERATIONS_FINER, "10", Option.STROKE_SIZE, "24");
		final Result result = StyleTransfer.run(CONTENT, STYLE, WEIGHTS, s, new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				losses.add(p.terms().loss());
				if (bounds.equals("yes")) assertWithinRange(p.picture().get(), 1e-4f);
			}
		});
		assertEquals(40, losses.size());
		assertTrue(losses.get(29) < .5 * losses.get(0), losses.toString());
		assertTrue(losses.get(39) < losses.get(30), losses.toString());
		final double expected = LevelOptimisers.evaluations(s, 30) + LevelOptimisers.evaluations(s, 10);
		assertEquals(expected, result.evaluations(), .12 * expected);
		final String info = Provenance.of("c", "s", Optional.empty(), WEIGHTS, result);
		assertTrue(info.contains("\noptimiser: " + optimiser + "\n") && info.contains("\nbounds: " + bounds + "\n"), info);
		assertEquals(LevelOptimisers.smooth(s), info.contains("1/8 of the diagonal neighbours"), info);
	}

	@Test
	void averagedPictureIsTheMeanOfTheWay() {
		final List<float[]> plain = new ArrayList<>();
		final Map<Option, String> one = new HashMap<>(Map.of(Option.OPTIMISER, "adam", Option.ITERATIONS, "3",
			Option.STROKE_SIZE, "64", Option.START_MATCH, "0"));
		StyleTransfer.run(CONTENT, STYLE, WEIGHTS, Settings.parse(one), new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				plain.add(p.picture().get().data());
			}
		});
		one.put(Option.AVERAGING, ".5");
		final float[] mean = StyleTransfer.run(CONTENT, STYLE, WEIGHTS, Settings.parse(one), Monitor.NONE).picture().data();
		for (int i = 0; i < mean.length; i++) {
			final double expected = (CONTENT.data()[i] + 2 * plain.get(0)[i] + 4 * plain.get(1)[i] + 8 * plain.get(2)[i]) / 15;
			assertEquals(expected, mean[i], 1e-3);
		}
	}

	@Test
	void imageIsWhereTheRunStarts() {
		final PlanarImage given = new PlanarImage(41, 33, NarrowNetwork.image(5, 33, 41));
		final Settings s = settings(Option.INITIALISATION, "image", Option.ITERATIONS, "1", Option.STYLE_WEIGHT, "1e-9",
			Option.OPTIMISER, "adam", Option.STEP_SIZE, "0.01", Option.STROKE_SIZE, "30");
		final float[] x = StyleTransfer.run(new Inputs(CONTENT, List.of(STYLE), Optional.of(given), Regions.WHOLE), WEIGHTS, s,
			Monitor.NONE).picture().data();
		double toGiven = 0;
		double toContent = 0;
		for (int i = 0; i < x.length; i++) {
			toGiven += Math.abs(x[i] - given.data()[i]) / x.length;
			toContent += Math.abs(x[i] - CONTENT.data()[i]) / x.length;
		}
		assertTrue(toGiven < .4 * toContent, toGiven + " against " + toContent);
	}

	@Test
	void memoryIsWhatTheLevelsPairsNeed() {
		assertEquals(26, LevelOptimisers.arrays(settings(), 10, 40));
		assertEquals(18, LevelOptimisers.arrays(settings(), 10, 7));
		assertEquals(6, LevelOptimisers.arrays(settings(Option.HISTORY, "100"), 100, 1));
		assertEquals(206, LevelOptimisers.arrays(settings(Option.HISTORY, "100", Option.LINE_SEARCH, "none"), 100,
			1000));
		assertEquals(27, LevelOptimisers.arrays(settings(Option.BOUNDS, "yes"), 10, 40));
		assertEquals(5, LevelOptimisers.arrays(settings(Option.OPTIMISER, "adam"), 10, 40));
	}

	@Test
	void onlyLineSearchesSmooth() {
		assertTrue(LevelOptimisers.smooth(settings()));
		assertTrue(LevelOptimisers.smooth(settings(Option.BOUNDS, "yes")));
		assertFalse(LevelOptimisers.smooth(settings(Option.LINE_SEARCH, "none")));
		assertFalse(LevelOptimisers.smooth(settings(Option.OPTIMISER, "adam")));
	}

	private static void assertWithinRange(final PlanarImage picture, final float tolerance) {
		for (final float v : picture.data()) assertTrue(v >= -tolerance && v <= 255 + tolerance, "value " + v);
	}

	private static Optimiser optimiser(final Object... pairs) {
		return LevelOptimisers.of(settings(pairs), 10, 3, new Size(4, 4));
	}

	private static Settings settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>();
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return Settings.parse(values);
	}
}
