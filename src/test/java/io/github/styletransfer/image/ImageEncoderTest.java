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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageEncoderTest {

	private static final String INFO = "seed: 7\nstyle: Nächte – 夜\n";

	@TempDir
	private Path folder;

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	@Test
	void pngKeepsTheInfoAsAComment() throws IOException {
		final IIOMetadataNode root = metadata(saved("a.png"), "png", "javax_imageio_png_1.0");
		final IIOMetadataNode entry = (IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0);
		assertEquals("Comment", entry.getAttribute("keyword"));
		assertEquals(INFO, entry.getAttribute("text"));
	}

	@Test
	void jpegKeepsTheInfoAsACommentAndColourAtFullResolution() throws IOException {
		final IIOMetadataNode root = metadata(saved("a.jpg"), "jpeg", "javax_imageio_jpeg_image_1.0");
		final IIOMetadataNode comment = (IIOMetadataNode) root.getElementsByTagName("com").item(0);
		assertEquals(INFO, new String((byte[]) comment.getUserObject(), StandardCharsets.UTF_8));
		final IIOMetadataNode luminance = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
		assertEquals("1", luminance.getAttribute("HsamplingFactor"));
		assertEquals("1", luminance.getAttribute("VsamplingFactor"));
	}

	@Test
	void longCommentsAreCutToWhatAJpegHolds() {
		final ImagePlus image = image();
		image.setProperty("Info", "x".repeat(100_000));
		ImageFiles.save(image, folder.resolve("a.jpg"));
		assertEquals(20, ImageFiles.open(folder.resolve("a.jpg"), "x").getWidth());
	}

	@Test
	void commentsAreReadAgainAndDamagedFilesHaveNone() throws IOException {
		for (final String type : new String[] { "png", "jpg" }) {
			assertEquals(INFO, ImageComment.read(saved("b." + type)).orElseThrow(), type);
		}
		assertTrue(ImageComment.read(saved("b.tif")).isEmpty(), "ImageJ reads those itself");
		final Path damaged = folder.resolve("damaged.png");
		Files.write(damaged, Arrays.copyOf(Files.readAllBytes(saved("c.png")), 60));
		assertTrue(ImageComment.read(damaged).isEmpty());
		assertTrue(ImageComment.read(folder.resolve("missing.png")).isEmpty());
	}

	/** ImageJ's TIFF decoder drops the upper byte of each character, so no more than Latin-1 is looked for. */
	@Test
	void tiffKeepsInfoAndCalibration() {
		final ImagePlus read = ImageFiles.open(saved("a.tif"), "x");
		assertTrue(read.getInfoProperty().contains("seed: 7\nstyle: Nächte"), read.getInfoProperty());
		final Calibration c = read.getCalibration();
		assertEquals(.25, c.pixelWidth, 1e-6);
		assertEquals(.5, c.pixelHeight, 1e-6);
		assertEquals(3, c.xOrigin);
		assertEquals(image().getCalibration().getUnit(), c.getUnit());
	}

	@Test
	void jpegIsCloseToTheImage() {
		final int[] read = (int[]) ImageFiles.open(saved("a.jpg"), "x").getProcessor().convertToRGB().getPixels();
		final int[] expected = (int[]) image().getProcessor().getPixels();
		for (int i = 0; i < read.length; i++) {
			for (int shift = 0; shift <= 16; shift += 8) {
				assertEquals(expected[i] >> shift & 0xff, read[i] >> shift & 0xff, 8, "pixel " + i);
			}
		}
	}

	/** FileSaver renames the image, draws the overlay into it and marks it as saved. */
	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif" })
	void neitherTheImageNorItsOverlayMatters(final String name) {
		final ImagePlus image = image();
		final Overlay overlay = new Overlay(new Roi(0, 0, 20, 10));
		overlay.setFillColor(Color.GREEN);
		image.setOverlay(overlay);
		image.changes = true;
		ImageFiles.save(image, folder.resolve(name));
		assertEquals("title", image.getTitle());
		assertTrue(image.changes);
		final int[] without = (int[]) ImageFiles.open(saved("b" + name), "x").getProcessor().convertToRGB().getPixels();
		assertArrayEquals(without, (int[]) ImageFiles.open(folder.resolve(name), "x").getProcessor().convertToRGB()
			.getPixels());
	}

	@Test
	void preferredQualityOfTheUserStays() {
		final int before = FileSaver.getJpegQuality();
		FileSaver.setJpegQuality(61);
		saved("a.jpg");
		assertEquals(61, FileSaver.getJpegQuality());
		FileSaver.setJpegQuality(before);
	}

	@Test
	void otherThanOneRgbPlaneIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> ImageFiles.save(new ImagePlus("deep",
			new ShortProcessor(2, 2)), folder.resolve("a.png"))).getMessage();
		assertTrue(message.contains("deep") && message.contains("16 bits"), message);
		assertFalse(Files.exists(folder.resolve("a.png")));
	}

	private Path saved(final String name) {
		ImageFiles.save(image(), folder.resolve(name));
		return folder.resolve(name);
	}

	private static ImagePlus image() {
		final int[] pixels = new int[20 * 10];
		for (int i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | i % 20 * 12 << 16 | i / 20 * 25 << 8 | 100;
		final ImagePlus image = new ImagePlus("title", new ColorProcessor(20, 10, pixels));
		image.setProperty("Info", INFO);
		final Calibration c = image.getCalibration();
		c.pixelWidth = .25;
		c.pixelHeight = .5;
		c.xOrigin = 3;
		c.setUnit("um");
		return image;
	}

	private static IIOMetadataNode metadata(final Path file, final String type, final String format)
		throws IOException
	{
		final ImageReader reader = ImageIO.getImageReadersByFormatName(type).next();
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(in);
			return (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(format);
		}
		finally {
			reader.dispose();
		}
	}
}
