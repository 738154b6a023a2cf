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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Opens weights files of every format; what counts is the content, never the name. */
public final class TensorFiles {

	private static final String READ = "safetensors, Keras HDF5, ONNX and PyTorch state dicts are read";
	private static final String HDF5 = "89484446" + "0d0a1a0a";
	private static final String ZIP = "504b0304";
	private static final String GZIP = "1f8b";
	/** The pickle of PyTorch's magic number, after the byte of the pickle's version. */
	private static final String TORCH_LEGACY = "8a0a" + "6cfc9c46f9206aa85019" + "2e";
	private static final int HEAD = 512;

	private TensorFiles() {
		// no instances
	}

	/**
	 * Opens a file. It is not kept open: it may be moved or deleted when its tensors were read.
	 *
	 * @param file of any format and name
	 * @return its tensors
	 * @throws WeightsException if the file is missing, unreadable, damaged, or of a format that is not read
	 */
	public static TensorFile open(final Path file) {
		return open(file, file.toString());
	}

	/**
	 * The same for a file that is not yet called what its user knows it by.
	 *
	 * @param file of any format and name
	 * @param source what messages call it
	 * @return its tensors
	 * @throws WeightsException if the file is missing, unreadable, damaged, or of a format that is not read
	 */
	public static TensorFile open(final Path file, final String source) {
		return open(FileBytes.of(file, source));
	}

	/**
	 * @param file to read to its end
	 * @return its SHA-256, 64 lower-case hexadecimal digits
	 * @throws WeightsException if it cannot be read
	 */
	public static String sha256(final Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final byte[] piece = new byte[1 << 16];
			for (int n = in.read(piece); n >= 0; n = in.read(piece)) digest.update(piece, 0, n);
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final IOException e) {
			throw FileBytes.unreadable(file.toString(), e);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256.", e);
		}
	}

	/** Split off for files in memory. */
	static TensorFile open(final FileBytes file) {
		if (file.size() == 0) throw refused(file, "is empty (0 bytes)");
		final byte[] head = new byte[(int) Math.min(HEAD, file.size())];
		file.read(0, head.length).get(head);
		final String hex = HexFormat.of().formatHex(head);
		if (hex.startsWith(HDF5)) return new Hdf5File(file);
		if (hex.startsWith(ZIP)) return TorchZip.open(file);
		if (hex.startsWith(TORCH_LEGACY, 4) && hex.startsWith("80")) return TorchLegacy.open(file);
		if (head.length > 8 && head[8] == '{' && file.read(0, 8).getLong() < 1L << 40) return new Safetensors(file);
		refuseKnown(file, head, hex);
		if (head[0] == 8) return new OnnxFile(file); // the version, which every ONNX file begins with
		throw refused(file, "is of no known format");
	}

	/** What is often found in the place of weights. */
	private static void refuseKnown(final FileBytes file, final byte[] head, final String hex) {
		final String text = new String(head, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
		if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<head") || text.startsWith(
			"<?xml"))
		{
			throw refused(file, "is a web page: the address asks for a login or no longer has the file");
		}
		if (text.startsWith("version https://git-lfs")) {
			throw refused(file, "is a Git LFS pointer, not the file that it points to: fetch that with \"git lfs pull\"");
		}
		if (text.startsWith("{") || text.startsWith("[")) throw refused(file, "is text (JSON)");
		if (hex.startsWith(GZIP)) throw refused(file, "is compressed by gzip: unpack it first");
		if (hex.startsWith("80") && head.length > 1 && head[1] <= 5) {
			throw refused(file, "is a Python pickle that PyTorch did not save");
		}
	}

	private static WeightsException refused(final FileBytes file, final String what) {
		return new WeightsException("The weights file \"" + file.source() + "\" " + what + "; " + READ + ".");
	}
}
