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
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.image.PlanarImage;
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

/** Options of the objective in whole runs. */
class ObjectiveOptionsTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = image(1, 33, 26);
	private static final PlanarImage STYLE = image(2, 40, 31);
	private static final PlanarImage OTHER = image(3, 29, 35);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "convention=jcjohnson content_weight=5 style_weight=100 tv_weight=0.001",
		"convention=crowsonkb content_weight=0.015 style_weight=1 tv_weight=2 tv_norm=nine_point padding=replicate",
		"pooling=l2 tv_weight=0.5 tv_norm=l1", "normalise=both convention=jcjohnson", "normalise=gradients style_weight=10",
		"convention=crowsonkb normalise=gradients pooling=max strength=0.5 style_scale=2" })
	void everyLevelLowersItsLoss(final String options) {
		final Map<Integer, List<Double>> losses = new HashMap<>();
		final Map<Option, String> values = values(options + " iterations=8 iterations_finer=8");
		run(values, List.of(STYLE), new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				losses.computeIfAbsent(p.level(), l -> new ArrayList<>()).add(p.terms().loss());
			}
		});
		assertEquals(2, losses.size());
		losses.forEach((level, found) -> assertTrue(found.get(found.size() - 1) < .98 * found.get(0), level + ": " + found));
	}

	@Test
	void totalVariationIsATermOfTheLossAndOfTheProvenance() {
		final Result result = run(values("tv_weight=3 iterations=2"), List.of(STYLE), Monitor.NONE);
		final LossTerms terms = result.terms().orElseThrow();
		double others = 0;
		for (final double v : terms.content().values()) others += v / 1;
		for (final double v : terms.style().values()) others += 1000 * v / 5;
		assertTrue(terms.totalVariation() > 0);
		assertEquals(others + 3 * terms.totalVariation(), terms.loss(), 1e-9 * terms.loss());
		assertTrue(provenance(result).contains("\ntotal_variation: "), provenance(result));
		assertFalse(provenance(run(values("iterations=2"), List.of(STYLE), Monitor.NONE)).contains("total_variation"));
	}

	@Test
	void strongVariationSmoothsThePicture() {
		final double rough = roughness(run(values("iterations=15"), List.of(STYLE), Monitor.NONE).picture());
		final double smooth = roughness(run(values("iterations=15 tv_weight=1e6"), List.of(STYLE), Monitor.NONE).picture());
		assertTrue(smooth < .5 * rough, smooth + " of " + rough);
	}

	@Test
	void twoStylesOfWhichOneCountsNothingAreTheOther() {
		final float[] alone = run(values("iterations=3"), List.of(STYLE), Monitor.NONE).picture().data();
		final Map<Option, String> blended = values("iterations=3");
		blended.put(Option.STYLE_BLEND, "2,0");
		assertArrayEquals(alone, run(blended, List.of(STYLE, OTHER), Monitor.NONE).picture().data());
		assertFalse(Arrays.equals(alone, run(values("iterations=3"), List.of(STYLE, OTHER), Monitor.NONE).picture().data()));
	}

	@Test
	void blendOfAnotherNumberOfStylesIsRefusedBeforeAnythingIsComputed() {
		final Map<Option, String> blended = values("iterations=3");
		blended.put(Option.STYLE_BLEND, "1,2");
		assertThrows(IllegalArgumentException.class, () -> run(blended, List.of(STYLE), Monitor.NONE));
	}

	@Test
	void secondStyleThatIsTooSmallIsNamed() {
		final String message = assertThrows(IllegalArgumentException.class, () -> run(values("iterations=1"), List.of(STYLE,
			image(4, 9, 40)), Monitor.NONE)).getMessage();
		assertTrue(message.contains("style image 2 is 40 x 9"), message);
	}

	/** At a strength of 0 the content is the best picture there is. */
	@Test
	void strengthOfZeroKeepsTheContent() {
		final double[] first = { 0, 0 };
		for (int i = 0; i < 2; i++) {
			final int run = i;
			run(values("iterations=1 strength=" + i), List.of(STYLE), new Monitor() {

				@Override
				public void onProgress(final Progress p) {
					if (p.level() == 1) first[run] = p.terms().loss();
				}
			});
		}
		assertTrue(first[0] < 1e-6 * first[1], Arrays.toString(first));
	}

	@Test
	void styleScaleChangesTheTargets() {
		final float[] one = run(values("iterations=2"), List.of(STYLE), Monitor.NONE).picture().data();
		for (final String scale : new String[] { "0.6", "2" }) {
			assertFalse(Arrays.equals(one, run(values("iterations=2 style_scale=" + scale), List.of(STYLE), Monitor.NONE).picture()
				.data()));
		}
	}

	/** Also in a convention whose losses are sums, and with weights: a level's terms keep their weights. */
	@ParameterizedTest
	@CsvSource({ "paper,3.5", "jcjohnson,1" })
	void shallowLossIsAPartOfTheFullOneWithWeights(final String convention, final double total) {
		final Map<Option, String> values = values("iterations=1 stroke_size=16 convention=" + convention);
		values.put(Option.STYLE_LAYERS, "conv1_1:2,conv2_1:0.5,conv5_1");
		values.put(Option.CONTENT_LAYERS, "conv1_2:3");
		final LossTerms terms = run(values, List.of(STYLE), Monitor.NONE).terms().orElseThrow();
		assertFalse(terms.style().containsKey("conv5_1"));
		final double style = 1000 * (2 * terms.style().get("conv1_1") + .5 * terms.style().get("conv2_1")) / total;
		final double content = terms.content().get("conv1_2") * (convention.equals("paper") ? 1 : 3);
		assertEquals(style + content, terms.loss(), 1e-9 * terms.loss());
	}

	// -- Helper methods --

	private static PlanarImage image(final long seed, final int height, final int width) {
		return new PlanarImage(width, height, NarrowNetwork.image(seed, height, width));
	}

	private static double roughness(final PlanarImage image) {
		return new TotalVariation(TvNorm.SQUARED, Convention.PAPER, image.width(), image
			.height()).add(image.data(), 1, new float[image.data().length]);
	}

	private static String provenance(final Result result) {
		return Provenance.of("c", "s", Optional.empty(), WEIGHTS, result);
	}

	private static Result run(final Map<Option, String> values, final List<PlanarImage> styles, final Monitor monitor) {
		return StyleTransfer.run(new Inputs(CONTENT, styles, Optional.empty(), Regions.WHOLE), WEIGHTS, Settings.parse(values), monitor);
	}

	private static Map<Option, String> values(final String options) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STROKE_SIZE, "24"));
		for (final String o : options.split(" ")) values.put(Option.of(o.split("=")[0]), o.split("=")[1]);
		return values;
	}
}
