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

import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An HDF5 file as Keras writes it. Kernels and biases are named after their layer, {@code block1_conv1.weight} and
 * {@code block1_conv1.bias}, whether Keras called them {@code block1_conv1_W_1:0} or {@code block1_conv1/kernel:0};
 * kernels are turned from Keras's H, W, I, O to O, I, H, W. Chunked and compressed datasets are refused: Keras writes
 * none, and so nothing can be larger in memory than in the file.
 */
final class Hdf5File implements TensorFile {

	private static final Pattern KERNEL = Pattern.compile("(.*_W(_\\d+)?|kernel)(:0)?");
	private static final Pattern BIAS = Pattern.compile("(.*_b(_\\d+)?|bias)(:0)?");
	private static final Pattern VGG_LAYER = Pattern.compile("block\\d+_conv\\d+");

	private record Entry(String type, FloatType floats, ByteOrder order, long[] shape, boolean kernel, Place place) {}

	/** Where the values are: in the file, or compactly inside the description; unknown layouts say why. */
	private record Place(long offset, ByteBuffer compact, String refusal) {}

	private final FileBytes file;
	private final Map<String, Entry> entries = new LinkedHashMap<>();

	Hdf5File(final FileBytes file) {
		this.file = file;
		try {
			new Hdf5Tree(new Hdf5Storage(file)).datasets().forEach(this::add);
			checkPlaces();
		}
		catch (RuntimeException | StackOverflowError e) { // jHDF throws all kinds of them on damaged files
			throw refusal(e);
		}
	}

	@Override
	public String source() {
		return file.source();
	}

	@Override
	public String format() {
		return "HDF5";
	}

	@Override
	public List<String> names() {
		return List.copyOf(entries.keySet());
	}

	@Override
	public long[] shape(final String name) {
		final long[] s = entry(name).shape();
		return entry(name).kernel() ? new long[] { s[3], s[2], s[0], s[1] } : s.clone();
	}

	@Override
	public Map<String, String> metadata() {
		return Map.of();
	}

	@Override
	public float[] floats(final String name) {
		final Entry e = entry(name);
		if (e.place().refusal() != null) {
			throw new WeightsException("The tensor " + Brief.name(name) + " of " + source() + " is " + e.place().refusal() +
				"; save it as Keras does, contiguous and not compressed.");
		}
		if (e.floats() == null) {
			throw new WeightsException("The tensor " + Brief.name(name) + " of " + source() + " has type " + e.type() +
				"; floating-point numbers of 16, 32 and 64 bits are read.");
		}
		final boolean compact = e.place().compact() != null;
		final long bytes = compact ? e.place().compact().capacity() : file.size();
		final int count = Brief.count(source(), name, e.shape(), bytes / e.floats().bytes());
		final ByteBuffer values = compact ? e.place().compact().slice() : file.read(e.place().offset(), (long) count * e
			.floats().bytes());
		final float[] floats = e.floats().all(values.order(e.order()), count);
		return e.kernel() ? turned(floats, e.shape()) : floats;
	}

	// -- Helper methods --

	private Entry entry(final String name) {
		final Entry e = entries.get(name);
		if (e == null) throw new WeightsException("The weights " + source() + " lack the tensor " + Brief.name(name) + ".");
		return e;
	}

	private void add(final String path, final ObjectHeader header) {
		final long[] shape = header.getMessageOfType(DataSpaceMessage.class).getDataSpace().getDimensionsAsLong();
		final DataType type = header.getMessageOfType(DataTypeMessage.class).getDataType();
		final String[] groups = path.split("/");
		final String leaf = groups[groups.length - 1];
		final boolean kernel = KERNEL.matcher(leaf).matches() && shape.length == 4;
		String name = path;
		if (kernel) name = layer(groups) + ".weight";
		else if (BIAS.matcher(leaf).matches() && shape.length == 1) name = layer(groups) + ".bias";
		final ByteOrder order = type instanceof FloatingPoint f ? f.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
		final Entry entry = new Entry(type.getClass().getSimpleName(), floats(type), order, shape, kernel, place(header
			.getMessageOfType(DataLayoutMessage.class)));
		if (entries.put(name, entry) != null) throw new HdfException("Two tensors are called " + Brief.name(name) + ".");
	}

