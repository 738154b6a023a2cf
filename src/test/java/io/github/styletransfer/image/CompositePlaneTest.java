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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.LUT;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hyperstacks of three 16-bit channels, two slices and two frames; display range 0…2000. */
class CompositePlaneTest {

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	@ParameterizedTest
	@CsvSource({ "1,1,13,26,38", "2,2,142,155,168" })
	void compositeMixesTheChannelsOfTheCurrentSliceAndFrame(final int slice, final int frame, final float r,
		final float g, final float b)
	{
		final CompositeImage image = hyperstack(CompositeImage.COMPOSITE);
		image.setPosition(2, slice, frame);
		assertSeen(image, r, 0, g, 0, b, 0);
	}

	@Test
	void colourModeShowsTheCurrentChannelInItsColour() {
		final CompositeImage image = hyperstack(CompositeImage.COLOR);
		image.setPosition(3, 2, 2);
		assertSeen(image, 0, 0, 0, 0, 168, 0);
	}

	@Test
	void greyscaleModeShowsTheCurrentChannelInGrey() {
		final CompositeImage image = hyperstack(CompositeImage.GRAYSCALE);
		image.setPosition(2, 1, 1);
		assertSeen(image, 26, 0, 26, 0, 26, 0);
	}

	/** ImageJ itself does not clear the first pixel when the first channel is hidden. */
	@Test
	void hiddenChannelsAreNotSeen() {
		final CompositeImage image = hyperstack(CompositeImage.COMPOSITE);
		assertSeen(image, 13, 0, 26, 0, 38, 0);
		image.setActiveChannels("011");
		assertSeen(image, 0, 0, 26, 0, 38, 0);
		image.setActiveChannels("100");
		assertSeen(image, 13, 0, 0, 0, 0, 0);
	}

	@Test
	void projectionModeIsHeeded() {
		final CompositeImage image = hyperstack(CompositeImage.COMPOSITE);
		image.setLuts(new LUT[] { image.getLuts()[0], image.getLuts()[0], image.getLuts()[0] });
		assertSeen(image, 13 + 26 + 38, 0, 0, 0, 0, 0);
		image.setProp("CompositeProjection", "max");
		assertSeen(image, 38, 0, 0, 0, 0, 0);
	}

	/** Without a window ImageJ does not notice that pixels have changed. */
	@ParameterizedTest
	@CsvSource({ "1", "2", "3" })
	void changedPixelsAreSeen(final int mode) {
		final CompositeImage image = hyperstack(mode);
		image.getImage();
		((short[]) image.getStack().getProcessor(1).getPixels())[1] = 2000;
		assertEquals(255, DisplayedPlane.of(image, "x").data()[1]);
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "3" })
	void imageIsNotChanged(final int mode) {
		final CompositeImage image = hyperstack(mode);
		image.setPosition(2, 1, 2);
		image.setRoi(new Roi(1, 0, 1, 1));
		image.setOverlay(new Overlay(new Roi(0, 0, 2, 1)));
		image.setDisplayRange(50, 70);
		final boolean[] active = image.getActiveChannels().clone();
		final short[] pixels = ((short[]) image.getProcessor().getPixels()).clone();
		DisplayedPlane.of(image, "x");
		assertArrayEquals(new int[] { 2, 1, 2 }, new int[] { image.getC(), image.getZ(), image.getT() });
		assertEquals(1, image.getRoi().getBounds().x);
		assertEquals(1, image.getOverlay().size());
		assertEquals(50, image.getDisplayRangeMin());
		assertEquals(2000, image.getLuts()[0].max);
		assertEquals(mode, image.getMode());
		assertArrayEquals(active, image.getActiveChannels());
		assertArrayEquals(pixels, (short[]) image.getProcessor().getPixels());
		assertFalse(image.changes);
	}

	private static CompositeImage hyperstack(final int mode) {
		final ImageStack stack = new ImageStack(2, 1);
		for (int t = 0; t < 2; t++) {
			for (int z = 0; z < 2; z++) {
				for (int c = 1; c <= 3; c++) {
					stack.addSlice(new ShortProcessor(2, 1, new short[] { (short) (100 * c + 1000 * t + 10 * z), 0 }, null));
				}
			}
		}
		final ImagePlus plain = new ImagePlus("x", stack);
		plain.setDimensions(3, 2, 2);
		final CompositeImage image = new CompositeImage(plain, mode);
		for (int c = 3; c >= 1; c--) {
			image.setPosition(c, 1, 1);
			image.setDisplayRange(0, 2000);
		}
		return image;
	}

	private static void assertSeen(final ImagePlus image, final float... planar) {
		assertArrayEquals(planar, DisplayedPlane.of(image, "x").data());
	}
}
