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
package io.github.styletransfer.network;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file: an 8-byte little-endian length, a JSON header that names each tensor with its type, shape and
 * byte range, then the values, little-endian. Everything that the header says is checked against the file's size before
 * anything is allocated for it. Types F32 and F16 are read; others are refused when asked for. Immutable.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class Safetensors {

	/** The format's own limit of the header's length. */
	private static final long MAX_HEADER = 100_000_000;
	/** More axes than any kernel has. */
	private static final int MAX_AXES = 8;

	private record Entry(String type, long[] shape, long begin, long end) {}

	private final String source;
	private final Map<String, Entry> entries = new LinkedHashMap<>();
	private final Map<String, String> metadata = new LinkedHashMap<>();
	private final ByteBuffer values;

	/**
	 * @param source what messages call the file
	 * @param bytes the whole file, from position to limit; not copied
	 * @throws WeightsException if the file is not a sound safetensors file
	 */
	public Safetensors(final String source, final ByteBuffer bytes) {
		this.source = source;
		final ByteBuffer file = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
		if (file.remaining() < 8) {
			throw damaged("it has " + file.remaining() + " bytes, fewer than the 8 of the header's length");
		}
		final long length = file.getLong();
		if (length < 2 || length > MAX_HEADER || length > file.remaining()) {
			throw damaged("its header is said to be " + Long.toUnsignedString(length) + " bytes long, but " +
				file.remaining() + " follow (at most " + MAX_HEADER + " are allowed)");
		}
		final byte[] header = new byte[(int) length];
		file.get(header);
		values = file.slice().order(ByteOrder.LITTLE_ENDIAN);
		parse(header);
		checkRanges();
	}

	/** @return what messages call the file */
	public String source() {
		return source;
	}

	/** @return the names of all tensors, in the order of the header */
	public List<String> names() {
		return List.copyOf(entries.keySet());
	}

	/** @return the text pairs of the header's {@code __metadata__} */
	public Map<String, String> metadata() {
		return Map.copyOf(metadata);
	}

	/**
	 * @param name of a tensor
	 * @return its shape
	 * @throws WeightsException if there is none of that name
	 */
	public long[] shape(final String name) {
		return entry(name).shape().clone();
	}

	/**
	 * @param name of a tensor
	 * @param shape that it must have
	 * @return its values as float32, row-major
	 * @throws WeightsException if there is none of that name, or its type or shape is another
	 */
	public float[] floats(final String name, final long... shape) {
		final Entry e = entry(name);
		if (!Arrays.equals(shape, e.shape())) {
			throw new WeightsException("The tensor " + name + " of " + source + " has shape " + Arrays.toString(e
				.shape()) + "; expected " + Arrays.toString(shape) + ".");
		}
		final ByteBuffer part = values.slice((int) e.begin(), (int) (e.end() - e.begin())).order(
			ByteOrder.LITTLE_ENDIAN);
		final float[] floats = new float[(int) count(e.shape())];
		switch (e.type()) {
			case "F32" -> part.asFloatBuffer().get(floats);
			case "F16" -> {
				final short[] halves = new short[floats.length];
				part.asShortBuffer().get(halves);
				for (int i = 0; i < floats.length; i++) floats[i] = halfToFloat(halves[i]);
			}
			default -> throw new WeightsException("The tensor " + name + " of " + source + " has type " + e.type() +
				"; F32 and F16 are read.");
		}
		return floats;
	}

	/**
	 * @param half bits of an IEEE 754 binary16 number
	 * @return the same number, exactly
	 */
	static float halfToFloat(final short half) {
		final int sign = (half & 0x8000) << 16;
		final int exponent = half >> 10 & 0x1f;
		final int fraction = half & 0x3ff;
		if (exponent == 0) { // zero and subnormal: fraction · 2^-24
			final float magnitude = fraction * 0x1p-24f;
			return sign == 0 ? magnitude : -magnitude;
		}
		if (exponent == 31) return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
		return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
	}

	/**
	 * @param shape of a tensor, no axis negative
	 * @return the number of its values
	 * @throws ArithmeticException if it does not fit a long
	 */
	static long count(final long[] shape) {
		long n = 1;
		for (final long axis : shape) n = Math.multiplyExact(n, axis);
		return n;
	}

	// -- Helper methods --

	private Entry entry(final String name) {
		final Entry e = entries.get(name);
		if (e == null) throw new WeightsException("The weights " + source + " lack the tensor " + name + ".");
		return e;
	}

	private WeightsException damaged(final String how) {
		return new WeightsException("The weights " + source + " are damaged or no safetensors file: " + how + ".");
	}

	private void parse(final byte[] header) {
		try (JsonReader json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(header),
			StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))))
		{
			json.beginObject();
			while (json.hasNext()) {
				final String name = json.nextName();
				if (name.equals("__metadata__")) readMetadata(json);
				else if (entries.put(name, readEntry(json, name)) != null) {
					throw damaged("its header names " + new JsonPrimitive(name) + " twice");
				}
			}
			json.endObject();
			if (json.peek() != JsonToken.END_DOCUMENT) throw damaged("something follows its header's object");
		}
		catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
			throw new WeightsException("The weights " + source +
				" are damaged or no safetensors file: their header is not the JSON that the format asks for.", e);
		}
	}

	private void readMetadata(final JsonReader json) throws IOException {
		json.beginObject();
		while (json.hasNext()) metadata.put(json.nextName(), json.nextString());
		json.endObject();
	}

	private Entry readEntry(final JsonReader json, final String name) throws IOException {
		String type = "";
		long[] shape = null;
		long[] range = null;
		json.beginObject();
		while (json.hasNext()) {
			switch (json.nextName()) {
				case "dtype" -> type = json.nextString();
				case "shape" -> shape = readLongs(json);
				case "data_offsets" -> range = readLongs(json);
				default -> json.skipValue();
			}
		}
		json.endObject();
		if (type.isEmpty() || shape == null || range == null || range.length != 2) {
			throw damaged("the header's entry " + name + " lacks a type, a shape or two offsets");
		}
		return new Entry(type, shape, range[0], range[1]);
	}

	private long[] readLongs(final JsonReader json) throws IOException {
		final List<Long> numbers = new ArrayList<>();
		json.beginArray();
		while (json.hasNext()) {
			final long number = json.nextLong();
			if (number < 0) throw damaged("its header holds the negative number " + number);
			if (numbers.size() == MAX_AXES) throw damaged("its header holds a shape of more than " + MAX_AXES + " axes");
			numbers.add(number);
		}
		json.endArray();
		return numbers.stream().mapToLong(Long::longValue).toArray();
	}

	/** The format asks that the tensors fill the file without gaps, so no two of them can share a byte. */
	private void checkRanges() {
		final List<Map.Entry<String, Entry>> sorted = new ArrayList<>(entries.entrySet());
		sorted.sort(Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin()).thenComparingLong(
			e -> e.getValue().end()));
		long position = 0;
		for (final Map.Entry<String, Entry> named : sorted) {
			final Entry e = named.getValue();
			if (e.begin() != position || e.end() < e.begin() || e.end() > values.capacity()) {
				throw damaged("the tensor " + named.getKey() + " is said to fill bytes " + e.begin() + " to " + e.end() +
					" of " + values.capacity() + ", where " + position + " comes next");
			}
			position = e.end();
			checkSize(named.getKey(), e);
		}
		if (position != values.capacity()) {
			throw damaged("its tensors fill " + position + " of " + values.capacity() + " bytes");
		}
	}

	private void checkSize(final String name, final Entry e) {
		final int bytes = switch (e.type()) {
			case "F32" -> 4;
			case "F16" -> 2;
			default -> 0; // not read, so not ours to judge
		};
		if (bytes == 0) return;
		long expected;
		try {
			expected = Math.multiplyExact(count(e.shape()), bytes);
		}
		catch (final ArithmeticException overflow) {
			expected = -1;
		}
		if (expected != e.end() - e.begin()) {
			throw damaged("the tensor " + name + " of shape " + Arrays.toString(e.shape()) + " and type " + e.type() +
				" is said to fill " + (e.end() - e.begin()) + " bytes");
		}
	}
}
