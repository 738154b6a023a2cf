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

/**
 * Loops over float arrays. Long ones are done in blocks on all threads; sums are made in double, and the blocks' sums added
 * in order: the same result on any number of threads.
 */
final class Vectors {

	/** Numbers that one thread does at a time. */
	private static final int BLOCK = 1 << 16;
	/** Of them, what stays in the innermost cache while several arrays are added to it. */
	private static final int STRIP = 1 << 12;
	/** Arrays that are multiplied with one other at a time. */
	private static final int GROUP = 4;
	/** Fewer blocks are not worth a second thread. */
	private static final int FEW_BLOCKS = 4;

	private Vectors() {
		// no instances
	}

	/** Something to do with the numbers from one index up to another. */
	@FunctionalInterface
	interface Range {

		void run(int from, int to);
	}

	/** A number made of those from one index up to another. */
	@FunctionalInterface
	interface Part {

		double of(int from, int to);
	}

	/**
	 * What two differences s = x₁ − x₀ and y = g₁ − g₀ have to do with each other.
	 *
	 * @param product s·y
	 * @param steps s·s
	 * @param gradients y·y
	 */
	record Curvature(double product, double steps, double gradients) {}

	static double dot(final float[] a, final float[] b) {
		return dots(new float[][] { a }, b)[0];
	}

	/** The product of each of several arrays with one. */
	static double[] dots(final float[][] of, final float[] with) {
		final double[][] sums = new double[(with.length + BLOCK - 1) / BLOCK][of.length];
		inBlocks(with.length, (from, to) -> {
			final double[] sum = sums[from / BLOCK];
			int k = 0;
			for (; k + GROUP <= of.length; k += GROUP) {
				dot(of[k], of[k + 1], of[k + 2], of[k + 3], with, from, to, sum, k);
			}
			for (; k < of.length; k++) sum[k] = dot(of[k], with, from, to);
		});
		final double[] total = new double[of.length];
		for (final double[] sum : sums) {
			for (int k = 0; k < total.length; k++) total[k] += sum[k];
		}
		return total;
	}

	/** The plainest loop is the fastest: C2 vectorises its products; four sums by hand take more than twice as long. */
	private static double dot(final float[] a, final float[] b, final int from, final int to) {
		double sum = 0;
		for (int i = from; i < to; i++) sum += (double) a[i] * b[i];
		return sum;
	}

	private static void dot(final float[] a0, final float[] a1, final float[] a2, final float[] a3, final float[] b,
		final int from, final int to, final double[] sums, final int first)
	{
		double s0 = 0;
		double s1 = 0;
		double s2 = 0;
		double s3 = 0;
		for (int i = from; i < to; i++) {
			final double v = b[i];
			s0 += a0[i] * v;
			s1 += a1[i] * v;
			s2 += a2[i] * v;
			s3 += a3[i] * v;
		}
		sums[first] = s0;
		sums[first + 1] = s1;
		sums[first + 2] = s2;
		sums[first + 3] = s3;
	}

	/** y = scale · y + Σ factors[k] · x[k] */
	static void combine(final double scale, final float[] y, final double[] factors, final float[][] x) {
		inBlocks(y.length, (from, to) -> {
			for (int start = from; start < to; start += STRIP) {
				final int end = Math.min(start + STRIP, to);
				if (scale != 1) scale((float) scale, y, start, end);
				for (int k = 0; k < x.length; k++) add((float) factors[k], x[k], y, start, end);
			}
		});
	}

	/** to = x + a d */
	static void step(final float[] x, final double a, final float[] d, final float[] to) {
		final float f = (float) a;
		inBlocks(to.length, (from, end) -> {
			for (int i = from; i < end; i++) to[i] = x[i] + f * d[i];
		});
	}

	/** to = a - b */
	static void subtract(final float[] a, final float[] b, final float[] to) {
		inBlocks(to.length, (from, end) -> {
			for (int i = from; i < end; i++) to[i] = a[i] - b[i];
		});
	}

	static void scale(final double a, final float[] x) {
		inBlocks(x.length, (from, to) -> scale((float) a, x, from, to));
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

	private static void add(final float f, final float[] x, final float[] y, final int from, final int to) {
		for (int i = from; i < to; i++) y[i] += f * x[i];
	}

	private static void scale(final float f, final float[] x, final int from, final int to) {
		for (int i = from; i < to; i++) x[i] *= f;
	}

	/** The sum of |a|. */
	static double absoluteSum(final float[] a) {
		return sum(a.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += Math.abs(a[i]);
			return sum;
		});
	}

	/** Without arrays for the differences. */
	static Curvature differences(final float[] x1, final float[] x0, final float[] g1, final float[] g0) {
		final double product = sum(x1.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (double) (x1[i] - x0[i]) * (g1[i] - g0[i]);
			return sum;
		});
		return new Curvature(product, squaredDistance(x1, x0), squaredDistance(g1, g0));
	}

	static double squaredDistance(final float[] a, final float[] b) {
		return sum(a.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
			return sum;
		});
	}

	/** The sum of the blocks' parts, in order. */
	static double sum(final int length, final Part part) {
		double sum = 0;
		for (final double d : parts(length, part)) sum += d;
		return sum;
	}

	/** The largest of the blocks' parts; none may be negative. */
	static double largest(final int length, final Part part) {
		double most = 0;
		for (final double d : parts(length, part)) most = Math.max(most, d);
		return most;
	}

	private static double[] parts(final int length, final Part part) {
		final double[] parts = new double[(length + BLOCK - 1) / BLOCK];
		inBlocks(length, (from, to) -> parts[from / BLOCK] = part.of(from, to));
		return parts;
	}

	static void inBlocks(final int length, final Range range) {
		final int blocks = (length + BLOCK - 1) / BLOCK;
		final IntStream all = IntStream.range(0, blocks);
		(blocks < FEW_BLOCKS ? all : all.parallel()).forEach(i -> range.run(i * BLOCK, Math.min(length - BLOCK * i, BLOCK) + i *
			BLOCK));
	}
}
