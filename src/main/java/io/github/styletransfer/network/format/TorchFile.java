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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A state dict that PyTorch saved: names and tensors, nothing else. */
final class TorchFile implements TensorFile {

	/** Under which training scripts keep the state dict beside other things. */
	private static final List<String> NESTED = List.of("state_dict", "model_state_dict", "model", "params");

	private final String source;
	private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
	private final TorchStorage.Source values;

	/**
	 * @param source what messages call the file
	 * @param root what the file's pickle holds
	 * @param values where storages are read from
	 * @throws WeightsException if it holds no dictionary with tensors
	 */
	TorchFile(final String source, final Object root, final TorchStorage.Source values) {
		this.source = source;
		this.values = values;
		add(root);
		if (tensors.isEmpty() && root instanceof Pickle.Dict dict) {
			for (final String key : NESTED) {
				if (tensors.isEmpty()) add(dict.get(key));
			}
		}
		if (tensors.isEmpty()) {
			throw new WeightsException("The PyTorch file " + source +
				" holds no dictionary of tensors; save model.state_dict() with torch.save.");
		}
	}

	@Override
	public String source() {
		return source;
	}

	@Override
	public String format() {
		return "PyTorch";
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
		return tensor(name).floats(source, Brief.name(name), values);
	}

	@Override
	public Map<String, String> metadata() {
		return Map.of();
	}

	private void add(final Object value) {
		if (value instanceof Pickle.Dict dict) {
			dict.forEach((key, v) -> {
				if (key instanceof String name && v instanceof TorchTensor tensor) tensors.put(name, tensor);
			});
		}
	}

	private TorchTensor tensor(final String name) {
		final TorchTensor tensor = tensors.get(name);
		if (tensor == null) {
			throw new WeightsException("The weights " + source + " lack the tensor " + Brief.name(name) + ".");
		}
		return tensor;
	}
}
