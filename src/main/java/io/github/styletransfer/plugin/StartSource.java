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
import io.github.styletransfer.transfer.Initialisation;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the start image comes from: an open image, by title, or a file. */
final class StartSource {

	private StartSource() {
		// no instances
	}

	/**
	 * @param settings with the initialisation
	 * @param values with the start image: the title of an open image, or the path of a file; a title wins
	 * @return the image if the run starts from one
	 * @throws IllegalArgumentException if it starts from one and none is named
	 * @throws io.github.styletransfer.image.ImageFileException if it is neither an open image nor a readable image file
	 */
	static Optional<ImagePlus> open(final Settings settings, final Map<Option, String> values) {
		if (settings.initialisation() != Initialisation.IMAGE) return Optional.empty();
		final String name = values.getOrDefault(Option.START_IMAGE, "").trim();
		if (name.isEmpty()) {
			throw new IllegalArgumentException("initialisation is \"image\" and no start_image was chosen; give " +
				Option.START_IMAGE.accepted() + ".");
		}
		final ImagePlus open = WindowManager.getImage(name);
		if (open != null) return Optional.of(open);
		try {
			return Optional.of(ImageFiles.open(Path.of(name), "start image"));
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("The start image \"" + name + "\" is neither an open image nor a file's path.",
				e);
		}
	}
}
