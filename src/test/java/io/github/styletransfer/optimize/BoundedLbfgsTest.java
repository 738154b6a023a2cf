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
package io.github.styletransfer.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLbfgsTest {

	/** ½ Σ λ (x − c)², λ from 1 to 10⁴ in equal ratios, c from −100 to 400: half of it is within 0…255. */
	private static final Objective SEPARABLE = (x, g) -> {
		double loss = 0;
		for (int i = 0; i < x.length; i++) {
			final double lambda = Math.pow(1e4, i / (x.length - 1.));
			final double d = x[i] - centre(i);
			loss += .5 * lambda * d * d;
			g[i] = (float) (lambda * d);
		}
		return loss;
	};

	@ParameterizedTest
	@CsvSource({ "quartic_-0.5_0.75,-0.5,0.75", "quartic_-2_2,-2,2" })
	void findsSciPysMinimumOfAQuartic(final String name, final float lower, final float upper) {
		final Optimum end = bounded(Problems.QUARTIC, Problems.stored("start"), lower, upper, 300);
		assertMinimum(Problems.QUARTIC, Problems.stored(name), end);
	}

	@ParameterizedTest
	@CsvSource({ "rosenbrock_-2_0.8,-2,0.8", "rosenbrock_0.2_0.6,0.2,0.6" })
	void findsSciPysMinimumOfRosenbrock(final String name, final float lower, final float upper) {
		final float[] start = new float[20];
		for (int i = 0; i < 20; i++) start[i] = i % 2 == 0 ? -1.2f : 1;
		assertMinimum(Problems.ROSENBROCK, Problems.stored(name), bounded(Problems.ROSENBROCK, start, lower, upper, 500));
	}

	/** The minimum of each number on its own, clamped. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 10, 2000 })
	void findsTheMinimumOfASeparableQuadratic(final int n) {
		final float[] start = new float[n];
		Arrays.fill(start, 128);
		final Optimum end = Lbfgs.builder().maxIterations(1500).firstStep(4).bounded(0, 255).minimize(SEPARABLE, start,
			it -> true);
		final float[] minimum = new float[n];
		for (int i = 0; i < n; i++) minimum[i] = Math.max(0, Math.min(255, centre(i)));
		assertEquals(0, Problems.distance(minimum, end.x()), .02, end.reason() + " after " + end.iterations());
	}

	/** Where no bound is met, it is L-BFGS. */
	@Test
	void wideBoundsDoNotMatter() {
		final float[] start = Problems.stored("start");
		final Optimum free = Lbfgs.builder().firstStep(.1).maxIterations(300).build().minimize(Problems.QUARTIC, start,
			it -> true);
		final Optimum end = bounded(Problems.QUARTIC, start, -1000, 1000, 300);
		assertEquals(0, Problems.distance(free.x(), end.x()), 1e-3);
		assertTrue(end.evaluations() < 120, "evaluations: " + end.evaluations());
	}

	@Test
	void everyTrialIsWithinBoundsAndNoIterationRaisesTheLoss() {
		final double[] last = { Double.POSITIVE_INFINITY };
		final float[] start = Problems.stored("start");
		Lbfgs.builder().firstStep(10).maxIterations(100).bounded(-.5f, .75f).minimize((x, g) -> {
			for (final float v : x) assertTrue(v >= -.5f && v <= .75f, Arrays.toString(x));
			return Problems.QUARTIC.evaluate(x, g);
		}, start, it -> {
			assertTrue(it.loss() < last[0]);
			last[0] = it.loss();
			return true;
		});
		assertTrue(last[0] < Double.POSITIVE_INFINITY);
	}

	@Test
	void nearlyEveryIterationNeedsOneEvaluation() {
		final Optimum end = Lbfgs.builder().maxIterations(60).firstStep(4).bounded(0, 255).minimize(SEPARABLE, new float[500],
			it -> true);
		assertEquals(60, end.iterations());
		assertTrue(end.evaluations() <= 80, "evaluations: " + end.evaluations());
	}

	@Test
	void stepsStayInTheRangeOfASingularInitialHessian() {
		final InverseHessian firstHalf = v -> Arrays.fill(v, v.length / 2, v.length, 0);
		final float[] start = new float[100];
		Arrays.fill(start, 7);
		final Optimum end = Lbfgs.builder().inverseHessian(firstHalf).maxIterations(50).bounded(0, 255).minimize(SEPARABLE,
			start, it -> true);
		for (int i = 50; i < 100; i++) assertEquals(7, end.x()[i]);
		assertTrue(Problems.distance(start, end.x()) > 10);
	}

	@Test
	void cornerThatIsTheMinimumIsConverged() {
		final Optimum end = bounded((x, g) -> {
			Arrays.fill(g, 1);
			return x[0] + x[1];
		}, new float[2], 0, 1, 10);
		assertEquals(StopReason.CONVERGED, end.reason());
		assertEquals(1, end.evaluations());
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void losslessRegionsAreBackedOutOf(final double wall) {
		final Optimum end = Lbfgs.builder().firstStep(1000).maxIterations(200).bounded(0, 255).minimize((x, g) -> {
			final double loss = SEPARABLE.evaluate(x, g);
			return x[1] > 100 ? wall : loss;
		}, new float[2], it -> true);
		assertTrue(Double.isFinite(end.loss()) && end.x()[1] <= 100, end.toString());
		assertEquals(0, end.x()[0], .1);
	}

	@Test
	void startThatIsNoNumberIsGivenBackWithinBounds() {
		final Optimum end = bounded((x, g) -> Double.NaN, new float[] { -1, 2 }, 0, 1, 3);
		assertEquals(StopReason.NON_FINITE, end.reason());
		assertArrayEquals(new float[] { 0, 1 }, end.x());
	}

	@Test
	void lossThatOnlyRisesEndsWithNoProgressAndABoundedNumberOfEvaluations() {
		final int[] count = { 0 };
		final Optimum end = bounded((x, g) -> {
			Arrays.fill(g, 1);
			return count[0]++;
		}, new float[] { 5, 5 }, 0, 10, 10);
		assertEquals(StopReason.NO_PROGRESS, end.reason());
		assertTrue(end.evaluations() <= 25, "evaluations: " + end.evaluations());
	}

	@Test
	void cancelInTheMiddleKeepsTheBestPoint() {
		final int[] count = { 0 };
		final double[] last = { 0 };
		final Optimum end = bounded((x, g) -> {
			if (count[0]++ == 7) throw new CancellationException();
			return SEPARABLE.evaluate(x, g);
		}, new float[50], 0, 255, 100, last);
		assertEquals(StopReason.REQUESTED, end.reason());
		assertEquals(last[0], end.loss());
		assertEquals(last[0], SEPARABLE.evaluate(end.x(), new float[50]));
	}

	@Test
	void boundsThatAreNoneAreRefused() {
		for (final float[] b : new float[][] { { 1, 1 }, { 2, 1 }, { Float.NaN, 1 }, { 0, Float.POSITIVE_INFINITY } }) {
			assertThrows(IllegalArgumentException.class, () -> Lbfgs.builder().bounded(b[0], b[1]));
		}
	}

	private static void assertMinimum(final Objective f, final float[] minimum, final Optimum end) {
		assertEquals(0, Problems.distance(minimum, end.x()), 1e-3, end.reason() + " after " + end.iterations());
		final double lowest = f.evaluate(minimum, new float[minimum.length]);
		assertEquals(lowest, end.loss(), 1e-5 * Math.abs(lowest));
	}

	private static Optimum bounded(final Objective f, final float[] start, final float lower, final float upper,
		final int iterations)
	{
		return bounded(f, start, lower, upper, iterations, new double[1]);
	}

	private static Optimum bounded(final Objective f, final float[] start, final float lower, final float upper,
		final int iterations, final double[] last)
	{
		return Lbfgs.builder().firstStep(.1).maxIterations(iterations).bounded(lower, upper).minimize(f, start, it -> {
			last[0] = it.loss();
			return true;
		});
	}

	private static float centre(final int i) {
		return i * 37 % 501 - 100;
	}
}
