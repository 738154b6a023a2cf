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

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;

import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.io.Reasons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Image files, read and written by ImageJ; windows are never opened. */
public final class ImageFiles {

	private static final Set<String> WRITTEN = Set.of("png", "tif", "tiff", "jpg", "jpeg");
	private static final String READ = "choose an image file (TIFF, PNG, JPEG, GIF, BMP, ...)";

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
		if (!Files.exists(file)) throw new ImageFileException(named + " does not exist; " + READ + ".");
		if (Files.isDirectory(file)) throw new ImageFileException(named + " is a folder; " + READ + ".");
		if (!Files.isReadable(file)) throw new ImageFileException(named + " may not be read; choose another file.");
		if (file.toFile().length() == 0) throw new ImageFileException(named + " is empty (0 bytes); " + READ + ".");
		final ImagePlus image = openSilently(file.toAbsolutePath(), named);
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1) {
			throw new ImageFileException(named + " is no image that ImageJ can open; " + READ + ".");
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
			final String found = type(file).isEmpty() ? " has no extension" : " has the type \"" + type(file) + "\"";
			throw new ImageFileException(named + found + "; png, tif or jpg is written.");
		}
		if (Files.isDirectory(file)) throw new ImageFileException(named + " is a folder; give a file.");
		final Path folder = file.toAbsolutePath().getParent();
		try {
			AtomicFile.makeFolder(folder);
			Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
		}
		catch (final IOException e) {
			throw new ImageFileException(named + " cannot be written: its folder cannot be made or written to.", e);
		}
	}

	/**
	 * Writes a file; see {@link AtomicFile} and {@link ImageEncoder}. No preference of ImageJ is read or changed.
	 *
	 * @param image RGB, or grey if the type is tif; one plane, not changed; all types keep its Info property, a TIFF also its
	 *          calibration and display range
	 * @param file of type png, tif or jpg
	 * @throws IllegalArgumentException if the image is no single plane, or neither RGB nor for a TIFF
	 * @throws ImageFileException if it cannot be written; then an old file of that name is as it was
	 */
	public static void save(final ImagePlus image, final Path file) {
		checkWritable(file);
		if (image.getType() != ImagePlus.COLOR_RGB && !keepsGrey(file) || image.getStackSize() != 1) {
			throw new IllegalArgumentException("The image \"" + image.getTitle() + "\" has " + image.getBitDepth() +
				" bits a pixel and " + image.getStackSize() + " planes; a single RGB plane, or for tif a single plane, is needed.");
		}
		encode(image, file);
	}

	/**
	 * Checks the path of a stack before hours of work.
	 *
	 * @param file to be written by {@link #saveStack}; missing folders are made
	 * @throws ImageFileException if the type is not tif, the path is a folder, or the folder cannot be written
	 */
	public static void checkStackWritable(final Path file) {
		if (!type(file).startsWith("tif")) {
			throw new ImageFileException("The output \"" + file + "\" is to hold a stack; only a file that ends in .tif can.");
		}
		checkWritable(file);
	}

	/**
	 * Writes a stack as ImageJ reads it, with the labels of its slices.
	 *
	 * @param stack RGB, not changed
	 * @param file of type tif
	 * @throws IllegalArgumentException if it is not RGB
	 * @throws ImageFileException if it cannot be written; then an old file of that name is as it was
	 */
	public static void saveStack(final ImagePlus stack, final Path file) {
		checkStackWritable(file);
		if (stack.getType() != ImagePlus.COLOR_RGB) {
			throw new IllegalArgumentException("The stack \"" + stack.getTitle() + "\" has " + stack.getBitDepth() +
				" bits a pixel; RGB planes are needed.");
		}
		encode(stack, file);
	}

	// -- Helper methods --

	private static void encode(final ImagePlus image, final Path file) {
		try {
			AtomicFile.write(file, temporary -> ImageEncoder.write(image, temporary, type(file)));
		}
		catch (final IOException e) {
			throw new ImageFileException("The output \"" + file + "\" could not be written: " + Reasons.of(e) + ".", e);
		}
	}

	/**
	 * @param file to be written
	 * @return whether its type keeps bit depth, display range and calibration of a grey image: tif does
	 */
	public static boolean keepsGrey(final Path file) {
		return type(file).startsWith("tif");
	}

	// -- Helper methods --

	private static String type(final Path file) {
		final String name = file.getFileName() == null ? "" : file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	/** ImageJ tells of errors in windows unless they are redirected to its log. */
	private static ImagePlus openSilently(final Path file, final String named) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final boolean redirected = IJ.redirectingErrorMessages();
		IJ.redirectErrorMessages(true);
		try {
			if (opener.getFileType(file.toString()) == Opener.AVI) return null; // ImageJ would ask for frames in a dialog
			return opener.openImage(file.getParent().toString(), file.getFileName().toString());
		}
		catch (final RuntimeException e) {
			throw new ImageFileException(named + " is damaged or of a kind that ImageJ cannot read; " + READ + ".", e);
		}
		catch (final OutOfMemoryError e) {
			throw new ImageFileException(named + " is too large for Java's memory of " + Runtime.getRuntime().maxMemory() /
				1_000_000 + " MB; choose a smaller image or give Java more.", e);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
		}
	}
}
