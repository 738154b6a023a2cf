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
 * Pixels on each side of a picture: what mirrors it beyond its edges, or what is cut off.
 *
 * @param left pixels, 0 or more
 * @param top pixels, 0 or more
 * @param right pixels, 0 or more
 * @param bottom pixels, 0 or more
 */
public record Margin(int left, int top, int right, int bottom) {

	/** @throws IllegalArgumentException if a side is negative */
	public Margin {
		if (Math.min(Math.min(left, right), Math.min(top, bottom)) < 0) {
			throw new IllegalArgumentException("A margin of " + left + ", " + top + ", " + right + ", " + bottom +
				" pixels; none may be negative.");
		}
	}

	/**
	 * @param image any picture
	 * @return the picture with this margin, mirrored at the outermost pixels without repeating them, as often as needed
	 * @throws IllegalArgumentException if the result does not fit one array
	 */
	public PlanarImage reflect(final PlanarImage image) {
		final Size size = with(image.size());
		return new PlanarImage(size.width(), size.height(), reflect(image.data(), PlanarImage.CHANNELS, image.size(), size));
	}

	/**
	 * @param mask any mask
	 * @return the mask with this margin, mirrored as a picture is
	 * @throws IllegalArgumentException if the result does not fit one array
	 */
	public Mask reflect(final Mask mask) {
		final Size size = with(mask.size());
		return new Mask(size.width(), size.height(), reflect(mask.data(), 1, mask.size(), size));
	}

	/**
	 * @param image a picture with this margin
	 * @return a copy without it
	 * @throws IllegalArgumentException if the picture is no larger than the margin
	 */
	public PlanarImage crop(final PlanarImage image) {
		final Size size = without(image.size());
		return new PlanarImage(size.width(), size.height(), crop(image.data(), PlanarImage.CHANNELS, image.size(), size));
	}

	/**
	 * @param mask a mask with this margin
	 * @return a copy without it
	 * @throws IllegalArgumentException if the mask is no larger than the margin
	 */
	public Mask crop(final Mask mask) {
		final Size size = without(mask.size());
		return new Mask(size.width(), size.height(), crop(mask.data(), 1, mask.size(), size));
	}

	/**
	 * @param size of a picture with this margin
	 * @return its size without it
	 * @throws IllegalArgumentException if the picture is no larger than the margin
	 */
	public Size without(final Size size) {
		if ((long) left + right >= size.width() || (long) top + bottom >= size.height()) {
			throw new IllegalArgumentException("A picture of " + size + " pixels is no larger than its margin of " + left +
				", " + top + ", " + right + ", " + bottom + " pixels (left, top, right, bottom).");
		}
		return new Size(size.width() - left - right, size.height() - top - bottom);
	}

	/**
	 * @param pixels 0 or more
	 * @return the margin narrower by so many pixels on each side, at least 0
	 */
	public Margin narrower(final int pixels) {
		return new Margin(Math.max(0, left - pixels), Math.max(0, top - pixels), Math.max(0, right - pixels), Math.max(0,
			bottom - pixels));
	}

	private Size with(final Size size) {
		final Size sum = new Size(sum(size.width(), left, right), sum(size.height(), top, bottom));
		PlanarImage.samples(sum); // refuses what does not fit one array
		return sum;
	}

	private float[] reflect(final float[] from, final int channels, final Size old, final Size size) {
		final float[] data = new float[channels * (int) size.pixels()];
		final int[] columns = new int[size.width()];
		for (int x = 0; x < columns.length; x++) columns[x] = mirrored(x - left, old.width());
		for (int i = 0, c = 0; c < channels; c++) {
			for (int y = 0; y < size.height(); y++) {
				final int row = (c * old.height() + mirrored(y - top, old.height())) * old.width();
				for (final int column : columns) data[i++] = from[row + column];
			}
		}
		return data;
	}

	private float[] crop(final float[] from, final int channels, final Size old, final Size size) {
		final float[] data = new float[channels * (int) size.pixels()];
		for (int c = 0; c < channels; c++) {
			for (int y = 0; y < size.height(); y++) {
				System.arraycopy(from, (c * old.height() + y + top) * old.width() + left, data, (c * size.height() + y) * size
					.width(), size.width());
			}
		}
		return data;
	}

	private static int sum(final int side, final int before, final int after) {
		final long sum = (long) side + before + after;
		if (sum > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("A picture's side of " + side + " pixels with margins of " + before + " and " +
				after + " is too long; at most " + Integer.MAX_VALUE + " pixels are allowed.");
		}
		return (int) sum;
	}

	private static int mirrored(final int i, final int n) {
		if (n == 1) return 0;
		final int period = 2 * (n - 1);
		final int m = Math.floorMod(i, period);
		return m < n ? m : period - m;
	}
}
