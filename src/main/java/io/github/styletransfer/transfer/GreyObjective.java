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

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.optimize.Objective;

/**
 * The same loss, for grey pictures: the gradient is projected onto what keeps the three channels equal, so that an optimiser
 * that starts from a grey picture sees luminance alone.
 */
final class GreyObjective implements Objective {

	private final Objective coloured;

	/** @param coloured a function of RGB pictures, [3, H, W] */
	GreyObjective(final Objective coloured) {
		this.coloured = coloured;
	}

	@Override
	public double evaluate(final float[] x, final float[] gradient) {
		final double loss = coloured.evaluate(x, gradient);
		final int plane = x.length / PlanarImage.CHANNELS;
		for (int i = 0; i < plane; i++) {
			final float mean = (gradient[i] + gradient[plane + i] + gradient[2 * plane + i]) / PlanarImage.CHANNELS;
			for (int c = 0; c < PlanarImage.CHANNELS; c++) gradient[c * plane + i] = mean;
		}
		return loss;
	}
}
