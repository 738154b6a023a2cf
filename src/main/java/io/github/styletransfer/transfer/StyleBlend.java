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
package io.github.styletransfer.transfer;

import java.util.Arrays;

/** The value of {@link Option#STYLE_BLEND}: how much each of several styles counts. */
final class StyleBlend {

	private StyleBlend() {
		// no instances
	}

	/**
	 * @param text numbers separated by commas; empty if every style counts alike
	 * @return the weights, at least one above 0, or none
	 * @throws IllegalArgumentException if a weight is no finite number of 0 or more, or all are 0
	 */
	static double[] parse(final String text) {
		final String[] words = Arrays.stream(text.split(",")).filter(w -> !w.isEmpty()).toArray(String[]::new);
		final double[] weights = new double[words.length];
		for (int i = 0; i < words.length; i++) {
			try {
				weights[i] = Double.parseDouble(words[i]);
			}
			catch (final NumberFormatException e) {
				throw Option.STYLE_BLEND.refused(text);
			}
			if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) throw Option.STYLE_BLEND.refused(text);
		}
		if (words.length > 0 && Arrays.stream(weights).allMatch(w -> w == 0)) {
			throw new IllegalArgumentException("style_blend is \"" + text + "\"; at least one style must count more than 0.");
		}
		return weights;
	}

	/**
	 * @param weights from {@link #parse}
	 * @param styles how many there are, at least one
	 * @return the share of each; they sum to 1
	 * @throws IllegalArgumentException if there is a weight for more or fewer styles
	 */
	static double[] shares(final double[] weights, final int styles) {
		final double[] shares = weights.length == 0 ? new double[styles] : weights.clone();
		if (weights.length == 0) Arrays.fill(shares, 1);
		if (shares.length != styles) {
			throw new IllegalArgumentException("style_blend has " + shares.length + " numbers for " + styles +
				" styles; there must be one for each.");
		}
		final double sum = Arrays.stream(shares).sum();
		for (int i = 0; i < styles; i++) shares[i] /= sum;
		return shares;
	}
}
