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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.macro.Interpreter;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Option;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.task.event.TaskEvent;

/** The figures' commands in a bare SciJava context, and their PlugIns as a macro calls them; without a window. */
class FigureCommandTest {

	@TempDir
	static Path folder;
	private static Context context;
	private static File style;
	private static final NetworkOpener NARROW = m -> new NamedWeights(Optional.empty(), NarrowNetwork.weights(
		Preprocessing.OXFORD));

	@BeforeAll
	static void open() {
		System.setProperty("java.awt.headless", "true");
		context = new Context();
		style = folder.resolve("a painting.png").toFile();
		ImageFiles.save(TestImages.colour("a painting", 40, 30), style.toPath());
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	@AfterEach
	void endBatchMode() {
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	@ParameterizedTest
	@EnumSource
	void inputsAreTheOptions(final FigureKind kind) {
		final CommandInfo info = context.service(CommandService.class).getCommand(FijiHost.command(kind));
		kind.options().forEach(o -> assertNotNull(info.getInput(o.key()), o.key()));
		assertEquals("[Plugins, Style Transfer, " + kind.title() + "...]", info.getMenuPath().toString());
		assertTrue(!info.isVisible());
	}

	@Test
	void contentIsAStackWithALabelOnEachSlice() {
		final ImagePlus image = TestImages.grey("cell.tif", 40, 30);
		image.getCalibration().pixelWidth = .5;
		image.getCalibration().setUnit("um");
		final ImagePlus stack = (ImagePlus) run(FigureKind.CONTENT, image, Map.of("layer_list", "conv1_1,conv3_1",
			"output_size", 20)).getOutput("stack");
		assertEquals("cell content by layers", stack.getTitle());
		assertEquals(24, stack.getBitDepth());
		assertEquals(List.of("conv1_1", "conv3_1"), labels(stack));
		assertEquals(20, stack.getWidth());
		assertEquals(1, stack.getCalibration().pixelWidth);
		final String info = stack.getInfoProperty();
		assertTrue(info.contains("content: cell.tif\nstyle: none\n") && info.contains("\niterations: 2\n"), info);
		assertTrue(info.contains("\n\npicture: conv3_1\n") && info.contains("content_loss_conv3_1: "), info);
	}

	@Test
	void styleGivesTexturesOfTheSizeThatWasAskedFor() {
		final ImagePlus stack = (ImagePlus) run(FigureKind.STYLE, TestImages.colour("paint", 20, 20), Map.of("layer_list",
			"conv1_1,conv2_1", "texture_size", "50x40")).getOutput("stack");
		assertEquals(List.of("a: conv1_1", "b: conv1_1, conv2_1"), labels(stack));
		assertEquals(50, stack.getWidth());
		assertEquals(40, stack.getHeight());
		assertTrue(stack.getInfoProperty().contains("style: paint\n"), stack.getInfoProperty());
	}

	@Test
	void gridIsAMontageWithLabelsInItsOverlayAndTheStackBehindIt() {
		final Module grid = grid("whole", Map.of());
		final ImagePlus stack = (ImagePlus) grid.getOutput("stack");
		final ImagePlus montage = (ImagePlus) grid.getOutput("montage");
		assertEquals(List.of("a: conv1_1, α/β 1e-4", "a: conv1_1, α/β 1", "b: conv1_1, conv2_1, α/β 1e-4",
			"b: conv1_1, conv2_1, α/β 1"), labels(stack));
		final Overlay overlay = montage.getOverlay();
		final List<String> texts = new ArrayList<>();
		for (int i = 0; i < overlay.size(); i++) texts.add(((TextRoi) overlay.get(i)).getText().strip());
		assertEquals(List.of("a: conv1_1", "b: + conv2_1", "α/β 1e-4", "α/β 1"), texts);
		assertEquals("Montage of x stylised by a painting, layers against weights", montage.getTitle());
		for (int i = 0; i < 4; i++) {
			final int x = (int) overlay.get(2 + i % 2).getXBase();
			final int y = (int) overlay.get(i / 2).getYBase();
			montage.setRoi(x, y, 24, 24);
			assertArrayEquals((int[]) stack.getStack().getPixels(i + 1), (int[]) montage.crop().getProcessor().getPixels());
		}
	}

	@Test
	void stoppedGridKeepsWhatIsFinishedAndGoesOnToTheSameMontage() {
		final Object listener = new Object() {

			@EventHandler
			public void onTask(final TaskEvent e) {
				final String status = e.getTask().getStatusMessage();
				if (status != null && status.startsWith("Picture 3") && !e.getTask().isCanceled()) e.getTask().cancel("enough");
			}
		};
		final GridCommand stopped = (GridCommand) Listening.with(context, listener, () -> grid("stopped", Map.of()));
		assertEquals("Stopped when 2 of 4 pictures were finished; these are kept.", stopped.notice().orElseThrow());
		assertEquals(2, ((ImagePlus) stopped.getOutput("stack")).getStackSize());
		final int[] resumed = pixels(grid("stopped", Map.of()));
		assertArrayEquals(pixels(grid("unbroken", Map.of())), resumed);
	}

	@Test
	void progressIsOfAllPictures() {
		Listening.assertTold(context, "Picture 2 of 2 \\(conv1_2\\), iteration 2 of 2, loss \\S+, \\d+ s left for all", () -> run(
			FigureKind.CONTENT, TestImages.grey("x", 20, 20), Map.of("layer_list", "conv1_1,conv1_2")));
	}

	@Test
	void mistakesAreOneSentenceEach() {
		final ImagePlus image = TestImages.grey("x", 24, 24);
		assertReason("must stand from shallow to deep", FigureKind.CONTENT, image, Map.of("layer_list", "conv2_1,conv1_1"));
		assertReason("Layer \"conv1_1\" is named twice", FigureKind.STYLE, image, Map.of("layer_list", "conv1_1,conv1_1"));
		assertReason("Unknown layer \"relu1\"", FigureKind.CONTENT, image, Map.of("layer_list", "relu1"));
		assertReason("layer_list is \"\"", FigureKind.CONTENT, image, Map.of("layer_list", ""));
		assertReason("ratio_list is \"-1\"", FigureKind.GRID, image, Map.of("ratio_list", "-1", "style", style));
		assertReason("No style was chosen", FigureKind.GRID, image, Map.of());
		assertReason("layer conv5_1 needs at least 16 x 16", FigureKind.STYLE, image, Map.of("output_size", 15));
		assertReason("texture_size is \"12\"", FigureKind.STYLE, image, Map.of("texture_size", "12"));
		assertReason("no pixels", FigureKind.CONTENT, new ImagePlus(), Map.of());
		assertReason("holds other files", FigureKind.GRID, image, Map.of("style", style, "grid_folder", folder.toFile()));
		assertReason("would fit", FigureKind.CONTENT, image, Map.of("output_size", 26000));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> FigureWork.seen(FigureKind.STYLE, null)).getMessage()
			.startsWith("No image is open; open the style for Reconstruct Style first."));
	}

