package io.github.styletransfer.image;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its target and moves it there when it is whole, so that nothing half-written bears the name. */
public final class AtomicFile {

	/** What fills the file. */
	@FunctionalInterface
	public interface Writer {

		/**
		 * @param file to write
		 * @throws IOException if it cannot be written
		 */
		void write(Path file) throws IOException;
	}

	private AtomicFile() {
		// no instances
	}

	/**
	 * @param target the file to write or replace; missing folders are made
	 * @param writer fills a file of the same type beside it
	 * @throws IOException if it cannot be written; then nothing is left behind and an old target is as it was
	 */
	public static void write(final Path target, final Writer writer) throws IOException {
		final Path folder = target.toAbsolutePath().getParent();
		makeFolder(folder);
		final Path temporary = folder.resolve(".part-" + Long.toHexString(System.nanoTime()) + "-" + target.getFileName());
		try {
			writer.write(temporary);
			move(temporary, target);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	/** Java 17 refuses to "create" a folder that is there but is a symbolic link, as {@code /tmp} is on macOS. */
	static void makeFolder(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) Files.createDirectories(folder);
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING); // some network drives
		}
	}
}
