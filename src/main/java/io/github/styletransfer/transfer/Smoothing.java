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
package io.github.styletransfer.transfer;

import io.github.styletransfer.optimize.InverseHessian;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Three taps [1 2 1]/4 along rows and columns of each channel, as the optimiser's initial inverse Hessian. Average pooling
 * and 3x3 kernels leave stripes of period 2 nearly free, and the gradient is full of them; this keeps every step of the
 * run free of that mode. At the border the outermost pixel is repeated, which keeps the operator symmetric; its
 * eigenvalues are cos² along each axis, so it is positive semidefinite.
 */
final class Smoothing implements InverseHessian {

	private final int width;
	private final int height;

	Smoothing(final int width, final int height) {
		this.width = width;
		this.height = height;
	}

	/** In place; [C, H, W] of any number of channels, each on a thread of its own. */
	@Override
	public void apply(final float[] v) {
		final int plane = width * height;
		IntStream.range(0, v.length / plane).parallel().forEach(channel -> {
			for (int y = 0; y < height; y++) row(v, channel * plane + y * width);
			columns(v, channel * plane);
		});
	}

	private void row(final float[] v, final int start) {
		float before = v[start];
		for (int i = start; i < start + width; i++) {
			final float here = v[i];
			final float after = i + 1 < start + width ? v[i + 1] : here;
			v[i] = .25f * (before + after) + .5f * here;
			before = here;
		}
	}

	private void columns(final float[] v, final int start) {
		final float[] above = Arrays.copyOfRange(v, start, start + width);
		final float[] here = new float[width];
		for (int y = 0; y < height; y++) {
			final int row = start + y * width;
			final int below = y + 1 < height ? row + width : row;
			System.arraycopy(v, row, here, 0, width);
			for (int x = 0; x < width; x++) v[row + x] = .25f * (above[x] + v[below + x]) + .5f * here[x];
			System.arraycopy(here, 0, above, 0, width);
		}
	}
}
