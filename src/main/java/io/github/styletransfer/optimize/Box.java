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
 * Bounds that are the same for every number.
 *
 * @param lower smallest number that is allowed
 * @param upper largest number that is allowed, above the smallest
 */
record Box(float lower, float upper) {

	/** @throws IllegalArgumentException if a bound is not finite or the upper one is not above the lower one */
	Box {
		Options.check(Float.isFinite(lower) && Float.isFinite(upper) && lower < upper, "bounds", lower + " to " + upper,
			"finite and in ascending order");
	}

	float width() {
		return upper - lower;
	}

	/** Moves what is outside to the nearest bound. */
	void clamp(final float[] x) {
		Vectors.inBlocks(x.length, (from, to) -> {
			for (int i = from; i < to; i++) x[i] = clamped(x[i]);
		});
	}

	/** to = x + a d, clamped */
	void step(final float[] x, final double a, final float[] d, final float[] to) {
		final float f = (float) a;
		Vectors.inBlocks(to.length, (from, end) -> {
			for (int i = from; i < end; i++) to[i] = clamped(x[i] + f * d[i]);
		});
	}

	/** Whether every number has no slope, or is at a bound with a slope that pushes outwards. */
	boolean isStationary(final float[] x, final float[] g) {
		return 0 == Vectors.sum(x.length, (from, to) -> {
			int count = 0;
			for (int i = from; i < to; i++) if (g[i] > 0 && x[i] > lower || g[i] < 0 && x[i] < upper) count++;
			return count;
		});
	}

	/** The largest change of a number by a step along −scale · g that is clamped. */
	double distance(final float[] x, final float[] g, final double scale) {
		final float f = (float) -scale;
		return Vectors.largest(x.length, (from, to) -> {
			float most = 0;
			for (int i = from; i < to; i++) most = Math.max(most, Math.abs(clamped(x[i] + f * g[i]) - x[i]));
			return most;
		});
	}

	/**
	 * @param near how near to a bound counts as at it
	 * @param mask becomes 0 where a number is at a bound and its gradient pushes outwards, 1 elsewhere
	 */
	void free(final float[] x, final float[] g, final double near, final float[] mask) {
		final float low = (float) (lower + near);
		final float high = (float) (upper - near);
		Vectors.inBlocks(x.length, (from, to) -> {
			for (int i = from; i < to; i++) mask[i] = x[i] <= low && g[i] > 0 || x[i] >= high && g[i] < 0 ? 0 : 1;
		});
	}

	private float clamped(final float v) {
		return Math.max(lower, Math.min(upper, v));
	}
}
