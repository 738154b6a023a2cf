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
