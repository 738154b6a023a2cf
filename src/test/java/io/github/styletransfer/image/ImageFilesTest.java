package io.github.styletransfer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

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
