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
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.WeightsException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An ONNX model: its initializers and constants are the tensors, its Conv nodes say which of them are kernels. */
final class OnnxFile implements TensorFile {

	private final FileBytes file;
	private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
	private final OnnxWalk walk;

	OnnxFile(final FileBytes file) {
		this.file = file;
		final OnnxModel model = new OnnxModel(file);
		for (final OnnxTensor t : model.initializers()) add(t.name(), t);
		for (final OnnxNode node : model.nodes()) {
			if (node.operator().equals("Constant") && node.value() != null && node.outputs().size() == 1) {
				add(node.outputs().get(0), node.value());
			}
		}
		final Map<String, String> constants = new HashMap<>();
		tensors.keySet().forEach(name -> constants.put(name, name));
		walk = new OnnxWalk(file.source(), model, constants);
	}

	@Override
	public String source() {
		return file.source();
	}

	@Override
	public String format() {
		return "ONNX";
	}

	@Override
	public List<String> names() {
		return List.copyOf(tensors.keySet());
	}

	@Override
	public long[] shape(final String name) {
		return tensor(name).shape().clone();
	}

	@Override
	public float[] floats(final String name) {
		return tensor(name).floats(file, Brief.name(name));
	}

	@Override
	public Map<String, String> metadata() {
		return Map.of();
	}

	/** All convolutions of what comes from the image, each after those that it depends on. */
	List<OnnxConvolution> convolutions() {
		return walk.convolutions();
	}

	/** The same if each takes what the one before it gives; empty otherwise. */
	Optional<List<OnnxConvolution>> chain() {
		return walk.chain();
	}

	private void add(final String name, final OnnxTensor tensor) {
		if (tensors.put(name, tensor) != null) {
			throw new WeightsException("The weights " + source() + " are damaged: two tensors are called " + Brief.name(
				name) + ".");
		}
	}

	private OnnxTensor tensor(final String name) {
		final OnnxTensor tensor = tensors.get(name);
		if (tensor == null) {
			throw new WeightsException("The weights " + source() + " lack the tensor " + Brief.name(name) + ".");
		}
		return tensor;
	}
}
