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
package io.github.styletransfer.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.io.Reasons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Planar floats as they are: a 32-bit TIFF of three slices, for numbers such as a gradient. */
public final class FloatStack {

	private static final String[] LABELS = { "R", "G", "B" };

	private FloatStack() {
		// no instances
	}

	/**
	 * Checks a path before hours of work.
	 *
	 * @param file to be written by {@link #save}; missing folders are made
	 * @throws ImageFileException if the type is not tif, the path is a folder, or the folder cannot be written
	 */
	public static void checkWritable(final Path file) {
		final String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (!name.endsWith(".tif") && !name.endsWith(".tiff")) {
			throw new ImageFileException("The output \"" + file + "\" is no .tif; values of 32 bits are written as tif alone.");
		}
		ImageFiles.checkWritable(file);
	}

	/**
	 * Writes a file; see {@link AtomicFile}.
	 *
	 * @param values [3, H, W], of any range
	 * @param file of type tif; slices R, G and B
	 * @throws ImageFileException if it cannot be written; then an old file of that name is as it was
	 */
	public static void save(final PlanarImage values, final Path file) {
		checkWritable(file);
		final ImageStack stack = new ImageStack(values.width(), values.height());
		for (int c = 0; c < PlanarImage.CHANNELS; c++) {
			stack.addSlice(LABELS[c], new FloatProcessor(values.width(), values.height(), Arrays.copyOfRange(values.data(), c *
				values.plane(), (c + 1) * values.plane())));
		}
		final String name = file.getFileName().toString();
		try {
			AtomicFile.write(file, temporary -> ImageEncoder.floats(new ImagePlus(name, stack), temporary));
		}
		catch (final IOException e) {
			throw new ImageFileException("The output \"" + file + "\" could not be written: " + Reasons.of(e) + ".", e);
		}
	}
}
