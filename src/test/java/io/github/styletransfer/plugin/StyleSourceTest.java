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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleSourceTest {

	@TempDir
	Path folder;

	@BeforeEach
	void save() throws IOException {
		Files.createDirectories(folder.resolve("paintings"));
		for (final String name : new String[] { "b.png", "paintings/c.png", "paintings/a.tif", "one; two.png" }) {
			ImageFiles.save(TestImages.colour(name, 20, 16), folder.resolve(name));
		}
	}

	@Test
	void filesAndFoldersStandInTheirOrder() {
		assertEquals("b.png; a.tif; c.png", titles(folder.resolve("b.png") + " ; " + folder.resolve("paintings") + ";"));
		assertEquals("a.tif; c.png", titles(folder.resolve("paintings").toString()));
		assertEquals("b.png", titles(folder.resolve("b.png").toString()));
	}

	@Test
	void fileWithASemicolonInItsNameIsOne() {
		assertEquals("one; two.png", titles(folder.resolve("one; two.png").toString()));
	}

	@Test
	void hiddenFilesOfAFolderAreNoStyles() throws IOException {
		Files.writeString(folder.resolve("paintings/.hidden"), "no image");
		assertEquals("a.tif; c.png", titles(folder.resolve("paintings").toString()));
	}

	@Test
	void badFileInAListOrFolderIsNamed() throws IOException {
		assertTrue(refused(folder.resolve("b.png") + ";" + folder.resolve("missing.png")).contains("missing.png"));
		Files.writeString(folder.resolve("paintings/README.md"), "what is no image by its name is no style");
		assertEquals("a.tif; c.png", titles(folder.resolve("paintings").toString()));
		Files.writeString(folder.resolve("paintings/b notes.JPG"), "no image");
		assertTrue(refused(folder.resolve("paintings").toString()).contains("b notes.JPG"));
	}

	@Test
	void emptyFolderAndNothingAreRefused() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertTrue(refused(empty.toString()).contains("holds no image file"));
		for (final String nothing : new String[] { "", " ", ";", " ; ; " }) {
			assertTrue(refused(nothing).startsWith("No style was chosen"));
		}
	}

	/** Before a network is opened, which the opener here refuses to do. */
	@Test
	void blendForAnotherNumberOfStylesIsRefusedFirst() {
		final String message = assertThrows(IllegalArgumentException.class, () -> Stylisation.run(TestImages.grey("x", 40,
			40), Map.of(Option.STYLE, folder.resolve("paintings").toString(),
				Option.STYLE_BLEND, "1,2,3"), m -> {
					throw new IllegalStateException("opened");
				}, null)).getMessage();
		assertTrue(message.contains("3 numbers for 2 styles"), message);
	}

	private static String titles(final String styles) {
		return StyleSource.titles(StyleSource.open(styles));
	}

	private static String refused(final String styles) {
		return assertThrows(RuntimeException.class, () -> StyleSource.open(styles)).getMessage();
	}
}
