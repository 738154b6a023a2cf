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

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/** An RGB image, or a grey one, as ImgLib2 has it; a class of its own, so that plain ImageJ needs no ImgLib2. */
public final class ArgbImg {

	private ArgbImg() {
		// no instances
	}

	/**
	 * @param rgb an RGB image
	 * @return an image on the very same array: what changes in one changes in the other
	 * @throws IllegalArgumentException if it is no RGB image
	 */
	public static Img<ARGBType> of(final ImagePlus rgb) {
		if (rgb.getProcessor() == null || !(rgb.getProcessor().getPixels() instanceof int[] pixels)) {
			throw new IllegalArgumentException("The image \"" + rgb.getTitle() + "\" has " + rgb.getBitDepth() +
				" bits a pixel; an RGB image is needed.");
		}
		return ArrayImgs.argbs(pixels, rgb.getWidth(), rgb.getHeight());
	}

	/**
	 * @param image of a single plane, of any type
	 * @return an image on the very same array, of ARGBType, UnsignedByteType, UnsignedShortType or FloatType
	 * @throws IllegalArgumentException if it has no pixels
	 */
	public static Img<?> ofAnyType(final ImagePlus image) {
		DisplayedPlane.check(image, "image \"" + image.getTitle() + "\"");
		final int width = image.getWidth();
		final int height = image.getHeight();
		final Object pixels = image.getProcessor().getPixels();
		if (pixels instanceof byte[] b) return ArrayImgs.unsignedBytes(b, width, height);
		if (pixels instanceof short[] s) return ArrayImgs.unsignedShorts(s, width, height);
		if (pixels instanceof float[] f) return ArrayImgs.floats(f, width, height);
		return of(image);
	}
}
