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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;

import io.github.styletransfer.io.AtomicFile;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.tif", "b ü ö.png", "A.TIFF" })
	void whatIsSavedOpensAgain(final String name) {
		final ImagePlus image = image();
		ImageFiles.save(image, folder.resolve(name));
		assertArrayEquals((int[]) image.getProcessor().getPixels(), (int[]) ImageFiles.open(folder.resolve(name), "x")
			.getProcessor().convertToRGB().getPixels());
		assertEquals("title", image.getTitle());
	}

	@Test
	void tiffKeepsTheInfo() {
		final ImagePlus image = image();
		image.setProperty("Info", "seed: 7\n");
		ImageFiles.save(image, folder.resolve("a.tif"));
		assertTrue(ImageFiles.open(folder.resolve("a.tif"), "x").getInfoProperty().contains("seed: 7"));
	}

	@Test
	void nothingElseIsLeftInTheFolder() throws IOException {
		ImageFiles.save(image(), folder.resolve("sub/a.jpg"));
		try (Stream<Path> files = Files.list(folder.resolve("sub"))) {
			assertEquals(1, files.count());
		}
	}

	@Test
	void missingFileIsNamed() {
		assertSentence("nope.png", "does not exist", () -> ImageFiles.open(folder.resolve("nope.png"), "style"));
	}

	@Test
	void folderIsRefused() {
		assertSentence("is a folder", "style", () -> ImageFiles.open(folder, "style"));
	}

	@Test
	void emptyFileIsRefused() throws IOException {
		final Path file = Files.createFile(folder.resolve("a.png"));
		assertSentence("a.png", "0 bytes", () -> ImageFiles.open(file, "style"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.jpg", "a.tif", "a.txt", "a" })
	void noiseIsNoImage(final String name) throws IOException {
		final byte[] noise = new byte[500];
		Arrays.fill(noise, (byte) 'x');
		final Path file = Files.write(folder.resolve(name), noise);
		assertSentence(name, "", () -> ImageFiles.open(file, "style"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gif", "bmp", "jpg" })
	void otherTypesAreRead(final String type) throws IOException {
		final BufferedImage grey = new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY);
		final Path file = folder.resolve("a b." + type);
		assertTrue(ImageIO.write(grey, type, file.toFile()));
		assertEquals(new Size(5, 4), DisplayedPlane.of(ImageFiles.open(file, "style"), "style").size());
	}

	@Test
	void portableGreymapIsRead() throws IOException {
		final Path file = Files.write(folder.resolve("a.pgm"), "P5\n2 1\n255\n\u0007\u0060".getBytes(
			StandardCharsets.ISO_8859_1));
		assertArrayEquals(new float[] { 7, 96, 7, 96, 7, 96 }, DisplayedPlane.of(ImageFiles.open(file, "x"), "x").data());
	}

	@Test
	void sixteenBitRgbPngIsReadAndSeenInColour() throws IOException {
		final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
			Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
		final WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
		raster.setPixel(0, 0, new int[] { 65535, 0, 32768 });
		final Path file = folder.resolve("deep.png");
		assertTrue(ImageIO.write(new BufferedImage(model, raster, false, null), "png", file.toFile()));
		final ImagePlus image = ImageFiles.open(file, "x");
		image.resetDisplayRange();
		assertEquals(16, image.getBitDepth());
		final float[] seen = DisplayedPlane.of(image, "x").data();
		assertTrue(seen[0] > seen[4] && seen[4] > seen[2], Arrays.toString(seen));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.png", "a.tif" })
	void truncatedFilesAreRefusedOrReadWithoutAnyOtherFailure(final String name) throws IOException {
		ImageFiles.save(image(), folder.resolve(name));
		final byte[] whole = Files.readAllBytes(folder.resolve(name));
		for (int length = 1; length < whole.length; length += 7) {
			final Path file = Files.write(folder.resolve("cut" + length + name), Arrays.copyOf(whole, length));
			try {
				assertEquals(4, ImageFiles.open(file, "style").getWidth());
			}
			catch (final ImageFileException e) {
				assertTrue(e.getMessage().contains("cut" + length), e.getMessage());
			}
		}
	}

	/** ImageJ asks in a dialog which frames to read. */
	@Test
	void filmsAreRefused() throws IOException {
		final Path file = Files.write(folder.resolve("a.avi"), "RIFF0000AVI LIST".getBytes(StandardCharsets.US_ASCII));
		assertSentence("a.avi", "no image", () -> ImageFiles.open(file, "style"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void redirectionOfErrorsIsAsBefore(final boolean redirected) throws IOException {
		final Path file = Files.writeString(folder.resolve("a.png"), "noise");
		IJ.redirectErrorMessages(redirected);
		try {
			assertThrows(ImageFileException.class, () -> ImageFiles.open(file, "style"));
			assertEquals(redirected, IJ.redirectingErrorMessages());
		}
		finally {
			IJ.redirectErrorMessages(false);
		}
	}

	@Test
	void outputWithoutExtensionIsRefused() {
		assertSentence("no extension", "png, tif or jpg", () -> ImageFiles.checkWritable(folder.resolve("result")));
	}

	@Test
	void missingFoldersAreMade() {
		ImageFiles.checkWritable(folder.resolve("new/deeper/a.png"));
		assertTrue(Files.isDirectory(folder.resolve("new/deeper")));
	}

	/** Java 17's createDirectories refuses them; /tmp is one on macOS. */
	@Test
	void folderMayBeASymbolicLink() throws IOException {
		Files.createDirectory(folder.resolve("real"));
		final Path link = folder.resolve("link");
		try {
			Files.createSymbolicLink(link, folder.resolve("real"));
		}
		catch (final IOException | UnsupportedOperationException e) {
			Assumptions.abort("no symbolic links here");
		}
		ImageFiles.save(image(), link.resolve("a.png"));
		assertTrue(Files.exists(folder.resolve("real/a.png")));
	}

	@Test
	void unknownOutputTypeIsRefused() {
		assertSentence("a.webp", "png, tif or jpg", () -> ImageFiles.checkWritable(folder.resolve("a.webp")));
	}

	@Test
	void outputThatIsAFolderIsRefused() throws IOException {
		Files.createDirectory(folder.resolve("a.png"));
		assertSentence("a.png", "is a folder", () -> ImageFiles.checkWritable(folder.resolve("a.png")));
	}

	@Test
	void outputBelowAFileIsRefused() throws IOException {
		Files.createFile(folder.resolve("file"));
		assertSentence("a.png", "cannot be written", () -> ImageFiles.checkWritable(folder.resolve("file/a.png")));
	}

	@Test
	void failedWriteKeepsTheOldFile() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.onnx"), "old");
		assertThrows(IOException.class, () -> AtomicFile.write(file, f -> {
			Files.writeString(f, "half");
			throw new IOException("disk full");
		}));
		assertEquals("old", Files.readString(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}

	private static ImagePlus image() {
		final int[] pixels = new int[12];
		for (int i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | i * 0x051015;
		return new ImagePlus("title", new ColorProcessor(4, 3, pixels));
	}

	private static void assertSentence(final String part, final String other,
		final org.junit.jupiter.api.function.Executable action)
	{
		final String message = assertThrows(ImageFileException.class, action).getMessage();
		assertTrue(message.contains(part) && message.contains(other), message);
	}
}
