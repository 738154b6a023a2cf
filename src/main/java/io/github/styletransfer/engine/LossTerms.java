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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loss of one evaluation and what it is made of: {@code loss = content_weight · mean(content) + style_weight ·
 * mean(style)}, summed in double precision.
 *
 * @param loss the weighted sum
 * @param content ½ Σ (F − P)² of each content layer
 * @param style Σ (F Fᵀ/M − A)² / (4 N²) of each style layer
 */
public record LossTerms(double loss, Map<String, Double> content, Map<String, Double> style) {

	/** Copies the maps, keeping their order. */
	public LossTerms {
		content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
		style = Collections.unmodifiableMap(new LinkedHashMap<>(style));
	}

	static LossTerms weighted(final double contentWeight, final Map<String, Double> content, final double styleWeight,
		final Map<String, Double> style)
	{
		return new LossTerms(share(contentWeight, content) + share(styleWeight, style), content, style);
	}

	private static double share(final double weight, final Map<String, Double> terms) {
		return terms.isEmpty() ? 0 : weight * terms.values().stream().mapToDouble(Double::doubleValue).sum() / terms.size();
	}
}
