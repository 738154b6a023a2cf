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

import io.github.styletransfer.graph.LayerWeights;
import io.github.styletransfer.network.Architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of {@link Option#CONTENT_LAYERS} or {@link Option#STYLE_LAYERS}: names, each with {@code :weight} behind it where
 * it is not 1.
 */
final class LayerList {

	private final List<String> names = new ArrayList<>();
	private final List<Double> weights = new ArrayList<>();

	/**
	 * @param option whose value it is
	 * @param text names separated by commas; none for no layers
	 * @throws IllegalArgumentException if a weight is no finite number of 0 or more, or all are 0
	 */
	LayerList(final Option option, final String text) {
		for (final String word : Arrays.stream(text.split(",")).filter(w -> !w.isEmpty()).toList()) {
			final int colon = word.lastIndexOf(':');
			names.add(colon < 0 ? word : word.substring(0, colon));
			weights.add(colon < 0 ? 1 : weight(option, text, word, word.substring(colon + 1)));
		}
		if (!names.isEmpty() && weights.stream().allMatch(w -> w == 0)) {
			throw new IllegalArgumentException(option.key() + " is \"" + text +
				"\"; at least one layer must have a weight above 0.");
		}
	}

	/** In the order of the text, those of weight 0 included. */
	List<String> names() {
		return List.copyOf(names);
	}

	/** Whether it stands for the network's own layers. */
	boolean isDefault() {
		return names.size() == 1 && names.get(0).equalsIgnoreCase(Option.DEFAULT);
	}

	/**
	 * @param architecture of the network
	 * @param perChannel whether every weight is divided by the number of the layer's channels
	 * @return the layers whose weight is above 0, with their weights
	 * @throws IllegalArgumentException if the network has no layer of some name, or one stands twice
	 */
	LayerWeights of(final Architecture architecture, final boolean perChannel) {
		architecture.inOrder(names);
		final Map<String, Double> counting = new LinkedHashMap<>();
		for (int i = 0; i < names.size(); i++) {
			final double divisor = perChannel ? architecture.channels(names.get(i)) : 1;
			if (weights.get(i) > 0) counting.put(names.get(i), weights.get(i) / divisor);
		}
		return new LayerWeights(counting);
	}

	private static double weight(final Option option, final String text, final String word, final String number) {
		try {
			final double weight = Double.parseDouble(number);
			if (weight >= 0 && weight < Double.POSITIVE_INFINITY) return weight;
		}
		catch (final NumberFormatException e) {
			// told below
		}
		throw new IllegalArgumentException(option.key() + " is \"" + text + "\"; the weight in \"" + word +
			"\" must be a finite number of 0 or more.");
	}
}
