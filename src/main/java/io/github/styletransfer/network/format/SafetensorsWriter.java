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

import com.google.gson.stream.JsonWriter;

import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Weights;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes safetensors files of float32 values. The same tensors give the same bytes every time: tensors stand in the
 * order in which they are handed in, metadata in that of their keys.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class SafetensorsWriter {

	/** Values begin at a multiple of this, as the format recommends. */
	private static final int ALIGNMENT = 8;
	/** Values that are turned into bytes at a time. */
	private static final int PIECE = 1 << 14;

	/**
	 * A tensor to write.
	 *
	 * @param shape no axis negative
	 * @param values row-major; not copied
	 */
	public record Tensor(long[] shape, float[] values) {

		/** @throws IllegalArgumentException if there are not as many values as the shape says */
		public Tensor {
			long count = 1;
			for (final long axis : shape) count *= axis;
			if (count != values.length) {
				throw new IllegalArgumentException("A tensor of shape " + Brief.shape(shape) + " cannot have " + values.length +
					" values.");
			}
			shape = shape.clone();
		}
	}

	private SafetensorsWriter() {
		// no instances
	}

	/**
	 * Writes weights under our own names of layers, with network, origin, preprocessing, source and its checksum in the
	 * metadata, so that {@link WeightsReader} needs nothing else to read them.
	 *
	 * @param out gets the bytes; not closed
	 * @param weights to write
	 * @param more metadata beside these, for example the licence; the weights' own keys win
	 * @throws IOException if it cannot be written
	 */
	public static void write(final OutputStream out, final Weights weights, final Map<String, String> more)
		throws IOException
	{
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		for (final Convolution c : weights.architecture().convolutions()) {
			final String kernel = Weights.kernelName(c.name());
			final String bias = Weights.biasName(c.name());
			tensors.put(kernel, new Tensor(c.kernelShape(), weights.tensors().get(kernel)));
			tensors.put(bias, new Tensor(c.biasShape(), weights.tensors().get(bias)));
		}
		final Map<String, String> metadata = new TreeMap<>(more);
		metadata.putAll(SafetensorsMetadata.of(weights));
		write(out, tensors, metadata);
	}

	/**
	 * @param out gets the bytes; not closed
	 * @param tensors by their names, in the order in which they are written
	 * @param metadata text pairs
	 * @throws IOException if it cannot be written
	 */
	public static void write(final OutputStream out, final Map<String, Tensor> tensors,
		final Map<String, String> metadata) throws IOException
	{
		final byte[] header = header(tensors, new TreeMap<>(metadata)).getBytes(StandardCharsets.UTF_8);
		final int padding = (ALIGNMENT - header.length % ALIGNMENT) % ALIGNMENT;
		out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length + padding).array());
		out.write(header);
		out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
		final ByteBuffer piece = ByteBuffer.allocate(4 * PIECE).order(ByteOrder.LITTLE_ENDIAN);
		for (final Tensor tensor : tensors.values()) {
			final float[] values = tensor.values();
			for (int begin = 0; begin < values.length; begin += PIECE) {
				final int count = Math.min(PIECE, values.length - begin);
				piece.asFloatBuffer().put(values, begin, count);
				out.write(piece.array(), 0, 4 * count);
			}
		}
	}

	private static String header(final Map<String, Tensor> tensors, final Map<String, String> metadata)
		throws IOException
	{
		final StringWriter text = new StringWriter();
		try (JsonWriter json = new JsonWriter(text)) {
			json.beginObject().name("__metadata__").beginObject();
			for (final Map.Entry<String, String> pair : metadata.entrySet()) json.name(pair.getKey()).value(pair.getValue());
			json.endObject();
			long position = 0;
			for (final Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
				final long end = position + 4L * tensor.getValue().values().length;
				json.name(tensor.getKey()).beginObject().name("dtype").value("F32").name("shape").beginArray();
				for (final long axis : tensor.getValue().shape()) json.value(axis);
				json.endArray().name("data_offsets").beginArray().value(position).value(end).endArray().endObject();
				position = end;
			}
			json.endObject();
		}
		return text.toString();
	}
}
