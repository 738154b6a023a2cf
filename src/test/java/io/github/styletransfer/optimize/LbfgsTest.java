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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {

	/** Evaluations that this optimiser needed when it was written; more is a worse optimiser. */
	private static final int STORED_ROSENBROCK = 45;
	private static final int STORED_QUADRATIC = 408;

	private static final Objective ROSENBROCK = (x, g) -> {
		double loss = 0;
		Arrays.fill(g, 0);
		for (int i = 0; i < x.length; i += 2) {
			final double a = 1 - x[i];
			final double b = x[i + 1] - (double) x[i] * x[i];
			loss += a * a + 100 * b * b;
			g[i] = (float) (-2 * a - 400 * x[i] * b);
			g[i + 1] = (float) (200 * b);
		}
		return loss;
	};

	/** ½ Σ λ (x − 1)², λ from 1 to 10⁴ in equal ratios. */
	private static final Objective QUADRATIC = (x, g) -> {
		double loss = 0;
		for (int i = 0; i < x.length; i++) {
			final double lambda = Math.pow(1e4, i / (x.length - 1.));
			loss += .5 * lambda * Math.pow(x[i] - 1, 2);
			g[i] = (float) (lambda * (x[i] - 1));
		}
		return loss;
	};

	@ParameterizedTest
	@ValueSource(ints = { 2, 100 })
	void findsTheMinimumOfRosenbrock(final int n) {
		final float[] start = new float[n];
		for (int i = 0; i < n; i += 2) start[i] = -1.2f;
		for (int i = 1; i < n; i += 2) start[i] = 1;
		final Optimum end = Lbfgs.builder().maxIterations(200).firstStep(.1).build().minimize(ROSENBROCK, start, it -> true);
		assertTrue(end.loss() < 1e-8, end.toString());
		for (final float v : end.x()) assertEquals(1, v, 1e-3);
		assertTrue(end.evaluations() <= STORED_ROSENBROCK, "evaluations: " + end.evaluations());
	}

	@Test
	void findsTheMinimumOfAQuadraticOfKnownSpectrum() {
		final int[] evaluations = { 0 };
		final Optimum end = Lbfgs.builder().maxIterations(1000).build().minimize(QUADRATIC, new float[1000], it -> {
			evaluations[0] = it.evaluations();
			return it.loss() > 1e-3;
		});
		assertEquals(0, end.loss(), 1e-3); // from 5.4e5
		assertTrue(evaluations[0] <= STORED_QUADRATIC, "evaluations: " + evaluations[0]);
	}

	@Test
	void everyAcceptedStepFulfilsTheStrongWolfeConditions() {
		final List<float[]> points = new ArrayList<>(List.of(new float[] { -1.2f, 1 }));
		Lbfgs.builder().maxIterations(30).firstStep(.1).build().minimize(ROSENBROCK, points.get(0), it -> points.add(it.x()
			.clone()));
		assertTrue(points.size() > 20);
		for (int i = 1; i < points.size() && loss(points.get(i)) > 1e-6; i++) {
			final float[] g0 = gradient(points.get(i - 1));
			final float[] g1 = gradient(points.get(i));
			final float[] s = { points.get(i)[0] - points.get(i - 1)[0], points.get(i)[1] - points.get(i - 1)[1] };
			final double before = Vectors.dot(g0, s);
			assertTrue(loss(points.get(i)) <= loss(points.get(i - 1)) + 1e-4 * before, "sufficient decrease at " + i);
			assertTrue(Math.abs(Vectors.dot(g1, s)) <= .9 * Math.abs(before) * 1.0001, "curvature at " + i);
		}
	}

	@Test
	void moreHistoryNeedsFewerEvaluations() {
		final int[] counts = new int[2];
		for (int i = 0; i < 2; i++) {
			final int k = i;
			Lbfgs.builder().history(i == 0 ? 1 : 20).maxIterations(2000).build().minimize(QUADRATIC, new float[200], it -> {
				counts[k] = it.evaluations();
				return it.loss() > 1;
			});
		}
		assertTrue(counts[1] < .8 * counts[0], counts[1] + " against " + counts[0]);
	}

	@Test
	void nearlyEveryIterationNeedsOneEvaluation() {
		final Optimum end = Lbfgs.builder().maxIterations(100).build().minimize(QUADRATIC, new float[1000], it -> true);
		assertEquals(100, end.iterations());
		assertTrue(end.evaluations() <= 125, "evaluations: " + end.evaluations());
	}

	@Test
	void stepsStayInTheRangeOfASingularInitialHessian() {
		final InverseHessian firstHalf = v -> Arrays.fill(v, v.length / 2, v.length, 0);
		final float[] start = new float[100];
		final Optimum end = Lbfgs.builder().inverseHessian(firstHalf).maxIterations(60).build().minimize(QUADRATIC, start,
			it -> true);
		for (int i = 50; i < 100; i++) assertEquals(0, end.x()[i]);
		for (int i = 0; i < 50; i++) assertEquals(1, end.x()[i], 1e-2);
	}

	@Test
	void firstTrialMovesByTheFirstStep() {
		final List<float[]> tried = new ArrayList<>();
		Lbfgs.builder().firstStep(.25).maxIterations(1).build().minimize((x, g) -> {
			tried.add(x.clone());
			return QUADRATIC.evaluate(x, g);
		}, new float[1000], it -> true);
		assertEquals(.25, Math.sqrt(Vectors.dot(tried.get(1), tried.get(1)) / 1000), 1e-6);
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void losslessRegionsAreBackedOutOf(final double wall) {
		final Objective walled = (x, g) -> {
			final double loss = QUADRATIC.evaluate(x, g);
			return x[0] > 1.01 || x[0] < -.5 ? wall : loss;
		};
		final Optimum end = Lbfgs.builder().firstStep(1000).maxIterations(100).build().minimize(walled, new float[10],
			it -> true);
		assertTrue(end.loss() < 1e-3 && Double.isFinite(end.loss()), end.toString());
	}

	@Test
	void startThatIsNoNumberIsGivenBack() {
		final float[] start = { 1, 2 };
		final Optimum end = Lbfgs.builder().build().minimize((x, g) -> Double.NaN, start, it -> true);
		assertEquals(StopReason.NON_FINITE, end.reason());
		assertArrayEquals(start, end.x());
	}

	@Test
	void gradientThatIsNoNumberAtEveryTrialKeepsTheStart() {
		final float[] start = { 1, 2 };
		final int[] count = { 0 };
		final Optimum end = Lbfgs.builder().build().minimize((x, g) -> {
			Arrays.fill(g, count[0]++ == 0 ? 1 : Float.NaN);
			return 0;
		}, start, it -> true);
		assertEquals(StopReason.NON_FINITE, end.reason());
		assertArrayEquals(start, end.x());
		assertEquals(0, end.loss());
	}

	@Test
	void lossThatOnlyRisesEndsWithNoProgressAndABoundedNumberOfEvaluations() {
		final int[] count = { 0 };
		final Optimum end = Lbfgs.builder().build().minimize((x, g) -> {
			Arrays.fill(g, 1);
			return count[0]++;
		}, new float[4], it -> true);
		assertEquals(StopReason.NO_PROGRESS, end.reason());
		assertTrue(end.evaluations() <= 25, "evaluations: " + end.evaluations());
		assertArrayEquals(new float[4], end.x());
	}

	@Test
	void cancelInTheMiddleKeepsTheBestPoint() {
		final int[] count = { 0 };
		final double[] last = { 0 };
		final Optimum end = Lbfgs.builder().build().minimize((x, g) -> {
			if (count[0]++ == 7) throw new CancellationException();
			return QUADRATIC.evaluate(x, g);
		}, new float[50], it -> {
			last[0] = it.loss();
			return true;
		});
		assertEquals(StopReason.REQUESTED, end.reason());
		assertEquals(last[0], end.loss());
		assertEquals(last[0], QUADRATIC.evaluate(end.x(), new float[50]));
	}

	@Test
	void cancelBeforeTheFirstLossGivesTheStart() {
		final Optimum end = Lbfgs.builder().build().minimize((x, g) -> {
			throw new CancellationException();
		}, new float[] { 3 }, it -> true);
		assertEquals(StopReason.REQUESTED, end.reason());
		assertEquals(3, end.x()[0]);
		assertTrue(Double.isNaN(end.loss()));
	}

	@Test
	void otherExceptionsPassThrough() {
		assertThrows(ArithmeticException.class, () -> Lbfgs.builder().build().minimize((x, g) -> {
			throw new ArithmeticException();
		}, new float[1], it -> true));
	}

	@Test
	void listenerEndsTheRun() {
		final Optimum end = Lbfgs.builder().build().minimize(QUADRATIC, new float[50], it -> it.iteration() < 3);
		assertEquals(StopReason.REQUESTED, end.reason());
		assertEquals(3, end.iterations());
	}

	@Test
	void smallRelativeChangeEndsTheRun() {
		final Optimum end = Lbfgs.builder().relativeChange(.5).maxIterations(1000).build().minimize(QUADRATIC, new float[50],
			it -> true);
		assertEquals(StopReason.CONVERGED, end.reason());
		assertTrue(end.iterations() < 100);
	}

	@Test
	void minimumAtTheStartIsConverged() {
		final float[] ones = new float[10];
		Arrays.fill(ones, 1);
		assertEquals(StopReason.CONVERGED, Lbfgs.builder().build().minimize(QUADRATIC, ones, it -> true).reason());
	}

	@Test
	void noIterationsEvaluateOnce() {
		final Optimum end = Lbfgs.builder().maxIterations(0).build().minimize(QUADRATIC, new float[10], it -> true);
		assertEquals(1, end.evaluations());
		assertArrayEquals(new float[10], end.x());
	}

	@Test
	void startIsNotChanged() {
		final float[] start = new float[10];
		Lbfgs.builder().build().minimize(QUADRATIC, start, it -> true);
		assertArrayEquals(new float[10], start);
	}

	@Test
	void sumsAreMadeInDouble() {
		final float[] a = new float[5_000_003];
		final Random random = new Random(1);
		double exact = 0;
		for (int i = 0; i < a.length; i++) {
			a[i] = random.nextFloat();
			exact += (double) a[i] * a[i];
		}
		assertEquals(exact, Vectors.dot(a, a), 1e-12 * exact);
	}

	@Test
	void badOptionsAreRefusedByName() {
		final Lbfgs.Builder b = Lbfgs.builder();
		assertNamed("history", () -> b.history(0));
		assertNamed("maxIterations", () -> b.maxIterations(-1));
		assertNamed("relativeChange", () -> b.relativeChange(Double.NaN));
		assertNamed("firstStep", () -> b.firstStep(0));
		assertNamed("firstStep", () -> b.firstStep(Double.POSITIVE_INFINITY));
	}

	private static void assertNamed(final String name, final org.junit.jupiter.api.function.Executable action) {
		assertTrue(assertThrows(IllegalArgumentException.class, action).getMessage().startsWith(name));
	}

	private static double loss(final float[] x) {
		return ROSENBROCK.evaluate(x, new float[x.length]);
	}

	private static float[] gradient(final float[] x) {
		final float[] g = new float[x.length];
		ROSENBROCK.evaluate(x, g);
		return g;
	}
}
