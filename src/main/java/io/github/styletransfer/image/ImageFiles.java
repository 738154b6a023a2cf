package io.github.styletransfer.image;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Image files, read and written by ImageJ; windows are never opened. */
public final class ImageFiles {

	private static final Set<String> WRITTEN = Set.of("png", "tif", "tiff", "jpg", "jpeg");
	private static final int JPEG_QUALITY = 95;

	private ImageFiles() {
		// no instances
	}

	/**
	 * @param file any image that ImageJ opens (TIFF, PNG, JPEG, GIF, BMP, PGM, DICOM, …)
	 * @param what the image is called in messages, for example {@code style}
	 * @return the image
	 * @throws ImageFileException if the file is missing, a folder, empty, or no image
	 */
	public static ImagePlus open(final Path file, final String what) {
		final String named = "The " + what + " \"" + file + "\"";
		if (!Files.exists(file)) throw new ImageFileException(named + " does not exist; choose an image file.");
		if (Files.isDirectory(file)) throw new ImageFileException(named + " is a folder; choose an image file.");
		if (!Files.isReadable(file)) throw new ImageFileException(named + " may not be read; choose another file.");
		if (file.toFile().length() == 0) throw new ImageFileException(named + " is empty (0 bytes); choose an image file.");
		final ImagePlus image = openSilently(file.toAbsolutePath().toString());
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1) {
			throw new ImageFileException(named + " is no image that ImageJ can open; TIFF, PNG, JPEG, GIF and BMP are among " +
				"those it can.");
		}
		return image;
	}

	/**
	 * Checks a path before hours of work.
	 *
	 * @param file to be written by {@link #save}; missing folders are made
	 * @throws ImageFileException if the type is unknown, the path is a folder, or the folder cannot be written
	 */
	public static void checkWritable(final Path file) {
		final String named = "The output \"" + file + "\"";
		if (!WRITTEN.contains(type(file))) {
			throw new ImageFileException(named + " has the type \"" + type(file) + "\"; png, tif or jpg is written.");
		}
		if (Files.isDirectory(file)) throw new ImageFileException(named + " is a folder; give a file.");
		final Path folder = file.toAbsolutePath().getParent();
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
		}
		catch (final IOException e) {
			throw new ImageFileException(named + " cannot be written: its folder cannot be made or written to.", e);
		}
	}

	/**
	 * Writes a file; see {@link AtomicFile}.
	 *
	 * @param image RGB; a TIFF keeps its Info property and calibration
	 * @param file of type png, tif or jpg
	 * @throws ImageFileException if it cannot be written
	 */
	public static void save(final ImagePlus image, final Path file) {
		checkWritable(file);
		try {
			AtomicFile.write(file, temporary -> write(image, temporary.toString(), type(file)));
		}
		catch (final IOException e) {
			throw new ImageFileException("The output \"" + file + "\" could not be written: " + e.getMessage() + ".", e);
		}
	}

	// -- Helper methods --

	private static void write(final ImagePlus image, final String path, final String type) throws IOException {
		final String title = image.getTitle(); // FileSaver renames the image after the file
		final FileInfo info = image.getOriginalFileInfo();
		final boolean changes = image.changes;
		try {
			final FileSaver saver = new FileSaver(image);
			FileSaver.setJpegQuality(JPEG_QUALITY);
			final boolean written = switch (type) {
				case "png" -> saver.saveAsPng(path);
				case "jpg", "jpeg" -> saver.saveAsJpeg(path);
				default -> saver.saveAsTiff(path);
			};
			if (!written) throw new IOException("ImageJ could not write it");
		}
		finally {
			image.setTitle(title);
			image.setFileInfo(info);
			image.changes = changes;
		}
	}

	private static String type(final Path file) {
		final String name = file.getFileName() == null ? "" : file.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	/** ImageJ tells of errors in windows unless they are redirected. */
	private static ImagePlus openSilently(final String path) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		IJ.redirectErrorMessages(true);
		try {
			return new File(path).isFile() ? opener.openImage(path) : null;
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			throw new ImageFileException("The image \"" + path + "\" could not be opened: " + e.getMessage() + ".", e);
		}
		finally {
			IJ.redirectErrorMessages(false);
		}
	}
}
