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
package io.github.styletransfer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GreyValuesTest {

	private static final int WIDTH = 16;
	private static final int HEIGHT = 12;

	@TempDir
	private Path folder;

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	/** Each bit depth, the values of the display range from its lower to its upper end, ordinary and inverted. */
	static Stream<ImagePlus> images() {
		final Stream.Builder<ImagePlus> images = Stream.builder();
		for (final boolean inverted : new boolean[] { false, true }) {
			for (final double[] range : new double[][] { { 0, 255 }, { 30, 200 } }) {
				images.add(image(new ByteProcessor(WIDTH, HEIGHT), range[0], range[1], inverted));
				images.add(image(new ShortProcessor(WIDTH, HEIGHT), 100 * range[0], 101 * range[1], inverted));
				images.add(image(new FloatProcessor(WIDTH, HEIGHT), 0 - range[0] / 7, range[1] / 9, inverted));
			}
		}
		return images.build();
	}

	@ParameterizedTest
	@MethodSource("images")
	void whatIsSeenComesBack(final ImagePlus image) {
		final GreyValues grey = GreyValues.of(image);
		final ImagePlus back = grey.back(grey.seen(), Optional.empty(), "x");
		assertEquals(image.getBitDepth(), back.getBitDepth());
		assertEquals(image.getDisplayRangeMin(), back.getDisplayRangeMin());
		assertEquals(image.getDisplayRangeMax(), back.getDisplayRangeMax());
		assertEquals(image.getProcessor().isInvertedLut(), back.getProcessor().isInvertedLut());
		final double tolerance = image.getBitDepth() == 32 ? 1e-4 : 0;
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			assertEquals(image.getProcessor().getf(i), back.getProcessor().getf(i), tolerance, "at " + i);
		}
	}

	@ParameterizedTest
	@MethodSource("images")
	void whatIsSeenIsWhatImageJShows(final ImagePlus image) {
		final float[] shown = DisplayedPlane.of(image, "x").data();
		final float[] seen = GreyValues.of(image).seen().data();
		assertArrayEquals(shown, seen, 1.5f); // ImageJ divides the range into 256 parts, not 255, and cuts off or rounds
	}

	@ParameterizedTest
	@MethodSource("images")
	void outsideOfTheRegionValuesAreKeptToTheBitEvenThoseThatAreNotShown(final ImagePlus image) {
		image.getProcessor().setf(0, image.getBitDepth() == 8 ? 255 : 61234);
		image.getProcessor().setf(1, 0);
		final float[] white = new float[3 * WIDTH * HEIGHT];
		Arrays.fill(white, 255);
		final float[] half = new float[WIDTH * HEIGHT];
		for (int i = half.length / 2; i < half.length; i++) half[i] = 1;
		final ImagePlus back = GreyValues.of(image).back(new PlanarImage(WIDTH, HEIGHT, white), Optional.of(new Mask(WIDTH,
			HEIGHT, half)), "x");
		final boolean inverted = image.getProcessor().isInvertedLut();
		for (int i = 0; i < half.length; i++) {
			final double painted = inverted ? image.getDisplayRangeMin() : image.getDisplayRangeMax();
			final double expected = half[i] == 0 ? image.getProcessor().getf(i) : painted;
			assertEquals((float) expected, back.getProcessor().getf(i), "at " + i);
		}
	}

	@Test
	void whatTheDisplayRangeCutsOffComesBackAsThePictureFades() {
		final FloatProcessor ip = new FloatProcessor(3, 1, new float[] { 300, 300, Float.NaN });
		ip.setMinAndMax(0, 100);
		final PlanarImage grey = new PlanarImage(3, 1, new float[] { 255, 255, 51, 255, 255, 51, 255, 255, 51 });
		final float[] back = (float[]) GreyValues.of(new ImagePlus("x", ip)).back(grey, Optional.of(new Mask(3, 1,
			new float[] { .25f, 1, .25f })), "y").getProcessor().getPixels();
		assertArrayEquals(new float[] { 250, 100, 20 }, back, 1e-4f);
	}

	@Test
	void calibrationOfSpaceAndDensityIsKept() {
		final ImagePlus image = image(new ShortProcessor(WIDTH, HEIGHT), 30000, 40000, false);
		final Calibration c = image.getCalibration();
		c.setSigned16BitCalibration();
		c.pixelWidth = .25;
		c.setUnit("um");
		image.setDisplayRange(30000, 40000);
		final GreyValues grey = GreyValues.of(image);
		final ImagePlus back = grey.back(grey.seen(), Optional.empty(), "x");
		assertEquals(.25, back.getCalibration().pixelWidth);
		assertEquals(image.getCalibration().getCValue(32770), back.getCalibration().getCValue(32770));
		final ImagePlus larger = grey.back(Resampling.resize(grey.seen(), 2 * WIDTH, 2 * HEIGHT), Optional.empty(), "x");
		assertEquals(.125, larger.getCalibration().pixelWidth);
	}

	@Test
	void customDensitiesAreKept() {
		final ImagePlus image = image(new ByteProcessor(WIDTH, HEIGHT), 0, 255, false);
		final float[] table = new float[256];
		for (int i = 0; i < 256; i++) table[i] = i * i;
		image.getCalibration().setCTable(table, "OD");
		final GreyValues grey = GreyValues.of(image);
		assertEquals(100, grey.back(grey.seen(), Optional.empty(), "x").getCalibration().getCValue(10));
	}

	@Test
	void lookupTableWithColoursIsLeftToTheResult() {
		final ImagePlus image = image(new ShortProcessor(WIDTH, HEIGHT), 10, 1000, false);
		image.setLut(LUT.createLutFromColor(Color.GREEN));
		image.setDisplayRange(10, 1000);
		final GreyValues grey = GreyValues.of(image);
		final ImagePlus back = grey.back(grey.seen(), Optional.empty(), "x");
		assertArrayEquals(DisplayedPlane.of(image, "x").data(), DisplayedPlane.of(back, "x").data());
		assertEquals(0, DisplayedPlane.of(back, "x").data()[5], "red");
	}

	@Test
	void scaledOutsideHasResampledValues() {
		final ImagePlus image = image(new ShortProcessor(WIDTH, HEIGHT), 0, 100, false);
		image.getProcessor().set(7000);
		image.setDisplayRange(0, 100);
		final Size size = new Size(20, 15);
		final PlanarImage black = new PlanarImage(20, 15, new float[3 * 300]);
		final float[] one = new float[300];
		one[0] = 1;
		final ImageProcessor back = GreyValues.of(image).back(black, Optional.of(new Mask(size.width(), size.height(), one)),
			"x").getProcessor();
		assertEquals(0, back.get(0));
		assertEquals(7000, back.get(299));
	}

	@Test
	void greyTiffKeepsEverythingAndOtherTypesAreRefused() {
		final ImagePlus image = image(new ShortProcessor(WIDTH, HEIGHT), 500, 6000, false);
		image.getCalibration().pixelWidth = .5;
		image.getCalibration().setUnit("um");
		image.setProperty("Info", "line: 1\n");
		ImageFiles.save(image, folder.resolve("grey.tif"));
		final ImagePlus read = ImageFiles.open(folder.resolve("grey.tif"), "x");
		assertArrayEquals((short[]) image.getProcessor().getPixels(), (short[]) read.getProcessor().getPixels());
		assertEquals(500, read.getDisplayRangeMin());
		assertEquals(6000, read.getDisplayRangeMax());
		assertEquals(.5, read.getCalibration().pixelWidth);
		assertEquals("line: 1\n", read.getInfoProperty());
		assertThrows(IllegalArgumentException.class, () -> ImageFiles.save(image, folder.resolve("grey.png")));
	}

	@Test
	void imagesInColourAreRefused() {
		assertRefused("is in colour", new ImagePlus("cell", new ColorProcessor(2, 2)));
		final ImageStack channels = new ImageStack(4, 4);
		for (int i = 0; i < 2; i++) channels.addSlice(new ByteProcessor(4, 4));
		final ImagePlus two = new ImagePlus("cell", channels);
		two.setDimensions(2, 1, 1);
		assertRefused("several channels", new CompositeImage(two, CompositeImage.COMPOSITE));
		GreyValues.of(new CompositeImage(two, CompositeImage.GRAYSCALE));
		final FloatProcessor flat = new FloatProcessor(2, 2, new float[] { 5, 5, 5, 5 });
		assertRefused("from 5.0 to the same value", new ImagePlus("cell", flat));
		assertRefused("no pixels", new ImagePlus());
	}

	@Test
	void imgsOfEveryTypeShareTheArray() {
		final ImagePlus f = image(new FloatProcessor(WIDTH, HEIGHT), 0, 1, false);
		final Img<?> img = ArgbImg.ofAnyType(f);
		assertSame(f.getProcessor().getPixels(), ((FloatArray) ((ArrayImg<?, ?>) img).update(null)).getCurrentStorageArray());
		assertTrue(img.firstElement() instanceof FloatType);
		assertTrue(ArgbImg.ofAnyType(image(new ByteProcessor(2, 2), 0, 255, false)).firstElement() instanceof UnsignedByteType);
		assertTrue(ArgbImg.ofAnyType(image(new ShortProcessor(2, 2), 0, 255, false))
			.firstElement() instanceof UnsignedShortType);
		assertTrue(ArgbImg.ofAnyType(new ImagePlus("x", new ColorProcessor(2, 2))).firstElement() instanceof ARGBType);
	}

	private static void assertRefused(final String part, final ImagePlus image) {
		final String message = assertThrows(IllegalArgumentException.class, () -> GreyValues.of(image)).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static ImagePlus image(final ImageProcessor ip, final double min, final double max, final boolean inverted) {
		final int n = ip.getPixelCount();
		for (int i = 0; i < n; i++) ip.setf(i, (float) (ip instanceof FloatProcessor ? min + (max - min) * i / (n - 1) : Math
			.round(min + (max - min) * i / (n - 1))));
		if (inverted) ip.invertLut();
		ip.setMinAndMax(min, max);
		return new ImagePlus("cell", ip);
	}
}
