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

import java.util.stream.IntStream;

/** Loops over float arrays; sums are made in double, in four parts so that none waits for the one before. */
final class Vectors {

	/** Numbers that one thread sums at a time. */
	private static final int BLOCK = 1 << 16;

	private Vectors() {
		// no instances
	}

	/** Blocks of one length, their sums added in order: the same result on any number of threads. */
	static double dot(final float[] a, final float[] b) {
		final int blocks = (a.length + BLOCK - 1) / BLOCK;
		final double[] sums = new double[blocks];
		final IntStream all = IntStream.range(0, blocks);
		(blocks < 8 ? all : all.parallel()).forEach(i -> sums[i] = dot(a, b, i * BLOCK, Math.min(a.length - BLOCK * i,
			BLOCK)));
		double sum = 0;
		for (final double s : sums) sum += s;
		return sum;
	}

	private static double dot(final float[] a, final float[] b, final int from, final int count) {
		double s0 = 0;
		double s1 = 0;
		double s2 = 0;
		double s3 = 0;
		final int end = from + count;
		int i = from;
		for (; i + 3 < end; i += 4) {
			s0 += (double) a[i] * b[i];
			s1 += (double) a[i + 1] * b[i + 1];
			s2 += (double) a[i + 2] * b[i + 2];
			s3 += (double) a[i + 3] * b[i + 3];
		}
		for (; i < end; i++) s0 += (double) a[i] * b[i];
		return s0 + s1 + (s2 + s3);
	}

	/** y += a x */
	static void add(final double a, final float[] x, final float[] y) {
		final float f = (float) a;
		for (int i = 0; i < y.length; i++) y[i] += f * x[i];
	}

	/** to = x + a d */
	static void step(final float[] x, final double a, final float[] d, final float[] to) {
		final float f = (float) a;
		for (int i = 0; i < x.length; i++) to[i] = x[i] + f * d[i];
	}

	/** to = a - b */
	static void subtract(final float[] a, final float[] b, final float[] to) {
		for (int i = 0; i < a.length; i++) to[i] = a[i] - b[i];
	}

	static void scale(final double a, final float[] x) {
		final float f = (float) a;
		for (int i = 0; i < x.length; i++) x[i] *= f;
	}

	static void copy(final float[] from, final float[] to) {
		System.arraycopy(from, 0, to, 0, from.length);
	}

	/** A number times 0 is 0 exactly if it is finite; the sum of all such products costs one pass without branches. */
	static boolean isFinite(final float[] a) {
		float sum = 0;
		for (final float v : a) sum += v * 0;
		return sum == 0;
	}
}
