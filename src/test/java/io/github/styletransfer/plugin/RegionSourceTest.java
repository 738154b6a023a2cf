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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selections, masks and grey results as a user gives them, with a small network. */
class RegionSourceTest {

	private static final int WIDTH = 80;
	private static final int HEIGHT = 60;

	@TempDir
	static Path folder;
	private static String style;

	@BeforeAll
	static void files() {
		System.setProperty("java.awt.headless", "true");
		style = folder.resolve("a painting.png").toString();
		ImageFiles.save(TestImages.colour("a painting", 60, 50), Path.of(style));
	}

	static Stream<Roi> rois() {
		return Stream.of(new Roi(20, 15, 30, 25), new OvalRoi(10, 5, 40, 30), new OvalRoi(-10, -8, 50, 40), new ShapeRoi(
			new Roi(5, 5, 20, 20)).or(new ShapeRoi(new OvalRoi(40, 20, 25, 30))), new ShapeRoi(new Roi(10, 10, 40, 40)).not(
				new ShapeRoi(new Roi(20, 20, 10, 10))), new PolygonRoi(new float[] { 10, 60, 30 }, new float[] { 5, 20, 50 }, 3,
					Roi.POLYGON));
	}

	@ParameterizedTest
	@MethodSource("rois")
	void outsideOfASelectionTheDisplayedPixelsStayToTheBit(final Roi roi) {
		assertOutsideIsKept(TestImages.colour("cell", WIDTH, HEIGHT), roi);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void ofGreyImagesToo(final int bits) {
		assertOutsideIsKept(grey(bits), new OvalRoi(20, 15, 30, 25));
	}

	private static void assertOutsideIsKept(final ImagePlus content, final Roi roi) {
		content.setRoi(roi);
		final ImagePlus result = stylise(content);
		final int[] seen = (int[]) content.getProcessor().duplicate().convertToRGB().getPixels();
		assertOutsideIsKept(roi, seen, (int[]) result.getProcessor().getPixels(), 0);
		assertNull(result.getRoi());
		assertNull(result.getOverlay());
		assertSame(roi, content.getRoi(), "the content keeps its selection");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 6 })
	void beyondTheSoftBorderTooAndTheBorderIsPainted(final int border) {
		final Roi roi = new OvalRoi(20, 15, 30, 25);
		final ImagePlus content = TestImages.colour("cell", WIDTH, HEIGHT);
		content.setRoi(roi);
		final int[] seen = ((int[]) content.getProcessor().getPixels()).clone();
		final int[] hard = (int[]) stylise(content).getProcessor().getPixels();
		final int[] soft = (int[]) stylise(content, Option.BORDER, Integer.toString(border)).getProcessor().getPixels();
		assertOutsideIsKept(roi, seen, soft, border);
		int painted = 0;
		for (int i = 0; i < soft.length; i++) if (hard[i] == seen[i] && soft[i] != seen[i]) painted++;
		assertTrue(painted > 40 * border, painted + " pixels of the border");
	}

	/** The whole image is stylised, as ImageJ's filters do. */
	@Test
	void linesAndPointsSelectNothing() {
		for (final Roi roi : new Roi[] { new Line(5, 5, 30, 30), new PointRoi(9, 9) }) {
			final ImagePlus content = TestImages.grey("cell", WIDTH, HEIGHT);
			content.setRoi(roi);
			assertEquals(Optional.empty(), Selection.of(content));
		}
	}

	@Test
	void wholeLeavesTheSelectionAlone() {
		final ImagePlus content = TestImages.colour("cell", WIDTH, HEIGHT);
		final int[] without = (int[]) stylise(content).getProcessor().getPixels();
		content.setRoi(new Roi(10, 10, 30, 30));
		assertArrayEquals(without, (int[]) stylise(content, Option.REGION, "whole").getProcessor().getPixels());
	}

	@Test
	void selectionsWithoutPixelsAreTold() {
		final ImagePlus content = TestImages.grey("cell", WIDTH, HEIGHT);
		content.setRoi(new Roi(200, 10, 30, 20));
		assertRefused("The selection (Rectangle, 30 x 20 at 200, 10) lies outside of the image \"cell\" of 80 x 60", content);
		content.setRoi(new PolygonRoi(new float[] { 10, 40, 20 }, new float[] { 10, 10, 10 }, 3, Roi.POLYGON));
		assertRefused("The selection of the image \"cell\" contains no pixel", content);
		content.setRoi(new Roi(10, 10, 9, 30));
		assertRefused("The selection is 9 x 30 pixels; layer conv5_1 needs at least 16 x 16", content);
	}

