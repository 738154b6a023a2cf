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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionPairsTest {

	private static final int N = 40;
	private static final int HISTORY = 5;

	/** [1 2 1]/4 with the outermost value repeated. */
	private static final InverseHessian TAPS = v -> {
		final float[] old = v.clone();
		for (int i = 0; i < v.length; i++) {
			v[i] = .25f * (old[Math.max(0, i - 1)] + old[Math.min(v.length - 1, i + 1)]) + .5f * old[i];
		}
	};

	private final Random random = new Random(3);
	private final List<float[]> steps = new ArrayList<>();
	private final List<float[]> differences = new ArrayList<>();

	/** Nocedal and Wright, algorithm 7.4, as it stands there, in double. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, HISTORY, HISTORY + 1, 3 * HISTORY })
	void productEqualsTheTwoLoopRecursion(final int pairs) {
		final CorrectionPairs kept = new CorrectionPairs(HISTORY, N, TAPS);
		final float[] g = follow(kept, pairs);
		final float[] product = g.clone();
		kept.apply(product);
		final double[] expected = twoLoop(g);
		for (int i = 0; i < N; i++) assertEquals(expected[i], product[i], 1e-5 * norm(expected));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, HISTORY, 2 * HISTORY })
	void pairOfNegativeCurvatureIsLeftOut(final int pairs) {
		final CorrectionPairs kept = new CorrectionPairs(HISTORY, N, TAPS);
		final float[] g0 = follow(kept, pairs);
		final float[] x1 = uniform();
		final float[] g1 = g0.clone();
		for (int i = 0; i < N; i++) g1[i] -= x1[i];
		kept.add(x1, new float[N], g1, g0);
		if (steps.size() == HISTORY) { // its arrays took the place of the oldest ones
			steps.remove(0);
			differences.remove(0);
		}
		final float[] product = g1.clone();
		kept.apply(product);
		final double[] expected = twoLoop(g1);
		for (int i = 0; i < N; i++) assertEquals(expected[i], product[i], 1e-5 * norm(expected));
	}

	/** Random steps on a quadratic; returns the last gradient. */
	private float[] follow(final CorrectionPairs kept, final int pairs) {
		float[] x0 = uniform();
		float[] g0 = gradient(x0);
		for (int k = 0; k < pairs; k++) {
			final float[] x1 = uniform();
			final float[] g1 = gradient(x1);
			kept.add(x1, x0, g1, g0);
			steps.add(difference(x1, x0));
			differences.add(difference(g1, g0));
			if (steps.size() > HISTORY) {
				steps.remove(0);
				differences.remove(0);
			}
			x0 = x1;
			g0 = g1;
		}
		assertTrue(!kept.isEmpty());
		return g0;
	}

	private double[] twoLoop(final float[] g) {
		final double[] q = new double[N];
		for (int i = 0; i < N; i++) q[i] = g[i];
		final double[] alpha = new double[steps.size()];
		for (int k = steps.size() - 1; k >= 0; k--) {
			alpha[k] = dot(steps.get(k), q) / dot(steps.get(k), differences.get(k));
			add(-alpha[k], differences.get(k), q);
		}
		final float[] y = differences.get(differences.size() - 1);
		final float[] smoothY = y.clone();
		TAPS.apply(smoothY);
		final float[] smoothQ = new float[N];
		for (int i = 0; i < N; i++) smoothQ[i] = (float) q[i];
		TAPS.apply(smoothQ);
		final double gamma = dot(steps.get(steps.size() - 1), y) / dot(y, smoothY);
		for (int i = 0; i < N; i++) q[i] = gamma * smoothQ[i];
		for (int k = 0; k < steps.size(); k++) {
			final double beta = dot(differences.get(k), q) / dot(steps.get(k), differences.get(k));
			add(alpha[k] - beta, steps.get(k), q);
		}
		return q;
	}

	private float[] uniform() {
		final float[] v = new float[N];
		for (int i = 0; i < N; i++) v[i] = random.nextFloat();
		return v;
	}

	private static float[] gradient(final float[] x) {
		final float[] g = new float[N];
		for (int i = 0; i < N; i++) g[i] = (1 + i % 7) * x[i];
		return g;
	}

	private static float[] difference(final float[] a, final float[] b) {
		final float[] d = new float[N];
		for (int i = 0; i < N; i++) d[i] = a[i] - b[i];
		return d;
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < N; i++) sum += (double) a[i] * b[i];
		return sum;
	}

	private static double dot(final float[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < N; i++) sum += a[i] * b[i];
		return sum;
	}

	private static void add(final double factor, final float[] x, final double[] y) {
		for (int i = 0; i < N; i++) y[i] += factor * x[i];
	}

	private static double norm(final double[] v) {
		double sum = 0;
		for (final double d : v) sum += d * d;
		return Math.sqrt(sum);
	}
}
