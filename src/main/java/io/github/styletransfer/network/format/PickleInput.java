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

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, one after the other; never takes more than there are. */
final class PickleInput {

	/** Longer than any name in a state dict. */
	private static final int MAX_TEXT = 100_000;

	private final InputStream in;
	private final long size;
	private long position;

	/**
	 * @param in the bytes; not closed here
	 * @param size how many there are
	 */
	PickleInput(final InputStream in, final long size) {
		this.in = new BufferedInputStream(in);
		this.size = size;
	}

	/** How many bytes were taken. */
	long position() {
		return position;
	}

	int u1() throws IOException {
		final int b = in.read();
		if (b < 0) throw new EOFException("it ends in the middle");
		position++;
		return b;
	}

	int u2() throws IOException {
		return u1() | u1() << 8;
	}

	int i4() throws IOException {
		return u2() | u2() << 16;
	}

	double bigEndianDouble() throws IOException {
		return ByteBuffer.wrap(bytes(8)).order(ByteOrder.BIG_ENDIAN).getDouble();
	}

	byte[] bytes(final int length) throws IOException {
		if (length < 0 || length > size - position) throw new EOFException("it ends in the middle");
		if (length > MAX_TEXT) throw new IOException("it holds a text of " + length + " bytes");
		final byte[] bytes = in.readNBytes(length);
		position += bytes.length;
		if (bytes.length < length) throw new EOFException("it ends in the middle");
		return bytes;
	}

	String text(final int length) throws IOException {
		return new String(bytes(length), StandardCharsets.UTF_8);
	}

	/** Text up to the end of the line. */
	String line() throws IOException {
		final StringBuilder line = new StringBuilder();
		for (int c = u1(); c != '\n'; c = u1()) {
			if (line.length() == MAX_TEXT) throw new IOException("it holds a line of more than " + MAX_TEXT + " bytes");
			line.append((char) c);
		}
		return line.toString();
	}
}
