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

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers that a loss looks at, and how much each counts. Immutable.
 *
 * @param weights of the layers by name, each above 0; in any order
 * @param total what a weighted mean divides by: the sum of the weights that were asked for
 */
public record LayerWeights(Map<String, Double> weights, double total) {

	/**
	 * Copies the map, keeping its order.
	 *
	 * @throws IllegalArgumentException if a weight is not a finite number above 0
	 */
	public LayerWeights {
		weights.forEach((layer, w) -> {
			if (!(w > 0 && w < Double.POSITIVE_INFINITY)) {
				throw new IllegalArgumentException("The weight of layer " + layer + " is " + w +
					"; it must be a finite number above 0.");
			}
		});
		weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
	}

	/** @param weights of the layers by name, each above 0; their sum is the total */
	public LayerWeights(final Map<String, Double> weights) {
		this(weights, weights.values().stream().mapToDouble(Double::doubleValue).sum());
	}

	/**
	 * @param layers names, each once
	 * @return them with a weight of 1 each
	 */
	public static LayerWeights equal(final List<String> layers) {
		final Map<String, Double> weights = new LinkedHashMap<>();
		layers.forEach(l -> weights.put(l, 1.));
		return new LayerWeights(weights);
	}

	/** @return the names */
	public List<String> layers() {
		return List.copyOf(weights.keySet());
	}

	/**
	 * @param layer one of these
	 * @return its weight
	 */
	public double of(final String layer) {
		return weights.get(layer);
	}

	/**
	 * @param layers some of these, in the order that is wanted
	 * @return them alone, with their weights; the total is the sum of theirs
	 */
	public LayerWeights only(final Collection<String> layers) {
		return new LayerWeights(picked(layers));
	}

	/** The same layers, with the same total. */
	LayerWeights inOrder(final Collection<String> layers) {
		return new LayerWeights(picked(layers), total);
	}

	/** With every weight divided by its layer's number, and the same total. */
	LayerWeights dividedBy(final Map<String, Double> numbers) {
		final Map<String, Double> divided = new LinkedHashMap<>();
		weights.forEach((layer, w) -> divided.put(layer, w / numbers.get(layer)));
		return new LayerWeights(divided, total);
	}

	/** Whether all weights are 1, so that nothing needs multiplying. */
	boolean areOnes() {
		return weights.values().stream().allMatch(w -> w == 1);
	}

	private Map<String, Double> picked(final Collection<String> layers) {
		final Map<String, Double> some = new LinkedHashMap<>();
		layers.forEach(l -> some.put(l, weights.get(l)));
		return some;
	}
}
