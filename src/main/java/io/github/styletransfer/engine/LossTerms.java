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
package io.github.styletransfer.engine;

import io.github.styletransfer.graph.LayerWeights;
import io.github.styletransfer.graph.LossLayers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loss of one evaluation and what it is made of: {@code loss = content_weight · mean(content) + style_weight ·
 * mean(style) + tv_weight · total variation}, summed in double precision; the means weighted with the layers' weights, or
 * sums, as the {@link LossLayers} say. Terms are told without any weight.
 *
 * @param loss the weighted sum
 * @param content each content layer's term, as the {@link io.github.styletransfer.graph.Convention} has it
 * @param style each style layer's term
 * @param totalVariation of the image; 0 where it does not count
 */
public record LossTerms(double loss, Map<String, Double> content, Map<String, Double> style, double totalVariation) {

	/**
	 * Without total variation.
	 *
	 * @param loss the weighted sum
	 * @param content of each content layer
	 * @param style of each style layer
	 */
	public LossTerms(final double loss, final Map<String, Double> content, final Map<String, Double> style) {
		this(loss, content, style, 0);
	}

	/** Copies the maps, keeping their order. */
	public LossTerms {
		content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
		style = Collections.unmodifiableMap(new LinkedHashMap<>(style));
	}

	/**
	 * @param weight of the total variation
	 * @param variation the total variation
	 * @return these terms and that one
	 */
	public LossTerms plus(final double weight, final double variation) {
		return new LossTerms(loss + weight * variation, content, style, variation);
	}

	static LossTerms weighted(final LossLayers losses, final double contentWeight, final Map<String, Double> content,
		final double styleWeight, final Map<String, Double> style)
	{
		return new LossTerms(share(losses, contentWeight, losses.content(), content) + share(losses, styleWeight, losses
			.style(), style), content, style);
	}

	private static double share(final LossLayers losses, final double weight, final LayerWeights weights,
		final Map<String, Double> terms)
	{
		if (terms.isEmpty()) return 0;
		final double sum = terms.entrySet().stream().mapToDouble(t -> weights.of(t.getKey()) * t.getValue()).sum();
		return losses.convention().isMean() ? weight * sum / weights.total() : weight * sum;
	}
}
