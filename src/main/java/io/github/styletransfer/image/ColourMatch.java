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

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How a style is given the colours of a content before the transfer (Gatys et al., arXiv:1606.05897). The linear
 * ways map each colour s to A (s − mean of the style) + mean of the content, with A Σs Aᵀ = Σc for the covariances Σs and
 * Σc, and differ in which of the many such A they take; all is done in double precision. Where the style does not vary,
 * nothing can be stretched: a direction in which its variance is below that of rounding to 8 bits gets no variance at all, so that a
 * grey style keeps to a line through the content's colours, and a constant one becomes the content's mean.
 */
public enum ColourMatch {

	/** The style keeps its colours. */
	NONE,

	/** The histogram of each channel becomes the content's; see {@link HistogramMatch}. */
	HISTOGRAM,

	/** A = Lc Ls⁻¹ with the Cholesky factors Σ = L Lᵀ: red goes with red alone, green with both, blue with all. */
	CHOLESKY,

	/** A = Σc^½ Σs^−½, roots taken along the principal axes: the form of image analogies, which the paper takes too. */
	PCA,

	/** A = Σs^−½ (Σs^½ Σc Σs^½)^½ Σs^−½: the only symmetric A, which changes the colours least. */
	SYMMETRIC;

	/** The variance that rounding to whole grey levels has by itself: a twelfth. */
	static final double ROUNDING = 1. / 12;
	/** Of the content, which is not divided by: a pivot below it is rounding of double precision. */
	private static final double NOTHING = 1e-9;

	/**
	 * @param style RGB
	 * @param counts which of its pixels count
	 * @param content whose colours are wanted, in any arrangement of pixels
	 * @return the style with those colours; not clamped, so that mean and covariance of what counts are the content's
	 * @throws IllegalArgumentException if mask and style differ in size, or no pixel counts
	 */
	public PlanarImage apply(final PlanarImage style, final Mask counts, final PlanarImage content) {
		if (this == NONE) return style;
		if (this == HISTOGRAM) return HistogramMatch.apply(style, counts, content);
		final ColourStatistics from = ColourStatistics.of(counts.sample(style));
		final ColourStatistics to = ColourStatistics.of(content);
		return linear(style, matrix(from.covariance(), to.covariance()), from.mean(), to.mean());
	}

	/** @return A */
	double[][] matrix(final double[][] style, final double[][] content) {
		if (this == CHOLESKY) {
			return Symmetric.times(Symmetric.cholesky(content, NOTHING), Symmetric.inverseOfLower(Symmetric.cholesky(style,
				ROUNDING)));
		}
		final DoubleUnaryOperator inverseRoot = v -> v < ROUNDING ? 0 : 1 / Math.sqrt(v);
		final double[][] inverse = Symmetric.function(style, inverseRoot);
		if (this == PCA) return Symmetric.times(Symmetric.function(content, Math::sqrt), inverse);
		final double[][] root = Symmetric.function(style, v -> v < ROUNDING ? 0 : Math.sqrt(v));
		final double[][] middle = Symmetric.function(Symmetric.times(root, Symmetric.times(content, root)), Math::sqrt);
		return Symmetric.times(inverse, Symmetric.times(middle, inverse));
	}

	/**
	 * Goes linearly from some statistics to others, as {@link #SYMMETRIC} does.
	 *
	 * @param share how far, 0…1
	 * @return the image's colours, so changed; not clamped
	 */
	static PlanarImage towards(final PlanarImage image, final ColourStatistics from, final ColourStatistics to,
		final double share)
	{
		final double[][] a = SYMMETRIC.matrix(from.covariance(), to.covariance());
		final double[] mean = new double[a.length];
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < a.length; j++) a[i][j] = share * a[i][j] + (i == j ? 1 - share : 0);
			mean[i] = from.mean()[i] + share * (to.mean()[i] - from.mean()[i]);
		}
		return linear(image, a, from.mean(), mean);
	}

	private static PlanarImage linear(final PlanarImage style, final double[][] a, final double[] from,
		final double[] to)
	{
		final int plane = style.plane();
		final float[] s = style.data();
		final float[] matched = new float[s.length];
		IntStream.range(0, style.height()).parallel().forEach(y -> {
			for (int i = y * style.width(); i < (y + 1) * style.width(); i++) {
				final double red = s[i] - from[0];
				final double green = s[plane + i] - from[1];
				final double blue = s[2 * plane + i] - from[2];
				for (int c = 0; c < PlanarImage.CHANNELS; c++) {
					matched[c * plane + i] = (float) (a[c][0] * red + a[c][1] * green + a[c][2] * blue + to[c]);
				}
			}
		});
		return new PlanarImage(style.width(), style.height(), matched);
	}
}
