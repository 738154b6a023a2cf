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
 * Width and height of a picture.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Size(int width, int height) {

	/** @throws IllegalArgumentException if a side is below 1 */
	public Size {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("A picture of " + width + " x " + height +
				" pixels is empty; both sides must be at least 1.");
		}
	}

	/**
	 * @param width of a picture
	 * @param height of a picture
	 * @param longest what its longest side shall be, at least 1
	 * @return the size with the same aspect, the shorter side rounded and at least 1
	 * @throws IllegalArgumentException if a side is below 1
	 */
	public static Size ofLongestSide(final int width, final int height, final int longest) {
		if (longest < 1) {
			throw new IllegalArgumentException("A longest side of " + longest + " pixels was asked for; at least 1 is needed.");
		}
		final double scale = (double) longest / new Size(width, height).longest();
		return new Size(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
	}

	/** @return the longer side, in pixels */
	public int longest() {
		return Math.max(width, height);
	}

	/** @return the number of pixels */
	public long pixels() {
		return (long) width * height;
	}

	@Override
	public String toString() {
		return width + " x " + height;
	}
}
