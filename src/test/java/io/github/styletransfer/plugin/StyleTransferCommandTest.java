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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Progress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.task.event.TaskEvent;

/** The command in a bare SciJava context, without a window. */
class StyleTransferCommandTest {

	@TempDir
	static Path folder;
	private static Context context;
	private static File style;

	@BeforeAll
	static void open() {
		System.setProperty("java.awt.headless", "true");
		context = new Context();
		style = folder.resolve("a painting.png").toFile();
		ImageFiles.save(TestImages.colour("a painting", 60, 50), style.toPath());
	}

	@AfterAll
	static void close() {
		context.dispose();
	}

	@Test
	void outputsAreOneArrayWithTitleCalibrationAndProvenance() {
		final ImagePlus content = TestImages.grey("cell.tif", 48, 40);
		content.getCalibration().pixelWidth = .107;
		content.getCalibration().setUnit("um");
		final Module module = run(content, Map.of("iterations", 1));
		final ImagePlus result = (ImagePlus) module.getOutput("stylised");
		@SuppressWarnings("unchecked")
		final Img<ARGBType> img = (Img<ARGBType>) module.getOutput("stylised_img");
		assertEquals(24, result.getBitDepth());
		assertEquals(48, result.getWidth());
		assertEquals("cell stylised by a painting", result.getTitle());
		assertEquals(.107, result.getCalibration().pixelWidth);
		assertSame(result.getProcessor().getPixels(), ((IntArray) ((ArrayImg<?, ?>) img).update(null))
			.getCurrentStorageArray());
		final String info = result.getInfoProperty();
		for (final String line : new String[] { "software: Style Transfer ", "network: VGG-16\n", "architecture: VGG-16\n",
			"origin: oxford\n", "network_input: BGR 0 to 255, minus 103.939,116.779,123.68, times 1.0,1.0,1.0\n",
			"content_layers: conv4_2\n", "style_layers: conv1_1,conv2_1,conv3_1,conv4_1,conv5_1\n", "weights_sha256: 4a537acc",
			"iterations: 1", "seed: 1", "device: cpu\n", "runtime: ONNX Runtime ", "style_loss_conv1_1: ", "time_s: " })
		{
			assertTrue(info.contains(line), info);
		}
	}

	@Test
	void greyResultIsOneArrayOfTheContentsType() {
		final Module module = run(TestImages.grey("cell.tif", 20, 20), Map.of("iterations", 1, "grey_result", "yes"));
		final ImagePlus result = (ImagePlus) module.getOutput("stylised");
		assertEquals(8, result.getBitDepth());
		final ArrayImg<?, ?> img = (ArrayImg<?, ?>) module.getOutput("stylised_img");
		assertSame(result.getProcessor().getPixels(), ((ByteArray) img.update(null)).getCurrentStorageArray());
		assertTrue(result.getInfoProperty().contains("\ngrey_result: yes\n"));
	}

	@Test
	void maskIsAnInputAndItsSentenceIsTold() {
		assertReason("mask \"nowhere.png\" does not exist", TestImages.grey("x", 20, 20), Map.of("mask", new File(
			"nowhere.png")));
	}

	@Test
	void statusTellsLevelIterationLossAndTime() {
		Listening.assertTold(context, "Level 1 of 1, iteration 2 of 2, loss \\S+, \\d+ s left", () -> run(TestImages.grey("x", 40,
			40), Map.of("iterations", 2)));
	}

	@Test
	void stoppedTaskKeepsThePictureAndSaysSo() {
		final Object listener = new Object() {

			@EventHandler
			public void onTask(final TaskEvent e) {
				if (e.getTask().getProgressValue() > 0 && !e.getTask().isCanceled()) e.getTask().cancel("enough");
			}
		};
		final StyleTransferCommand done = (StyleTransferCommand) Listening.with(context, listener, () -> run(TestImages
			.grey("x", 40, 40), Map.of("iterations", 500)));
		final String info = ((ImagePlus) done.getOutput("stylised")).getInfoProperty();
		assertEquals("Stopped at level 1 of 1; this is the best picture so far.", done.notice().orElseThrow());
		assertTrue(info.contains("notice: Stopped at level 1 of 1"), info);
	}

