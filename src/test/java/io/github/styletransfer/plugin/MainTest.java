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
import ij.gui.Roi;
import ij.process.ByteProcessor;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

	@TempDir
	private Path folder;
	private String content;
	private String style;
	private String out;
	private String err;

	@BeforeEach
	void files() {
		System.setProperty("java.awt.headless", "true");
		content = folder.resolve("content.tif").toString();
		style = folder.resolve("style.png").toString();
		ImageFiles.save(TestImages.colour("content", 32, 24), Path.of(content));
		ImageFiles.save(TestImages.colour("style", 40, 30), Path.of(style));
	}

	@Test
	void stylisesAndShowsProgress() {
		final Path output = folder.resolve("new/result.tif");
		assertEquals(0, run("stylise", content, style, "--output", output.toString(), "--iterations", "2", "--output_size",
			"48"), () -> err);
		assertEquals(48, ImageFiles.open(output, "x").getWidth());
		assertTrue(ImageFiles.open(output, "x").getInfoProperty().contains("output_size: 48"));
		assertTrue(err.contains("iteration 2 of 2"), err);
	}

	@Test
	void maskIsAFileAndGreyResultsAreTiffs() {
		final String mask = folder.resolve("mask.tif").toString();
		final ImagePlus half = new ImagePlus("mask", new ByteProcessor(32, 24));
		half.getProcessor().setValue(255);
		half.getProcessor().fill(new Roi(0, 0, 16, 24));
		ImageFiles.save(half, Path.of(mask));
		final Path output = folder.resolve("result.png");
		assertEquals(0, run("stylise", content, style, "--output", output.toString(), "--iterations", "1", "--mask", mask),
			() -> err);
		final ImagePlus result = ImageFiles.open(output, "x");
		final ImagePlus original = ImageFiles.open(Path.of(content), "x");
		assertEquals(original.getProcessor().get(16, 3), result.getProcessor().get(16, 3));
		assertTrue(original.getProcessor().get(15, 3) != result.getProcessor().get(15, 3));
		assertFails("give a file that ends in .tif", "stylise", content, style, "--output", output.toString(),
			"--grey_result", "yes");
		assertFails("is in colour, so grey_result=yes has no meaning", "stylise", content, style, "--output", output
			+ ".tif", "--grey_result", "yes");
		assertEquals(0, run("stylise", content, style, content, "--output", output.toString(), "--iterations", "1", "--mask",
			mask, "--mask", mask), () -> err);
		assertFails("mask names 2 images for 1 style", "stylise", content, style, "--output", output.toString(), "--mask", mask,
			"--mask", mask);
		assertEquals(0, run("stylise", "--help"));
		assertTrue(out.contains("--mask=FILE"), out);
	}

	@Test
	void savesThePicturesOnTheWayAndTheLosses() throws Exception {
		final Path output = folder.resolve("result.png");
		final Path pictures = folder.resolve("on the way");
		final Path table = folder.resolve("losses.csv");
		assertEquals(0, run("stylise", content, style, "--output", output.toString(), "--iterations", "5", "--save_every", "2",
			"--save_folder", pictures.toString(), "--loss_table", table.toString()), () -> err);
		try (Stream<Path> files = Files.list(pictures)) {
			assertEquals(List.of("content_000002.png", "content_000004.png"), files.map(f -> f.getFileName().toString()).sorted()
				.toList());
		}
		assertEquals(32, ImageFiles.open(pictures.resolve("content_000002.png"), "x").getWidth());
		final List<String> lines = Files.readAllLines(table);
		assertEquals(6, lines.size(), lines.toString());
		assertTrue(lines.get(0).startsWith("iteration,level,loss,content_loss_conv4_2,style_loss_conv1_1,"), lines.get(0));
		assertTrue(lines.get(5).startsWith("5,1,"), lines.get(5));
	}

	@Test
	void whatCannotBeKeptIsRefusedBeforeTheRun() throws Exception {
		final String output = folder.resolve("x.png").toString();
		assertFails("--save_every is given without --save_folder", "stylise", content, style, "--output", output,
			"--save_every", "2");
		assertFails("save_every is \"-1\"", "stylise", content, style, "--output", output, "--save_every", "-1");
		assertFails("The save_folder \"" + content + "\" cannot be used", "stylise", content, style, "--output", output,
			"--save_every", "2", "--save_folder", content);
		assertFails("loss_table is \"losses.txt\"; it must be the path of a file that ends in .csv.", "stylise", content, style,
			"--output", output, "--loss_table", "losses.txt");
		Files.writeString(folder.resolve("content_000004.png"), "");
		assertFails("has pictures of an earlier run, such as content_000004.png", "stylise", content, style, "--output", output,
			"--save_every", "2", "--save_folder", folder.toString());
		assertTrue(Files.notExists(Path.of(output)));
	}

	@Test
	void exportsTheGraph() {
		final Path output = folder.resolve("g.onnx");
		assertEquals(0, run("export-graph", "--output", output.toString(), "--style_layers", "conv1_1", "--content_layers",
			"conv1_2"), () -> err);
		assertTrue(Files.exists(output));
	}

	@Test
	void aPresetIsWhatTheOtherOptionsAreAt() {
		final Path output = folder.resolve("result.tif");
		assertEquals(0, run("stylise", content, style, "--output", output.toString(), "--preset", "fzliu", "--iterations", "1",
			"--output_size", "32"), () -> err);
		final String info = ImageFiles.open(output, "x").getInfoProperty();
		assertTrue(info.contains("history: 8\n") && info.contains("iterations: 1\n") && info.contains("output_size: 32\n"), info);
	}

	@Test
	void settingsOfAnotherToolAreAMacroCallAndWhatIsMissingGoesToStandardError() {
		assertEquals(0, run("settings", "style_transfer c.jpg 'my style.jpg' -s 300+ --proof p.icc"), () -> err);
		assertEquals("run(\"Style Transfer...\", \"preset=crowsonkb style=[my style.jpg] output_size=300\");\n", out);
		assertTrue(err.lines().anyMatch(l -> l.startsWith("--end-scale 300+: ")) && err.lines().anyMatch(l -> l.startsWith(
			"--proof p.icc: ")), err);
	}

	@Test
	void helpListsEveryOption() {
		assertEquals(0, run("stylise", "--help"));
		for (final Option o : Option.STYLISATION) {
			if (o != Option.STYLE && o != Option.PREVIEW && o != Option.PLOT) assertTrue(out.contains("--" + o.key()), out);
		}
		for (final Option o : Option.WEIGHTS_FILE) assertTrue(out.contains("--" + o.key()), out);
		assertTrue(out.contains("--weights=FILE") && out.contains("--models=FOLDER"), out);
	}

	@Test
	void everyFailureIsOneSentenceAndExitCodeOne() {
		final String output = folder.resolve("x.png").toString();
		assertFails("does not exist", "stylise", content, "nowhere.png", "--output", output);
		assertFails("does not exist", "stylise", "nowhere.png", style, "--output", output);
		assertFails("is a folder", "stylise", folder.toString(), style, "--output", output);
		assertFails("iterations is \"many\"", "stylise", content, style, "--output", output, "--iterations", "many");
		assertFails("Unknown layer \"relu1\"", "stylise", content, style, "--output", output, "--style_layers", "relu1");
		assertFails("png, tif or jpg", "stylise", content, style, "--output", "x.webp");
		assertFails("output", "stylise", content, style);
		assertFails("--blurring", "stylise", content, style, "--output", output, "--blurring", "3");
		assertFails("must be the path of a file that ends in .onnx", "export-graph", "--output", output);
		assertFails("preset is \"cubist\"", "stylise", content, style, "--output", output, "--preset", "cubist");
		assertFails("Which tool the command line runs cannot be told", "settings", "convert a.jpg b.jpg");
		assertFails("has no option \"-blur\"", "settings", "th neural_style.lua -blur 3");
		assertFails("COMMAND", "settings");
		assertFails("No command was given");
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
