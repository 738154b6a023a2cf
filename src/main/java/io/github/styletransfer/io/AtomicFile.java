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
package io.github.styletransfer.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its target and moves it there when it is whole, so that nothing half-written bears the name. */
public final class AtomicFile {

	/** What fills the file. */
	@FunctionalInterface
	public interface Writer {

		/**
		 * @param file to write
		 * @throws IOException if it cannot be written
		 */
		void write(Path file) throws IOException;
	}

	private AtomicFile() {
		// no instances
	}

	/**
	 * @param target the file to write or replace; missing folders are made
	 * @param writer fills a file of the same type beside it
	 * @throws IOException if it cannot be written; then nothing is left behind and an old target is as it was
	 */
	public static void write(final Path target, final Writer writer) throws IOException {
		final Path folder = target.toAbsolutePath().getParent();
		makeFolder(folder);
		final Path temporary = folder.resolve(".part-" + Long.toHexString(System.nanoTime()) + "-" + target.getFileName());
		try {
			writer.write(temporary);
			move(temporary, target);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	/**
	 * Makes a folder and those above it. Java 17 refuses to "create" a folder that is there but is a symbolic link, as
	 * {@code /tmp} is on macOS.
	 *
	 * @param folder to be there
	 * @throws IOException if it cannot be made
	 */
	public static void makeFolder(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) Files.createDirectories(folder);
	}

	/**
	 * Gives a file another name in one step where the file system can do that.
	 *
	 * @param from the file
	 * @param to its new name, on the same drive; an old file of that name is replaced
	 * @throws IOException if it cannot be moved
	 */
	public static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING); // some network drives
		}
	}
}
