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
package io.github.styletransfer.image;

import java.util.function.DoubleUnaryOperator;

/** Small symmetric positive semidefinite matrices, in double precision; none is changed. */
final class Symmetric {

	/** Sweeps of Jacobi's method; each squares the error, and five are enough for 3 x 3. */
	private static final int SWEEPS = 20;

	private Symmetric() {
		// no instances
	}

	/**
	 * @param a symmetric
	 * @param function of an eigenvalue
	 * @return U f(Λ) Uᵀ, where a = U Λ Uᵀ; eigenvalues below 0, which only rounding can make, are taken for 0
	 */
	static double[][] function(final double[][] a, final DoubleUnaryOperator function) {
		final int n = a.length;
		final double[][] d = times(a, identity(n));
		final double[][] u = identity(n);
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int p = 0; p < n; p++) for (int q = p + 1; q < n; q++) rotate(d, u, p, q);
		}
		final double[][] scaled = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) scaled[i][j] = u[i][j] * function.applyAsDouble(Math.max(0, d[j][j]));
		}
		return times(scaled, transposed(u));
	}

	/**
	 * @param a symmetric, positive semidefinite
	 * @param least what a pivot must be; a column with a smaller one is left 0
	 * @return L, lower triangular, with a = L Lᵀ where no column was left out
	 */
	static double[][] cholesky(final double[][] a, final double least) {
		final int n = a.length;
		final double[][] l = new double[n][n];
		for (int j = 0; j < n; j++) {
			double pivot = a[j][j];
			for (int k = 0; k < j; k++) pivot -= l[j][k] * l[j][k];
			if (pivot < least) continue;
			l[j][j] = Math.sqrt(pivot);
			for (int i = j + 1; i < n; i++) {
				double sum = a[i][j];
				for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
				l[i][j] = sum / l[j][j];
			}
		}
		return l;
	}

	/**
	 * @param l lower triangular; where a diagonal element is 0, so is its column
	 * @return its inverse, with a row of zeros for each column of zeros
	 */
	static double[][] inverseOfLower(final double[][] l) {
		final int n = l.length;
		final double[][] inverse = new double[n][n];
		for (int i = 0; i < n; i++) {
			if (l[i][i] == 0) continue;
			for (int j = 0; j <= i; j++) {
				double sum = i == j ? 1 : 0;
				for (int k = j; k < i; k++) sum -= l[i][k] * inverse[k][j];
				inverse[i][j] = sum / l[i][i];
			}
		}
		return inverse;
	}

	static double[][] times(final double[][] a, final double[][] b) {
		final double[][] product = new double[a.length][b[0].length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < b[0].length; j++) {
				for (int k = 0; k < b.length; k++) product[i][j] += a[i][k] * b[k][j];
			}
		}
		return product;
	}

	static double[][] transposed(final double[][] a) {
		final double[][] t = new double[a[0].length][a.length];
		for (int i = 0; i < a.length; i++) for (int j = 0; j < a[0].length; j++) t[j][i] = a[i][j];
		return t;
	}

	private static double[][] identity(final int n) {
		final double[][] one = new double[n][n];
		for (int i = 0; i < n; i++) one[i][i] = 1;
		return one;
	}

	/** One rotation of Jacobi's method, which makes d[p][q] zero (Golub and Van Loan, Matrix Computations, section 8.5). */
	private static void rotate(final double[][] d, final double[][] u, final int p, final int q) {
		if (d[p][q] == 0) return;
		final double tau = (d[q][q] - d[p][p]) / (2 * d[p][q]);
		final double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
		final double c = 1 / Math.hypot(1, t);
		final double s = t * c;
		for (int k = 0; k < d.length; k++) turn(d[k], p, q, c, s);
		for (int k = 0; k < d.length; k++) {
			final double up = d[p][k];
			d[p][k] = c * up - s * d[q][k];
			d[q][k] = s * up + c * d[q][k];
		}
		for (final double[] row : u) turn(row, p, q, c, s);
	}

	private static void turn(final double[] row, final int p, final int q, final double c, final double s) {
		final double left = row[p];
		row[p] = c * left - s * row[q];
		row[q] = s * left + c * row[q];
	}
}
