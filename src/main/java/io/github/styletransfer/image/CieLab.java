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

/**
 * CIELAB of sRGB colours (IEC 61966-2-1; CIE 15, section 8.2.1), white point D65. The white is what the matrix makes of R = G
 * = B = 1, so that greys have no chrominance.
 */
final class CieLab {

	private static final double[][] TO_XYZ = { { .4124564, .3575761, .1804375 }, { .2126729, .7151522, .0721750 }, {
		.0193339, .1191920, .9503041 } };
	private static final double[][] FROM_XYZ = inverse(TO_XYZ);
	private static final double[] WHITE = product(TO_XYZ, 1, 1, 1);
	private static final double DELTA = 6. / 29;
	private static final double LEVELS = 255;

	private CieLab() {
		// no instances
	}

	/**
	 * @param red 0…255
	 * @param green 0…255
	 * @param blue 0…255
	 * @return L* (0…100), a*, b*
	 */
	static double[] of(final double red, final double green, final double blue) {
		final double[] xyz = product(TO_XYZ, linear(red / LEVELS), linear(green / LEVELS), linear(blue / LEVELS));
		final double fx = root(xyz[0] / WHITE[0]);
		final double fy = root(xyz[1] / WHITE[1]);
		final double fz = root(xyz[2] / WHITE[2]);
		return new double[] { 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) };
	}

	/**
	 * @param l L*
	 * @param a a*
	 * @param b b*
	 * @return linear light of R, G and B; outside of 0…1 if no screen has that colour
	 */
	static double[] light(final double l, final double a, final double b) {
		final double fy = (l + 16) / 116;
		return product(FROM_XYZ, WHITE[0] * cube(fy + a / 500), WHITE[1] * cube(fy), WHITE[2] * cube(fy - b / 200));
	}

	/**
	 * @param light linear, 0…1
	 * @return 0…255 as it is stored
	 */
	static double stored(final double light) {
		final double v = Math.max(0, Math.min(1, light));
		return LEVELS * (v <= .0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - .055);
	}

	private static double linear(final double stored) {
		return stored <= .04045 ? stored / 12.92 : Math.pow((stored + .055) / 1.055, 2.4);
	}

	private static double root(final double t) {
		return t > DELTA * DELTA * DELTA ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4. / 29;
	}

	private static double cube(final double f) {
		return f > DELTA ? f * f * f : 3 * DELTA * DELTA * (f - 4. / 29);
	}

	private static double[] product(final double[][] m, final double x, final double y, final double z) {
		final double[] p = new double[m.length];
		for (int i = 0; i < p.length; i++) p[i] = m[i][0] * x + m[i][1] * y + m[i][2] * z;
		return p;
	}

	/** By cofactors. */
	private static double[][] inverse(final double[][] m) {
		final double[][] inverse = new double[3][3];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				final int r = (j + 1) % 3;
				final int s = (j + 2) % 3;
				inverse[i][j] = m[r][(i + 1) % 3] * m[s][(i + 2) % 3] - m[r][(i + 2) % 3] * m[s][(i + 1) % 3];
			}
		}
		final double determinant = m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
		for (final double[] row : inverse) for (int j = 0; j < 3; j++) row[j] /= determinant;
		return inverse;
	}
}
