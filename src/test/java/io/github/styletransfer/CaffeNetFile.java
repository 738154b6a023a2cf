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
package io.github.styletransfer;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.SafetensorsWriter;
import io.github.styletransfer.network.format.SafetensorsWriter.Tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of CaffeNet, the smallest of the networks, with random weights. It says nothing about itself, as published files
 * do.
 */
public final class CaffeNetFile {

	public static final Weights WEIGHTS = NarrowNetwork.weights(Architecture.CAFFENET, Preprocessing.BVLC);
	private static final byte[] BYTES = make();

	private CaffeNetFile() {}

	public static byte[] bytes() {
		return BYTES.clone();
	}

	private static byte[] make() {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		Architecture.CAFFENET.convolutions().forEach(c -> {
			final String kernel = Weights.kernelName(c.name());
			final String bias = Weights.biasName(c.name());
			tensors.put(kernel, new Tensor(c.kernelShape(), WEIGHTS.tensors().get(kernel)));
			tensors.put(bias, new Tensor(c.biasShape(), WEIGHTS.tensors().get(bias)));
		});
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			SafetensorsWriter.write(out, tensors, Map.of());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
