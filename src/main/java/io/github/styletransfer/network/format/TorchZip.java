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
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * PyTorch's files since version 1.6: a zip archive, not compressed, with a pickle {@code data.pkl} and an entry
 * {@code data/KEY} for each storage.
 */
final class TorchZip {

	private static final String PICKLE = "data.pkl";
	/** VGG-19's has 4 kB. */
	private static final int MAX_PICKLE = 16_000_000;

	private final FileBytes file;
	private final String prefix;
	private final ByteOrder order;

	private TorchZip(final FileBytes file, final String prefix, final ByteOrder order) {
		this.file = file;
		this.prefix = prefix;
		this.order = order;
	}

	/**
	 * @param file a zip archive
	 * @return its tensors
	 * @throws WeightsException if it is damaged, compressed, or none of PyTorch's
	 */
	static TensorFile open(final FileBytes file) {
		try (ZipFile zip = archive(file)) {
			final String pickle = pickle(zip, file);
			final String prefix = pickle.substring(0, pickle.length() - PICKLE.length());
			final boolean big = zip.getEntry(prefix + "byteorder") != null && new String(content(zip, file, prefix +
				"byteorder", 16), StandardCharsets.US_ASCII).startsWith("big");
			final TorchZip torch = new TorchZip(file, prefix, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
			final byte[] program = content(zip, file, pickle, MAX_PICKLE);
			final PickleInput in = new PickleInput(new ByteArrayInputStream(program), program.length);
			return new TorchFile(file.source(), new Pickle(file.source(), in).read(), torch::bytes);
		}
		catch (final IOException | IllegalArgumentException e) { // the latter for names of entries in no known encoding
			throw damaged(file, e.getMessage(), e);
		}
	}

	// -- Helper methods --

	private ByteBuffer bytes(final TorchStorage storage) {
		try (ZipFile zip = archive(file)) {
			final byte[] content = content(zip, file, prefix + "data/" + storage.key(), Integer.MAX_VALUE - 16);
			final int size = storage.type().bytes();
			if (storage.count() > content.length / size || storage.offset() > content.length / size - storage.count()) {
				throw new IOException("the storage " + Brief.name(storage.key()) + " has " + content.length +
					" bytes instead of " + storage.count() + " numbers");
			}
			return ByteBuffer.wrap(content).slice((int) storage.offset() * size, (int) storage.count() * size).order(order);
		}
		catch (final IOException | IllegalArgumentException e) {
			throw damaged(file, e.getMessage(), e);
		}
	}

	private static ZipFile archive(final FileBytes file) throws IOException {
		try {
			return new ZipFile(file.path().toFile());
		}
		catch (final UnsupportedOperationException e) {
			throw new WeightsException("The weights " + file.source() +
				" lie where archives cannot be read; copy them to an ordinary folder.", e);
		}
	}

	private static String pickle(final ZipFile zip, final FileBytes file) {
		for (final Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
			final String name = all.nextElement().getName();
			if (name.equals(PICKLE) || name.endsWith("/" + PICKLE)) return name;
		}
		throw new WeightsException("The file " + file.source() +
			" is a zip archive without data.pkl, so none of PyTorch's; unpack it and choose the weights inside.");
	}

	/** The content of an entry, checked by its checksum; as long as the file at most, because nothing is compressed. */
	private static byte[] content(final ZipFile zip, final FileBytes file, final String name, final int limit)
		throws IOException
	{
		final ZipEntry entry = zip.getEntry(name);
		if (entry == null) throw new IOException("the entry " + Brief.name(name) + " is missing");
		if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
			throw new WeightsException("The entry " + Brief.name(name) + " of " + file.source() +
				" is compressed; PyTorch never compresses, so the file was refused.");
		}
		if (entry.getSize() < 0 || entry.getSize() > Math.min(limit, file.size())) {
			throw new IOException("the entry " + Brief.name(name) + " is said to have " + entry.getSize() + " bytes");
		}
		final byte[] content;
		try (InputStream in = zip.getInputStream(entry)) {
			content = in.readNBytes((int) entry.getSize());
		}
		final CRC32 crc = new CRC32();
		crc.update(content);
		if (content.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
			throw new IOException("the entry " + Brief.name(name) + " does not agree with its checksum");
		}
		return content;
	}

	private static WeightsException damaged(final FileBytes file, final String how, final Throwable cause) {
		final String reason = how == null ? "they cannot be read as an archive" : how;
		return new WeightsException("The weights " + file.source() + " are damaged or no PyTorch file: " + reason + ".",
			cause);
	}
}
