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

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import io.github.styletransfer.image.Mask;

import java.awt.Rectangle;
import java.util.Optional;

/** The area selection of an image. As for ImageJ's own filters, a line or a point selects nothing. */
final class Selection {

	private Selection() {
		// no instances
	}

	/**
	 * @param image any image; not changed
	 * @return what its area selection contains, of the image's size; nothing if it has none
	 * @throws IllegalArgumentException if the selection contains no pixel of the image
	 */
	static Optional<Mask> of(final ImagePlus image) {
		final Roi roi = image.getRoi();
		if (roi == null || !roi.isArea()) return Optional.empty();
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		if (roi.getBounds().isEmpty()) throw empty(image);
		if (!roi.getBounds().intersects(all)) {
			throw new IllegalArgumentException("The selection (" + describe(roi) + ") lies outside of the image \"" + image
				.getTitle() + "\" of " + image.getWidth() + " x " + image.getHeight() +
				" pixels; move it, or choose region=whole.");
		}
		final ByteProcessor drawn = new ByteProcessor(all.width, all.height);
		drawn.setValue(255);
		drawn.fill(roi);
		final float[] values = new float[drawn.getPixelCount()];
		for (int i = 0; i < values.length; i++) values[i] = drawn.get(i) == 0 ? 0 : 1;
		final Mask mask = new Mask(all.width, all.height, values);
		if (mask.isEmpty()) throw empty(image);
		return Optional.of(mask);
	}

	/**
	 * @param image with an area selection
	 * @return its kind and bounds
	 */
	static String describe(final ImagePlus image) {
		return describe(image.getRoi());
	}

	private static String describe(final Roi roi) {
		final Rectangle r = roi.getBounds();
		return roi.getTypeAsString() + ", " + r.width + " x " + r.height + " at " + r.x + ", " + r.y;
	}

	private static IllegalArgumentException empty(final ImagePlus image) {
		return new IllegalArgumentException("The selection of the image \"" + image.getTitle() +
			"\" contains no pixel; select an area, or choose region=whole.");
	}
}
