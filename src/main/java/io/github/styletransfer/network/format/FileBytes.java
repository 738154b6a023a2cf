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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file, read piece by piece. Nothing is allocated that the file does not have, and the file is open only
 * while a piece is read, so that it can be moved or deleted afterwards on every system.
 */
abstract class FileBytes {

	/** The longest piece: Java's longest array, nearly. */
	private static final long MAX_PIECE = Integer.MAX_VALUE - 16;

	private final String source;
	private final long size;

	private FileBytes(final String source, final long size) {
		this.source = source;
		this.size = size;
	}

	/**
	 * @param file to read
	 * @param source what messages call it
	 * @return its bytes
	 * @throws WeightsException if it is missing, a folder, or may not be read
	 */
	static FileBytes of(final Path file, final String source) {
		final String named = "The weights file \"" + source + "\"";
		if (!Files.exists(file)) throw new WeightsException(named + " does not exist; choose a file of weights.");
		if (Files.isDirectory(file)) throw new WeightsException(named + " is a folder; choose a file of weights.");
		if (!Files.isReadable(file)) throw new WeightsException(named + " may not be read; choose another file.");
		try {
			return new OnDisk(file, source, Files.size(file));
		}
		catch (final IOException e) {
			throw unreadable(source, e);
		}
	}

	/**
	 * @param source what messages call them
	 * @param bytes from position to limit; not copied
	 * @return the bytes
	 */
	static FileBytes of(final String source, final ByteBuffer bytes) {
		return new InMemory(source, bytes.slice());
	}

	/** What messages call the file. */
	final String source() {
		return source;
	}

	/** Its length in bytes. */
	final long size() {
		return size;
	}

	/**
	 * @param offset of the first byte
	 * @param length number of bytes
	 * @return the bytes, little-endian
	 * @throws WeightsException if they are not all within the file, or cannot be read
	 */
	final ByteBuffer read(final long offset, final long length) {
		if (offset < 0 || length < 0 || length > size || offset > size - length) {
			throw new WeightsException("The weights " + source + " are damaged: they refer to " + length +
				" bytes from byte " + offset + " on, but the file has " + size + ".");
		}
		if (length > MAX_PIECE) {
			throw new WeightsException("The weights " + source + " hold one piece of " + length +
				" bytes; pieces of up to 2 GB are read.");
		}
		try {
			return piece(offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
		}
		catch (final IOException e) {
			throw unreadable(source, e);
		}
	}

	/**
	 * @return the file's path, for readers that need one
	 * @throws WeightsException if the bytes are in memory only
	 */
	Path path() {
		throw new WeightsException("The weights " + source + " are of a format that is read from files only.");
	}

	/** All bytes from the first on; to be closed. */
	abstract InputStream stream() throws IOException;

	abstract ByteBuffer piece(long offset, int length) throws IOException;

	/** Exceptions of the file system have nothing but a path as their message. */
	static WeightsException unreadable(final String source, final IOException e) {
		String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
		if (reason == null) reason = e.getClass().getSimpleName();
		return new WeightsException("The weights " + source + " could not be read (" + reason +
			"); check the drive and try again.", e);
	}

	private static final class OnDisk extends FileBytes {

		private final Path file;

		private OnDisk(final Path file, final String source, final long size) {
			super(source, size);
			this.file = file;
		}

		@Override
		Path path() {
			return file;
		}

		@Override
		InputStream stream() throws IOException {
			return Files.newInputStream(file);
		}

		@Override
		ByteBuffer piece(final long offset, final int length) throws IOException {
			final ByteBuffer piece = ByteBuffer.allocate(length);
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
				while (piece.hasRemaining()) {
					if (channel.read(piece, offset + piece.position()) < 0) {
						throw new IOException("it has become shorter while it was read");
					}
				}
			}
			return piece.flip();
		}
	}

	private static final class InMemory extends FileBytes {

		private final ByteBuffer bytes;

		private InMemory(final String source, final ByteBuffer bytes) {
			super(source, bytes.remaining());
			this.bytes = bytes;
		}

		@Override
		InputStream stream() {
			final byte[] copy = new byte[bytes.remaining()];
			bytes.get(bytes.position(), copy);
			return new ByteArrayInputStream(copy);
		}

		@Override
		ByteBuffer piece(final long offset, final int length) {
			return bytes.slice((int) offset, length);
		}
	}
}
