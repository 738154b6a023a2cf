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
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strength, pause, and going on from a picture. */
class SteeringTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = new PlanarImage(41, 33, NarrowNetwork.image(1, 33, 41));
	private static final PlanarImage STYLE = new PlanarImage(50, 40, NarrowNetwork.image(2, 40, 50));

	@Test
	void atStrengthZeroTheContentIsWhatIsAimedAt() {
		final Result result = run(settings(Option.STRENGTH, "0", Option.STROKE_SIZE, "64"), Monitor.NONE);
		assertArrayEquals(CONTENT.data(), result.picture().data(), .01f, "both losses of the content are 0");
		assertTrue(result.strengthChanges().isEmpty());
	}

	/** At the content, A − A_content is s · (A_style − A_content), and the loss is quadratic in it. */
	@Test
	void atTheContentTheStyleLossGoesWithTheSquareOfTheStrength() {
		final LossLayers losses = Settings.defaults().lossLayers(WEIGHTS.architecture());
		try (Engine engine = new Engine(WEIGHTS, 1);
				Targets content = engine.contentTargets(losses, CONTENT.data(), 33, 41);
				StrengthTargets targets = new StrengthTargets(engine.styleTargets(losses, STYLE.data(), 40, 50), () -> engine
					.styleTargets(losses, CONTENT.data(), 33, 41)))
		{
			final double whole = loss(engine, losses, content, targets.at(1));
			assertTrue(whole > 0);
			for (final double s : new double[] { .75, .5, .1 }) {
				assertEquals(s * s * whole, loss(engine, losses, content, targets.at(s)), 1e-3 * whole, "at " + s);
			}
			assertEquals(0, loss(engine, losses, content, targets.at(0)), 1e-9 * whole);
			assertEquals(whole, loss(engine, losses, content, targets.at(1)));
		}
	}

	private static double loss(final Engine engine, final LossLayers losses, final Targets content, final Targets style) {
		try (GradientFunction f = engine.gradient(losses, 33, 41, content, style, 1, 1000)) {
			return f.evaluate(CONTENT.data(), new float[CONTENT.data().length]);
		}
	}

	/** With the style's own strength asked for, nothing is asked for. */
	@Test
	void strengthOneIsTheRunThatItAlwaysWas() {
		final float[] plain = run(settings(), Monitor.NONE).picture().data();
		final Result asked = run(settings(), strength(1, 1, 1));
		assertArrayEquals(plain, asked.picture().data());
		assertTrue(asked.strengthChanges().isEmpty());
	}

	@Test
	void aChangeDuringTheRunIsTakenUpCountedOnAndTold() {
		final List<Integer> iterations = new ArrayList<>();
		final List<Double> losses = new ArrayList<>();
		final Monitor change = strength(.3, 1, 4);
		final Result result = run(settings(), new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				change.onProgress(p);
				if (p.level() == 1) iterations.add(p.iteration());
				if (p.level() == 1) losses.add(p.terms().loss());
			}

			@Override
			public OptionalDouble strength() {
				return change.strength();
			}
		});
		assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), iterations);
		assertEquals(List.of(new StrengthChange(.3, 1, 4)), result.strengthChanges());
		final List<Double> plain = new ArrayList<>();
		final Result unchanged = run(settings(), Monitor.listening(p -> plain.add(p.terms().loss())));
		assertEquals(plain.subList(0, 4), losses.subList(0, 4), "up to the change");
		assertTrue(losses.get(4) > losses.get(3), "aims elsewhere: " + losses);
		assertTrue(losses.get(7) < losses.get(4), "and comes nearer: " + losses);
		assertTrue(result.notice().isEmpty(), result.notice().toString());
		assertEquals(2, result.levelTerms().size());
		assertFalse(Arrays.equals(unchanged.picture().data(), result.picture().data()));
		final String info = Provenance.of("c", "s", Optional.empty(), WEIGHTS, result);
		assertTrue(info.contains("\nstrength: 1.0\n") && info.contains("\nstrength_changed: 0.3 after iteration 4 of level 1\n"),
			info);
		final Recipe recipe = Recipe.of("c", info);
		assertArrayEquals(result.picture().data(), StyleTransfer.run(CONTENT, STYLE, WEIGHTS, recipe.settings(), new Replay(
			recipe.strengthChanges())).picture().data(), "replayed");
	}

	@Test
	void aChangeAfterTheLastIterationOfALevelIsForTheNext() {
		final Result result = run(settings(), strength(.3, 1, 8));
		assertTrue(result.notice().isEmpty(), result.notice().toString());
		assertEquals(List.of(new StrengthChange(.3, 1, 8)), result.strengthChanges());
		assertEquals(2, result.levelTerms().size());
		final Result plain = run(settings(), Monitor.NONE);
		assertEquals(plain.levelTerms().get(0), result.levelTerms().get(0));
		assertFalse(Arrays.equals(plain.picture().data(), result.picture().data()));
	}

	@ParameterizedTest
	@ValueSource(doubles = { -.1, 1.1, Double.NaN })
	void aStrengthThatIsNoneIsRefused(final double strength) {
		final String message = assertThrows(IllegalArgumentException.class, () -> run(settings(), strength(strength, 1, 1)))
			.getMessage();
		assertEquals("strength is \"" + strength + "\"; it must be a number from 0 to 1.", message);
	}

	@Test
	void aPausedRunWaitsAndThenGoesOnToTheSamePicture() throws Exception {
		final Pause pause = new Pause();
		final Result[] result = { null };
		final Thread run = new Thread(() -> result[0] = run(settings(), pause));
		run.start();
		assertTrue(pause.begun.await(60, TimeUnit.SECONDS));
		while (run.getState() != Thread.State.TIMED_WAITING) Thread.sleep(5);
		assertEquals(3, pause.heard, "nothing is computed in a pause");
		final long nanoseconds = 300_000_000;
		final long end = System.nanoTime() + nanoseconds;
		while (System.nanoTime() < end) Thread.sleep(20);
		assertEquals(3, pause.heard);
		final long resumed = System.nanoTime();
		pause.paused = false;
		run.join(60_000);
		assertArrayEquals(run(settings(), Monitor.NONE).picture().data(), result[0].picture().data());
		assertTrue(result[0].time().toNanos() <= System.nanoTime() - pause.start - (resumed - end + nanoseconds),
			"a pause is no time of the run: " + result[0].time());
	}

	@Test
	void aPausedRunCanBeStopped() throws Exception {
		final Pause pause = new Pause();
		final Result[] result = { null };
		final Thread run = new Thread(() -> result[0] = run(settings(), pause));
		run.start();
		assertTrue(pause.begun.await(60, TimeUnit.SECONDS));
		pause.stopped = true;
		run.join(60_000);
		assertFalse(run.isAlive());
		assertTrue(result[0].notice().orElse("").startsWith("Stopped at level 1"), result[0].notice().toString());
		assertEquals(3, pause.heard);
	}

	@Test
	void goingOnBeginsWithThePictureAndDoesTheFinestLevelAlone() {
		final Result first = run(settings(), Monitor.NONE);
		final List<String> seen = new ArrayList<>();
		final Result more = StyleTransfer.goOn(Inputs.of(CONTENT, STYLE), WEIGHTS, first.settings(), MemoryLimits.NONE, first.picture(), 5, Monitor.listening(
			p -> seen.add(p.level() + "/" + p.levels() + " " + p.iteration() + "/" + p.iterations())));
		assertEquals(List.of("1/1 1/5", "1/1 2/5", "1/1 3/5", "1/1 4/5", "1/1 5/5"), seen);
		assertTrue(more.terms().orElseThrow().loss() < first.terms().orElseThrow().loss(), "loss");
		assertEquals(first.terms().orElseThrow().style().keySet(), more.terms().orElseThrow().style().keySet());
		assertEquals(CONTENT.size(), more.picture().size());
	}

	@Test
	void goingOnFromAnotherSizeIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> StyleTransfer.goOn(Inputs.of(CONTENT, STYLE), WEIGHTS,
			Settings.defaults(), MemoryLimits.NONE, STYLE, 5, Monitor.NONE)).getMessage();
		assertTrue(message.contains("50 x 40") && message.contains("41 x 33"), message);
		assertThrows(IllegalArgumentException.class, () -> StyleTransfer.goOn(Inputs.of(CONTENT, STYLE), WEIGHTS, Settings
			.defaults(), MemoryLimits.NONE, CONTENT, 0, Monitor.NONE));
	}

	// -- Helper methods --

	/** Pauses after the third iteration. */
	private static final class Pause implements Monitor {

		private final CountDownLatch begun = new CountDownLatch(1);
		private final long start = System.nanoTime();
		private volatile boolean paused;
		private volatile boolean stopped;
		private volatile int heard;

		@Override
		public void onProgress(final Progress p) {
			heard++;
			if (heard != 3) return;
			paused = true;
			begun.countDown();
		}

		@Override
		public boolean isPaused() {
			return paused;
		}

		@Override
		public boolean isStopRequested() {
			return stopped;
		}
	}

	/** Asks for a strength after an iteration of a level. */
	private static Monitor strength(final double strength, final int level, final int iteration) {
		final OptionalDouble[] wanted = { OptionalDouble.empty() };
		return new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				if (p.level() == level && p.iteration() == iteration) wanted[0] = OptionalDouble.of(strength);
			}

			@Override
			public OptionalDouble strength() {
				return wanted[0];
			}
		};
	}

	private static Result run(final Map<Option, String> values, final Monitor monitor) {
		return StyleTransfer.run(CONTENT, STYLE, WEIGHTS, Settings.parse(values), monitor);
	}

	private static Map<Option, String> settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STROKE_SIZE, "24", Option.ITERATIONS, "8"));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return values;
	}
}
