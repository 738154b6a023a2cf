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

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What macros may {@code call("io.github.styletransfer.plugin.MacroFunctions.…")}. */
public final class MacroFunctions {

	private MacroFunctions() {
		// no instances
	}

	/**
	 * Opens an image file and makes it the active image. ImageJ's own {@code open} ends the macro, or waits in a dialog, when
	 * a file is no image; a macro over a folder must go on.
	 *
	 * @param path of the file
	 * @return {@code ok}, or a sentence that says why the file could not be opened
	 */
	public static String open(final String path) {
		try {
			final ImagePlus image = ImageFiles.open(Path.of(path), "image");
			image.show();
			return "ok";
		}
		catch (final ImageFileException | InvalidPathException e) {
			return e.getMessage();
		}
	}

	/**
	 * Stylises the active image, as {@code run("Style Transfer...", options)} does, but neither ends the macro nor opens a
	 * window when something is wrong.
	 *
	 * @param options key=value pairs
	 * @return {@code ok}, or a sentence that says what is wrong
	 */
	public static String stylise(final String options) {
		try {
			final ImagePlus content = WindowManager.getCurrentImage();
			Stylisation.content(content);
			Style_Transfer.stylise(content, Optional.of(MacroOptions.parse(options, Option.STYLISATION)));
			return "ok";
		}
		catch (final CanceledException e) {
			return e.getMessage();
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			return Failures.sentenceOrThrow(e);
		}
	}
}
