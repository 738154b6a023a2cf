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

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RgbImageTest {

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	@ParameterizedTest
	@CsvSource({ "0.49,0", "0.5,1", "254.5,255", "255.4,255", "1e30,255", "-0.6,0", "-1e30,0", "NaN,0", "Infinity,255",
		"-Infinity,0" })
	void valuesAreRoundedHalfUpAndClamped(final float value, final int expected) {
		final PlanarImage pixel = new PlanarImage(1, 1, new float[] { value, value, value });
		final int argb = 0xff000000 | expected * 0x010101;
		assertEquals(argb, ((int[]) RgbImage.processor(pixel).getPixels())[0]);
	}

	@Test
	void whatWasSeenComesBack() {
		final int[] pixels = new int[35];
		for (int i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | i * 0x03070b;
		final PlanarImage seen = DisplayedPlane.of(new ImagePlus("x", new ColorProcessor(7, 5, pixels)), "x");
		assertArrayEquals(pixels, (int[]) RgbImage.processor(seen).getPixels());
	}

	@Test
	void pixelsWithoutCalibrationStayOnePixelWide() {
		final ImagePlus to = new ImagePlus("y", new ColorProcessor(200, 100));
		RgbImage.copyCalibration(new ImagePlus("x", new ByteProcessor(100, 50)), to);
		assertEquals(1, to.getCalibration().pixelWidth);
		assertEquals("pixel", to.getCalibration().getUnit());
	}

	@Test
	void originMovesAndTimeAndDensityAreLeftOut() {
		final ImagePlus from = new ImagePlus("x", new ByteProcessor(100, 50));
		final Calibration c = from.getCalibration();
		c.xOrigin = 10;
		c.frameInterval = 3;
		c.setFunction(Calibration.STRAIGHT_LINE, new double[] { 1, 2 }, "OD");
		final ImagePlus to = new ImagePlus("y", new ColorProcessor(200, 100));
		RgbImage.copyCalibration(from, to);
		assertEquals(20, to.getCalibration().xOrigin);
		assertEquals(0, to.getCalibration().frameInterval);
		assertFalse(to.getCalibration().calibrated());
		assertEquals(10, c.xOrigin);
		assertEquals(3, c.frameInterval);
	}

	@Test
	void imagesWithoutPixelsHaveNoImg() {
		assertThrows(IllegalArgumentException.class, () -> ArgbImg.of(new ImagePlus()));
	}

	@Test
	void onlyOneClassNeedsImgLib2() {
		noClasses().that().doNotHaveSimpleName("ArgbImg").should().dependOnClassesThat().resideInAPackage("net.imglib2..")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(
				"io.github.styletransfer.image"));
	}
}
