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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The comment of a PNG or JPEG file, where {@link ImageFiles#save} keeps the Info property; ImageJ does not read it. */
public final class ImageComment {

	private ImageComment() {
		// no instances
	}

	/**
	 * @param file of any kind
	 * @return its first comment; empty if it has none, is of another kind or is damaged
	 */
	public static Optional<String> read(final Path file) {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			if (in == null) return Optional.empty();
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return Optional.empty();
			final ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, false);
				return comment(reader.getImageMetadata(0));
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException e) {
			return Optional.empty(); // Java's readers throw either on damaged files
		}
	}

	private static Optional<String> comment(final IIOMetadata metadata) {
		if (metadata == null) return Optional.empty();
		final boolean png = ImageEncoder.PNG_FORMAT.equals(metadata.getNativeMetadataFormatName());
		final boolean jpeg = ImageEncoder.JPEG_FORMAT.equals(metadata.getNativeMetadataFormatName());
		if (!png && !jpeg) return Optional.empty();
		final Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
		final NodeList entries = root.getElementsByTagName(png ? "iTXtEntry" : "com");
		for (int i = 0; i < entries.getLength(); i++) {
			final IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
			if (jpeg && entry.getUserObject() instanceof byte[] bytes) {
				return Optional.of(new String(bytes, StandardCharsets.UTF_8));
			}
			if (png && entry.getAttribute("keyword").equals("Comment")) return Optional.of(entry.getAttribute("text"));
		}
		return Optional.empty();
	}
}
