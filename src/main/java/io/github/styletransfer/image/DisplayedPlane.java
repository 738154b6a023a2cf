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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The plane of an ImageJ image that the user sees: the current slice through its display range and lookup table, the
 * channels of a composite image mixed as they are shown, without overlay and selection. Alpha is ignored.
 */
public final class DisplayedPlane {

	/** The property that holds how a composite mixes its channels: sum (unless set), maximum, minimum, inverted. */
	private static final String PROJECTION = "CompositeProjection";

	private DisplayedPlane() {
		// no instances
	}

	/**
	 * @param image 8-bit, 16-bit, 32-bit, 8-bit colour, RGB or composite; not changed
	 * @param what the image is called in messages, for example {@code content}
	 * @return what is seen, RGB 0…255; of 32-bit images NaN and −∞ have the first colour of the lookup table, +∞ the last,
	 *         as ImageJ shows them
	 * @throws IllegalArgumentException if the image has no pixels
	 */
	public static PlanarImage of(final ImagePlus image, final String what) {
		check(image, what);
		final ColorProcessor seen = image instanceof CompositeImage c && image.isComposite() ? composite(c) : single(image
			.getProcessor());
		return planar((int[]) seen.getPixels(), image.getWidth(), image.getHeight());
	}

	/**
	 * @param image any image
	 * @return how many values of its current plane (of its current channel, if it has several) are NaN or infinite; 0 for
	 *         all but 32-bit images
	 * @throws IllegalArgumentException if the image has no pixels
	 */
	public static long nonFinitePixels(final ImagePlus image) {
		check(image, "image");
		if (!(image.getProcessor() instanceof FloatProcessor f)) return 0;
		long count = 0;
		for (final float v : (float[]) f.getPixels()) if (!Float.isFinite(v)) count++;
		return count;
	}

	/**
	 * @param pixels 0xRRGGBB, the upper byte ignored
	 * @param width in pixels
	 * @param height in pixels
	 * @return the same as planar floats
	 */
	static PlanarImage planar(final int[] pixels, final int width, final int height) {
		final int plane = width * height;
		final float[] data = new float[PlanarImage.samples(new Size(width, height))];
		for (int i = 0; i < plane; i++) {
			data[i] = pixels[i] >> 16 & 0xff;
			data[plane + i] = pixels[i] >> 8 & 0xff;
			data[2 * plane + i] = pixels[i] & 0xff;
		}
		return new PlanarImage(width, height, data);
	}

	static void check(final ImagePlus image, final String what) {
		if (image == null || image.getWidth() < 1 || image.getHeight() < 1 || image.getProcessor() == null) {
			throw new IllegalArgumentException("The " + what + " has no pixels; an image of at least 1 x 1 is needed.");
		}
	}

	private static ColorProcessor single(final ImageProcessor ip) {
		return (ColorProcessor) ip.duplicate().convertToRGB();
	}

	/**
	 * ImageJ mixes the channels when it makes the image for the screen. It keeps that image, which may be older than the
	 * pixels when there is no window, so a twin on the same pixels makes a new one.
	 */
	private static ColorProcessor composite(final CompositeImage image) {
		final CompositeImage twin = twin(image);
		final BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = rgb.createGraphics();
		g.drawImage(twin.getImage(), 0, 0, null);
		g.dispose();
		return new ColorProcessor(rgb);
	}

	/** The channels at the current slice and frame, displayed alike. */
	private static CompositeImage twin(final CompositeImage image) {
		final int channels = image.getNChannels();
		final ImageStack planes = new ImageStack(image.getWidth(), image.getHeight());
		for (int c = 1; c <= channels; c++) {
			planes.addSlice(image.getStack().getProcessor(image.getStackIndex(c, image.getSlice(), image.getFrame())));
		}
		final ImagePlus plain = new ImagePlus(image.getTitle(), planes);
		plain.setDimensions(channels, 1, 1);
		final CompositeImage twin = new CompositeImage(plain, image.getMode());
		twin.setLuts(image.getLuts());
		twin.setPosition(image.getChannel(), 1, 1);
		twin.setProp(PROJECTION, image.getProp(PROJECTION));
		System.arraycopy(image.getActiveChannels(), 0, twin.getActiveChannels(), 0, twin.getActiveChannels().length);
		return twin;
	}
}