	@Test
	void inputsAreTheOptions() {
		final CommandInfo info = context.service(CommandService.class).getCommand(StyleTransferCommand.class);
		for (final Option o : Option.STYLISATION) {
			final ModuleItem<?> input = info.getInput(o.key());
			assertNotNull(input, o.key());
			final Class<?> type = switch (o.kind()) {
				case INTEGER -> int.class;
				case NUMBER -> double.class;
				case CHOICE -> String.class;
				case PATH -> File.class;
				case LIST, TEXT -> String.class;
			};
			assertEquals(type, input.getType(), o.key());
		}
		assertFalse(info.isVisible());
		assertEquals("[Plugins, Style Transfer, Style Transfer...]", info.getMenuPath().toString());
	}

	@Test
	void bareRunUsesTheDefaults() {
		assertTrue(((ImagePlus) run(TestImages.grey("x", 20, 20), Map.of("iterations", 1)).getOutput("stylised"))
			.getInfoProperty().contains("stroke_size: " + Option.STROKE_SIZE.defaultValue()));
	}

	@Test
	void aPresetIsWhatTheOtherInputsAreAt() {
		final String info = ((ImagePlus) run(TestImages.grey("x", 20, 20), Map.of("preset", "fzliu", "iterations", 1,
			"output_size", 20)).getOutput("stylised")).getInfoProperty();
		assertTrue(info.contains("history: 8\n") && info.contains("iterations: 1\n") && info.contains("output_size: 20\n"), info);
	}

	@Test
	void unknownPresetIsTold() {
		assertReason("preset is \"cubist\"; it must be balanced, ", TestImages.grey("x", 20, 20), Map.of("preset", "cubist"));
	}

	/** ImageJ's recorder would write every input of the dialog, whether it differs from the preset or not. */
	@Test
	void fijisRecorderIsToldToLeaveItToThePlugIn() {
		assertTrue(run(TestImages.grey("x", 20, 20), Map.of("iterations", 1)).getInfo().is("no-record"));
	}

	@Test
	void missingStyleIsTold() {
		assertReason("No style was chosen", TestImages.grey("x", 20, 20), Map.of("style", new File("")));
	}

	@Test
	void styleThatDoesNotExistIsTold() {
		assertReason("does not exist", TestImages.grey("x", 20, 20), Map.of("style", new File("nowhere.png")));
	}

