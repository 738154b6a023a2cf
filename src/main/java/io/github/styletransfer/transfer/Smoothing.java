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

import java.util.stream.IntStream;

/**
 * The optimiser's initial inverse Hessian: half of each pixel and an eighth of each of its four diagonal neighbours. Average
 * pooling and 3x3 kernels leave stripes of period 2 along rows and columns nearly free, and the gradient is full of them;
 * this keeps every step of the run free of that mode, and leaves what runs diagonally alone: at fx, fy cycles a pixel it
 * multiplies by (1 + cos 2πfx · cos 2πfy) / 2. That is the sum of the low passes [1 2 1]/4 along both axes and of the high
 * passes [−1 2 −1]/4 along both. At the border the outermost pixel is repeated, which keeps the operator symmetric and
 * positive semidefinite.
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
		IntStream.range(0, v.length / plane).parallel().forEach(channel -> smooth(v, channel * plane));
	}

	private void smooth(final float[] v, final int start) {
		float[] above = neighbours(v, start, new float[width]);
		float[] here = above.clone();
		float[] below = new float[width];
		for (int y = 0; y < height; y++) {
			final int row = start + y * width;
			if (y + 1 < height) neighbours(v, row + width, below);
			else System.arraycopy(here, 0, below, 0, width);
			for (int x = 0; x < width; x++) v[row + x] = .5f * v[row + x] + .125f * (above[x] + below[x]);
			final float[] used = above;
			above = here;
			here = below;
			below = used;
		}
	}

	/** The sum of the left and the right neighbour of each pixel of a row. */
	private float[] neighbours(final float[] v, final int row, final float[] sums) {
		for (int x = 0; x < width; x++) {
			sums[x] = v[row + Math.max(0, x - 1)] + v[row + Math.min(width - 1, x + 1)];
		}
		return sums;
	}
}