	/** No two datasets share a byte: a damaged address mostly leads into another one. */
	private void checkPlaces() {
		final TreeMap<Long, String> byPlace = new TreeMap<>();
		entries.forEach((name, e) -> {
			final boolean inFile = e.place().compact() == null && e.place().refusal() == null && e.floats() != null;
			if (inFile && byPlace.put(e.place().offset(), name) != null) throw new HdfException("Two tensors share a place.");
		});
		long end = 0;
		for (final Map.Entry<Long, String> place : byPlace.entrySet()) {
			final Entry e = entries.get(place.getValue());
			if (place.getKey() < end) throw new HdfException("Two tensors share a place.");
			final long bytes = e.floats().bytes();
			end = place.getKey() + bytes * Brief.count(source(), place.getValue(), e.shape(), file.size() / bytes);
		}
	}

	/** Keras may put a group of the same name, or with a number appended, inside the layer's. */
	private static String layer(final String[] groups) {
		for (final String group : groups) {
			if (VGG_LAYER.matcher(group).matches()) return group;
		}
		return groups.length < 2 ? "" : groups[groups.length - 2];
	}

	private static FloatType floats(final DataType type) {
		if (!(type instanceof FloatingPoint f)) return null;
		final List<Integer> bits = List.of(f.getSize(), (int) f.getBitOffset(), (int) f.getBitPrecision(), f
			.getSignLocation(), (int) f.getExponentLocation(), (int) f.getExponentSize(), f.getExponentBias(), (int) f
				.getMantissaLocation(), (int) f.getMantissaSize(), f.getMantissaNormalization());
		if (bits.equals(List.of(4, 0, 32, 31, 23, 8, 127, 0, 23, 2))) return FloatType.F32;
		if (bits.equals(List.of(2, 0, 16, 15, 10, 5, 15, 0, 10, 2))) return FloatType.F16;
		if (bits.equals(List.of(2, 0, 16, 15, 7, 8, 127, 0, 7, 2))) return FloatType.BF16;
		if (bits.equals(List.of(8, 0, 64, 63, 52, 11, 1023, 0, 52, 2))) return FloatType.F64;
		return null;
	}

	private static Place place(final DataLayoutMessage layout) {
		if (layout instanceof CompactDataLayoutMessage c) return new Place(0, c.getDataBuffer(), null);
		if (!(layout instanceof ContiguousDataLayoutMessage c)) return new Place(0, null, "stored in chunks");
		final boolean empty = c.getAddress() == Constants.UNDEFINED_ADDRESS;
		return new Place(c.getAddress(), null, empty ? "declared but was never written" : null);
	}

	/** [H, W, I, O] to [O, I, H, W]. */
	private static float[] turned(final float[] from, final long[] shape) {
		final int area = (int) (shape[0] * shape[1]);
		final int inputs = (int) shape[2];
		final int outputs = (int) shape[3];
		final float[] to = new float[from.length];
		for (int p = 0; p < area; p++) {
			for (int i = 0; i < inputs; i++) {
				for (int o = 0; o < outputs; o++) to[(o * inputs + i) * area + p] = from[(p * inputs + i) * outputs + o];
			}
		}
		return to;
	}

	private WeightsException refusal(final Throwable thrown) {
		Throwable t = thrown;
		while (t.getCause() != null && t.getCause() != t) t = t.getCause();
		if (t instanceof WeightsException sentence) return sentence;
		String reason = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
		if (t instanceof StackOverflowError) reason = "its structures are nested without end";
		return new WeightsException("The weights " + source() + " are damaged or use parts of HDF5 that are not read (" +
			reason.replaceAll("[.\\s]+$", "") + ").", thrown);
	}
}
