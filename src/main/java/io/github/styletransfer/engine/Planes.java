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
package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Channels of an image or of a layer, [C, H, W], in one buffer or, where that would have 2³¹ bytes or more, each in a buffer of
 * its own. Windows are copied out and back by several threads; one caller at a time.
 */
final class Planes {

	private final FloatBuffer[] channels;
	private final Optional<FloatBuffer> together;
	private final int height;
	private final int width;

	private Planes(final FloatBuffer[] channels, final Optional<FloatBuffer> together, final int height, final int width) {
		this.channels = channels;
		this.together = together;
		this.height = height;
		this.width = width;
	}

	/** The values of an array, not copied. */
	static Planes of(final float[] values, final int height, final int width) {
		return of(FloatBuffer.wrap(values), values.length / (height * width), height, width);
	}

	/** The values of a buffer, not copied. */
	static Planes of(final FloatBuffer values, final int channels, final int height, final int width) {
		final int area = height * width;
		return new Planes(IntStream.range(0, channels).mapToObj(c -> values.slice(c * area, area)).toArray(
			FloatBuffer[]::new), Optional.of(values), height, width);
	}

	/** New ones in direct memory, all 0. */
	static Planes allocate(final int channels, final int height, final int width) {
		final int area = Math.multiplyExact(height, width);
		if ((long) Float.BYTES * channels * area <= Integer.MAX_VALUE) {
			return of(KernelMemory.direct(channels * area), channels, height, width);
		}
		return new Planes(IntStream.range(0, channels).mapToObj(c -> KernelMemory.direct(area)).toArray(FloatBuffer[]::new),
			Optional.empty(), height, width);
	}

	/**
	 * All channels as one tensor on the same memory; to be closed.
	 *
	 * @throws IllegalStateException if they are not in one buffer
	 */
	OnnxTensor tensor(final OrtEnvironment environment) {
		return Session.tensor(environment, together.orElseThrow(() -> new IllegalStateException(channels.length +
			" channels of " + width + " x " + height + " are too large for one tensor.")).clear(), 1, channels.length, height,
			width);
	}

	int height() {
		return height;
	}

	int width() {
		return width;
	}

	/** Copies a window. */
	void read(final Span rows, final Span columns, final FloatBuffer window) {
		each((c, plane) -> {
			for (int y = 0; y < rows.length(); y++) {
				window.put((c * rows.length() + y) * columns.length(), plane, (rows.origin() + y) * width + columns.origin(),
					columns.length());
			}
		});
	}

	/** Copies the owned part of a window; the rest of the window becomes 0. */
	void readOwned(final Span rows, final Span columns, final FloatBuffer window) {
		final float[] zeros = new float[rows.length() * columns.length()];
		each((c, plane) -> {
			window.put(c * zeros.length, zeros);
			for (int y = rows.first(); y < rows.first() + rows.owned(); y++) {
				window.put((c * rows.length() + y) * columns.length() + columns.first(), plane, (rows.origin() + y) * width +
					columns.from(), columns.owned());
			}
		});
	}

	/** Copies back the owned part of a window. */
	void writeOwned(final Span rows, final Span columns, final FloatBuffer window) {
		each((c, plane) -> {
			for (int y = rows.first(); y < rows.first() + rows.owned(); y++) {
				plane.put((rows.origin() + y) * width + columns.from(), window, (c * rows.length() + y) * columns.length() + columns
					.first(), columns.owned());
			}
		});
	}

	/** Adds a whole window. */
	void add(final Span rows, final Span columns, final FloatBuffer window) {
		each((c, plane) -> {
			final float[] added = new float[columns.length()];
			final float[] row = new float[columns.length()];
			for (int y = 0; y < rows.length(); y++) {
				window.get((c * rows.length() + y) * columns.length(), added);
				final int at = (rows.origin() + y) * width + columns.origin();
				plane.get(at, row);
				for (int x = 0; x < row.length; x++) row[x] += added[x];
				plane.put(at, row);
			}
		});
	}

	/** Makes all values 0. */
	void clear() {
		final float[] zeros = new float[width];
		each((c, plane) -> {
			for (int y = 0; y < height; y++) plane.put(y * width, zeros);
		});
	}

	private interface Channel {

		void accept(int channel, FloatBuffer plane);
	}

	private void each(final Channel work) {
		IntStream.range(0, channels.length).parallel().forEach(c -> work.accept(c, channels[c]));
	}
}
