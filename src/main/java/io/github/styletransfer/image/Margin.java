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
 * Pixels around a picture that mirror it at its edges.
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
		final Size size = new Size(sum(image.width(), left, right), sum(image.height(), top, bottom));
		final float[] data = new float[PlanarImage.samples(size)];
		final int[] columns = new int[size.width()];
		for (int x = 0; x < columns.length; x++) columns[x] = mirrored(x - left, image.width());
		for (int i = 0, c = 0; c < PlanarImage.CHANNELS; c++) {
			for (int y = 0; y < size.height(); y++) {
				final int row = c * image.plane() + mirrored(y - top, image.height()) * image.width();
				for (final int column : columns) data[i++] = image.data()[row + column];
			}
		}
		return new PlanarImage(size.width(), size.height(), data);
	}

	/**
	 * @param image a picture with this margin
	 * @return a copy without it
	 * @throws IllegalArgumentException if the picture is no larger than the margin
	 */
	public PlanarImage crop(final PlanarImage image) {
		if ((long) left + right >= image.width() || (long) top + bottom >= image.height()) {
			throw new IllegalArgumentException("A picture of " + image.size() + " pixels is no larger than its margin of " +
				left + ", " + top + ", " + right + ", " + bottom + " pixels (left, top, right, bottom).");
		}
		final Size size = new Size(image.width() - left - right, image.height() - top - bottom);
		final float[] data = new float[PlanarImage.samples(size)];
		for (int c = 0; c < PlanarImage.CHANNELS; c++) {
			for (int y = 0; y < size.height(); y++) {
				System.arraycopy(image.data(), c * image.plane() + (y + top) * image.width() + left, data, (c * size.height() +
					y) * size.width(), size.width());
			}
		}
		return new PlanarImage(size.width(), size.height(), data);
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