	@Test
	void maskIsASelection() {
		final ImagePlus content = TestImages.colour("cell", WIDTH, HEIGHT);
		final Roi roi = new OvalRoi(20, 15, 30, 25);
		final ByteProcessor drawn = new ByteProcessor(WIDTH, HEIGHT);
		drawn.setValue(255);
		drawn.fill(roi);
		final String mask = save(new ImagePlus("mask", drawn), "mask.tif");
		final ImagePlus byMask = stylise(content, Option.MASK, mask);
		assertTrue(byMask.getInfoProperty().contains("\nmask: mask.tif\n"), byMask.getInfoProperty());
		content.setRoi(roi);
		final ImagePlus bySelection = stylise(content);
		assertArrayEquals((int[]) bySelection.getProcessor().getPixels(), (int[]) byMask.getProcessor().getPixels());
		assertTrue(bySelection.getInfoProperty().contains(
			"\nselection: Oval, 30 x 25 at 20, 15\ncomputed: 62 x 56 at 4, 0\n"), bySelection.getInfoProperty());
		content.setRoi(new Roi(0, 0, 40, HEIGHT));
		final Mask both = RegionSource.ofContent(content, Map.of(Option.MASK, mask), Settings
			.defaults()).regions().union().orElseThrow();
		assertEquals(0, both.data()[27 * WIDTH + 45]);
		assertEquals(1, both.data()[27 * WIDTH + 35]);
		assertEquals(0, both.data()[0]);
	}

	@Test
	void openImageIsAMaskByItsTitle() {
		final ImagePlus content = TestImages.colour("cell", WIDTH, HEIGHT);
		final ImagePlus mask = new ImagePlus("a; b", new ByteProcessor(WIDTH, HEIGHT));
		mask.getProcessor().setValue(255);
		mask.getProcessor().fill(new Roi(0, 0, 40, 40));
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(mask);
		try {
			assertEquals("mask \"a; b\"", RegionSource.ofContent(content, Map.of(Option.MASK, "a; b"),
				Settings.defaults()).regions().name());
		}
		finally {
			Interpreter.removeBatchModeImage(mask);
			Interpreter.batchMode = false;
			WindowManager.setTempCurrentImage(null);
		}
	}

	@Test
	void masksThatDoNotFitAreTold() {
		final ImagePlus content = TestImages.grey("cell", WIDTH, HEIGHT);
		final String small = save(TestImages.grey("small", 30, 20), "small.tif");
		final String black = save(new ImagePlus("black", new ByteProcessor(WIDTH, HEIGHT)), "black.tif");
		final FloatProcessor negative = new FloatProcessor(WIDTH, HEIGHT);
		negative.setf(5, -1);
		negative.setMinAndMax(0, 1);
		final String below = save(new ImagePlus("below", negative), "below.tif");
		assertRefused("The mask \"small.tif\" is 30 x 20 pixels and the image \"cell\" 80 x 60; both must have the same size",
			content, Option.MASK, small);
		assertRefused("mask \"black.tif\" is displayed black everywhere", content, Option.MASK, black);
		assertRefused("mask \"below.tif\" has the value -1.0", content, Option.MASK, below);
		assertRefused("mask \"nowhere.png\" does not exist", content, Option.MASK, "nowhere.png");
		final String white = save(TestImages.grey("white", WIDTH, HEIGHT), "white.tif");
		assertRefused("mask names 2 images for 1 style; it must name one for all styles, or one for each", content,
			Option.MASK, white + "; " + white);
	}

