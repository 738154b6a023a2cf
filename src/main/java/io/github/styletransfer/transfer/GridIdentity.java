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

import io.github.styletransfer.image.PictureFile;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.Weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What tells one grid from another: its images, its network, its pictures and their settings, by checksum or in words.
 * Threads, device and memory are left out, because they are the machine's.
 */
public final class GridIdentity {

	private static final String SEAL = "grid_picture_sha256: ";
	private static final List<Option> OF_THE_MACHINE = List.of(Option.THREADS, Option.DEVICE, Option.MEMORY);
	private static final int SHORT_NAME = 16;
	/** Values that are hashed at a time. */
	private static final int BLOCK = 1 << 14;

	private final String text;

	private GridIdentity(final String text) {
		this.text = text;
	}

	/**
	 * @param figure the grid
	 * @param weights of its network
	 * @return its identity
	 */
	public static GridIdentity of(final Figure figure, final Weights weights) {
		final StringJoiner lines = new StringJoiner("\n", "", "\n");
		lines.add("software: Style Transfer " + Version.current());
		lines.add("content_size: " + figure.content().size());
		lines.add("content_sha256: " + hex(add(digest(), figure.content())));
		lines.add("style_size: " + figure.style().size());
		lines.add("style_sha256: " + hex(add(digest(), figure.style())));
		lines.add("architecture: " + weights.architecture().name());
		lines.add("weights_sha256: " + weights.sha256());
		lines.add("network_input: " + weights.preprocessing().name());
		lines.add("pictures: " + figure.parts().stream().map(Figure.Part::label).collect(Collectors.joining("; ")));
		final Map<Option, String> settings = figure.parts().get(0).settings().toMap();
		settings.forEach((option, value) -> {
			if (!OF_THE_MACHINE.contains(option)) lines.add("first_" + option.key() + ": " + value);
		});
		return new GridIdentity(lines.toString());
	}

	/** @return the file that says which grid it is, UTF-8 */
	byte[] bytes() {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** @return a name for a folder, which no other grid has */
	String shortName() {
		final MessageDigest digest = digest();
		digest.update(bytes());
		return hex(digest).substring(0, SHORT_NAME);
	}

	/**
	 * @param file bytes of a file that says which grid it is
	 * @return what differs, as a part of a sentence; empty if it is this one
	 */
	Optional<String> difference(final byte[] file) {
		final List<String> theirs = new String(file, StandardCharsets.UTF_8).lines().toList();
		final List<String> ours = text.lines().toList();
		for (final String line : ours) {
			if (theirs.contains(line)) continue;
			final String key = line.substring(0, line.indexOf(": ") + 2);
			final Optional<String> other = theirs.stream().filter(l -> l.startsWith(key)).findFirst();
			return Optional.of(other.map(l -> "its " + l + ", not " + line.substring(key.length())).orElse("its " +
				GridFolder.IDENTITY + " says nothing of " + key.replace(": ", "")));
		}
		return theirs.size() == ours.size() ? Optional.empty() : Optional.of("its " + GridFolder.IDENTITY +
			" says more than this grid's");
	}

	/**
	 * @param name of a picture
	 * @param made the picture and its lines
	 * @return the same, rounded, with a last line: a checksum of everything and of this grid
	 */
	PictureFile sealed(final String name, final PictureFile made) {
		final PictureFile rounded = made.rounded();
		return new PictureFile(rounded.picture(), made.info() + SEAL + seal(name, rounded.picture(), made.info()) + "\n");
	}

	/**
	 * @param name of a picture
	 * @param found the picture and its lines, as they were read
	 * @return the lines that were sealed, if everything is as it was
	 */
	Optional<String> verified(final String name, final PictureFile found) {
		final int at = found.info().lastIndexOf(SEAL);
		if (at < 0) return Optional.empty();
		final String info = found.info().substring(0, at);
		final String seal = found.info().substring(at + SEAL.length()).strip();
		return seal.equals(seal(name, found.picture(), info)) ? Optional.of(info) : Optional.empty();
	}

	// -- Helper methods --

	private String seal(final String name, final PlanarImage picture, final String info) {
		final MessageDigest digest = digest();
		for (final String part : List.of(text, name, info)) digest.update(part.getBytes(StandardCharsets.UTF_8));
		return hex(add(digest, picture));
	}

	private static MessageDigest add(final MessageDigest digest, final PlanarImage image) {
		final float[] data = image.data();
		final ByteBuffer block = ByteBuffer.allocate(Float.BYTES * BLOCK);
		digest.update(block.putInt(image.width()).putInt(image.height()).flip());
		for (int from = 0; from < data.length; from += BLOCK) {
			final int n = Math.min(BLOCK, data.length - from);
			block.clear().asFloatBuffer().put(data, from, n);
			digest.update(block.limit(Float.BYTES * n));
		}
		return digest;
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256.", e);
		}
	}

	private static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
