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

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

import com.google.protobuf.CodedInputStream;

import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * A tensor of an ONNX file, its values still in the file.
 *
 * @param name empty for the value of a node
 * @param shape as the file says
 * @param dataType number in ONNX's list
 * @param storage how the values are stored
 * @param offset of the first byte of the values
 * @param length of the values in bytes
 */
record OnnxTensor(String name, long[] shape, int dataType, Storage storage, long offset, long length) {

	/** How the values are stored. */
	enum Storage {
		/** Nowhere: the tensor has no values. */
		NONE,
		/** As little-endian bytes. */
		RAW,
		/** In the field for numbers of 32 bits. */
		FLOATS,
		/** In the field for integers, each with the bits of a shorter number. */
		BITS,
		/** In the field for numbers of 64 bits. */
		DOUBLES,
		/** In another file. */
		EXTERNAL
	}

	/** The type of the values, null if they are no floating-point numbers. */
	FloatType type() {
		return switch (dataType) {
			case DataType.FLOAT_VALUE -> FloatType.F32;
			case DataType.FLOAT16_VALUE -> FloatType.F16;
			case DataType.BFLOAT16_VALUE -> FloatType.BF16;
			case DataType.DOUBLE_VALUE -> FloatType.F64;
			default -> null;
		};
	}

	/**
	 * @param file that it is in
	 * @param called what messages call it
	 * @return the values as float32
	 * @throws WeightsException if they are in another file, of another type, or not as many as the shape says
	 */
	float[] floats(final FileBytes file, final String called) {
		if (storage == Storage.EXTERNAL) {
			throw new WeightsException("The weights " + file.source() + " keep the tensor " + called +
				" in another file (external data); save the model as one file.");
		}
		final FloatType type = type();
		if (type == null) {
			throw new WeightsException("The tensor " + called + " of " + file.source() + " has type " + typeName() +
				"; FLOAT, FLOAT16, BFLOAT16 and DOUBLE are read.");
		}
		final Storage typed = switch (type) {
			case F32 -> Storage.FLOATS;
			case F64 -> Storage.DOUBLES;
			case F16, BF16 -> Storage.BITS;
		};
		if (storage != Storage.RAW && storage != typed && storage != Storage.NONE) {
			throw new WeightsException("The weights " + file.source() + " are damaged: the values of the tensor " + called +
				" of type " + type + " are stored as " + storage.name().toLowerCase(Locale.ROOT) + ".");
		}
		final ByteBuffer values = storage == Storage.BITS ? bits(file, called) : file.read(offset, length);
		final int count = Brief.count(file.source(), called, shape, values.capacity() / type.bytes());
		if (values.capacity() != (long) count * type.bytes()) {
			throw new WeightsException("The weights " + file.source() + " are damaged: the tensor " + called + " of shape " +
				Brief.shape(shape) + " has " + values.capacity() + " bytes of values.");
		}
		return type.all(values, count);
	}

	private String typeName() {
		final DataType known = DataType.forNumber(dataType);
		return known == null ? Integer.toString(dataType) : known.name();
	}

	/** Each number is a varint of one to three bytes whose lower 16 bits count. */
	private ByteBuffer bits(final FileBytes file, final String called) {
		try {
			final CodedInputStream in = CodedInputStream.newInstance(file.read(offset, length));
			final int count = Brief.count(file.source(), called, shape, length);
			final ByteBuffer shorts = ByteBuffer.allocate(Math.multiplyExact(2, count)).order(ByteOrder.LITTLE_ENDIAN);
			while (!in.isAtEnd() && shorts.hasRemaining()) shorts.putShort((short) in.readInt32());
			if (!in.isAtEnd()) throw new IOException("there are more values than the shape says");
			return shorts.flip().slice().order(ByteOrder.LITTLE_ENDIAN);
		}
		catch (final IOException | ArithmeticException e) {
			throw new WeightsException("The weights " + file.source() + " are damaged: the values of the tensor " + called +
				" cannot be read (" + e.getMessage() + ").", e);
		}
	}
}
