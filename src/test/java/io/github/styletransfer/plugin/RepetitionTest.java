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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.network.store.Step;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the Info of a stylised image to the same picture, and on from it; headless, with the embedded network. */
class RepetitionTest {

	@TempDir
	private Path folder;
	private ImagePlus content;
	private Path style;

	@BeforeEach
	void images() {
		System.setProperty("java.awt.headless", "true");
		Interpreter.batchMode = true;
		style = folder.resolve("a painting.png");
		ImageFiles.save(TestImages.colour("a painting", 60, 50), style);
		final Path file = folder.resolve("cell: 1.png".replace(':', ';'));
		ImageFiles.save(TestImages.colour("cell", 40, 36), file);
		content = ImageFiles.open(file, "content");
	}

	@AfterEach
	void endBatchMode() {
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	/** The settings, the network and the style come from the Info alone. */
	@Test
	void infoGivesTheSamePictureToTheBit() throws Exception {
		final ImagePlus first = stylise(new Notices(), "stroke_size", "24", "iterations", "3", "style_weight", "333.25",
			"strength", "0.7", "initialisation", "noise", "seed", "5", "style_layers", "conv1_1, conv3_1");
		final Path saved = folder.resolve("first.tif");
		ImageFiles.save(first, saved);
		final ImagePlus again = MacroTest.inMacro(new Same_Settings(), "source=[" + saved + "]", content);
		assertArrayEquals(pixels(first), pixels(again));
		assertEquals(first.getTitle(), again.getTitle());
		assertEquals(withoutTimes(first), withoutTimes(again));
		assertFalse(Arrays.equals(pixels(first), pixels(stylise(new Notices(), "stroke_size", "24", "iterations", "3"))));
	}

	/** So that is why Replay is there. */
	@Test
	void aChangedStrengthIsRepeatedToo() {
		final ImagePlus first = stylise(new Notices() {

			private int heard;

			@Override
			public void onProgress(final Progress p) {
				heard++;
			}

			@Override
			public OptionalDouble strength() {
				return heard < 2 ? OptionalDouble.empty() : OptionalDouble.of(.25);
			}
		}, "iterations", "4");
		assertTrue(first.getInfoProperty().contains("strength_changed: 0.25 after iteration 2 of level 1\n"), first
			.getInfoProperty());
		final Notices notices = new Notices();
		assertArrayEquals(pixels(first), pixels(new Repetition(first).again(content, Map.of(), notices).image()));
		assertTrue(notices.told.isEmpty(), notices.told.toString());
		assertFalse(Arrays.equals(pixels(first), pixels(stylise(new Notices(), "iterations", "4"))));
	}

	@Test
	void moreIterationsGoOnFromThePicture() throws Exception {
		final ImagePlus first = stylise(new Notices(), "iterations", "3", "start_match", "0");
		final ImagePlus more = MacroTest.inMacro(new More_Iterations(), "iterations=2", first);
		final String info = more.getInfoProperty();
		assertEquals(first.getTitle() + " + 2", more.getTitle());
		assertTrue(loss(info) < loss(first.getInfoProperty()), info);
		assertTrue(info.contains("\niterations: 3\n") && info.contains("\nmore_iterations: 2\n") && info.contains(
			"\ncontinued_from: " + first.getTitle() + "\n") && info.contains("40 x 36 (2 iterations"), info);
		final Notices notices = new Notices();
		final ImagePlus evenMore = new Repetition(more).more(more, Map.of(Option.ITERATIONS, "1"), notices).image();
		assertTrue(evenMore.getInfoProperty().contains("\nmore_iterations: 3\n"), evenMore.getInfoProperty());
		final ImagePlus repeated = new Repetition(evenMore).again(content, Map.of(), notices).image();
		assertArrayEquals(pixels(first), pixels(repeated), "what was gone on with is not repeated");
		assertEquals(List.of("The image \"" + more.getTitle() + " + 1\" was gone on with for 3 iterations, which are not " +
			"repeated."), notices.told);
	}

	@Test
	void picturesOnTheWayAndLossesAreForRepetitionsToo() throws Exception {
		final ImagePlus first = stylise(new Notices(), "iterations", "3");
		final Stylisation.Stylised more = new Repetition(first).more(first, Map.of(Option.ITERATIONS, "4", Option.SAVE_EVERY,
			"2", Option.LOSS_TABLE, folder.resolve("losses.csv").toString()), new Notices());
		assertEquals(2, more.pictures().orElseThrow().getStackSize());
		assertEquals(5, Files.readAllLines(folder.resolve("losses.csv")).size());
	}

	@Test
	void imagesThatAreNotFoundAreAskedFor() throws Exception {
		final ImagePlus first = stylise(new Notices(), "iterations", "1");
		Files.move(style, folder.resolve("elsewhere.png"));
		assertEquals("The style \"a painting.png\" that the Info of the image \"" + first.getTitle() +
			"\" names is neither open nor found as a file; open it, or give style=[a title or a file].", refusal(first, Map
				.of()));
		assertArrayEquals(pixels(first), pixels(new Repetition(first).again(content, Map.of(Option.STYLE, folder.resolve(
			"elsewhere.png").toString()), new Notices()).image()));
		first.setProperty("Info", first.getInfoProperty().replace("content_path: ", "content_path: no"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Repetition(first).more(first, Map.of(),
			new Notices())).getMessage().startsWith("The content \""));
	}

	@Test
	void contentOfAnotherSizeIsRefused() {
		final ImagePlus first = stylise(new Notices(), "iterations", "1");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> new Repetition(first).more(first, Map.of(Option.CONTENT,
			style.toString()), new Notices())).getMessage().startsWith("The picture to go on from has 40 x 36 pixels"));
	}

	@Test
	void editedInfoIsCheckedLikeAMacro() {
		final ImagePlus first = stylise(new Notices(), "iterations", "1");
		final String info = first.getInfoProperty();
		first.setProperty("Info", info.replace("pooling: average", "pooling: mean"));
		assertEquals("In the Info of the image \"" + first.getTitle() + "\", pooling is \"mean\"; it must be average, max or l2.",
			refusal(first, Map.of()));
		first.setProperty("Info", info.replace("style_layers: ", "style_layers: relu9_9,"));
		assertTrue(refusal(first, Map.of()).contains("relu9_9"));
		first.setProperty("Info", info.replace("network: VGG-16\n", "network: VGG-17\n"));
		assertTrue(refusal(first, Map.of()).contains("There is no network \"VGG-17\""));
		first.setProperty("Info", info.replace("weights_sha256: ", "weights_sha256: 0"));
		assertTrue(refusal(first, Map.of()).contains("was made with other weights of the network VGG-16"));
		first.setProperty("Info", info.replace("network: VGG-16\n", ""));
		assertTrue(refusal(first, Map.of()).contains("names no stored network"));
		final Notices notices = new Notices();
		first.setProperty("Info", info.replace("seed: 1\n", ""));
		new Repetition(first).again(content, Map.of(), notices);
		assertEquals(List.of("The Info of the image \"" + first.getTitle() + "\" does not name seed; they are at their " +
			"defaults."), notices.told);
	}

	@Test
	void imagesThatAreNotStylisedAreRefused() {
		assertEquals("The image \"x\" has no settings of Style Transfer in its Info; choose an image that Style Transfer made.",
			refusal(TestImages.grey("x", 20, 20), Map.of()));
	}

	/** All image types that are written keep the Info, and ImageJ reads it again. */
	@Test
	void savedFilesKeepTheRecipe() {
		final ImagePlus first = stylise(new Notices(), "iterations", "1");
		for (final String type : List.of("tif", "png", "jpg")) {
			final Path file = folder.resolve("saved." + type);
			ImageFiles.save(first, file);
			assertEquals(new Repetition(first).recipe().settings(), new Repetition(ImageFiles.open(file, "x")).recipe()
				.settings(), type);
		}
	}

	// -- Helper methods --

	/** Keeps what a user would be told. */
	private static class Notices implements RunMonitor {

		private final List<String> told = new ArrayList<>();

		@Override
		public void onProgress(final Step step, final long done, final long total) {
			// the embedded network is read in no time
		}

		@Override
		public void onNotice(final String sentence) {
			told.add(sentence);
		}
	}

	private ImagePlus stylise(final RunMonitor monitor, final String... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STYLE, style.toString()));
		for (int i = 0; i < pairs.length; i += 2) values.put(Option.of(pairs[i]), pairs[i + 1]);
		return Stylisation.run(content, values, monitor).image();
	}

	private String refusal(final ImagePlus stylised, final Map<Option, String> given) {
		return assertThrows(RuntimeException.class, () -> new Repetition(stylised).again(content, given, new Notices()))
			.getMessage();
	}

	private static int[] pixels(final ImagePlus image) {
		return (int[]) image.getProcessor().getPixels();
	}

	private static double loss(final String info) {
		return info.lines().filter(l -> l.startsWith("loss: ")).mapToDouble(l -> Double.parseDouble(l.substring(6))).findFirst()
			.orElseThrow();
	}

	private static List<String> withoutTimes(final ImagePlus image) {
		return image.getInfoProperty().lines().filter(l -> !l.contains("time_s") && !l.startsWith("device_chosen")).toList();
	}
}
