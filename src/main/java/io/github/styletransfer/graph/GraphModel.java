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

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finished ONNX model, its kernels kept apart: a runtime in this process gets them as shared memory, a file gets them
 * inside. Immutable.
 */
public final class GraphModel {

	private final ModelProto skeleton;
	private final Map<String, GraphBuilder.Kernel> kernels;
	private final Map<String, GraphBuilder.Kernel> sharedInputs;
	private final boolean blocked;

	GraphModel(final ModelProto skeleton, final Map<String, GraphBuilder.Kernel> kernels,
		final Map<String, GraphBuilder.Kernel> sharedInputs, final boolean blocked)
	{
		this.skeleton = skeleton;
		this.kernels = Map.copyOf(kernels);
		this.sharedInputs = Map.copyOf(sharedInputs);
		this.blocked = blocked;
	}

	/** @return whether it has operators of ONNX Runtime's blocked layout already, so that the runtime shall add none */
	public boolean isBlocked() {
		return blocked;
	}

	/** @return the names of the kernels and biases that a session gets when it is made */
	public Set<String> kernels() {
		return kernels.keySet();
	}

	/** @return the names of the transformed kernels that a session gets with every run */
	public Set<String> sharedInputs() {
		return sharedInputs.keySet();
	}

	/**
	 * @param name of a kernel, bias or transformed kernel
	 * @return its shape
	 */
	public long[] kernelShape(final String name) {
		return kernel(name).shape().clone();
	}

	/**
	 * @param name of a kernel, bias or transformed kernel
	 * @param to gets its values, row-major; must have room for them
	 */
	public void writeKernel(final String name, final FloatBuffer to) {
		kernel(name).values().accept(to);
	}

	private GraphBuilder.Kernel kernel(final String name) {
		return kernels.containsKey(name) ? kernels.get(name) : sharedInputs.get(name);
	}

	/** @return the names of the model's outputs, in order */
	public List<String> outputs() {
		return skeleton.getGraph().getOutputList().stream().map(o -> o.getName()).toList();
	}

	/**
	 * @return the model's bytes without the kernels' values: they are declared as external data, to be handed in when a
	 *         session is made
	 */
	public byte[] withoutKernels() {
		final ModelProto.Builder model = skeleton.toBuilder();
		kernels.forEach((name, kernel) -> model.getGraphBuilder().addInitializer(GraphBuilder.tensor(name,
			TensorProto.DataType.FLOAT, kernel.shape()).setDataLocation(TensorProto.DataLocation.EXTERNAL).addExternalData(
				StringStringEntryProto.newBuilder().setKey("location").setValue("handed in with the session"))));
		return model.build().toByteArray();
	}

	/**
	 * Writes the self-contained model: an ordinary .onnx file.
	 *
	 * @param out gets the bytes; not closed
	 * @throws IOException if it cannot be written
	 */
	public void writeTo(final OutputStream out) throws IOException {
		final ModelProto.Builder model = skeleton.toBuilder();
		kernels.forEach((name, kernel) -> model.getGraphBuilder().addInitializer(GraphBuilder.tensor(name,
			TensorProto.DataType.FLOAT, kernel.shape()).setRawData(GraphBuilder.raw(kernel.count(), kernel.values()))));
		model.build().writeTo(out);
	}
}
