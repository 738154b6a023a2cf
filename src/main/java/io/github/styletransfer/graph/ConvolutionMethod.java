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

/** How convolutions are written. The results are the same up to rounding. */
public enum ConvolutionMethod {

	/** Every convolution as ONNX's Conv: for files, and for devices that choose the algorithm themselves. */
	DIRECT,

	/** Wide 3x3 layers as {@link Winograd}, which is faster on processors; the others as Conv. */
	WINOGRAD_WHERE_WIDE;

	/**
	 * Fewest input and output channels for which Winograd's four times fewer multiplications outweigh its transforms. It is
	 * the same for every size, so that targets and gradients of one picture are rounded alike.
	 */
	private static final int WIDE = 256;

	boolean winograd(final Convolution c) {
		return this == WINOGRAD_WHERE_WIDE && ConvolutionNodes.isPlain(c) && Math.min(c.inputChannels(), c
			.outputChannels()) >= WIDE;
	}
}
