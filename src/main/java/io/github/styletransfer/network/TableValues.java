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
package io.github.styletransfer.network;

import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;

/** What a table's values are, layer by layer from the image on. */
final class TableValues {

	/** Sides of images for which the inputs of a concatenation are compared; more than any stride. */
	private static final int IMAGE_SIDES = 128;

	private TableValues() {
		// no instances
	}

	/** The channels of the image and of each layer. */
	static Map<String, Integer> channels(final List<Layer> layers) {
		return walk(layers, 3, (layer, found) -> layer.channels(layer.inputs().stream().mapToInt(found::get).sum()));
	}

	/** How many pixels of the image one step spans, in the image and at each layer. */
	static Map<String, Integer> strides(final List<Layer> layers) {
		return walk(layers, 1, (layer, found) -> layer.stride() * found.get(layer.inputs().get(0)));
	}

	/** Rows (or columns) of an image and of each layer; 0 where nothing is left. */
	static Map<String, Integer> sides(final List<Layer> layers, final int imageSide) {
		return walk(layers, imageSide, (layer, found) -> layer.outputSide(found.get(layer.inputs().get(0))));
	}

	/** @throws IllegalArgumentException as {@link Architecture}'s constructor says */
	static void check(final String network, final List<Layer> layers) {
		for (int i = 0; i < layers.size(); i++) {
			final Layer layer = layers.get(i);
			final Map<String, Integer> before = strides(layers.subList(0, i));
			if (before.containsKey(layer.name())) {
				throw new IllegalArgumentException("Two values of " + network + " are named " + layer.name() + ".");
			}
			for (final String input : layer.inputs()) {
				if (!before.containsKey(input)) {
					throw new IllegalArgumentException("Layer " + layer.name() + " of " + network + " takes " + input +
						", which is neither the image nor a layer before it.");
				}
			}
			if (layer instanceof Convolution c) checkChannels(network, c, channels(layers.subList(0, i)).get(c.input()));
			if (layer instanceof Concatenation c) checkSides(network, c, layers.subList(0, i));
		}
	}

	private static void checkSides(final String network, final Concatenation c, final List<Layer> before) {
		for (int imageSide = 1; imageSide <= IMAGE_SIDES; imageSide++) {
			final Map<String, Integer> sides = sides(before, imageSide);
			if (c.inputs().stream().map(sides::get).distinct().count() > 1) {
				throw new IllegalArgumentException("Layer " + c.name() + " of " + network + " concatenates values of " + c
					.inputs().stream().map(i -> sides.get(i).toString()).collect(Collectors.joining(", ")) +
					" rows for an image of " + imageSide + "; they must be equal.");
			}
		}
	}

	private static void checkChannels(final String network, final Convolution c, final int given) {
		if (c.inputChannels() != given) {
			throw new IllegalArgumentException("Layer " + c.name() + " of " + network + " takes " + c.inputChannels() +
				" channels, but " + c.input() + " gives " + given + ".");
		}
	}

	private static Map<String, Integer> walk(final List<Layer> layers, final int ofImage,
		final ToIntBiFunction<Layer, Map<String, Integer>> step)
	{
		final Map<String, Integer> found = new HashMap<>(Map.of(Layer.IMAGE, ofImage));
		layers.forEach(l -> found.put(l.name(), step.applyAsInt(l, found)));
		return found;
	}
}
