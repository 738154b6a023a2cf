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

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PlugIns as a macro calls them, headless: in plain ImageJ, and by the way through SciJava that Fiji takes. */
class MacroTest {

	@TempDir
	private Path folder;
	private String style;

	@BeforeEach
	void batchMode() {
		System.setProperty("java.awt.headless", "true");
		Interpreter.batchMode = true;
		style = folder.resolve("a painting.png").toString();
		ImageFiles.save(TestImages.colour("a painting", 60, 50), Path.of(style));
	}

	@AfterEach
	void endBatchMode() {
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void keysAndBracketsAreParsed() {
		final Map<Option, String> values = MacroOptions.parse("style=[a b.png] iterations=7 style_weight=2e3 preview=no",
			Option.STYLISATION);
		assertEquals(Map.of(Option.STYLE, "a b.png", Option.ITERATIONS, "7", Option.STYLE_WEIGHT, "2e3", Option.PREVIEW,
			"no"), values);
	}

	@Test
	void keyThatTheStyleContainsIsNotTakenForAKey() {
		assertEquals("/x/seed=9 y.png", MacroOptions.parse("style=[/x/seed=9 y.png] iterations=2", Option.STYLISATION).get(
			Option.STYLE));
	}

	@Test
	void unknownKeyIsRefusedWithTheKnownOnes() {
		final String message = assertThrows(IllegalArgumentException.class, () -> MacroOptions.parse("style=x iteration=3",
			Option.STYLISATION)).getMessage();
		assertTrue(message.contains("\"iteration\"") && message.contains("stroke_size"), message);
	}

	@Test
	void theCallOfACommandIsReadAsItWasWritten() {
		final Map<Option, String> values = new TreeMap<>(Map.of(Option.STYLE, "my pictures\\a \"b\".png;c.png", Option.ITERATIONS,
			"7", Option.CONTENT_LAYERS, ""));
		final String call = MacroOptions.call("Style Transfer...", values);
		assertEquals("run(\"Style Transfer...\", \"style=[my pictures\\\\a \\\"b\\\".png;c.png] iterations=7 content_layers=[]\");",
			call);
		final String options = call.substring(call.indexOf(", \"") + 3, call.length() - 3).replace("\\\"", "\"").replace("\\\\",
			"\\");
		assertEquals(values, MacroOptions.parse(options, Option.STYLISATION));
		assertEquals("run(\"Style Transfer...\");", MacroOptions.call("Style Transfer...", Map.of()));
	}

	@Test
	void aPresetIsWhatTheOtherKeysAreAtInPlainImageJAndOnFijisWay() throws Exception {
		final String options = "preset=fzliu style=[" + style + "] output_size=32 iterations=1";
		final ImagePlus content = TestImages.grey("cell", 30, 20);
		final String plain = inMacro(new Style_Transfer(), options, content).getInfoProperty();
		final String fiji = inMacro(arg -> FijiHost.stylise(content, Optional.of(MacroOptions.parse(options,
			Option.STYLISATION))), "", content).getInfoProperty();
		for (final String info : new String[] { plain, fiji }) {
			for (final String line : new String[] { "output_size: 32\n", "iterations: 1\n", "stroke_size: 32768\n",
				"history: 8\n", "pooling: max\n", "bounds: yes\n", "style_weight: 10000.0\n" })
			{
				assertTrue(info.contains(line), line + info);
			}
		}
	}

	@Test
	void unknownPresetIsRefusedOnFijisWayToo() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> FijiHost.stylise(TestImages.grey("cell", 30, 20), Optional
			.of(MacroOptions.parse("style=x preset=cubist", Option.STYLISATION)))).getMessage().startsWith(
				"preset is \"cubist\"; it must be "));
	}

	@Test
	void settingsFromACommandLineAreWhatTheNextDialogBeginsWith() throws Exception {
		try {
			inMacro(new Settings_from_Command_Line(), "command=[python style.py -s 'a b.jpg' -c c.jpg -r 5]", TestImages.grey("x",
				2, 2));
			assertEquals(Map.of(Option.PRESET, "fzliu", Option.STYLE, "a b.jpg", Option.STYLE_WEIGHT, "5"), Draft.remembered()
				.changed());
			inMacro(new Settings_from_Command_Line(), "command=[convert a.jpg b.jpg]", TestImages.grey("x", 2, 2));
			assertEquals("5", Draft.remembered().value(Option.STYLE_WEIGHT), "a refused line changes nothing");
		}
		finally {
			Draft.remember(Map.of());
		}
	}

	@Test
	void plainImageJStylisesTheActiveImage() throws Exception {
		final ImagePlus result = inMacro(new Style_Transfer(), "style=[" + style + "] iterations=1", TestImages.grey("cell",
			30, 20));
		assertEquals("cell stylised by a painting", result.getTitle());
		assertTrue(result.getInfoProperty().contains("iterations: 1\n") && result.getInfoProperty().contains(
			"stroke_size: " + Option.STROKE_SIZE.defaultValue() + "\n"));
	}

	@Test
	void fijisWayStylisesTheActiveImage() throws Exception {
		final ImagePlus content = TestImages.grey("cell", 30, 20);
		final ImagePlus result = inMacro(arg -> FijiHost.stylise(content, Optional.of(MacroOptions.parse("style=[" + style +
			"] iterations=1", Option.STYLISATION))), "", content);
		assertEquals("cell stylised by a painting", result.getTitle());
		assertTrue(result.getInfoProperty().contains("stroke_size: " + Option.STROKE_SIZE.defaultValue() + "\n"));
	}

	@Test
	void textWhereANumberBelongsIsRefusedOnFijisWayToo() {
		assertThrows(IllegalArgumentException.class, () -> FijiHost.stylise(TestImages.grey("cell", 30, 20), Optional.of(
			MacroOptions.parse("style=x iterations=abc", Option.STYLISATION))));
	}

	/** What the recorder writes is what a macro may say. */
	@Test
	void dialogsRecordTheKeys() {
		for (final Option o : Option.values()) assertEquals(o.key(), PlainDialog.label(o).toLowerCase(Locale.ROOT));
	}

	@Test
	void picturesOnTheWayComeOnFijisWayToo() throws Exception {
		final ImagePlus content = TestImages.grey("cell", 30, 20);
		final ImagePlus result = inMacro(arg -> FijiHost.stylise(content, Optional.of(MacroOptions.parse("style=[" + style +
			"] iterations=2 save_every=1 loss_table=[" + folder.resolve("losses.csv") + "]", Option.STYLISATION))), "", content);
		assertEquals("cell stylised by a painting", result.getTitle(), "the result is the active image");
		assertEquals(2, WindowManager.getImage("cell every 1 iterations").getStackSize());
		assertEquals(3, Files.readAllLines(folder.resolve("losses.csv")).size());
		assertEquals("save_every is \"often\"; it must be a whole number from 0 to 100000.", assertThrows(
			IllegalArgumentException.class, () -> FijiHost.stylise(content, Optional.of(MacroOptions.parse(
				"style=x save_every=often", Option.STYLISATION)))).getMessage());
	}

	@Test
	void graphIsExported() throws Exception {
		final Path file = folder.resolve("g.onnx");
		inMacro(new Export_Gradient_Graph(), "output=[" + file + "] style_layers=conv1_1 content_layers=conv2_1",
			TestImages.grey("x", 2, 2));
		assertTrue(Files.size(file) > 400_000);
	}

	@Test
	void graphOfTheWrongTypeIsRefusedAndNothingWritten() throws Exception {
		final Path file = folder.resolve("g.txt");
		inMacro(new Export_Gradient_Graph(), "output=[" + file + "]", TestImages.grey("x", 2, 2));
		assertTrue(Files.notExists(file));
	}

	/** ImageJ knows a macro's options by the name of its thread. */
	static ImagePlus inMacro(final PlugIn plugIn, final String options, final ImagePlus active) throws Exception {
		final Throwable[] thrown = { null };
		final ImagePlus[] result = { null };
		final Thread macro = new Thread(() -> {
			WindowManager.setTempCurrentImage(active);
			Macro.setOptions(options);
			plugIn.run("");
			result[0] = WindowManager.getCurrentImage();
		}, "Run$_test");
		macro.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
		macro.start();
		macro.join();
		if (thrown[0] != null) throw new AssertionError(thrown[0]);
		return result[0];
	}
}
