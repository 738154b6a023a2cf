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
package io.github.styletransfer.graph;

/**
 * Whose formulas the losses follow. F [C, M] is a layer's activation, G = F Fᵀ / M its Gram matrix and μ its mean over
 * positions; P, A and ν are the targets. In each convention the loss that is minimised is the one that is told, and its
 * gradient is exact.
 */
public enum Convention {

	/**
	 * Gatys, Ecker and Bethge, arXiv:1508.06576: content ½ Σ (F − P)², style Σ (G − A)² / (4 C²); each loss is the weighted
	 * mean over its layers.
	 */
	PAPER,

	/**
	 * jcjohnson's neural-style and its successors: content Σ (F − P)² / (C M), style Σ (G − A)² / C⁴, which is the mean of
	 * the squared differences of F Fᵀ / (C M); each loss is the weighted sum over its layers. The network sees the image in
	 * 0…256.
	 */
	JCJOHNSON,

	/**
	 * crowsonkb's style-transfer-pytorch: content Σ (F − P)² / (C M); style (|μ − ν|² + tr(Σ + T − 2 (T^½ Σ T^½)^½)) / C
	 * with the covariances Σ = G − μ μᵀ + 10⁻⁴ I and T likewise, their roots by twelve steps of Newton and Schulz (of
	 * Gaussians it would be the squared Wasserstein-2 distance); each loss is the weighted mean over its layers. Pooling
	 * steps multiply by a factor: the maximum by 1, the mean by 2, the root of the sum of squares by 0.78.
	 */
	CROWSONKB;

	/** @return whether a loss is the weighted mean over its layers; else it is their weighted sum */
	public boolean isMean() {
		return this != JCJOHNSON;
	}

	/** @return whether style targets are means and Gram matrices; else they are Gram matrices alone */
	public boolean hasMeans() {
		return this == CROWSONKB;
	}

	/** @return what 255 is to the network before it subtracts its mean, over 255 */
	double imageScale() {
		return this == JCJOHNSON ? 256. / 255 : 1;
	}

	/** @return what a step that pools the windows of some side is multiplied by */
	double poolingFactor(final Pooling pooling, final int side) {
		if (this != CROWSONKB || pooling == Pooling.MAX) return 1;
		return pooling == Pooling.AVERAGE ? 2 : .78 * side; // of the root of the sum; Pooling.L2 has the root of the mean
	}

	/** @return the factor of Σ (F − P)²; to be divided by M unless it {@link #isPaper} */
	double contentFactor(final int channels) {
		return isPaper() ? .5 : 1. / channels;
	}

	/** @return the factor of Σ (G − A)² */
	double gramFactor(final int channels) {
		final double square = (double) channels * channels;
		return isPaper() ? 1 / (4 * square) : 1 / (square * square);
	}

	boolean isPaper() {
		return this == PAPER;
	}

	/** @return the formula of a content layer's term, for the doc strings of a graph */
	String contentFormula() {
		return isPaper() ? "1/2 sum (F - target)^2" : "sum (F - target)^2 / (N M)";
	}

	/** @return the formula of a style layer's term */
	String styleFormula() {
		return switch (this) {
			case PAPER -> "sum (F F^T / M - gram)^2 / (4 N^2)";
			case JCJOHNSON -> "sum (F F^T / M - gram)^2 / N^4";
			case CROWSONKB -> "(|m - mean|^2 + tr(C + T - 2 sqrt(root C root))) / N, m = F 1 / M, C = F F^T / M - m m^T + " +
				"1e-4 I, T = gram - mean mean^T + 1e-4 I, root = sqrt(T), roots by 12 steps of Newton and Schulz";
		};
	}
}
