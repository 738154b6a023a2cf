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
import ij.io.FileInfo;

import io.github.styletransfer.image.ImageFiles;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image that an Info or a macro names: an open one, by title, or a file. */
final class NamedImage {

	private NamedImage() {
		// no instances
	}

	/**
	 * @param name the title of an open image, or the path of a file; a title wins
	 * @param what the image is called in messages
	 * @return the image
	 * @throws IllegalArgumentException if it is neither an open image nor the path of a file
	 * @throws io.github.styletransfer.image.ImageFileException if the file is no readable image
	 */
	static ImagePlus open(final String name, final String what) {
		final ImagePlus open = WindowManager.getImage(name.trim());
		if (open != null) return open;
		try {
			return ImageFiles.open(Path.of(name.trim()), what);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("The " + what + " \"" + name + "\" is neither an open image nor a file's path.", e);
		}
	}

	/**
	 * @param image any image
	 * @return the file that it was opened from, if it is still there
	 */
	static Optional<Path> file(final ImagePlus image) {
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.directory == null || info.directory.isEmpty() || info.fileName == null) return Optional.empty();
		try {
			return Optional.of(Path.of(info.directory, info.fileName)).filter(Files::isRegularFile).map(Path::toAbsolutePath);
		}
		catch (final InvalidPathException e) {
			return Optional.empty(); // ImageJ has put something else there
		}
	}

	/**
	 * Finds images again.
	 *
	 * @param titles as they were called, several separated by semicolons
	 * @param paths of their files, in the same order, if they are known
	 * @return the title of each that is open, else the path of its file, separated in the same way; empty if one is neither
	 *         open nor there as a file
	 */
	static Optional<String> find(final Optional<String> titles, final Optional<String> paths) {
		if (titles.isPresent() && WindowManager.getImage(titles.get()) != null) return titles; // a semicolon in a name
		if (paths.isPresent() && isFile(paths.get())) return paths;
		final String[] called = titles.map(t -> t.split(";")).orElse(new String[0]);
		final String[] files = paths.map(p -> p.split(";")).orElse(new String[0]);
		final List<String> found = new ArrayList<>();
		final int n = Math.max(called.length, files.length);
		for (int i = 0; i < n; i++) {
			final String title = i < called.length ? called[i].trim() : "";
			final String file = i < files.length ? files[i].trim() : "";
			if (!title.isEmpty() && WindowManager.getImage(title) != null) found.add(title);
			else if (isFile(file)) found.add(file);
			else return Optional.empty();
		}
		return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
	}

	private static boolean isFile(final String path) {
		try {
			return !path.isEmpty() && Files.isRegularFile(Path.of(path));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}
}
