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

import io.github.styletransfer.network.Layer.Convolution;

/**
 * Which operators a graph is written with. The results are the same up to rounding.
 *
 * @param winograd whether wide 3x3 convolutions are written as {@link Winograd}, which is faster on processors; the others
 *          are ONNX's Conv
 * @param block channels that ONNX Runtime's processor kernels keep together, 8 or 16, where its own operators on that
 *          layout may be used; 0 for ONNX's standard operators alone
 */
public record Operators(boolean winograd, int block) {

	/** ONNX's own operators, one for each layer: for files, and for devices that choose the algorithm themselves. */
	public static final Operators PLAIN = new Operators(false, 0);

	/** ONNX's own operators, Winograd where it is faster. */
	public static final Operators WINOGRAD = new Operators(true, 0);

	/**
	 * Fewest input and output channels for which Winograd's four times fewer multiplications outweigh its transforms. It is
	 * the same for every size, so that targets and gradients of one picture are rounded alike.
	 */
	private static final int WIDE = 256;

	/** @throws IllegalArgumentException if the block is not 0, 8 or 16 */
	public Operators {
		if (block != 0 && block != 8 && block != 16) {
			throw new IllegalArgumentException("A block of " + block + " channels; 8 and 16 are known (0 is none).");
		}
	}

	public boolean winograd(final Convolution c) {
		return winograd && ConvolutionNodes.isPlain(c) && Math.min(c.inputChannels(), c.outputChannels()) >= WIDE;
	}

	/** Whether a convolution that is not Winograd's can be written in the blocked layout. */
	boolean fitsBlocks(final Convolution c) {
		final boolean inputs = c.inputChannels() % block == 0 || c.inputChannels() < block;
		return c.stride() == 1 && c.groups() == 1 && inputs && c.outputChannels() % block == 0;
	}
}
