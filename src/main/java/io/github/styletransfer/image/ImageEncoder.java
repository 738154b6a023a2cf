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
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An RGB plane as the bytes of a TIFF, PNG or JPEG file. ImageJ's own FileSaver shows dialogs and ends macros when a disk
 * is full, renames the image, draws its overlay into it, takes the JPEG quality from the user's preferences and drops the
 * Info property of PNG and JPEG files.
 */
final class ImageEncoder {

	private static final float JPEG_QUALITY = .95f;
	/** A JPEG segment has 65535 bytes, two of which are its length (ITU-T T.81, B.2.4.5). */
	private static final int LONGEST_COMMENT = 65533;
	private static final String PNG_FORMAT = "javax_imageio_png_1.0";
	private static final String JPEG_FORMAT = "javax_imageio_jpeg_image_1.0";

	private ImageEncoder() {
		// no instances
	}

	/**
	 * @param image a single RGB plane, or for TIFF a stack of them; its Info property becomes ImageJ's Info (TIFF), a text
	 *          chunk "Comment" (PNG) or a comment segment (JPEG)
	 * @param file to write
	 * @param type png, jpg, jpeg, tif or tiff
	 * @throws IOException if it cannot be written
	 */
	static void write(final ImagePlus image, final Path file, final String type) throws IOException {
		switch (type) {
			case "png" -> encode(image, file, "png");
			case "jpg", "jpeg" -> encode(image, file, "jpeg");
			default -> tiff(image, file);
		}
	}

	private static void tiff(final ImagePlus image, final Path file) throws IOException {
		final FileInfo description = image.getFileInfo();
		description.description = new FileSaver(image).getDescriptionString(); // unit, origin
		description.info = image.getInfoProperty();
		description.properties = image.getPropertiesAsArray();
		if (image.getStackSize() > 1) description.sliceLabels = image.getStack().getSliceLabels();
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			new TiffEncoder(description).write(out);
		}
	}

	private static void encode(final ImagePlus image, final Path file, final String format) throws IOException {
		final BufferedImage pixels = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		pixels.getRaster().setDataElements(0, 0, pixels.getWidth(), pixels.getHeight(), image.getProcessor().getPixels());
		final ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			if (out == null) throw new IOException("the file cannot be made");
			writer.setOutput(out);
			final ImageWriteParam how = writer.getDefaultWriteParam();
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels),
				how);
			final String info = image.getInfoProperty() == null ? "" : image.getInfoProperty();
			if (format.equals("png")) pngText(metadata, info);
			else jpegDetails(metadata, how, info);
			writer.write(null, new IIOImage(pixels, null, metadata), how);
		}
		finally {
			writer.dispose();
		}
	}

	/** An iTXt chunk holds UTF-8, unlike tEXt; "Comment" is one of the registered keywords (PNG specification, 11.3.3). */
	private static void pngText(final IIOMetadata metadata, final String info) throws IOException {
		if (info.isEmpty()) return;
		final IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
		entry.setAttribute("keyword", "Comment");
		entry.setAttribute("compressionFlag", "FALSE");
		entry.setAttribute("compressionMethod", "0");
		entry.setAttribute("languageTag", "");
		entry.setAttribute("translatedKeyword", "");
		entry.setAttribute("text", info);
		final IIOMetadataNode texts = new IIOMetadataNode("iTXt");
		texts.appendChild(entry);
		final IIOMetadataNode root = new IIOMetadataNode(PNG_FORMAT);
		root.appendChild(texts);
		metadata.mergeTree(PNG_FORMAT, root);
	}

	/** Quality, colour at full resolution (4:4:4; Java would halve it), comment. */
	private static void jpegDetails(final IIOMetadata metadata, final ImageWriteParam how, final String info)
		throws IOException
	{
		how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		how.setCompressionQuality(JPEG_QUALITY);
		final Element root = (Element) metadata.getAsTree(JPEG_FORMAT);
		final Element luminance = (Element) root.getElementsByTagName("componentSpec").item(0);
		luminance.setAttribute("HsamplingFactor", "1");
		luminance.setAttribute("VsamplingFactor", "1");
		if (!info.isEmpty()) {
			final byte[] bytes = info.getBytes(StandardCharsets.UTF_8);
			final IIOMetadataNode comment = new IIOMetadataNode("com");
			comment.setUserObject(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_COMMENT)));
			final Node markers = root.getElementsByTagName("markerSequence").item(0);
			markers.insertBefore(comment, markers.getFirstChild());
		}
		metadata.setFromTree(JPEG_FORMAT, root);
	}
}
