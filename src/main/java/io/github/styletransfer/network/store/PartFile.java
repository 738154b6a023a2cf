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

import com.google.gson.JsonObject;

import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.io.Reasons;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What has come of a download so far, {@code TARGET.part}, and beside it {@code TARGET.part.json}: which file on the server
 * it is the beginning of. Bytes of one file are never put behind those of another.
 */
final class PartFile implements AutoCloseable {

	private final Download download;
	private final Path file;
	private final Path note;
	private FileChannel channel;
	private Optional<String> validator;
	private boolean pieced;

	/** @throws StoreException if it cannot be opened or written */
	PartFile(final Download download) {
		this.download = download;
		file = beside(download.target(), ".part");
		note = beside(download.target(), ".part.json");
		try {
			AtomicFile.makeFolder(file.getParent());
			validator = readNote();
			channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (validator.isEmpty()) channel.truncate(0);
			channel.position(channel.size());
			pieced = channel.size() > 0;
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** @return bytes so far */
	long size() {
		try {
			return channel.size();
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** @return what tells the file on the server from a later one: its ETag or date; none if nothing has come yet */
	Optional<String> validator() {
		return size() == 0 ? Optional.empty() : validator;
	}

	/** Throws away what has come, and notes which file comes now. */
	void restart(final Optional<String> newValidator) {
		try {
			channel.truncate(0);
			channel.position(0);
			pieced = false;
			validator = newValidator;
			if (validator.isPresent()) writeNote(validator.get());
			else Files.deleteIfExists(note);
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** Notes that bytes of another answer come now. */
	void resume() {
		pieced = true;
	}

	/** @return whether it consists of the bytes of several answers */
	boolean isPieced() {
		return pieced;
	}

	void append(final List<ByteBuffer> bytes) {
		try {
			for (final ByteBuffer b : bytes) {
				while (b.hasRemaining()) channel.write(b);
			}
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** @return whether it starts as web pages do */
	boolean isWebPage() {
		close();
		try (InputStream in = Files.newInputStream(file)) {
			final String head = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "")
				.strip().toLowerCase(Locale.ROOT);
			return head.startsWith("<!doctype html") || head.startsWith("<html");
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** @return the checksum of all that has come */
	Checksum checksum(final StoreMonitor monitor) {
		close();
		try {
			return Digests.of(file, download.checksum().algorithm(), monitor);
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** Gives the file its final name. */
	void moveToTarget() {
		close();
		try {
			AtomicFile.move(file, download.target());
			Files.deleteIfExists(note);
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** Removes what has come. */
	void delete() {
		close();
		delete(download.target());
	}

	/** Removes what has come of a download to a target. */
	static void delete(final Path target) {
		try {
			Files.deleteIfExists(beside(target, ".part"));
			Files.deleteIfExists(beside(target, ".part.json"));
		}
		catch (final IOException e) {
			throw new StoreException("The file \"" + beside(target, ".part") + "\" could not be removed: " + Reasons.of(e) + ".",
				e);
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	// -- Helper methods --

	private static Path beside(final Path target, final String ending) {
		return target.resolveSibling(target.getFileName() + ending);
	}

	private Optional<String> readNote() throws IOException {
		if (!Files.exists(note) || !Files.exists(file) || Files.size(note) > 100_000) return Optional.empty();
		try {
			final JsonFields fields = JsonFields.parse("The note", Files.readString(note));
			final boolean same = fields.text("address").equals(download.address().toString()) && fields.text("checksum").equals(
				download.checksum().toString());
			return same ? fields.optionalText("validator") : Optional.empty();
		}
		catch (final StoreException | CharacterCodingException damaged) {
			return Optional.empty();
		}
	}

	private void writeNote(final String text) throws IOException {
		final JsonObject json = new JsonObject();
		json.addProperty("address", download.address().toString());
		json.addProperty("checksum", download.checksum().toString());
		json.addProperty("validator", text);
		AtomicFile.write(note, temporary -> Files.writeString(temporary, json.toString()));
	}

	private StoreException unwritable(final IOException e) {
		return new StoreException("The download of \"" + download.name() + "\" could not be written to \"" + file + "\": " +
			Reasons.of(e) + ".", e);
	}
}
