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
import io.github.styletransfer.network.format.Pickle.Dict;
import io.github.styletransfer.network.format.Pickle.PyList;
import io.github.styletransfer.network.format.Pickle.Tuple;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only things that a pickle may name and call; each makes a value out of its arguments and does nothing else. */
final class PickleCalls {

	private enum Callee {
		ORDERED_DICT, TENSOR, PARAMETER
	}

	private static final Map<String, Callee> CALLEES = Map.of("collections.OrderedDict", Callee.ORDERED_DICT,
		"torch._utils._rebuild_tensor", Callee.TENSOR, "torch._utils._rebuild_tensor_v2", Callee.TENSOR,
		"torch._utils._rebuild_parameter", Callee.PARAMETER);

	private final String source;
	private final Map<String, TorchType> storages = new HashMap<>();

	/** @param source what messages call the file */
	PickleCalls(final String source) {
		this.source = source;
	}

	/**
	 * @param module as Python calls it
	 * @param name in the module
	 * @return what {@link #call} and {@link #storage} understand
	 * @throws WeightsException if it is not on the list
	 */
	Object named(final String module, final String name) {
		final Callee callee = CALLEES.get(module + "." + name);
		if (callee != null) return callee;
		final Optional<TorchType> type = TorchType.ofStorage(name);
		if (type.isPresent() && (module.equals("torch") || module.equals("torch.cuda"))) return type.get();
		throw new WeightsException("The PyTorch file " + source + " refers to " + Brief.name(module + "." + name) +
			", which a dictionary of tensors does not need: it was refused and nothing was executed; save " +
			"model.state_dict() with torch.save.");
	}

	/**
	 * @param callee of {@link #named}
	 * @param arguments in Python's order
	 * @return the value
	 * @throws IOException if the arguments do not fit
	 */
	Object call(final Object callee, final List<Object> arguments) throws IOException {
		if (callee == Callee.ORDERED_DICT) return dict(arguments);
		if (callee == Callee.TENSOR) return tensor(arguments);
		if (callee == Callee.PARAMETER && !arguments.isEmpty()) return arguments.get(0);
		throw new IOException("it calls what is no function");
	}

	/** The types of all storages so far, by their keys. */
	Map<String, TorchType> storages() {
		return storages;
	}

	/**
	 * @param id tuple that stands for a storage: "storage", type, key, device, count, and in the older format where in
	 *          another storage it lies
	 * @return the storage
	 * @throws IOException if it is none
	 */
	TorchStorage storage(final Object id) throws IOException {
		final List<Object> parts = id instanceof Tuple t ? t.items() : List.of();
		if (parts.size() < 5 || !"storage".equals(parts.get(0)) || !(parts.get(1) instanceof TorchType type) || !(parts.get(
			2) instanceof String key) || !(parts.get(4) instanceof Long count) || count < 0)
		{
			throw new IOException("it refers to a storage in an unknown way");
		}
		if (storages.putIfAbsent(key, type) != null && storages.get(key) != type) {
			throw new IOException("it takes one storage for two types of numbers");
		}
		if (parts.size() == 5 || parts.get(5) == Pickle.NONE) return new TorchStorage(key, type, 0, count);
		final List<Object> view = parts.get(5) instanceof Tuple t ? t.items() : List.of();
		if (view.size() != 3 || !(view.get(1) instanceof Long offset) || !(view.get(2) instanceof Long length) ||
			offset < 0 || length < 0 || length > count || offset > count - length)
		{
			throw new IOException("it refers to a part of a storage in an unknown way");
		}
		return new TorchStorage(key, type, offset, length);
	}

	// -- Helper methods --

	/** Python 2 handed the items over as a list of pairs. */
	private static Dict dict(final List<Object> arguments) throws IOException {
		final Dict dict = new Dict();
		if (arguments.isEmpty()) return dict;
		if (!(arguments.get(0) instanceof PyList pairs)) throw new IOException("it makes a dict of what is no list");
		for (final Object pair : pairs.items()) {
			final List<Object> items = pair instanceof PyList l ? l.items() : pair instanceof Tuple t ? t.items() : List.of();
			if (items.size() != 2) throw new IOException("it makes a dict of what are no pairs");
			dict.put(items.get(0), items.get(1));
		}
		return dict;
	}

	private static TorchTensor tensor(final List<Object> arguments) throws IOException {
		final boolean hasView = arguments.size() > 6 && !(arguments.get(6) instanceof Dict d && d.isEmpty()) && arguments
			.get(6) != Pickle.NONE;
		if (arguments.size() < 4 || hasView || !(arguments.get(0) instanceof TorchStorage storage) || !(arguments.get(
			1) instanceof Long offset)) throw new IOException("it makes a tensor in an unknown way");
		return new TorchTensor(storage, offset, longs(arguments.get(2)), longs(arguments.get(3)));
	}

	private static long[] longs(final Object tuple) throws IOException {
		if (!(tuple instanceof Tuple t) || !t.items().stream().allMatch(Long.class::isInstance)) {
			throw new IOException("it gives a tensor a shape that is no tuple of integers");
		}
		return t.items().stream().mapToLong(Long.class::cast).toArray();
	}
}
