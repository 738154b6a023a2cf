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
package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import io.github.styletransfer.graph.GraphModel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The network's kernels in direct memory, one copy for every session. Must outlive the sessions. */
final class KernelMemory implements AutoCloseable {

	private final OrtEnvironment environment;
	private final Map<String, OnnxTensor> tensors = new HashMap<>();

	KernelMemory(final OrtEnvironment environment) {
		this.environment = environment;
	}

	/** Kernels of a model; those that no earlier model had are written now. */
	Map<String, OnnxTensorLike> of(final GraphModel model, final Set<String> names) throws OrtException {
		final Map<String, OnnxTensorLike> mine = new HashMap<>();
		for (final String name : names) {
			if (!tensors.containsKey(name)) tensors.put(name, write(model, name));
			mine.put(name, tensors.get(name));
		}
		return mine;
	}

	private OnnxTensor write(final GraphModel model, final String name) throws OrtException {
		final long[] shape = model.kernelShape(name);
		final FloatBuffer direct = direct(Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact)));
		model.writeKernel(name, direct);
		return OnnxTensor.createTensor(environment, direct.clear(), shape);
	}

	static FloatBuffer direct(final int floats) {
		return ByteBuffer.allocateDirect(Math.multiplyExact(4, floats)).order(ByteOrder.nativeOrder()).asFloatBuffer();
	}

	@Override
	public void close() {
		tensors.values().forEach(OnnxTensor::close);
		tensors.clear();
	}
}
