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
import ij.process.FloatProcessor;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

/** Masks from images: white counts fully, black not at all. */
public final class MaskImage {

	private static final float LEVELS = 255;

	private MaskImage() {
		// no instances
	}

	/**
	 * @param image any image; its luminance counts as it is displayed, so that an inverting lookup table inverts the mask
	 * @param what the image is called in messages, for example {@code mask "a.png"}
	 * @return the mask
	 * @throws IllegalArgumentException if the image has no pixels, is black everywhere, or has 32-bit values that are negative
	 *           or no finite numbers
	 */
	public static Mask of(final ImagePlus image, final String what) {
		final PlanarImage seen = DisplayedPlane.of(image, what);
		if (image.getProcessor() instanceof FloatProcessor f) checkValues((float[]) f.getPixels(), what);
		final float[] values = Luminance.of(seen);
		for (int i = 0; i < values.length; i++) values[i] = Math.min(1, values[i] / LEVELS);
		final Mask mask = new Mask(seen.width(), seen.height(), values);
		if (mask.isEmpty()) {
			throw new IllegalArgumentException("The " + what + " is displayed black everywhere, so nothing would count; " +
				"white is what counts.");
		}
		return mask;
	}

	/**
	 * ImageJ lays transparent images on white when it opens them; this finds where they were transparent.
	 *
	 * @param file an image file
	 * @return how opaque each pixel is; nothing if all are opaque, or the file is of a kind without transparency (Java reads it
	 *         of PNG, GIF and TIFF)
	 * @throws ImageFileException if the image is transparent everywhere
	 */
	public static Optional<Mask> opacity(final Path file) {
		final Raster alpha;
		try {
			final BufferedImage image = ImageIO.read(file.toFile());
			if (image == null || !image.getColorModel().hasAlpha()) return Optional.empty();
			alpha = argb(image).getAlphaRaster();
		}
		catch (final IOException | RuntimeException e) {
			return Optional.empty(); // ImageJ opens it in a way of its own, which knows no transparency
		}
		final float[] values = alpha.getSamples(0, 0, alpha.getWidth(), alpha.getHeight(), 0, (float[]) null);
		for (int i = 0; i < values.length; i++) values[i] /= LEVELS;
		final Mask mask = new Mask(alpha.getWidth(), alpha.getHeight(), values);
		if (mask.isEmpty()) {
			throw new ImageFileException("The image \"" + file + "\" is transparent everywhere; choose one that shows something.");
		}
		return mask.isFull() ? Optional.empty() : Optional.of(mask);
	}

	private static BufferedImage argb(final BufferedImage image) {
		final BufferedImage argb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < image.getHeight(); y++) {
			argb.setRGB(0, y, image.getWidth(), 1, image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth()), 0, image
				.getWidth());
		}
		return argb;
	}

	private static void checkValues(final float[] values, final String what) {
		for (final float v : values) {
			if (!(v >= 0 && Float.isFinite(v))) {
				throw new IllegalArgumentException("The " + what + " has the value " + v +
					"; a mask of 32 bits must have finite values of 0 or more.");
			}
		}
	}
}
