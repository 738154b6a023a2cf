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
 * The last steps s and gradient differences y of an L-BFGS with bounds, and the product of the inverse Hessian of the free
 * numbers alone with a gradient: the two-loop recursion (Nocedal and Wright, algorithm 7.4) with every pair reduced to what
 * is free now. Pairs that have no safely positive curvature there are passed over. Arrays are used again.
 */
final class MaskedPairs {

	/** Least cosine of the angle between s and y: less says nothing that float precision can hold. */
	private static final double LEAST_COSINE = 1e-8;

	private final float[][] s;
	private final float[][] y;
	private final float[] work;
	private final InverseHessian initial;
	private int newest = -1;
	private int size;
	private double gamma = Double.NaN;

	MaskedPairs(final int history, final int n, final InverseHessian initial) {
		s = new float[history][];
		y = new float[history][];
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

	/** s·y/y·y of the newest pair. */
	double gamma() {
		return gamma;
	}

	/** Stores x₁ − x₀ and g₁ − g₀ if the curvature along the step is safely positive. */
	void add(final float[] x1, final float[] x0, final float[] g1, final float[] g0) {
		final Vectors.Curvature c = Vectors.differences(x1, x0, g1, g0);
		if (!isCurved(c)) return;
		newest = (newest + 1) % s.length;
		if (s[newest] == null) {
			s[newest] = new float[work.length];
			y[newest] = new float[work.length];
		}
		size = Math.min(size + 1, s.length);
		Vectors.subtract(x1, x0, s[newest]);
		Vectors.subtract(g1, g0, y[newest]);
		gamma = c.product() / c.gradients();
	}

	/**
	 * The two-loop recursion on the free numbers.
	 *
	 * @param q the gradient, 0 where the mask is; becomes H q, 0 there too
	 * @param mask 1 for free numbers, 0 for the others
	 * @return false if no pair has curvature there; then q is as it was
	 */
	boolean apply(final float[] q, final float[] mask) {
		final double[] sy = new double[size]; // NaN for pairs that are passed over
		int first = -1;
		for (int i = size - 1; i >= 0; i--) {
			final Vectors.Curvature c = masked(s[slot(i)], y[slot(i)], mask);
			sy[i] = isCurved(c) ? c.product() : Double.NaN;
			if (isCurved(c)) first = i;
		}
		if (first < 0) return false;
		final double[] alpha = new double[size];
		for (int i = 0; i < size; i++) {
			if (Double.isNaN(sy[i])) continue;
			alpha[i] = Vectors.dot(s[slot(i)], q) / sy[i];
			addMasked(-alpha[i], y[slot(i)], mask, q);
		}
		final double scale = scale(y[slot(first)], sy[first], mask);
		initial.apply(q);
		mask(q, mask);
		Vectors.scale(scale, q);
		for (int i = size - 1; i >= 0; i--) {
			if (Double.isNaN(sy[i])) continue;
			addMasked(alpha[i] - Vectors.dot(y[slot(i)], q) / sy[i], s[slot(i)], mask, q);
		}
		return true;
	}

	/** v becomes 0 where the mask is. */
	static void mask(final float[] v, final float[] mask) {
		Vectors.inBlocks(v.length, (from, to) -> {
			for (int i = from; i < to; i++) v[i] *= mask[i];
		});
	}

	/** The factor of the initial inverse Hessian, from the newest pair that counts. */
	private double scale(final float[] yNewest, final double sy, final float[] mask) {
		Vectors.copy(yNewest, work);
		mask(work, mask);
		initial.apply(work);
		mask(work, mask);
		final double yAy = Vectors.dot(yNewest, work);
		return yAy > 0 ? sy / yAy : gamma;
	}

	private static Vectors.Curvature masked(final float[] s, final float[] y, final float[] mask) {
		final double product = Vectors.sum(s.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (double) mask[i] * s[i] * y[i];
			return sum;
		});
		return new Vectors.Curvature(product, maskedSquare(s, mask), maskedSquare(y, mask));
	}

	private static double maskedSquare(final float[] v, final float[] mask) {
		return Vectors.sum(v.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (double) mask[i] * v[i] * v[i];
			return sum;
		});
	}

	private static void addMasked(final double factor, final float[] v, final float[] mask, final float[] to) {
		final float f = (float) factor;
		Vectors.inBlocks(v.length, (from, end) -> {
			for (int i = from; i < end; i++) to[i] += f * mask[i] * v[i];
		});
	}

	private static boolean isCurved(final Vectors.Curvature c) {
		return c.product() > LEAST_COSINE * Math.sqrt(c.steps() * c.gradients());
	}

	/** Counted from the newest pair. */
	private int slot(final int age) {
		return Math.floorMod(newest - age, s.length);
	}
}
