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

import io.github.styletransfer.Reference;
import io.github.styletransfer.network.format.Safetensors;

import java.util.Arrays;

/** The functions of make_optimisers.py. */
final class Problems {

	private static final Safetensors FILE = Reference.read("optimisers.safetensors");

	/** x·Ax/2 − b·x + Σ x⁴/40 */
	static final Objective QUARTIC = quartic(stored("a"), stored("b"));

	/** Every number is coupled with the next one. */
	static final Objective ROSENBROCK = (x, g) -> {
		double loss = 0;
		Arrays.fill(g, 0);
		for (int i = 0; i + 1 < x.length; i++) {
			final double a = 1 - x[i];
			final double b = x[i + 1] - (double) x[i] * x[i];
			loss += a * a + 100 * b * b;
			g[i] += (float) (-2 * a - 400 * x[i] * b);
			g[i + 1] += (float) (200 * b);
		}
		return loss;
	};

	private Problems() {}

	static float[] stored(final String name) {
		return Reference.values(FILE, name);
	}

	/** One point of a stored way. */
	static float[] stored(final String way, final int iteration) {
		final int n = stored("start").length;
		return Arrays.copyOfRange(stored(way), (iteration - 1) * n, iteration * n);
	}

	static double distance(final float[] a, final float[] b) {
		double most = 0;
		for (int i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
		return most;
	}

	private static Objective quartic(final float[] a, final float[] b) {
		return (x, g) -> {
			double loss = 0;
			for (int i = 0; i < x.length; i++) {
				double row = 0;
				for (int j = 0; j < x.length; j++) row += (double) a[i * x.length + j] * x[j];
				final double cube = (double) x[i] * x[i] * x[i];
				loss += row * x[i] / 2 - (double) b[i] * x[i] + cube * x[i] / 40;
				g[i] = (float) (row - b[i] + cube / 10);
			}
			return loss;
		};
	}
}
