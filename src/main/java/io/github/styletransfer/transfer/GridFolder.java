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
package io.github.styletransfer.transfer;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.PictureFile;
import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.io.Reasons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a grid's pictures are kept in: {@code grid.txt} says which grid it is, and each picture is a TIFF file
 * whose Info ends with a checksum of itself, its pixels and the grid. So a picture that was changed, damaged or copied from
 * another grid is found out, and made anew. Files appear under their names only when they are whole.
 */
public final class GridFolder implements PanelStore {

	/** Names the grid. */
	static final String IDENTITY = "grid.txt";

	private final Path folder;
	private final GridIdentity identity;
	private final List<String> names;
	private final List<String> notices = new ArrayList<>();

	private GridFolder(final Path folder, final GridIdentity identity, final List<String> names) {
		this.folder = folder;
		this.identity = identity;
		this.names = names;
	}

	/**
	 * Opens a folder for a grid; a missing one is made.
	 *
	 * @param given the path of a folder; empty for one of this grid's own in the user's home
	 * @param figure the grid
	 * @param identity what tells it from other grids
	 * @return the folder
	 * @throws IllegalArgumentException if the folder holds another grid, or other files
	 * @throws ImageFileException if it cannot be made, read or written
	 */
	public static GridFolder open(final String given, final Figure figure, final GridIdentity identity) {
		final Path folder = path(given, identity);
		try {
			AtomicFile.makeFolder(folder);
			Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
			claim(folder, identity);
		}
		catch (final IOException e) {
			throw new ImageFileException("The grid folder \"" + folder + "\" cannot be used: " + Reasons.of(e) + ".", e);
		}
		return new GridFolder(folder, identity, figure.parts().stream().map(p -> p.name() + ".tif").toList());
	}

	/** @return where it is */
	public Path folder() {
		return folder;
	}

	// -- PanelStore methods --

	@Override
	public Optional<Panel> find(final int index) {
		final Path file = folder.resolve(names.get(index));
		if (!Files.exists(file)) return Optional.empty();
		try {
			final PictureFile found = PictureFile.read(file, "grid's picture");
			final Optional<String> info = identity.verified(names.get(index), found);
			if (info.isPresent()) return Optional.of(new Panel(index, found.picture(), info.get()));
		}
		catch (final ImageFileException e) {
			// damaged: told below, like what was changed
		}
		notices.add("The grid's picture \"" + file + "\" was changed or damaged since it was made; it was made anew.");
		return Optional.empty();
	}

	@Override
	public void keep(final Panel panel) {
		final String name = names.get(panel.index());
		identity.sealed(name, new PictureFile(panel.picture(), panel.info())).write(folder.resolve(name));
	}

	@Override
	public List<String> notices() {
		return List.copyOf(notices);
	}

	// -- Helper methods --

	private static Path path(final String given, final GridIdentity identity) {
		try {
			return given.isBlank() ? Path.of(System.getProperty("user.home"), ".style-transfer", "grids", identity.shortName())
				: Path.of(given.strip());
		}
		catch (final InvalidPathException e) {
			throw Option.GRID_FOLDER.refused(given);
		}
	}

	/** Writes which grid it is into an empty folder; refuses any other than that grid's own. */
	private static void claim(final Path folder, final GridIdentity identity) throws IOException {
		final Path file = folder.resolve(IDENTITY);
		if (Files.exists(file)) {
			final Optional<String> difference = identity.difference(Files.readAllBytes(file));
			if (difference.isEmpty()) return;
			throw new IllegalArgumentException("The grid folder \"" + folder + "\" holds another grid: " + difference.get() +
				"; give an empty folder, or the images and settings of that grid.");
		}
		try (Stream<Path> files = Files.list(folder)) {
			final Optional<Path> other = files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().findFirst();
			if (other.isPresent()) {
				throw new IllegalArgumentException("The grid folder \"" + folder + "\" holds other files, \"" + other.get()
					.getFileName() + "\" for example, and no " + IDENTITY + "; give an empty folder.");
			}
		}
		AtomicFile.write(file, temporary -> Files.write(temporary, identity.bytes()));
	}
}
