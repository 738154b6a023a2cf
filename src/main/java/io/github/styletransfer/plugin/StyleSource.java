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

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the style comes from: an open image, by title, or a file. */
final class StyleSource {

	private StyleSource() {
		// no instances
	}

	/**
	 * @param style the title of an open image, or the path of a file; a title wins
	 * @return the image
	 * @throws IllegalArgumentException if nothing was named
	 * @throws io.github.styletransfer.image.ImageFileException if it is neither an open image nor a readable image file
	 */
	static ImagePlus open(final String style) {
		final String name = style.trim();
		if (name.isEmpty()) {
			throw new IllegalArgumentException("No style was chosen; give the title of an open image or an image file.");
		}
		final ImagePlus open = WindowManager.getImage(name);
		if (open != null) return open;
		try {
			return ImageFiles.open(Path.of(name), "style image");
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("The style \"" + name + "\" is neither an open image nor a file's path.", e);
		}
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
