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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DisplayedPlaneTest {

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	@Test
	void eightBitGreyIsSeenAsItIs() {
		assertSeen(new ImagePlus("x", new ByteProcessor(2, 1, new byte[] { 0, (byte) 200 })), 0, 0, 0, 200, 200, 200);
	}

	@Test
	void invertedLookupTableInverts() {
		final ByteProcessor ip = new ByteProcessor(2, 1, new byte[] { 0, (byte) 200 });
		ip.invertLut();
		assertSeen(new ImagePlus("x", ip), 255, 255, 255, 55, 55, 55);
	}

	@Test
	void eightBitColourUsesItsTable() {
		final ByteProcessor ip = new ByteProcessor(2, 1, new byte[] { 0, (byte) 255 });
		ip.setLut(LUT.createLutFromColor(Color.RED));
		assertSeen(new ImagePlus("x", ip), 0, 0, 0, 255, 0, 0);
	}

	@Test
	void sixteenBitGoesThroughItsDisplayRange() {
		final ShortProcessor ip = new ShortProcessor(3, 1, new short[] { 100, 600, 1100 }, null);
		ip.setMinAndMax(100, 1100);
		assertSeen(new ImagePlus("x", ip), 0, 0, 0, 128, 128, 128, 255, 255, 255);
	}

	@Test
	void thirtyTwoBitShowsWhatIsNoNumberAsImageJDoes() {
		final FloatProcessor ip = new FloatProcessor(4, 1, new float[] { Float.NaN, 0, 1, Float.POSITIVE_INFINITY });
		ip.setMinAndMax(0, 1);
		final ImagePlus image = new ImagePlus("x", ip);
		assertSeen(image, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255);
		assertEquals(2, DisplayedPlane.nonFinitePixels(image));
	}

	@Test
	void minusInfinityIsDarkAndInvertedTablesTurnWhatIsNoNumberWhite() {
		final FloatProcessor ip = new FloatProcessor(2, 1, new float[] { Float.NaN, Float.NEGATIVE_INFINITY });
		ip.setMinAndMax(0, 1);
		assertSeen(new ImagePlus("x", ip), 0, 0, 0, 0, 0, 0);
		ip.invertLut();
		assertSeen(new ImagePlus("x", ip), 255, 255, 255, 255, 255, 255);
	}

	@Test
	void displayRangeWiderThanTheDataGivesGreys() {
		final ShortProcessor ip = new ShortProcessor(2, 1, new short[] { 500, 550 }, null);
		ip.setMinAndMax(0, 1000);
		assertSeen(new ImagePlus("x", ip), 128, 128, 128, 140, 140, 140);
	}

	@Test
	void densityCalibrationDoesNotMatter() {
		final ShortProcessor ip = new ShortProcessor(3, 1, new short[] { 100, 600, 1100 }, null);
		ip.setMinAndMax(100, 1100);
		final ImagePlus image = new ImagePlus("x", ip);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 7, -3 }, "OD");
		assertSeen(image, 0, 0, 0, 128, 128, 128, 255, 255, 255);
	}

	@Test
	void alphaIsIgnored() {
		assertSeen(new ImagePlus("x", new ColorProcessor(2, 1, new int[] { 0x00102030, 0xff102030 })), 16, 32, 48, 16, 32,
			48);
	}

	@Test
	void stackShowsTheCurrentSlice() {
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ByteProcessor(1, 1, new byte[] { 10 }));
		stack.addSlice(new ByteProcessor(1, 1, new byte[] { 20 }));
		final ImagePlus image = new ImagePlus("x", stack);
		image.setSlice(2);
		assertSeen(image, 20, 20, 20);
		assertEquals(2, image.getCurrentSlice());
	}

	@Test
	void compositeMixesItsChannels() {
		final ImageStack stack = new ImageStack(1, 1);
		for (final int v : new int[] { 1000, 0, 500 }) stack.addSlice(new ShortProcessor(1, 1, new short[] { (short) v },
			null));
		final ImagePlus plain = new ImagePlus("x", stack);
		plain.setDimensions(3, 1, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		for (int c = 1; c <= 3; c++) {
			image.setC(c);
			image.setDisplayRange(0, 1000);
		}
		image.setC(1);
		final float[] seen = DisplayedPlane.of(image, "x").data();
		assertEquals(255, seen[0], 1);
		assertEquals(0, seen[1], 1);
		assertEquals(127, seen[2], 1);
	}

	@Test
	void imageIsNotChanged() {
		final ImagePlus image = new ImagePlus("x", new ByteProcessor(4, 4));
		image.setRoi(1, 1, 2, 2);
		image.setDisplayRange(10, 20);
		DisplayedPlane.of(image, "x");
		assertEquals(1, image.getRoi().getBounds().x);
		assertEquals(10, image.getDisplayRangeMin());
		assertFalse(image.changes);
		assertEquals(0, ((byte[]) image.getProcessor().getPixels())[0]);
	}

	@Test
	void imageWithoutPixelsIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> DisplayedPlane.of(new ImagePlus(),
			"content")).getMessage();
		assertTrue(message.contains("content") && message.contains("no pixels"), message);
		assertThrows(IllegalArgumentException.class, () -> DisplayedPlane.of(null, "content"));
		assertThrows(IllegalArgumentException.class, () -> DisplayedPlane.nonFinitePixels(null));
	}

	@Test
	void wayBackRoundsAndClamps() {
		final ImagePlus rgb = RgbImage.of(new PlanarImage(1, 1, new float[] { -3, 254.6f, 300 }), "x");
		assertEquals(0xff00ffff, ((int[]) rgb.getProcessor().getPixels())[0]);
		assertEquals(0xff000000, ((int[]) RgbImage.of(new PlanarImage(1, 1, new float[] { Float.NaN, 0, 0 }), "x")
			.getProcessor().getPixels())[0]);
	}

	@Test
	void imgAndImagePlusShareOneArray() {
		final ImagePlus rgb = RgbImage.of(new PlanarImage(2, 1, new float[6]), "x");
		final Img<ARGBType> img = ArgbImg.of(rgb);
		img.randomAccess().setPositionAndGet(1, 0).set(0xff112233);
		assertArrayEquals(new int[] { 0x11, 0x22, 0x33, 0 }, rgb.getPixel(1, 0));
		assertThrows(IllegalArgumentException.class, () -> ArgbImg.of(new ImagePlus("grey", new ByteProcessor(1, 1))));
	}

	@Test
	void calibrationKeepsTheFieldOfView() {
		final ImagePlus from = new ImagePlus("x", new ByteProcessor(100, 50));
		final Calibration c = from.getCalibration();
		c.pixelWidth = .5;
		c.pixelHeight = .25;
		c.setUnit("um");
		final ImagePlus to = new ImagePlus("y", new ColorProcessor(200, 100));
		RgbImage.copyCalibration(from, to);
		assertEquals(.25, to.getCalibration().pixelWidth);
		assertEquals(.125, to.getCalibration().pixelHeight);
		assertEquals(from.getCalibration().getUnit(), to.getCalibration().getUnit());
	}

	private static void assertSeen(final ImagePlus image, final int... rgb) {
		final PlanarImage seen = DisplayedPlane.of(image, "image");
		for (int i = 0; i < seen.plane(); i++) {
			for (int c = 0; c < 3; c++) {
				assertEquals(rgb[3 * i + c], seen.data()[c * seen.plane() + i], 1, "pixel " + i + ", channel " + c);
			}
		}
	}
}
