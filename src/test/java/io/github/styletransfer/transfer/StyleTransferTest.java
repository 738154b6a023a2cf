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
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTransferTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = new PlanarImage(41, 33, NarrowNetwork.image(1, 33, 41));
	private static final PlanarImage STYLE = new PlanarImage(50, 40, NarrowNetwork.image(2, 40, 50));

	@Test
	void resultHasTheContentsSizeAndALowerLoss() {
		final List<Double> losses = new ArrayList<>();
		final Result result = run(settings(Option.ITERATIONS, "10"), new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				losses.add(p.terms().loss());
				assertEquals(p.level() == p.levels() ? 41 : 20, p.picture().get().width(), 20);
			}
		});
		assertEquals(41, result.picture().width());
		assertEquals(33, result.picture().height());
		assertTrue(losses.get(losses.size() - 1) < losses.get(losses.size() - 2));
		assertTrue(result.notice().isEmpty());
		assertEquals(2, result.schedule().levels().size());
	}

	/** Down to the smallest sides that their deepest layers allow. */
	@ParameterizedTest
	@CsvSource({ "GoogLeNet,31", "CaffeNet,23" })
	void networksThatAreGraphsLowerTheLoss(final String network, final int smallest) {
		final Architecture narrow = NarrowNetwork.narrow(Architecture.of(network), c -> Math.max(2, c.outputChannels() / 16));
		final Weights weights = NarrowNetwork.weights(narrow, Preprocessing.BVLC);
		final Settings s = Settings.parse(settings(Option.ITERATIONS, "8", Option.CONTENT_LAYERS, String.join(",", narrow
			.contentLayers()), Option.STYLE_LAYERS, String.join(",", narrow.styleLayers())));
		final PlanarImage content = new PlanarImage(3 * smallest, smallest, NarrowNetwork.image(1, smallest, 3 * smallest));
		final PlanarImage style = new PlanarImage(smallest, smallest + 1, NarrowNetwork.image(2, smallest + 1, smallest));
		final List<Double> losses = new ArrayList<>();
		final Result result = StyleTransfer.run(content, style, weights, s, new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				losses.add(p.terms().loss());
			}
		});
		assertEquals(content.size(), result.picture().size());
		assertTrue(losses.get(losses.size() - 1) < .9 * losses.get(0), losses.toString());
	}

	/** With next to no iterations, a finer level shows what it started from. */
	@Test
	void finerLevelStartsWithTheContentsOwnDetail() {
		final PlanarImage big = new PlanarImage(80, 80, NarrowNetwork.image(1, 80, 80));
		final Map<Option, String> little = settings(Option.ITERATIONS, "1", Option.STROKE_SIZE, "40", Option.STYLE_WEIGHT,
			"1e-9");
		final float[] content = StyleTransfer.run(big, STYLE, WEIGHTS, Settings.parse(little), Monitor.NONE).picture().data();
		little.put(Option.INITIALISATION, "noise");
		final float[] noise = StyleTransfer.run(big, STYLE, WEIGHTS, Settings.parse(little), Monitor.NONE).picture().data();
		assertTrue(distance(content, big.data()) < .5 * distance(noise, big.data()), distance(content, big.data()) + " of " +
			distance(noise, big.data()));
		final PlanarImage blurred = Resampling.resize(Resampling.resize(big, 40, 40), 80, 80);
		assertTrue(distance(content, big.data()) < .5 * distance(blurred.data(), big.data()), distance(content, big
			.data()) + " of " + distance(blurred.data(), big.data()));
	}

	/** Terms that are left out at a fine level do not change the weight of the others. */
	@Test
	void shallowLossIsAPartOfTheFullOne() {
		final Map<Option, String> one = settings(Option.ITERATIONS, "1", Option.STROKE_SIZE, "16", Option.CONTENT_LAYERS,
			"conv1_1,conv5_1");
		final LossTerms shallow = run(one, Monitor.NONE).terms().orElseThrow();
		double sum = 0;
		for (final double term : shallow.style().values()) sum += 1000 * term / 5;
		for (final double term : shallow.content().values()) sum += term / 2;
		assertTrue(shallow.style().size() < 5 && shallow.content().size() == 1, shallow.toString());
		assertEquals(sum, shallow.loss(), 1e-9 * sum);
		one.put(Option.FINE_LEVELS, "full");
		assertEquals(5, run(one, Monitor.NONE).terms().orElseThrow().style().size());
	}

	private static double distance(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += Math.pow(a[i] - b[i], 2);
		return Math.sqrt(sum / a.length);
	}

	@Test
	void outputSizeChangesTheSize() {
		final Result result = run(settings(Option.OUTPUT_SIZE, "64", Option.ITERATIONS, "2"), Monitor.NONE);
		assertEquals(64, result.picture().width());
		assertEquals(52, result.picture().height());
	}

	@Test
	void sameSeedGivesTheSamePictureAndAnotherSeedAnother() {
		final Map<Option, String> noise = settings(Option.INITIALISATION, "noise", Option.ITERATIONS, "5", Option.SEED, "7");
		final float[] first = run(noise, Monitor.NONE).picture().data();
		assertArrayEquals(first, run(noise, Monitor.NONE).picture().data());
		noise.put(Option.SEED, "8");
		assertFalse(Arrays.equals(first, run(noise, Monitor.NONE).picture().data()));
	}

	@Test
	void stoppingKeepsTheBestPictureSoFarAndSaysSo() {
		final int[] heard = { 0 };
		final Result result = run(settings(Option.ITERATIONS, "1000"), new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				heard[0]++;
			}

			@Override
			public boolean isStopRequested() {
				return heard[0] >= 5;
			}
		});
		assertEquals(5, heard[0], "iterations");
		assertTrue(result.notice().orElse("").contains("Stopped at level 1 of 2"), result.notice().toString());
		assertEquals(41, result.picture().width());
		assertFalse(Arrays.equals(CONTENT.data(), result.picture().data()));
	}

	@Test
	void stoppingBeforeTheFirstIterationGivesTheContent() {
		final Result result = run(settings(), new Monitor() {

			@Override
			public boolean isStopRequested() {
				return true;
			}
		});
		assertTrue(result.notice().isPresent());
		assertEquals(41, result.picture().width());
		for (final float v : result.picture().data()) assertTrue(Float.isFinite(v));
	}

	@Test
	void stoppingBetweenTwoLevelsGivesTheCoarserOne() {
		final AfterTheFirstLevel stop = new AfterTheFirstLevel(() -> true);
		final Result result = run(settings(Option.ITERATIONS, "3"), stop);
		assertEquals("Stopped at level 1 of 2; this is the best picture so far.", result.notice().orElse(""));
		assertSamePicture(stop, result);
	}

	@Test
	void memoryThatRunsOutBetweenTwoLevelsGivesTheCoarserOne() {
		final AfterTheFirstLevel fault = new AfterTheFirstLevel(() -> {
			throw new OutOfMemoryError("for this test");
		});
		final Result result = run(settings(Option.ITERATIONS, "3"), fault);
		assertEquals("Memory ran out at level 2 of 2; this is the best picture so far.", result.notice().orElse(""));
		assertSamePicture(fault, result);
	}

	@Test
	void hugeWeightsEndWithASentenceAndAPicture() {
		final Result result = run(settings(Option.STYLE_WEIGHT, "1e12", Option.CONTENT_WEIGHT, "1e12", Option.ITERATIONS,
			"3"), Monitor.NONE);
		for (final float v : result.picture().data()) assertTrue(Float.isFinite(v));
	}

	@Test
	void blackAndConstantImagesGivePictures() {
		for (final float level : new float[] { 0, 200 }) {
			final float[] flat = new float[3 * 33 * 41];
			Arrays.fill(flat, level);
			final PlanarImage constant = new PlanarImage(41, 33, flat);
			for (final PlanarImage[] pair : new PlanarImage[][] { { constant, STYLE }, { CONTENT, constant }, { constant,
				constant } })
			{
				final Result result = StyleTransfer.run(pair[0], pair[1], WEIGHTS, Settings.parse(settings(Option.ITERATIONS,
					"4")), Monitor.NONE);
				for (final float v : result.picture().data()) assertTrue(Float.isFinite(v));
			}
		}
	}

	@Test
	void contentSmallerThanTheDeepestLayerAllowsIsRefused() {
		final PlanarImage small = new PlanarImage(40, 15, new float[3 * 40 * 15]);
		final String message = assertThrows(IllegalArgumentException.class, () -> StyleTransfer.run(small, STYLE, WEIGHTS,
			Settings.defaults(), Monitor.NONE)).getMessage();
		assertTrue(message.contains("40 x 15") && message.contains("conv5_1") && message.contains("16 x 16"), message);
	}

	@Test
	void styleSmallerThanTheDeepestLayerAllowsIsRefused() {
		final PlanarImage small = new PlanarImage(15, 40, new float[3 * 40 * 15]);
		final String message = assertThrows(IllegalArgumentException.class, () -> StyleTransfer.run(CONTENT, small, WEIGHTS,
			Settings.defaults(), Monitor.NONE)).getMessage();
		assertTrue(message.contains("style image") && message.contains("15 x 40"), message);
	}

	@Test
	void longStripsAreEnlargedAtTheCoarsestLevel() {
		final PlanarImage strip = new PlanarImage(400, 20, NarrowNetwork.image(1, 20, 400));
		final Result result = StyleTransfer.run(strip, STYLE, WEIGHTS, Settings.parse(settings(Option.ITERATIONS, "2")),
			Monitor.NONE);
		assertEquals(400, result.picture().width());
	}

	@Test
	void provenanceRepeatsTheRun() {
		final Result result = run(settings(Option.ITERATIONS, "3"), Monitor.NONE);
		final String info = Provenance.of("c", "s", Optional.of("my network"), WEIGHTS, result);
		assertTrue(info.contains("network: my network\narchitecture: narrow\n") && !info.contains("default"), info);
		for (final Option o : result.settings().toMap().keySet()) assertTrue(info.contains("\n" + o.key() + ": "), info);
		final Map<Option, String> again = new HashMap<>();
		info.lines().map(l -> l.split(": ", 2)).forEach(kv -> Arrays.stream(Option.values()).filter(o -> o.key().equals(
			kv[0]) && o != Option.STYLE).forEach(o -> again.put(o, kv[1])));
		assertEquals(result.settings().with(Option.DEVICE, "cpu"), Settings.parse(again)); // what auto was
		assertTrue(info.contains("weights_sha256: none") && info.contains("style_loss_conv5_1: ") && info.contains(
			"software: Style Transfer " + Version.current()), info);
		assertTrue(Version.current().matches("\\d+\\.\\d+\\.\\d+.*"), Version.current());
	}

	// -- Helper methods --

	private static Result run(final Map<Option, String> values, final Monitor monitor) {
		return StyleTransfer.run(CONTENT, STYLE, WEIGHTS, Settings.parse(values), monitor);
	}

	private static Map<Option, String> settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STROKE_SIZE, "24"));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return values;
	}

	private static void assertSamePicture(final AfterTheFirstLevel monitor, final Result result) {
		final PlanarImage first = monitor.picture;
		assertArrayEquals(Resampling.resize(first, result.picture().width(), result.picture().height()).data(), result.picture()
			.data(), 1e-3f);
		assertEquals(41, result.picture().width());
	}

	/** Answers, to the run alone and once its first level's last iteration is over, in a way of its own. */
	private static final class AfterTheFirstLevel implements Monitor {

		private final Thread run = Thread.currentThread();
		private final BooleanSupplier answer;
		private PlanarImage picture;
		private int askedSince;

		AfterTheFirstLevel(final BooleanSupplier answer) {
			this.answer = answer;
		}

		@Override
		public void onProgress(final Progress p) {
			if (p.level() == 1 && p.iteration() == p.iterations()) picture = p.picture().get();
		}

		@Override
		public boolean isStopRequested() {
			if (Thread.currentThread() != run || picture == null) return false;
			return ++askedSince > 2 && answer.getAsBoolean(); // asked once to end the iteration and once to go on
		}
	}
}
