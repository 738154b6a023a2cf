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

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a user wants to see of a run, and to keep of it, on its way.
 *
 * @param preview whether a window shows the picture
 * @param plot whether a plot shows the losses
 * @param saveEvery iterations after which the picture is kept; 0 for never
 * @param saveFolder where; empty for a stack
 * @param lossTable file that the losses are written to
 */
record OnTheWay(boolean preview, boolean plot, int saveEvery, Optional<Path> saveFolder, Optional<Path> lossTable) {

	private static final String YES = "yes";
	private static final String CSV = ".csv";

	/**
	 * @param values of the options; missing ones are at their default
	 * @return what they say
	 * @throws IllegalArgumentException if one is not accepted; the sentence names it
	 */
	static OnTheWay of(final Map<Option, String> values) {
		return new OnTheWay(isYes(values, Option.PREVIEW), isYes(values, Option.PLOT), (int) Option.SAVE_EVERY.parseNumber(text(
			values, Option.SAVE_EVERY)), path(values, Option.SAVE_FOLDER), path(values, Option.LOSS_TABLE));
	}

	/**
	 * Finds out before hours of work what could not be written.
	 *
	 * @param name of the content, without its file type
	 * @throws IllegalArgumentException if the loss table's name does not end in .csv, or the folder has pictures of an earlier
	 *           run, with which those of this one would be mixed
	 * @throws ImageFileException if the folder, or that of the table, cannot be made or written to
	 */
	void checkWritable(final String name) {
		if (saveEvery > 0 && saveFolder.isPresent()) {
			checkFolder(Option.SAVE_FOLDER, saveFolder.get(), saveFolder.get());
			checkFresh(saveFolder.get(), name);
		}
		if (lossTable.isEmpty()) return;
		final Path table = lossTable.get();
		if (!table.toString().toLowerCase(Locale.ROOT).endsWith(CSV)) throw Option.LOSS_TABLE.refused(table.toString());
		if (Files.isDirectory(table)) throw new ImageFileException("The loss_table \"" + table + "\" is a folder; give a file.");
		checkFolder(Option.LOSS_TABLE, table, table.toAbsolutePath().getParent());
	}

	/**
	 * @param output size of the result
	 * @param iterations of all levels
	 * @param freeHeap bytes that are left for a stack
	 * @throws IllegalStateException if the pictures do not fit into it
	 */
	void checkMemory(final Size output, final int iterations, final long freeHeap) {
		if (saveEvery == 0 || saveFolder.isPresent()) return;
		final long pictures = iterations / saveEvery;
		final long bytes = pictures * output.pixels() * Integer.BYTES;
		if (bytes <= freeHeap) return;
		throw new IllegalStateException("A stack of " + pictures + " pictures of " + output + " pixels needs " + Estimate
			.gigabytes(bytes) + " of Java's memory and " + Estimate.gigabytes(Math.max(0, freeHeap)) +
			" are free; give a save_folder, or a larger save_every.");
	}

	// -- Helper methods --

	private static void checkFolder(final Option option, final Path named, final Path folder) {
		try {
			AtomicFile.makeFolder(folder);
			Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
		}
		catch (final IOException e) {
			throw new ImageFileException("The " + option.key() + " \"" + named + "\" cannot be used: " + (folder.equals(named)
				? "it" : "its folder") + " cannot be made or written to.", e);
		}
	}

	private static void checkFresh(final Path folder, final String name) {
		final String first = PictureSeries.fileName(name, 0);
		final String begin = first.substring(0, first.length() - "000000.png".length());
		try (Stream<Path> files = Files.list(folder)) {
			final Optional<String> old = files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith(begin) && f.substring(
				begin.length()).matches("\\d{6,}\\.png")).findFirst();
			if (old.isEmpty()) return;
			throw new IllegalArgumentException("The save_folder \"" + folder + "\" has pictures of an earlier run, such as " + old
				.get() + "; give another folder or remove them.");
		}
		catch (final IOException e) {
			throw new ImageFileException("The save_folder \"" + folder + "\" cannot be read.", e);
		}
	}

	private static boolean isYes(final Map<Option, String> values, final Option o) {
		return o.parseChoice(text(values, o)).equals(YES);
	}

	private static Optional<Path> path(final Map<Option, String> values, final Option o) {
		final String text = text(values, o).trim();
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException(o.key() + " is \"" + text + "\"; it must be " + o.accepted() + ".", e);
		}
	}

	private static String text(final Map<Option, String> values, final Option o) {
		return values.getOrDefault(o, o.defaultValue());
	}
}
