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
package io.github.styletransfer.network;

import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;

import java.util.List;

/**
 * CaffeNet: AlexNet (Krizhevsky, Sutskever and Hinton, "ImageNet Classification with Deep Convolutional Neural Networks",
 * 2012) with pooling before normalisation, as the Caffe model {@code bvlc_reference_caffenet} has it, without the fully
 * connected part.
 */
final class CaffeNet {

	private CaffeNet() {
		// no instances
	}

	/** The content and style layers are those of fzliu's style-transfer. */
	static Architecture table() {
		return new Architecture("CaffeNet", List.of(
			new Convolution("conv1", Layer.IMAGE, 3, 96, 11, 4, 0, 1),
			new Pool("pool1", "conv1", 3, 2, 0, true),
			new LocalResponseNormalisation("norm1", "pool1", 5, 1e-4f, .75f, 1),
			new Convolution("conv2", "norm1", 96, 256, 5, 1, 2, 2),
			new Pool("pool2", "conv2", 3, 2, 0, true),
			new LocalResponseNormalisation("norm2", "pool2", 5, 1e-4f, .75f, 1),
			new Convolution("conv3", "norm2", 256, 384, 3, 1, 1, 1),
			new Convolution("conv4", "conv3", 384, 384, 3, 1, 1, 2),
			new Convolution("conv5", "conv4", 384, 256, 3, 1, 1, 2),
			new Pool("pool5", "conv5", 3, 2, 0, true)),
			List.of("conv4"), List.of("conv1", "conv2", "conv3", "conv4", "conv5"));
	}
}
