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
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What this software writes into a safetensors file's metadata, so that it needs nothing else when it reads it. */
final class SafetensorsMetadata {

	private static final String ORIGIN = "origin";
	private static final String ORDER = "input_order";
	private static final String MEANS = "input_means";
	private static final String SCALES = "input_scales";

	private SafetensorsMetadata() {
		// no instances
	}

	/** @return network, origin, source, its checksum and the preprocessing, sorted by their keys */
	static Map<String, String> of(final Weights weights) {
		final Preprocessing p = weights.preprocessing();
		final Map<String, String> metadata = new TreeMap<>();
		metadata.put("network", weights.architecture().name());
		metadata.put(ORIGIN, weights.origin().key());
		metadata.put(ORDER, p.bgr() ? "bgr" : "rgb");
		metadata.put(MEANS, text(p.mean()));
		metadata.put(SCALES, text(p.scale()));
		metadata.put("source", weights.source());
		metadata.put("source_sha256", weights.sha256());
		return metadata;
	}

	/** @return the origin that the metadata name, empty if they name no known one */
	static Optional<Origin> origin(final TensorFile file) {
		final String key = file.metadata().get(ORIGIN);
		return Arrays.stream(Origin.values()).filter(o -> o.key().equals(key)).findFirst();
	}

	/**
	 * @return the preprocessing that the metadata of weights of other origin tell, empty if they tell none
	 * @throws WeightsException if it makes no sense
	 */
	static Optional<Preprocessing> preprocessing(final TensorFile file) {
		final Map<String, String> m = file.metadata();
		final boolean told = m.keySet().containsAll(List.of(ORDER, MEANS, SCALES));
		if (!told || !Origin.OTHER.key().equals(m.get(ORIGIN))) return Optional.empty();
		try {
			return Optional.of(new Preprocessing(Origin.OTHER.key(), m.get(ORDER).equals("bgr"), numbers(m.get(MEANS)),
				numbers(m.get(SCALES))));
		}
		catch (final IllegalArgumentException e) {
			throw new WeightsException("The weights " + file.source() +
				" are damaged: their metadata tell no preprocessing (" + e.getMessage() + ").", e);
		}
	}

	private static String text(final float[] numbers) {
		final StringJoiner text = new StringJoiner(",");
		for (final float n : numbers) text.add(Float.toString(n));
		return text.toString();
	}

	private static float[] numbers(final String text) {
		final double[] numbers = Arrays.stream(text.split(",")).mapToDouble(Float::parseFloat).toArray();
		final float[] floats = new float[numbers.length];
		for (int i = 0; i < floats.length; i++) floats[i] = (float) numbers[i];
		return floats;
	}
}
