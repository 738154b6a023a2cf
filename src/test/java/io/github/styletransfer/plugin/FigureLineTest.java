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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureLineTest {

	@TempDir
	private Path folder;
	private String image;
	private String output;
	private String out;
	private String err;

	@BeforeEach
	void files() {
		System.setProperty("java.awt.headless", "true");
		image = folder.resolve("image.png").toString();
		output = folder.resolve("new/figure.tif").toString();
		ImageFiles.save(TestImages.colour("image", 32, 24), Path.of(image));
	}

	@Test
	void contentIsWrittenAsAStackWithLabels() {
		assertEquals(0, run("reconstruct-content", image, "--layers", "conv1_1,conv2_1", "--output", output, "--iterations",
			"1", "--output_size", "24", "--seed", "3", "--threads", "1"), () -> err);
		final ImagePlus stack = ImageFiles.open(Path.of(output), "x");
		assertEquals(2, stack.getStackSize());
		assertEquals("conv2_1", stack.getStack().getSliceLabel(2));
		assertEquals(24, stack.getWidth());
		assertTrue(stack.getInfoProperty().contains("\nseed: 3\n"), stack.getInfoProperty());
		assertTrue(err.contains("Picture 2 of 2 (conv2_1), iteration 1 of 1"), err);
	}

	@Test
	void oneTextureIsWrittenWithItsLabelToo() {
		assertEquals(0, run("reconstruct-style", image, "--layers", "conv1_1", "--output", output, "--iterations", "1",
			"--texture_size", "40x20"), () -> err);
		final ImagePlus stack = ImageFiles.open(Path.of(output), "x");
		assertEquals("a: conv1_1", stack.getStack().getSliceLabel(1));
		assertEquals(40, stack.getWidth());
	}

	@Test
	void gridIsWrittenAndItsPicturesAreKept() {
		final Path kept = folder.resolve("kept");
		assertEquals(0, run("grid", image, image, "--layers", "conv1_1", "--ratios", "1e-3;1e-1", "--content_layers", "conv1_2",
			"--output", output, "--iterations", "1", "--grid_folder", kept.toString()), () -> err);
		assertEquals("a: conv1_1, α/β 1e-1", ImageFiles.open(Path.of(output), "x").getStack().getSliceLabel(2));
		assertTrue(Files.exists(kept.resolve("a_1e-1.tif")));
	}

	@Test
	void helpListsEveryOption() {
		for (final FigureKind kind : FigureKind.values()) {
			assertEquals(0, run(kind.line(), "--help"));
			for (final Option o : kind.options()) {
				if (o != Option.STYLE) assertTrue(out.contains("--" + o.key()), out);
			}
			assertTrue(out.contains("--layers") && out.contains("--iterations,") && out.contains("--weights=FILE"), out);
		}
	}

	@Test
	void everyMistakeIsOneSentenceBeforeTheStart() throws IOException {
		assertFails("only a file that ends in .tif can", "reconstruct-content", image, "--output", folder.resolve("x.png")
			.toString());
		final Path file = Files.createFile(folder.resolve("file"));
		assertFails("its folder cannot be made", "reconstruct-content", image, "--output", file.resolve("x.tif").toString());
		assertFails("must stand from shallow to deep", "reconstruct-content", image, "--output", output, "--layers",
			"conv2_1,conv1_1");
		assertFails("ratio_list is \"0\"", "grid", image, image, "--output", output, "--ratios", "0");
		assertFails("texture_size is \"9\"", "reconstruct-style", image, "--output", output, "--texture_size", "9");
		assertFails("does not exist", "reconstruct-style", "nowhere.png", "--output", output);
		assertFails("does not exist", "grid", image, "nowhere.png", "--output", output);
		assertFails("holds other files", "grid", image, image, "--output", output, "--grid_folder", folder.toString());
		assertFails("--style_weight", "grid", image, image, "--output", output, "--style_weight", "3");
		assertTrue(Files.notExists(Path.of(output)));
	}

	private void assertFails(final String part, final String... args) {
		assertEquals(1, run(args), () -> out + err);
		final String last = err.strip().substring(err.strip().lastIndexOf('\n') + 1);
		assertTrue(last.contains(part), err);
		assertTrue(!err.contains("\tat "), err);
	}

	private int run(final String... args) {
		final ByteArrayOutputStream o = new ByteArrayOutputStream();
		final ByteArrayOutputStream e = new ByteArrayOutputStream();
		final int code = new Main(new PrintStream(o, true), new PrintStream(e, true)).execute(args);
		out = o.toString(StandardCharsets.UTF_8);
		err = e.toString(StandardCharsets.UTF_8);
		return code;
	}
}
