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

/** One row of an {@link Architecture}: a convolution with its ReLU, or a pooling step. */
public sealed interface Layer {

	/** @return the field's name of the layer, for example {@code conv4_2} or {@code pool3} */
	String name();

	/**
	 * A 3x3 convolution, stride 1, zero padding 1, followed by a ReLU. Its name always means the activation after the
	 * ReLU, [1, outputs, H, W].
	 *
	 * @param name for example {@code conv4_2}
	 * @param inputs channels that come in, at least 1
	 * @param outputs channels that go out, at least 1
	 */
	record Convolution(String name, int inputs, int outputs) implements Layer {

		/** Rows and columns of every kernel. */
		public static final int KERNEL = 3;

		/** @throws IllegalArgumentException if a number of channels is below 1 */
		public Convolution {
			if (inputs < 1 || outputs < 1) {
				throw new IllegalArgumentException("Layer " + name + " has " + inputs + " input and " + outputs +
					" output channels; each must be at least 1.");
			}
		}

		/** @return the shape of the kernel, [outputs, inputs, 3, 3] */
		public long[] kernelShape() {
			return new long[] { outputs, inputs, KERNEL, KERNEL };
		}

		/** @return the shape of the bias, [outputs] */
		public long[] biasShape() {
			return new long[] { outputs };
		}
	}

	/**
	 * A 2x2 pooling step of stride 2; an odd last row or column is dropped.
	 *
	 * @param name for example {@code pool3}
	 */
	record Pool(String name) implements Layer {}
}
