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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that decides about a picture, apart from the two images and the weights. Immutable; {@link Option} says what
 * each value means.
 *
 * @param outputSize longest side in pixels, 0 for the content's size
 * @param strokeSize longest side of the coarsest level in pixels
 * @param iterations at the coarsest level
 * @param contentWeight α
 * @param styleWeight β
 * @param contentLayers names of layers; {@link Option#DEFAULT} alone for the network's own
 * @param styleLayers names of layers; {@link Option#DEFAULT} alone for the network's own
 * @param pooling of the network
 * @param initialisation what the optimisation starts from
 * @param seed of the noise
 * @param threads 0 for one on each physical core
 * @param fineLevels which layers the levels behind the coarsest one look at
 */
public record Settings(int outputSize, int strokeSize, int iterations, double contentWeight, double styleWeight,
	List<String> contentLayers, List<String> styleLayers, Pooling pooling, Initialisation initialisation, int seed,
	int threads, FineLevels fineLevels)
{

	/** @throws IllegalArgumentException if a number is out of its option's range, or nothing is left to optimise */
	public Settings {
		contentLayers = List.copyOf(contentLayers);
		styleLayers = List.copyOf(styleLayers);
		check(Option.OUTPUT_SIZE, outputSize);
		check(Option.STROKE_SIZE, strokeSize);
		check(Option.ITERATIONS, iterations);
		check(Option.CONTENT_WEIGHT, contentWeight);
		check(Option.STYLE_WEIGHT, styleWeight);
		check(Option.SEED, seed);
		check(Option.THREADS, threads);
		if ((contentWeight == 0 || contentLayers.isEmpty()) && (styleWeight == 0 || styleLayers.isEmpty())) {
			throw new IllegalArgumentException("content_weight is " + contentWeight + " with " + contentLayers.size() +
				" content layers and style_weight is " + styleWeight + " with " + styleLayers.size() +
				" style layers; at least one pair must have a weight above 0 and a layer.");
		}
	}

	/** @return every option at its default */
	public static Settings defaults() {
		return parse(Map.of());
	}

	/**
	 * @param values by option, as text; missing ones are at their default, those that are no settings are left alone
	 * @return the settings
	 * @throws IllegalArgumentException if a value is not accepted; the sentence names it
	 */
	public static Settings parse(final Map<Option, String> values) {
		return new Settings(integer(values, Option.OUTPUT_SIZE), integer(values, Option.STROKE_SIZE), integer(values,
			Option.ITERATIONS), number(values, Option.CONTENT_WEIGHT), number(values, Option.STYLE_WEIGHT), layers(values,
				Option.CONTENT_LAYERS), layers(values, Option.STYLE_LAYERS), Pooling.valueOf(choice(values, Option.POOLING)),
			Initialisation.valueOf(choice(values, Option.INITIALISATION)), integer(values, Option.SEED), integer(values,
				Option.THREADS), FineLevels.valueOf(choice(values, Option.FINE_LEVELS)));
	}

	/** @return every setting as text, in the order of {@link Option}; {@link #parse} makes the same settings of it */
	public Map<Option, String> toMap() {
		final Map<Option, String> map = new LinkedHashMap<>();
		map.put(Option.OUTPUT_SIZE, Integer.toString(outputSize));
		map.put(Option.STROKE_SIZE, Integer.toString(strokeSize));
		map.put(Option.ITERATIONS, Integer.toString(iterations));
		map.put(Option.CONTENT_WEIGHT, Double.toString(contentWeight));
		map.put(Option.STYLE_WEIGHT, Double.toString(styleWeight));
		map.put(Option.CONTENT_LAYERS, String.join(",", contentLayers));
		map.put(Option.STYLE_LAYERS, String.join(",", styleLayers));
		map.put(Option.POOLING, pooling.name().toLowerCase(Locale.ROOT));
		map.put(Option.INITIALISATION, initialisation.name().toLowerCase(Locale.ROOT));
		map.put(Option.SEED, Integer.toString(seed));
		map.put(Option.THREADS, Integer.toString(threads));
		map.put(Option.FINE_LEVELS, fineLevels.name().toLowerCase(Locale.ROOT));
		return map;
	}

	/**
	 * @param longestSide of the result in pixels
	 * @return the same settings with another output size
	 */
	public Settings withOutputSize(final int longestSide) {
		return new Settings(longestSide, strokeSize, iterations, contentWeight, styleWeight, contentLayers, styleLayers,
			pooling, initialisation, seed, threads, fineLevels);
	}

	/**
	 * @param architecture of the network
	 * @return the same settings with the names of the network's own layers where they say {@link Option#DEFAULT}
	 */
	public Settings resolved(final Architecture architecture) {
		return new Settings(outputSize, strokeSize, iterations, contentWeight, styleWeight, resolved(contentLayers,
			architecture.contentLayers()), resolved(styleLayers, architecture.styleLayers()), pooling, initialisation, seed,
			threads, fineLevels);
	}

	/**
	 * @param architecture of the network
	 * @return the layers that the losses look at; those of a loss with weight 0 are left out, because they cannot matter
	 * @throws IllegalArgumentException if the network has no layer of some name, or one stands twice
	 */
	public LossLayers lossLayers(final Architecture architecture) {
		final Settings resolved = resolved(architecture);
		final LossLayers all = new LossLayers(architecture, resolved.contentLayers, resolved.styleLayers, pooling);
		return new LossLayers(architecture, contentWeight == 0 ? List.of() : all.contentLayers(), styleWeight == 0 ? List
			.of() : all.styleLayers(), pooling);
	}

	// -- Helper methods --

	private static void check(final Option option, final double value) {
		if (!(value >= option.minimum() && value <= option.maximum())) throw option.refused(Double.toString(value));
	}

	private static List<String> resolved(final List<String> layers, final List<String> networks) {
		return layers.size() == 1 && layers.get(0).equalsIgnoreCase(Option.DEFAULT) ? networks : layers;
	}

	private static String text(final Map<Option, String> values, final Option option) {
		return values.getOrDefault(option, option.defaultValue());
	}

	private static int integer(final Map<Option, String> values, final Option option) {
		return (int) option.parseNumber(text(values, option));
	}

	private static double number(final Map<Option, String> values, final Option option) {
		return option.parseNumber(text(values, option));
	}

	private static String choice(final Map<Option, String> values, final Option option) {
		return option.parseChoice(text(values, option)).toUpperCase(Locale.ROOT);
	}

	private static List<String> layers(final Map<Option, String> values, final Option option) {
		return Arrays.stream(text(values, option).split("[,;\\s]+")).filter(l -> !l.isEmpty()).toList();
	}
}
