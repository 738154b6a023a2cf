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

import java.nio.ByteBuffer;

/**
 * A view of a storage.
 *
 * @param storage that has the numbers
 * @param offset of its first number in the storage
 * @param shape as the file says
 * @param strides steps in the storage, in numbers, one per axis
 */
record TorchTensor(TorchStorage storage, long offset, long[] shape, long[] strides) {

	/**
	 * @param file what messages call the file
	 * @param name what messages call the tensor
	 * @param source of the numbers
	 * @return the values as float32, row-major
	 * @throws WeightsException if the type is none of floating-point numbers or the view leaves the storage
	 */
	float[] floats(final String file, final String name, final TorchStorage.Source source) {
		final FloatType type = storage.type().floats().orElseThrow(() -> new WeightsException("The tensor " + name +
			" of " + file + " has type " + storage.type() + "; FLOAT, HALF, BFLOAT16 and DOUBLE are read."));
		final int count = Brief.count(file, name, shape, storage.count());
		if (!isInside(count)) {
			throw new WeightsException("The weights " + file + " are damaged: the tensor " + name + " of shape " + Brief
				.shape(shape) + " with offset " + offset + " and strides " + Brief.shape(strides) +
				" leaves its storage of " + storage.count() + " numbers.");
		}
		final ByteBuffer bytes = source.bytes(storage);
		final int start = (int) (offset * type.bytes());
		if (count == 0 || isRowMajor()) {
			final ByteBuffer part = bytes.slice(count == 0 ? 0 : start, count * type.bytes()).order(bytes.order());
			return type.all(part, count);
		}
		return strided(type, bytes, count);
	}

	private boolean isInside(final int count) {
		if (strides.length != shape.length || offset < 0) return false;
		long last = offset;
		for (int a = 0; a < shape.length; a++) {
			if (strides[a] < 0 || strides[a] > storage.count()) return false;
			last += Math.max(0, shape[a] - 1) * strides[a];
			if (last < 0 || last > storage.count()) return false;
		}
		return count == 0 || last < storage.count();
	}

	private boolean isRowMajor() {
		long expected = 1;
		for (int a = shape.length - 1; a >= 0; a--) {
			if (shape[a] > 1 && strides[a] != expected) return false;
			expected *= shape[a];
		}
		return true;
	}

	private float[] strided(final FloatType type, final ByteBuffer bytes, final int count) {
		final float[] floats = new float[count];
		final long[] index = new long[shape.length];
		long at = offset;
		for (int i = 0; i < count; i++) {
			floats[i] = type.at(bytes, (int) (at * type.bytes()));
			for (int a = shape.length - 1; a >= 0; a--) {
				at += strides[a];
				if (++index[a] < shape[a]) break;
				at -= index[a] * strides[a];
				index[a] = 0;
			}
		}
		return floats;
	}
}
