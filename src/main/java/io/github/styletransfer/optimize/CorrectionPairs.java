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

/** The last steps s and gradient differences y of L-BFGS, and their product with a vector. Arrays are used again. */
final class CorrectionPairs {

	/** Pairs with less curvature than this, relative to y·y, say nothing that float precision can hold. */
	private static final double LEAST_CURVATURE = 1e-10;

	private final float[][] s;
	private final float[][] y;
	private final double[] rho;
	private final double[] alpha;
	private final float[] work;
	private final InverseHessian initial;
	private int newest = -1;
	private int size;
	private double gamma = Double.NaN;

	CorrectionPairs(final int history, final int n, final InverseHessian initial) {
		s = new float[history][];
		y = new float[history][];
		rho = new double[history];
		alpha = new double[history];
		work = new float[n];
		this.initial = initial;
	}

	boolean isEmpty() {
		return size == 0;
	}

	void clear() {
		size = 0;
		newest = -1;
	}

	/** Stores x₁ − x₀ and g₁ − g₀ if the curvature along the step is safely positive. */
	void add(final float[] x1, final float[] x0, final float[] g1, final float[] g0) {
		final int slot = (newest + 1) % s.length;
		if (s[slot] == null) {
			s[slot] = new float[work.length];
			y[slot] = new float[work.length];
		}
		Vectors.subtract(x1, x0, s[slot]);
		Vectors.subtract(g1, g0, y[slot]);
		final double sy = Vectors.dot(s[slot], y[slot]);
		Vectors.copy(y[slot], work);
		initial.apply(work);
		final double yAy = Vectors.dot(y[slot], work);
		if (!(sy > LEAST_CURVATURE * Vectors.dot(y[slot], y[slot])) || !(yAy > 0)) {
			if (size == s.length) size--; // the oldest one's arrays were overwritten
			return;
		}
		rho[slot] = 1 / sy;
		gamma = sy / yAy;
		newest = slot;
		size = Math.min(size + 1, s.length);
	}

	/** The two-loop recursion: q becomes H q (Nocedal and Wright, algorithm 7.4). */
	void apply(final float[] q) {
		for (int i = 0; i < size; i++) {
			final int k = slot(i);
			alpha[k] = rho[k] * Vectors.dot(s[k], q);
			Vectors.add(-alpha[k], y[k], q);
		}
		initial.apply(q);
		Vectors.scale(gamma, q);
		for (int i = size - 1; i >= 0; i--) {
			final int k = slot(i);
			Vectors.add(alpha[k] - rho[k] * Vectors.dot(y[k], q), s[k], q);
		}
	}

	/** Counted from the newest pair. */
	private int slot(final int age) {
		return Math.floorMod(newest - age, s.length);
	}
}
