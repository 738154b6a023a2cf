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
package io.github.styletransfer.network.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/**
 * Asks for room on a drive before something large is written.
 *
 * @param free bytes that a folder's drive has room for
 */
record Space(ToLongFunction<Path> free) {

	/** Of the drives that are there. */
	static final Space REAL = new Space(Space::usable);
	/** Left free, for the notes beside a file and for other programs. */
	private static final long MARGIN = 16_000_000;
	/** A converted network at most: VGG-19's convolutions, the largest, are 80 MB as float32. */
	private static final long CONVERTED = 100_000_000;

	/**
	 * @param source bytes of a file
	 * @return bytes that it may have once it is converted; float16 doubles
	 */
	static long converted(final long source) {
		return Math.min(2 * source, CONVERTED);
	}

	/**
	 * @param subject of the sentence
	 * @param folder that will be written to
	 * @param bytes that will be written
	 * @throws StoreException if there is not enough room
	 */
	void require(final String subject, final Path folder, final long bytes) {
		final long there = free.applyAsLong(folder);
		if (there >= bytes + MARGIN) return;
		final String[] texts = Bytes.texts(bytes + MARGIN, there);
		throw new StoreException(subject + " needs " + texts[0] + " in \"" + folder + "\", where " + texts[1] +
			" are free; make room first.");
	}

	private static long usable(final Path folder) {
		try {
			final long space = Files.getFileStore(folder).getUsableSpace();
			return space < 0 ? Long.MAX_VALUE : space; // more than a long can count
		}
		catch (final IOException e) {
			return Long.MAX_VALUE; // a drive that does not say; writing will tell
		}
	}
}
