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

/**
 * The last steps s and gradient differences y of L-BFGS, and the product of their inverse Hessian with a gradient. The
 * two-loop recursion (Nocedal and Wright, algorithm 7.4) needs the long vectors in three passes only, because the products
 * s·y of all pairs are kept (Chen, Wang and Zhou, "Large-scale L-BFGS using MapReduce", NIPS 2014, for an initial inverse
 * Hessian that is no multiple of the identity). Arrays are used again.
 */
final class CorrectionPairs {

	/** Pairs with less curvature than this, relative to y·y, say nothing that float precision can hold. */
	private static final double LEAST_CURVATURE = 1e-10;

	private final float[][] s;
	private final float[][] y;
	/** s of the first index times y of the second, where the second pair is not the older one. */
	private final double[][] sy;
	/** s times the newest gradient. */
	private final double[] sg;
	private final float[] work;
	private final InverseHessian initial;
	private final double leastCurvature;
	private int newest = -1;
	private int size;
	private double gamma = Double.NaN;

	CorrectionPairs(final int history, final int n, final InverseHessian initial) {
		this(history, n, initial, LEAST_CURVATURE);
	}

	/**
	 * @param leastCurvature s·y of a pair must be above this times y·y
	 */
	CorrectionPairs(final int history, final int n, final InverseHessian initial, final double leastCurvature) {
		s = new float[history][];
		y = new float[history][];
		sy = new double[history][history];
		sg = new double[history];
		work = new float[n];
		this.initial = initial;
		this.leastCurvature = leastCurvature;
	}

	boolean isEmpty() {
		return size == 0;
	}

	void clear() {
		size = 0;
		newest = -1;
	}

	/** Stores x₁ − x₀ and g₁ − g₀ if the curvature along the step is safely positive. Of g₁, {@link #apply} is asked next. */
	void add(final float[] x1, final float[] x0, final float[] g1, final float[] g0) {
		final int next = makeRoom();
		Vectors.subtract(x1, x0, s[next]);
		Vectors.subtract(g1, g0, y[next]);
		keep(next, g1);
	}

	/** The same of a step that is known better than points that were rounded: step · direction. */
	void add(final double step, final float[] direction, final float[] g1, final float[] g0) {
		final int next = makeRoom();
		Vectors.copy(direction, s[next]);
		Vectors.scale(step, s[next]);
		Vectors.subtract(g1, g0, y[next]);
		keep(next, g1);
	}

	/** Returns where the next pair's arrays are. */
	private int makeRoom() {
		final int next = (newest + 1) % s.length;
		if (s[next] == null) {
			s[next] = new float[work.length];
			y[next] = new float[work.length];
		}
		if (size == s.length) size--; // the oldest one's arrays are written over
		return next;
	}

	private void keep(final int next, final float[] g1) {
		final double[] products = Vectors.dots(newestFirst(s, next), y[next]);
		final double[] after = Vectors.dots(newestFirst(s, next), g1);
		for (int i = 0; i < size; i++) {
			sy[slot(i)][next] = products[i + 1];
			sg[slot(i)] = after[i + 1];
		}
		Vectors.copy(y[next], work);
		initial.apply(work);
		final double yAy = Vectors.dot(y[next], work);
		if (!(products[0] > leastCurvature * Vectors.dot(y[next], y[next])) || !(yAy > 0)) return;
		sy[next][next] = products[0];
		sg[next] = Vectors.dot(s[next], g1);
		gamma = products[0] / yAy;
		newest = next;
		size++;
	}

	/** What {@link #add} does for the gradient alone: of it, {@link #apply} is asked next, and no pair came with it. */
	void gradientIsNow(final float[] g) {
		final double[] products = Vectors.dots(newestFirst(s), g);
		for (int i = 0; i < size; i++) sg[slot(i)] = products[i];
	}

	/**
	 * The two-loop recursion.
	 *
	 * @param q the gradient g₁ that came with the last pair; becomes H q
	 */
	void apply(final float[] q) {
		final double[] alpha = new double[size];
		for (int i = 0; i < size; i++) {
			double product = sg[slot(i)];
			for (int j = 0; j < i; j++) product -= alpha[j] * sy[slot(i)][slot(j)];
			alpha[i] = product / sy[slot(i)][slot(i)];
		}
		Vectors.combine(1, q, negative(alpha), newestFirst(y));
		initial.apply(q);
		final double[] yq = Vectors.dots(newestFirst(y), q);
		for (int i = size - 1; i >= 0; i--) { // alpha becomes alpha - beta, from the oldest on
			double product = gamma * yq[i];
			for (int j = i + 1; j < size; j++) product += alpha[j] * sy[slot(j)][slot(i)];
			alpha[i] -= product / sy[slot(i)][slot(i)];
		}
		Vectors.combine(gamma, q, alpha, newestFirst(s));
	}

	/** Counted from the newest pair. */
	private int slot(final int age) {
		return Math.floorMod(newest - age, s.length);
	}

	private float[][] newestFirst(final float[][] of) {
		final float[][] sorted = new float[size][];
		for (int i = 0; i < size; i++) sorted[i] = of[slot(i)];
		return sorted;
	}

	/** The one at a slot, then the pairs that are kept. */
	private float[][] newestFirst(final float[][] of, final int first) {
		final float[][] sorted = new float[size + 1][];
		sorted[0] = of[first];
		for (int i = 0; i < size; i++) sorted[i + 1] = of[slot(i)];
		return sorted;
	}

	private static double[] negative(final double[] of) {
		final double[] negative = of.clone();
		for (int i = 0; i < negative.length; i++) negative[i] = -negative[i];
		return negative;
	}
}
