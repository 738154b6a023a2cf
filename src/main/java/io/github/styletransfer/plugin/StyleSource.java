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
package io.github.styletransfer.plugin;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.io.Reasons;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the styles come from: open images, by title, files, or all images of a folder. */
final class StyleSource {

	/** Files of a folder that are taken for styles. */
	private static final List<String> TYPES = List.of("png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp");

	private StyleSource() {
		// no instances
	}

	/**
	 * @param styles titles of open images, and paths of files and folders, separated by semicolons; a title wins, and so does
	 *          the name of a file or an open image that has a semicolon in it
	 * @return the images, at least one, in that order; those of a folder by name
	 * @throws IllegalArgumentException if nothing was named, or a folder holds nothing or cannot be listed
	 * @throws io.github.styletransfer.image.ImageFileException if something is neither an open image nor a readable image file;
	 *           in a folder, only files with an image's ending are taken, and each must be one
	 */
	static List<ImagePlus> open(final String styles) {
		final List<ImagePlus> images = new ArrayList<>();
		for (final String name : names(styles)) addImages(name, images);
		if (images.isEmpty()) {
			throw new IllegalArgumentException("No style was chosen; give the title of an open image or an image file.");
		}
		return images;
	}

	/**
	 * @param style as for {@link #open}
	 * @return the one image
	 * @throws IllegalArgumentException if nothing was named, or several images
	 * @throws io.github.styletransfer.image.ImageFileException if it is neither an open image nor a readable image file
	 */
	static ImagePlus openOne(final String style) {
		final List<ImagePlus> images = open(style);
		if (images.size() == 1) return images.get(0);
		throw new IllegalArgumentException("style names " + images.size() + " images; here it must be one.");
	}

	/**
	 * @param images from {@link #open}
	 * @return their titles, separated by semicolons
	 */
	static String titles(final List<ImagePlus> images) {
		return images.stream().map(ImagePlus::getTitle).collect(Collectors.joining("; "));
	}

	private static List<String> names(final String styles) {
		final String all = styles.trim();
		final boolean isOne = !all.contains(";") || WindowManager.getImage(all) != null || new File(all).exists();
		if (isOne) return all.isEmpty() ? List.of() : List.of(all);
		return Arrays.stream(all.split(";")).map(String::trim).filter(n -> !n.isEmpty()).toList();
	}

	private static void addImages(final String name, final List<ImagePlus> images) {
		final ImagePlus open = WindowManager.getImage(name);
		if (open != null) {
			images.add(open);
			return;
		}
		try {
			final Path path = Path.of(name);
			if (!Files.isDirectory(path)) images.add(ImageFiles.open(path, "style image"));
			else files(path).forEach(file -> images.add(ImageFiles.open(file, "style image")));
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("The style \"" + name + "\" is neither an open image nor a file's path.", e);
		}
	}

	private static List<Path> files(final Path folder) {
		try (Stream<Path> all = Files.list(folder)) {
			final List<Path> files = all.filter(f -> Files.isRegularFile(f) && isImage(f)).sorted(Comparator
				.comparing(f -> f.getFileName().toString())).toList();
			if (!files.isEmpty()) return files;
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("The style folder \"" + folder + "\" cannot be listed: " + Reasons.of(e) + ".",
				e);
		}
		throw new IllegalArgumentException("The style folder \"" + folder + "\" holds no image file (" + String.join(", ", TYPES) + ").");
	}

	/** By its name: what else a folder holds is no style. */
	private static boolean isImage(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return !name.startsWith(".") && TYPES.stream().anyMatch(t -> name.endsWith("." + t));
	}

	/**
	 * @param titles of open images
	 * @return a dialog's line about them
	 */
	static String openLine(final List<String> titles) {
		return titles.isEmpty() ? "Style: a file; no other image is open." : "Open images: " + String.join(", ", titles);
	}

	/** Titles of all open images but one. */
	static List<String> openTitles(final ImagePlus except) {
		final List<String> titles = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return titles;
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && image != except) titles.add(image.getTitle());
		}
		return titles;
	}
}