	@Test
	void styleAreasThatDoNotFitAreRefusedByName() throws IOException {
		final ImagePlus content = TestImages.grey("cell", WIDTH, HEIGHT);
		final String area = save(TestImages.grey("area", 60, 50), "area.tif");
		assertTrue(stylise(content, Option.STYLE_AREAS, area).getInfoProperty().contains("\nstyle_areas: area.tif\n"));
		assertRefused("style_areas names 2 images for 1 style", content, Option.STYLE_AREAS, area + ";" + area);
		assertRefused("style area \"cell.tif\" is 80 x 60 pixels and the style \"a painting.png\" 60 x 50", content,
			Option.STYLE_AREAS, save(content, "cell.tif"));
		final BufferedImage transparent = new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < 30 * 20; i++) transparent.setRGB(i % 30, i / 30, 0xff8040ff);
		final Path file = folder.resolve("transparent.png");
		assertTrue(ImageIO.write(transparent, "png", file.toFile()));
		assertEquals(WIDTH, stylise(content, Option.STYLE, file.toString()).getWidth());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void greyContentGivesAGreyResultInItsOwnBitDepth(final int bits) {
		final ImagePlus content = grey(bits);
		content.getCalibration().pixelWidth = .5;
		content.setRoi(new OvalRoi(20, 15, 30, 25));
		final ImagePlus result = stylise(content, Option.GREY_RESULT, "yes", Option.BORDER, "3");
		assertEquals(bits, result.getBitDepth());
		assertEquals(content.getDisplayRangeMin(), result.getDisplayRangeMin());
		assertEquals(content.getDisplayRangeMax(), result.getDisplayRangeMax());
		assertEquals(.5, result.getCalibration().pixelWidth);
		assertEquals("cell stylised by a painting", result.getTitle());
		final Mask weights = Selection.of(content).orElseThrow().softened(3);
		int changed = 0;
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			final float was = content.getProcessor().getf(i);
			final float is = result.getProcessor().getf(i);
			if (weights.data()[i] == 0) assertEquals(was, is, "outside at " + i);
			else if (was != is) changed++;
			if (weights.data()[i] == 1) {
				assertTrue(is >= content.getDisplayRangeMin() && is <= content.getDisplayRangeMax(), "in the display range");
			}
		}
		assertTrue(changed > 500, changed + " pixels");
	}

	@Test
	void greyResultOfAnImageInColourIsTold() {
		assertRefused("The image \"cell\" is in colour, so grey_result=yes has no meaning", TestImages.colour("cell", WIDTH,
			HEIGHT), Option.GREY_RESULT, "yes");
	}

	@Test
	void predictionIsForTheRegion() {
		Prefs.set("styletransfer.flops.VGG-16", 1e11); // so that the machine need not be measured
		final ImagePlus content = TestImages.grey("cell", WIDTH, HEIGHT);
		content.setRoi(new Roi(30, 20, 20, 20));
		final Prediction prediction = new Prediction(content, NetworkChoice.now());
		assertTrue(prediction.line(Map.of()).contains(" for 52 x 52 pixels"), prediction.line(Map.of()));
		assertTrue(prediction.line(Map.of(Option.REGION, "whole")).contains(" for 80 x 60 pixels"));
		assertTrue(prediction.line(Map.of(Option.MASK, "nowhere.png")).contains("does not exist"));
	}

	// -- Helper methods --

	private static void assertOutsideIsKept(final Roi roi, final int[] seen, final int[] is, final double border) {
		int outside = 0;
		int changed = 0;
		for (int i = 0; i < seen.length; i++) {
			final int x = i % WIDTH;
			final int y = i / WIDTH;
			if (roi.contains(x, y) && is[i] != seen[i]) changed++;
			if (isNear(roi, x, y, border)) continue;
			outside++;
			assertEquals(seen[i] | 0xff000000, is[i], "outside at " + x + ", " + y);
		}
		assertTrue(outside > 100 && changed > 300, outside + " outside, " + changed + " changed");
	}

	/** Whether the pixel, or one whose edge is no farther than the border, is inside. */
	private static boolean isNear(final Roi roi, final int x, final int y, final double border) {
		final int reach = (int) Math.ceil(border);
		for (int v = y - reach; v <= y + reach; v++) {
			for (int u = x - reach; u <= x + reach; u++) {
				final boolean close = Math.hypot(u - x, v - y) - .5 < border || u == x && v == y;
				if (close && roi.contains(u, v)) return true;
			}
		}
		return false;
	}

	private static void assertRefused(final String part, final ImagePlus content, final Object... pairs) {
		final String message = assertThrows(RuntimeException.class, () -> stylise(content, pairs)).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static String save(final ImagePlus image, final String name) {
		ImageFiles.save(image, folder.resolve(name));
		return folder.resolve(name).toString();
	}

	private static ImagePlus grey(final int bits) {
		if (bits == 8) return TestImages.grey("cell", WIDTH, HEIGHT);
		if (bits == 16) return deep("cell");
		final ImageProcessor ip = TestImages.grey("cell", WIDTH, HEIGHT).getProcessor().convertToFloat();
		ip.multiply(.01);
		ip.setMinAndMax(.5, 2);
		return new ImagePlus("cell", ip);
	}

	/** Values beyond both ends of the display range. */
	private static ImagePlus deep(final String title) {
		final ShortProcessor ip = new ShortProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < WIDTH * HEIGHT; i++) ip.set(i, 3000 + (int) (2500 * Math.sin(i * .07)));
		ip.setMinAndMax(1000, 5000);
		return new ImagePlus(title, ip);
	}

	private static ImagePlus stylise(final ImagePlus content, final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STYLE, style, Option.ITERATIONS, "1",
			Option.STROKE_SIZE, "90"));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return Stylisation.run(content, values, m -> new NamedWeights(Optional.empty(), NarrowNetwork.weights(
			Preprocessing.OXFORD)), new RunMonitor() {}).image();
	}
}