	@Test
	void styleFolderWithoutAnImageIsTold() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertReason("holds no image file", TestImages.grey("x", 20, 20), Map.of("style", empty.toFile()));
		Files.writeString(empty.resolve("notes.png"), "no image");
		assertReason("notes.png\" is no image", TestImages.grey("x", 20, 20), Map.of("style", empty.toFile()));
	}

	@Test
	void listOfStylesIsInTitleAndProvenance() {
		final ImagePlus result = (ImagePlus) run(TestImages.grey("cell.tif", 40, 40), Map.of("iterations", 1, "style", new File(
			style + ";" + style), "style_blend", "1,2")).getOutput("stylised");
		assertEquals("cell stylised by a painting, a painting", result.getTitle());
		assertTrue(result.getInfoProperty().contains("style: a painting.png; a painting.png\n"), result.getInfoProperty());
	}

	@Test
	void startImageIsOpenedAndNamedInTheInfo() {
		final String info = ((ImagePlus) run(TestImages.grey("x", 20, 20), Map.of("iterations", 1, "initialisation", "image",
			"start_image", style)).getOutput("stylised")).getInfoProperty();
		assertTrue(info.contains("\nstart_image: a painting.png\n") && info.contains("\ninitialisation: image\n"), info);
	}

	@Test
	void startImageThatCannotBeHadIsTold() throws IOException {
		final ImagePlus content = TestImages.grey("x", 20, 20);
		assertReason("no start_image was chosen", content, Map.of("initialisation", "image"));
		assertReason("The start image \"nowhere.png\" does not exist", content, Map.of("initialisation", "image",
			"start_image", new File("nowhere.png")));
		final Path text = Files.writeString(folder.resolve("text.png"), "no image");
		assertReason("is no image that ImageJ can open", content, Map.of("initialisation", "image", "start_image", text
			.toFile()));
	}

	@Test
	void imageWithoutPixelsIsTold() {
		assertReason("no pixels", new ImagePlus(), Map.of());
	}

	@Test
	void contentThatIsTooSmallIsTold() {
		assertReason("layer conv5_1 needs at least 16 x 16", TestImages.grey("x", 15, 15), Map.of());
	}

	@Test
	void unknownLayerIsTold() {
		assertReason("Unknown layer \"relu4_2\"", TestImages.grey("x", 20, 20), Map.of("content_layers", "relu4_2"));
	}

	@Test
	void unknownNetworkIsToldWithThoseThatAreThere() {
		assertReason("There is no network \"VGG-17\"; there are VGG-16 (embedded)", TestImages.grey("x", 20, 20), Map.of(
			"network", "VGG-17"));
		assertReason("\"GoogLeNet-BVLC\" is not stored", TestImages.grey("x", 20, 20), Map.of("network", "googlenet-bvlc"));
	}

	@Test
	void valuesOutOfRangeAreTold() {
		assertReason("iterations is \"-3\"", TestImages.grey("x", 20, 20), Map.of("iterations", -3));
		assertReason("style_weight is \"NaN\"", TestImages.grey("x", 20, 20), Map.of("style_weight", Double.NaN));
	}

	@Test
	void pictureThatDoesNotFitIntoMemoryIsRefusedWithASizeThatWould() {
		assertReason("would fit", TestImages.grey("x", 64, 64), Map.of("output_size", 26000));
	}

	@Test
	void secondRunGoesOnBesideTheFirst() throws Exception {
		final CountDownLatch started = new CountDownLatch(1);
		final CountDownLatch stop = new CountDownLatch(1);
		final AtomicReference<Stylisation.Stylised> first = new AtomicReference<>();
		final Thread thread = new Thread(() -> first.set(Stylisation.run(TestImages.grey("x", 32, 32), Map.of(Option.STYLE,
			style.toString(), Option.ITERATIONS, "10000"), new RunMonitor() {

				@Override
				public void onProgress(final Progress p) {
					started.countDown();
				}

				@Override
				public boolean isStopRequested() {
					return stop.getCount() == 0;
				}
			})));
		thread.start();
		assertTrue(started.await(60, TimeUnit.SECONDS));
		final ImagePlus second = (ImagePlus) run(TestImages.grey("y", 20, 20), Map.of("iterations", 2)).getOutput("stylised");
		assertTrue(thread.isAlive(), "the first is still going on");
		stop.countDown();
		thread.join(10_000);
		assertTrue(second.getInfoProperty().contains("content: y") && second.getWidth() == 20);
		assertTrue(first.get().image().getInfoProperty().contains("content: x") && first.get().notice().isPresent());
	}

	@Test
	void deviceThatIsMissingIsTold() {
		assertReason("device is \"cuda:99\", but ", TestImages.grey("x", 20, 20), Map.of("device", "cuda:99"));
		assertReason("device is \"gpu\"; it must be auto, cpu, cuda or cuda: and a number from 0 to 99.", TestImages.grey("x",
			20, 20), Map.of("device", "gpu"));
	}

	@Test
	void theFallbackIsToldOnceAndStandsInTheInfo() {
		final List<String> told = new ArrayList<>();
		final ChosenDevice chosen = new ChosenDevice(Device.CPU, Optional.of("On the processor: for this test."));
		DeviceNotice.tell(chosen, told::add);
		DeviceNotice.tell(chosen, told::add);
		DeviceNotice.tell(new ChosenDevice(Device.CPU, Optional.empty()), told::add);
		assertEquals(List.of("On the processor: for this test."), told);
		final ChosenDevice here = Devices.HERE.choose(Device.AUTO);
		final String info = ((ImagePlus) run(TestImages.grey("x", 20, 20), Map.of("iterations", 1)).getOutput("stylised"))
			.getInfoProperty();
		assertTrue(info.contains("device: " + here.device() + "\n"), info);
		here.fallback().ifPresent(why -> assertTrue(info.contains("device_chosen: " + why + "\n"), info));
	}

	@Test
	void pixelsThatAreNoNumberAreCountedInTheInfo() {
		final ij.process.FloatProcessor ip = new ij.process.FloatProcessor(20, 20);
		ip.setf(3, Float.NaN);
		ip.setMinAndMax(0, 1);
		assertTrue(((ImagePlus) run(new ImagePlus("x", ip), Map.of("iterations", 1)).getOutput("stylised"))
			.getInfoProperty().contains("content_non_finite_pixels: 1"));
	}

	// -- Helper methods --

	private static Module run(final ImagePlus content, final Map<String, Object> inputs) {
		final Map<String, Object> all = new HashMap<>(Map.of("content", content, "style", style));
		all.putAll(inputs);
		return SciJavaRun.run(context, StyleTransferCommand.class, all);
	}

	private static void assertReason(final String part, final ImagePlus content, final Map<String, Object> inputs) {
		final String reason = assertThrows(CanceledException.class, () -> run(content, inputs)).getMessage();
		assertTrue(reason.contains(part), reason);
	}
}