	@Test
	void plainImageJsMacroMakesAFigureOfTheActiveImage() throws Exception {
		Interpreter.batchMode = true;
		final ImagePlus result = MacroTest.inMacro(new Reconstruct_Content(),
			"layer_list=conv1_1,conv1_2 iterations_from_noise=1", TestImages.grey("cell", 20, 20));
		assertEquals("cell content by layers", result.getTitle());
		assertEquals(2, result.getStackSize());
		final ImagePlus texture = MacroTest.inMacro(new Reconstruct_Style(),
			"layer_list=conv1_1 iterations_from_noise=1 texture_size=[30 x 24]", TestImages.grey("cell", 20, 20));
		assertEquals(30, texture.getWidth());
	}

	@Test
	void plainImageJsMacroMakesAGridAndItsMontageIsActive() throws Exception {
		Interpreter.batchMode = true;
		final ImagePlus montage = MacroTest.inMacro(new Layers_Against_Weights(), "style=[" + style +
			"] layer_list=conv1_1 ratio_list=1e-3 iterations_from_noise=1 content_layers=conv1_2 grid_folder=[" + folder.resolve(
				"by macro") + "]", TestImages.grey("cell", 20, 20));
		assertTrue(montage.getTitle().startsWith("Montage of cell"), montage.getTitle());
		assertTrue(Files.exists(folder.resolve("by macro/a_1e-3.tif")));
	}

	@Test
	void macroWithAKeyOfAnotherCommandMakesNothing() throws Exception {
		Interpreter.batchMode = true;
		final ImagePlus image = TestImages.grey("cell", 20, 20);
		assertSame(image, MacroTest.inMacro(new Reconstruct_Style(), "style_layers=conv1_1 iterations_from_noise=1", image));
	}

	@Test
	void fijisWayMakesAFigureOfTheActiveImage() throws Exception {
		Interpreter.batchMode = true;
		final ImagePlus image = TestImages.grey("cell", 20, 20);
		final ImagePlus result = MacroTest.inMacro(arg -> FijiHost.figure(FigureKind.CONTENT, image, Optional.of(MacroOptions
			.parse("layer_list=conv1_1 iterations_from_noise=1", Option.RECONSTRUCT_CONTENT))), "", image);
		assertEquals("cell content by layers", result.getTitle());
	}

	// -- Helper methods --

	private static Module grid(final String name, final Map<String, Object> inputs) {
		final Map<String, Object> all = new HashMap<>(Map.of("style", style, "layer_list", "conv1_1,conv2_1", "ratio_list",
			"1e-4, 1", "grid_folder", folder.resolve(name).toFile()));
		all.putAll(inputs);
		return run(FigureKind.GRID, TestImages.grey("x", 24, 24), all);
	}

	private static Module run(final FigureKind kind, final ImagePlus image, final Map<String, Object> inputs) {
		final Map<String, Object> all = new HashMap<>(Map.of("image", image, "iterations_from_noise", 2, "opener", NARROW));
		all.putAll(inputs);
		return SciJavaRun.run(context, FijiHost.command(kind), all);
	}

	private static List<String> labels(final ImagePlus stack) {
		final List<String> labels = new ArrayList<>();
		for (int i = 1; i <= stack.getStackSize(); i++) labels.add(stack.getStack().getSliceLabel(i));
		return labels;
	}

	private static int[] pixels(final Module grid) {
		return (int[]) ((ImagePlus) grid.getOutput("montage")).getProcessor().getPixels();
	}

	private static void assertReason(final String part, final FigureKind kind, final ImagePlus image,
		final Map<String, Object> inputs)
	{
		final String reason = assertThrows(CanceledException.class, () -> run(kind, image, inputs)).getMessage();
		assertTrue(reason.contains(part), reason);
	}
}
