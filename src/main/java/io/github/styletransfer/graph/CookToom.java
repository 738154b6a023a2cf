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
package io.github.styletransfer.graph;

/**
 * The matrices of Winograd's minimal filtering F(4, 3): four outputs of a correlation y = Aᵀ[(G g) ⊙ (Bᵀ d)] with three
 * taps g from six inputs d, by interpolation at six points (Cook and Toom; Lavin and Gray, arXiv:1509.09308).
 * <p>
 * The points 0, ±⅔, ±3/2 and ∞ are closed under p → 1/p. Reversing the taps, as the gradient of a correlation does, then
 * only exchanges the points and scales them: G J = D P G. So one transformed kernel serves both directions, with other
 * {@code input} and {@code output} matrices. Of all sets 0, ±p, ±1/p, ∞ this one rounds least: in float32 by 1.1e-6 of the
 * result, where the usual 0, ±1, ±2, ∞ does by 2.5e-6, and direct convolution by 2.5e-7.
 */
final class CookToom {

	/** Finite interpolation points; infinity is the sixth. */
	private static final double[] POINTS = { 0, 2 / 3., -2 / 3., 1.5, -1.5 };
	/** Where 1/p of each point stands, infinity included. */
	private static final int[] INVERSE = { 5, 3, 4, 1, 2, 0 };
	/** Inputs of a tile along each side. */
	static final int PATCH = 6;
	/** Outputs of a tile along each side. */
	static final int TILE = 4;
	/** Taps along each side. */
	static final int TAPS = 3;

	private CookToom() {
		// no instances
	}

	/** G, [6, 3]. */
	static double[][] kernel() {
		final double[][] g = new double[PATCH][TAPS];
		for (int j = 0; j < POINTS.length; j++) {
			for (int k = 0; k < TAPS; k++) g[j][k] = Math.pow(POINTS[j], k) / normaliser(j);
		}
		g[PATCH - 1][TAPS - 1] = 1;
		return g;
	}

	/** Bᵀ, [6, 6]: coefficients of the product of (x − p) over the other finite points, or over all for infinity. */
	static double[][] input() {
		final double[][] b = new double[PATCH][];
		for (int j = 0; j < PATCH; j++) b[j] = polynomialWithout(j);
		return b;
	}

	/** Aᵀ, [4, 6]. */
	static double[][] output() {
		final double[][] a = new double[TILE][PATCH];
		for (int i = 0; i < TILE; i++) {
			for (int j = 0; j < POINTS.length; j++) a[i][j] = Math.pow(POINTS[j], i);
		}
		a[TILE - 1][PATCH - 1] = 1;
		return a;
	}

	/** Bᵀ for reversed taps with the same transformed kernel, [6, 6]. */
	static double[][] inputOfReversed() {
		final double[][] b = input();
		final double[][] exchanged = new double[PATCH][];
		for (int j = 0; j < PATCH; j++) exchanged[j] = b[INVERSE[j]];
		return exchanged;
	}

	/** Aᵀ for reversed taps with the same transformed kernel, [4, 6]. */
	static double[][] outputOfReversed() {
		final double[][] a = output();
		final double[][] exchanged = new double[TILE][PATCH];
		for (int i = 0; i < TILE; i++) {
			for (int j = 0; j < PATCH; j++) exchanged[i][j] = a[i][INVERSE[j]] * scale(INVERSE[j]);
		}
		return exchanged;
	}

	/** d of G J = D P G at one point: p² N(1/p) / N(p), with its limits at 0 and infinity. */
	private static double scale(final int j) {
		if (j == 0) return 1 / normaliser(0);
		if (j == PATCH - 1) return normaliser(0);
		return POINTS[j] * POINTS[j] * normaliser(INVERSE[j]) / normaliser(j);
	}

	private static double normaliser(final int j) {
		double product = 1;
		for (int l = 0; l < POINTS.length; l++) if (l != j) product *= POINTS[j] - POINTS[l];
		return product;
	}

	private static double[] polynomialWithout(final int j) {
		final double[] p = new double[PATCH];
		p[0] = 1;
		for (int l = 0; l < POINTS.length; l++) {
			if (l == j) continue;
			for (int k = PATCH - 1; k > 0; k--) p[k] = p[k - 1] - POINTS[l] * p[k];
			p[0] *= -POINTS[l];
		}
		return p;
	}
}
