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

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

/** Planar floats as an ImageJ image of 8 bits a channel. Loads no class of ImgLib2. */
public final class RgbImage {

	private RgbImage() {
		// no instances
	}

	/**
	 * @param image RGB; values are rounded to the nearest of 0…255, NaN becomes 0
	 * @param title of the result
	 * @return an RGB image, opaque
	 */
	public static ImagePlus of(final PlanarImage image, final String title) {
		return new ImagePlus(title, processor(image));
	}

	/**
	 * @param image RGB; values are rounded to the nearest of 0…255, NaN becomes 0
	 * @return its pixels, opaque
	 */
	public static ColorProcessor processor(final PlanarImage image) {
		final int plane = image.plane();
		final float[] d = image.data();
		final int[] pixels = new int[plane];
		for (int i = 0; i < plane; i++) {
			pixels[i] = 0xff000000 | bits(d[i]) << 16 | bits(d[plane + i]) << 8 | bits(d[2 * plane + i]);
		}
		return new ColorProcessor(image.width(), image.height(), pixels);
	}

	/**
	 * Copies pixel size and units. Where the sizes differ, a calibrated pixel size changes so that the field of view stays;
	 * a pixel that is one pixel wide stays so. Time between frames and density calibration have no meaning for one RGB plane
	 * and are left out.
	 *
	 * @param from the original
	 * @param to an image of the same scene
	 */
	public static void copyCalibration(final ImagePlus from, final ImagePlus to) {
		final Calibration c = from.getCalibration().copy();
		c.disableDensityCalibration();
		c.frameInterval = 0;
		final double x = (double) from.getWidth() / to.getWidth();
		final double y = (double) from.getHeight() / to.getHeight();
		if (c.scaled()) {
			c.pixelWidth *= x;
			c.pixelHeight *= y;
		}
		c.xOrigin /= x;
		c.yOrigin /= y;
		to.setCalibration(c);
	}

	private static int bits(final float value) {
		return Math.max(0, Math.min(255, Math.round(value)));
	}
}
