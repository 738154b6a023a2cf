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

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The fields of an ONNX file, one after the other, by protobuf's own decoder but without its message classes: those
 * would take all values into memory. Every length is checked against what is left of the enclosing message.
 */
final class OnnxWire {

	private static final int MAX_TEXT = 10_000;
	private static final int MAX_NUMBERS = 1000;

	/** Takes one field. */
	@FunctionalInterface
	interface Field {

		/**
		 * @param number of the field
		 * @param tag number and type, for {@link OnnxWire}'s methods
		 */
		void take(int number, int tag) throws IOException;
	}

	private final CodedInputStream in;

	/**
	 * @param stream from the first byte of the outermost message on
	 * @param size of that message
	 */
	OnnxWire(final InputStream stream, final int size) throws IOException {
		in = CodedInputStream.newInstance(stream);
		in.pushLimit(size);
	}

	/** Takes fields up to the end of the message that is being read. */
	void fields(final Field field) throws IOException {
		while (!in.isAtEnd()) {
			final int tag = in.readTag();
			final int type = WireFormat.getTagWireType(tag);
			if (type == WireFormat.WIRETYPE_START_GROUP || type == WireFormat.WIRETYPE_END_GROUP) {
				throw new IOException("it holds a group, which ONNX does not know");
			}
			field.take(WireFormat.getTagFieldNumber(tag), tag);
		}
	}

	/** Takes the fields of a message inside the one that is being read. */
	void message(final int tag, final Field field) throws IOException {
		final int limit = in.pushLimit(length(tag));
		fields(field);
		in.popLimit(limit);
	}

	void skip(final int tag) throws IOException {
		in.skipField(tag);
	}

	int number(final int tag) throws IOException {
		if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_VARINT) throw otherType(tag);
		return in.readInt32();
	}

	String text(final int tag) throws IOException {
		final int length = length(tag);
		if (length > MAX_TEXT) throw new IOException("it holds a name of " + length + " bytes");
		return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
	}

	/** Adds one integer, or a packed list of them. */
	void numbers(final int tag, final List<Long> to) throws IOException {
		if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) add(to);
		else {
			final int limit = in.pushLimit(length(tag));
			while (!in.isAtEnd()) add(to);
			in.popLimit(limit);
		}
	}

	/** Passes over the content of a field of bytes; gives the place and the number of its bytes. */
	long[] place(final int tag) throws IOException {
		final int length = length(tag);
		final long offset = in.getTotalBytesRead();
		in.skipRawBytes(length);
		return new long[] { offset, length };
	}

	// -- Helper methods --

	private void add(final List<Long> to) throws IOException {
		if (to.size() == MAX_NUMBERS) throw new IOException("a list has more than " + MAX_NUMBERS + " numbers");
		to.add(in.readInt64());
	}

	/** The length of a field of bytes, all of which are there. */
	private int length(final int tag) throws IOException {
		if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) throw otherType(tag);
		final int length = in.readRawVarint32();
		if (length < 0 || length > in.getBytesUntilLimit()) throw new IOException("it ends in the middle of a field");
		return length;
	}

	private static IOException otherType(final int tag) {
		return new IOException("its field " + WireFormat.getTagFieldNumber(tag) + " is of another type");
	}
}
