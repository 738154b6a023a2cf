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

/** Luminance as television has it: Y = 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). */
public final class Luminance {

	private static final double RED = .299;
	private static final double GREEN = .587;
	private static final double BLUE = .114;

	private Luminance() {
		// no instances
	}

	/**
	 * @param red of a pixel
	 * @param green of a pixel
	 * @param blue of a pixel
	 * @return its luminance, on the same scale
	 */
	public static double of(final double red, final double green, final double blue) {
		return RED * red + GREEN * green + BLUE * blue;
	}

	/**
	 * @param image RGB
	 * @return its luminance, [H, W]
	 */
	public static float[] of(final PlanarImage image) {
		final int plane = image.plane();
		final float[] d = image.data();
		final float[] y = new float[plane];
		for (int i = 0; i < plane; i++) y[i] = (float) of(d[i], d[plane + i], d[2 * plane + i]);
		return y;
	}

	/**
	 * @param image RGB
	 * @return the same image without its colours: three equal channels
	 */
	public static PlanarImage grey(final PlanarImage image) {
		return grey(image.size(), of(image));
	}

	/**
	 * @param size of the image
	 * @param luminance [H, W]
	 * @return an image of three equal channels
	 */
	static PlanarImage grey(final Size size, final float[] luminance) {
		final float[] data = new float[PlanarImage.samples(size)];
		for (int c = 0; c < PlanarImage.CHANNELS; c++) {
			System.arraycopy(luminance, 0, data, c * luminance.length, luminance.length);
		}
		return new PlanarImage(size.width(), size.height(), data);
	}

	/**
	 * Gives a grey image the mean and the standard deviation of another one's luminance, as Gatys et al. do before they
	 * transfer luminance alone (arXiv:1606.05897).
	 *
	 * @param style any image; its luminance is taken
	 * @param counts which of its pixels the mean and deviation are taken from
	 * @param content whose luminance gives mean and deviation, in any arrangement of pixels
	 * @return the style's luminance, moved and stretched, in three equal channels; not clamped. A style that varies by less than
	 *         rounding does ({@link ColourMatch#ROUNDING}) is moved only
	 * @throws IllegalArgumentException if mask and style differ in size, or no pixel counts
	 */
	public static PlanarImage match(final PlanarImage style, final Mask counts, final PlanarImage content) {
		final PlanarImage grey = grey(style);
		final ColourStatistics from = ColourStatistics.of(counts.sample(grey));
		final ColourStatistics to = ColourStatistics.of(grey(content));
		final double variance = from.covariance()[0][0];
		final double scale = variance < ColourMatch.ROUNDING ? 1 : Math.sqrt(to.covariance()[0][0] / variance);
		final float[] data = grey.data().clone();
		for (int i = 0; i < data.length; i++) data[i] = (float) (scale * (data[i] - from.mean()[0]) + to.mean()[0]);
		return new PlanarImage(style.width(), style.height(), data);
	}
}
