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
package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.io.AtomicFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The losses of a run, a row for each iteration: the iteration counted over all levels, the level, the loss, and the terms
 * as the Info names them, not weighted. A term that a level does not look at is NaN there. May be read from another thread
 * while it grows.
 */
public final class LossHistory implements Monitor {

	/** Of the iterations, counted over all levels. */
	public static final String ITERATION = "iteration";
	/** Of the levels, from 1. */
	public static final String LEVEL = "level";
	/** Of the loss: the weighted sum that is minimised. */
	public static final String LOSS = "loss";

	private final Map<String, double[]> columns = new LinkedHashMap<>();
	private int capacity = 64;
	private int rows;

	@Override
	public synchronized void onProgress(final Progress progress) {
		if (rows == capacity) grow();
		final LossTerms terms = progress.terms();
		set(ITERATION, rows + 1);
		set(LEVEL, progress.level());
		set(LOSS, terms.loss());
		terms.content().forEach((layer, value) -> set("content_loss_" + layer, value));
		terms.style().forEach((layer, value) -> set("style_loss_" + layer, value));
		rows++;
	}

	/** @return how many iterations there are */
	public synchronized int rows() {
		return rows;
	}

	/** @return names of the columns, in the order of the table */
	public synchronized List<String> names() {
		return new ArrayList<>(columns.keySet());
	}

	/**
	 * @param name of a column
	 * @return a copy of its values, one for each iteration
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public synchronized double[] column(final String name) {
		if (!columns.containsKey(name)) {
			throw new IllegalArgumentException("There is no column \"" + name + "\"; there are " + String.join(", ", names()) +
				".");
		}
		return Arrays.copyOf(columns.get(name), rows);
	}

	/**
	 * Writes the table; see {@link AtomicFile}.
	 *
	 * @param file to write or replace; missing folders are made
	 * @throws IOException if it cannot be written; then an old file of that name is as it was
	 */
	public synchronized void write(final Path file) throws IOException {
		final List<String> lines = new ArrayList<>();
		lines.add(String.join(",", columns.keySet()));
		for (int i = 0; i < rows; i++) {
			final int row = i;
			lines.add(String.join(",", columns.values().stream().map(c -> number(c[row])).toList()));
		}
		AtomicFile.write(file, temporary -> Files.write(temporary, lines));
	}

	/** Whole numbers without a fraction; a missing term is an empty cell. */
	private static String number(final double value) {
		if (Double.isNaN(value)) return "";
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
	}

	private void set(final String name, final double value) {
		columns.computeIfAbsent(name, n -> empty())[rows] = value;
	}

	private void grow() {
		capacity *= 2;
		columns.replaceAll((name, column) -> {
			final double[] longer = empty();
			System.arraycopy(column, 0, longer, 0, rows);
			return longer;
		});
	}

	private double[] empty() {
		final double[] column = new double[capacity];
		Arrays.fill(column, Double.NaN);
		return column;
	}
}
