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
 * Gives a picture the colours and the contrast of a style at every scale. Both are taken apart into Laplacian pyramids (Burt and
 * Adelson, IEEE Transactions on Communications 31, 1983), and each band of the picture goes linearly towards the mean and the
 * covariance of the three channels that the style has in the same band, by {@link ColourMatch#SYMMETRIC}; a sixteenth of the
 * picture's own covariance is added to it. Where something stands in the picture is not changed.
 */
public final class ScaleMatch {

	/** Of the picture's own contrast this stays in any case: a style that is flat at some scale does not wipe the picture out. */
	private static final double LEAST = .25;
	/** Neither side of the coarsest band is below it. */
	private static final int SMALLEST = 2;

	private ScaleMatch() {
		// no instances
	}

	/**
	 * @param picture RGB
	 * @param style RGB; one of its pixels is as large as one of the picture's
	 * @param counts which of the style's pixels count; at least one
	 * @param share how far to go, from 0 for the picture itself to 1 for the style's statistics
	 * @param between called now and then; what it throws ends the work
	 * @return a picture of the same size; not clamped
	 * @throws IllegalArgumentException if mask and style differ in size, or no pixel counts
	 */
	public static PlanarImage apply(final PlanarImage picture, final PlanarImage style, final Mask counts,
		final double share, final Runnable between)
	{
		between.run();
		if (shortest(picture) < 2 * SMALLEST || shortest(style) < 2 * SMALLEST) return band(picture, style, counts, share);
		final PlanarImage coarser = Resampling.resize(picture, picture.width() / 2, picture.height() / 2);
		final PlanarImage coarserStyle = Resampling.resize(style, style.width() / 2, style.height() / 2);
		final PlanarImage matched = apply(coarser, coarserStyle, counts.resize(coarserStyle.width(), coarserStyle.height()),
			share, between);
		between.run();
		final float[] sum = band(detail(picture, coarser), detail(style, coarserStyle), counts, share).data();
		final float[] low = Resampling.resize(matched, picture.width(), picture.height()).data();
		for (int i = 0; i < sum.length; i++) sum[i] += low[i];
		return new PlanarImage(picture.width(), picture.height(), sum);
	}

	/**
	 * @param band of a picture, for example its {@link #detail}
	 * @param style the same band of the style
	 * @param counts which of the style's pixels count; at least one
	 * @param share how far to go, 0…1
	 * @return the band with colours that went so far towards the style's mean and covariance
	 * @throws IllegalArgumentException if mask and style differ in size, or no pixel counts
	 */
	public static PlanarImage band(final PlanarImage band, final PlanarImage style, final Mask counts, final double share) {
		final ColourStatistics from = ColourStatistics.of(band);
		final ColourStatistics to = ColourStatistics.of(counts.isFull() ? style : counts.sample(style));
		final double[][] covariance = new double[PlanarImage.CHANNELS][PlanarImage.CHANNELS];
		for (int a = 0; a < covariance.length; a++) {
			for (int b = 0; b < covariance.length; b++) {
				covariance[a][b] = to.covariance()[a][b] + LEAST * LEAST * from.covariance()[a][b];
			}
		}
		return ColourMatch.towards(band, from, new ColourStatistics(to.mean(), covariance), share);
	}

	/**
	 * @param picture RGB
	 * @param coarser the same one, reduced
	 * @return what the reduced one cannot show: picture less the enlarged reduction
	 */
	public static PlanarImage detail(final PlanarImage picture, final PlanarImage coarser) {
		final float[] blurred = Resampling.resize(coarser, picture.width(), picture.height()).data();
		final float[] detail = picture.data().clone();
		for (int i = 0; i < detail.length; i++) detail[i] -= blurred[i];
		return new PlanarImage(picture.width(), picture.height(), detail);
	}

	// -- Helper methods --

	private static int shortest(final PlanarImage image) {
		return Math.min(image.width(), image.height());
	}
}
