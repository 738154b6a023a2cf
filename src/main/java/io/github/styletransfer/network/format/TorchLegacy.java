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

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * PyTorch's files before version 1.6: five pickles (a magic number, a version, the machine, the state dict, the keys of
 * the storages), then for each key the number of its values in 8 bytes and the values.
 */
final class TorchLegacy {

	private static final int VERSION = 1001;

	private final FileBytes file;
	private final Map<String, Place> places = new HashMap<>();

	/** Where the values of a storage begin, and how many there are. */
	private record Place(long offset, long count) {}

	private TorchLegacy(final FileBytes file) {
		this.file = file;
	}

	/**
	 * @param file that begins with the magic number
	 * @return its tensors
	 * @throws WeightsException if it is damaged
	 */
	static TensorFile open(final FileBytes file) {
		return new TorchLegacy(file).read();
	}

	// -- Helper methods --

	private TensorFile read() {
		try (InputStream stream = file.stream()) {
			final PickleInput in = new PickleInput(stream, file.size());
			final Pickle pickle = new Pickle(file.source(), in);
			pickle.read(); // the magic number
			if (!Long.valueOf(VERSION).equals(pickle.read())) throw damaged("its version is not " + VERSION);
			final Object machine = pickle.read();
			if (!(machine instanceof Dict d) || !Boolean.TRUE.equals(d.get("little_endian"))) {
				throw damaged("it was not written by a little-endian machine");
			}
			final Object root = pickle.read();
			if (!(pickle.read() instanceof PyList keys)) throw damaged("its list of storages is missing");
			findStorages(pickle.storages(), keys, in.position());
			return new TorchFile(file.source(), root, this::bytes);
		}
		catch (final IOException e) {
			throw FileBytes.unreadable(file.source(), e);
		}
	}

	private void findStorages(final Map<String, TorchType> types, final PyList keys, final long first) {
		long position = first;
		for (final Object key : keys.items()) {
			final TorchType type = key instanceof String ? types.get(key) : null;
			if (type == null) throw damaged("no tensor uses one of its storages");
			final long count = file.read(position, 8).getLong();
			position += 8;
			if (count < 0 || count > (file.size() - position) / type.bytes()) {
				throw damaged("a storage is said to have " + count + " numbers");
			}
			if (places.put((String) key, new Place(position, count)) != null) throw damaged("a storage is there twice");
			position += count * type.bytes();
		}
	}

	private ByteBuffer bytes(final TorchStorage storage) {
		final Place place = places.get(storage.key());
		if (place == null || storage.offset() > place.count() - storage.count()) {
			throw damaged("the storage " + Brief.name(storage.key()) + " is missing or too short");
		}
		final int size = storage.type().bytes();
		return file.read(place.offset() + storage.offset() * size, storage.count() * size);
	}

	private WeightsException damaged(final String how) {
		return new WeightsException("The weights " + file.source() + " are damaged or no PyTorch file: " + how + ".");
	}
}
