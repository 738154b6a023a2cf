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

/**
 * An RGB picture as planar floats: all of red, then green, then blue, each row by row.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param data [3, H, W], 0…255 where it is to be seen, values outside are allowed; shared, not copied
 */
public record PlanarImage(int width, int height, float[] data) {

	/** Red, green and blue. */
	public static final int CHANNELS = 3;
	/** Java's virtual machines refuse arrays of the last few lengths below 2^31. */
	private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

	/** @throws IllegalArgumentException if a side is below 1 or the data are not 3·width·height values */
	public PlanarImage {
		if (data.length != samples(new Size(width, height))) {
			throw new IllegalArgumentException("A picture of " + width + " x " + height + " pixels with " + data.length +
				" values; three times its pixels are needed.");
		}
	}

	/**
	 * @param size of a picture
	 * @return how many values it has
	 * @throws IllegalArgumentException if they do not fit one array
	 */
	public static int samples(final Size size) {
		final long most = LONGEST_ARRAY / CHANNELS; // compared before the product, which need not fit a long
		if (size.pixels() > most) {
			throw new IllegalArgumentException("A picture of " + size + " pixels is too large; at most " + most +
				" pixels (26754 x 26754) fit.");
		}
		return CHANNELS * (int) size.pixels();
	}

	/** @return width and height */
	public Size size() {
		return new Size(width, height);
	}

	/** @return a copy with every value in 0…255; NaN becomes 0 */
	public PlanarImage clamped() {
		final float[] clamped = new float[data.length];
		for (int i = 0; i < clamped.length; i++) clamped[i] = data[i] > 0 ? Math.min(255, data[i]) : 0;
		return new PlanarImage(width, height, clamped);
	}

	/** @return the number of pixels of one channel */
	public int plane() {
		return width * height;
	}
}
