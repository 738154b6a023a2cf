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

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file: an 8-byte little-endian length, a JSON header that names each tensor with its type, shape and
 * byte range, then the values, little-endian. Everything that the header says is checked against the file's size before
 * anything is allocated for it. Types F32, F16, BF16 and F64 are read; others are refused when asked for. Immutable.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class Safetensors implements TensorFile {

	/** The format's own limit of the header's length. */
	private static final long MAX_HEADER = 100_000_000;
	/** More than any network of this size has. */
	private static final int MAX_TENSORS = 100_000;

	private record Entry(String type, long[] shape, long begin, long end) {}

	private final FileBytes bytes;
	private final Map<String, Entry> entries = new LinkedHashMap<>();
	private final Map<String, String> metadata = new LinkedHashMap<>();
	/** Where the values begin in the file, and how many bytes they are. */
	private final long begin;
	private final long size;

	/**
	 * @param source what messages call the file
	 * @param bytes the whole file, from position to limit; not copied
	 * @throws WeightsException if the file is not a sound safetensors file
	 */
	public Safetensors(final String source, final ByteBuffer bytes) {
		this(FileBytes.of(source, bytes));
	}

	Safetensors(final FileBytes bytes) {
		this.bytes = bytes;
		final long remaining = bytes.size() - 8;
		if (remaining < 0) throw damaged("it has " + bytes.size() + " bytes, fewer than the 8 of the header's length");
		final long length = bytes.read(0, 8).getLong();
		if (length < 2 || length > MAX_HEADER || length > remaining) {
			throw damaged("its header is said to be " + Long.toUnsignedString(length) + " bytes long, but " + remaining +
				" follow (at most " + MAX_HEADER + " are allowed)");
		}
		begin = 8 + length;
		size = remaining - length;
		final byte[] header = new byte[(int) length];
		bytes.read(8, length).get(header);
		parse(header);
		checkRanges();
	}

	@Override
	public String source() {
		return bytes.source();
	}

	@Override
	public String format() {
		return "safetensors";
	}

	@Override
	public List<String> names() {
		return List.copyOf(entries.keySet());
	}

	/** @return the text pairs of the header's {@code __metadata__} */
	@Override
	public Map<String, String> metadata() {
		return Map.copyOf(metadata);
	}

	@Override
	public long[] shape(final String name) {
		return entry(name).shape().clone();
	}

	@Override
	public float[] floats(final String name) {
		final Entry e = entry(name);
		final FloatType type = type(e);
		if (type == null) {
			throw new WeightsException("The tensor " + Brief.name(name) + " of " + source() + " has type " + Brief.name(e
				.type()) + "; F32, F16, BF16 and F64 are read.");
		}
		final long length = e.end() - e.begin();
		final int count = Brief.count(source(), name, e.shape(), length / type.bytes());
		return type.all(bytes.read(begin + e.begin(), length), count);
	}

	// -- Helper methods --

	private Entry entry(final String name) {
		final Entry e = entries.get(name);
		if (e == null) throw new WeightsException("The weights " + source() + " lack the tensor " + Brief.name(name) + ".");
		return e;
	}

	private WeightsException damaged(final String how) {
		return new WeightsException("The weights " + source() + " are damaged or no safetensors file: " + how + ".");
	}

	private void parse(final byte[] header) {
		try (JsonReader json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(header),
			StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))))
		{
			json.beginObject();
			while (json.hasNext()) {
				final String name = json.nextName();
				if (entries.size() == MAX_TENSORS) throw damaged("it has more than " + MAX_TENSORS + " tensors");
				if (name.equals("__metadata__")) readMetadata(json);
				else if (entries.put(name, readEntry(json, name)) != null) {
					throw damaged("its header names " + Brief.name(name) + " twice");
				}
			}
			json.endObject();
			if (json.peek() != JsonToken.END_DOCUMENT) throw damaged("something follows its header's object");
		}
		catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
			throw new WeightsException("The weights " + source() +
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
			throw damaged("the header's entry " + Brief.name(name) + " lacks a type, a shape or two offsets");
		}
		return new Entry(type, shape, range[0], range[1]);
	}

	private long[] readLongs(final JsonReader json) throws IOException {
		final List<Long> numbers = new ArrayList<>();
		json.beginArray();
		while (json.hasNext()) {
			final long number = json.nextLong();
			if (number < 0) throw damaged("its header holds the negative number " + number);
			if (numbers.size() == Brief.MAX_AXES) {
				throw damaged("its header holds a shape of more than " + Brief.MAX_AXES + " axes");
			}
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
			if (e.begin() != position || e.end() < e.begin() || e.end() > size) {
				throw damaged("the tensor " + Brief.name(named.getKey()) + " is said to fill bytes " + e.begin() + " to " + e
					.end() + " of " + size + ", where " + position + " comes next");
			}
			position = e.end();
			checkSize(named.getKey(), e);
		}
		if (position != size) {
			throw damaged("its tensors fill " + position + " of " + size + " bytes");
		}
	}

	private void checkSize(final String name, final Entry e) {
		final FloatType type = type(e);
		if (type == null) return; // not read, so not ours to judge
		final long length = e.end() - e.begin();
		final long available = length / type.bytes();
		if (Brief.count(source(), name, e.shape(), available) != available || length % type.bytes() != 0) {
			throw damaged("the tensor " + Brief.name(name) + " of shape " + Brief.shape(e.shape()) + " and type " + e
				.type() + " is said to fill " + length + " bytes");
		}
	}

	private static FloatType type(final Entry e) {
		for (final FloatType type : FloatType.values()) {
			if (type.name().equals(e.type())) return type;
		}
		return null;
	}
}
