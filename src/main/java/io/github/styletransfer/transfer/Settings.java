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
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that decides about a picture, apart from the images and the weights: a value for each of {@link Option#SETTINGS},
 * checked. Immutable; {@link Option} says what each value means.
 */
public final class Settings {

	private static final Settings DEFAULTS = parse(Map.of());

	private final Map<Option, String> values;

	private Settings(final Map<Option, String> values) {
		this.values = values;
	}

	/** @return every option at its default */
	public static Settings defaults() {
		return DEFAULTS;
	}

	/**
	 * @param values by option, as text; missing ones are what the preset among them gives, those that are no settings are
	 *          left alone
	 * @return the settings
	 * @throws IllegalArgumentException if a value is not accepted, or nothing is left to optimise; the sentence names it
	 */
	public static Settings parse(final Map<Option, String> values) {
		final Map<Option, String> checked = new EnumMap<>(Option.class);
		final Preset preset = Preset.of(values);
		for (final Option o : Option.SETTINGS) checked.put(o, o.canonical(values.getOrDefault(o, preset.value(o))));
		final Settings settings = new Settings(checked);
		settings.checkThatSomethingIsOptimised();
		return settings;
	}

	/**
	 * @param option one of {@link Option#SETTINGS}
	 * @param value as text
	 * @return the same settings with another value of it
	 * @throws IllegalArgumentException if it is not accepted
	 */
	public Settings with(final Option option, final String value) {
		final Map<Option, String> changed = new EnumMap<>(values);
		changed.put(option, value);
		return parse(changed);
	}

	/** @return longest side of the result in pixels, 0 for the content's size */
	public int outputSize() {
		return integer(Option.OUTPUT_SIZE);
	}

	/** @return longest side of the coarsest level in pixels */
	public int strokeSize() {
		return integer(Option.STROKE_SIZE);
	}

	/** @return at the coarsest level */
	public int iterations() {
		return integer(Option.ITERATIONS);
	}

	/** @return α */
	public double contentWeight() {
		return number(Option.CONTENT_WEIGHT);
	}

	/** @return β */
	public double styleWeight() {
		return number(Option.STYLE_WEIGHT);
	}

	/** @return names of layers; {@link Option#DEFAULT} alone for the network's own */
	public List<String> contentLayers() {
		return layers(Option.CONTENT_LAYERS);
	}

	/** @return names of layers; {@link Option#DEFAULT} alone for the network's own */
	public List<String> styleLayers() {
		return layers(Option.STYLE_LAYERS);
	}

	/** @return of the network */
	public Pooling pooling() {
		return choice(Option.POOLING, Pooling.class);
	}

	/** @return what the optimisation starts from */
	public Initialisation initialisation() {
		return choice(Option.INITIALISATION, Initialisation.class);
	}

	/** @return of the noise */
	public int seed() {
		return integer(Option.SEED);
	}

	/** @return 0 for one on each physical core */
	public int threads() {
		return integer(Option.THREADS);
	}

	/** @return which layers the levels behind the coarsest one look at */
	public FineLevels fineLevels() {
		return choice(Option.FINE_LEVELS, FineLevels.class);
	}

	/** @return by how much the sides grow from level to level, at most */
	public double levelRatio() {
		return number(Option.LEVEL_RATIO);
	}

	/** @return of each finer level; 0 for shares of {@link #iterations()} */
	public int iterationsFiner() {
		return integer(Option.ITERATIONS_FINER);
	}

	/**
	 * @param option one of {@link Option#SETTINGS} that is a number
	 * @return its value
	 */
	public double number(final Option option) {
		return Double.parseDouble(values.get(option));
	}

	/**
	 * @param option one of {@link Option#SETTINGS}
	 * @return its value as text, as {@link Option} writes it
	 */
	public String text(final Option option) {
		return values.get(option);
	}

	/** @return every setting as text, in the order of {@link Option}; {@link #parse} makes the same settings of it */
	public Map<Option, String> toMap() {
		return Collections.unmodifiableMap(values);
	}

	/**
	 * @param architecture of the network
	 * @return the same settings with the names of the network's own layers where they say {@link Option#DEFAULT}
	 */
	public Settings resolved(final Architecture architecture) {
		return with(Option.CONTENT_LAYERS, resolved(contentLayers(), architecture.contentLayers())).with(
			Option.STYLE_LAYERS, resolved(styleLayers(), architecture.styleLayers()));
	}

	/**
	 * @param architecture of the network
	 * @return the layers that the losses look at; those of a loss with weight 0 are left out, because they cannot matter
	 * @throws IllegalArgumentException if the network has no layer of some name, or one stands twice
	 */
	public LossLayers lossLayers(final Architecture architecture) {
		final Settings named = resolved(architecture);
		final LossLayers all = new LossLayers(architecture, named.contentLayers(), named.styleLayers(), pooling());
		return new LossLayers(architecture, contentWeight() == 0 ? List.of() : all.contentLayers(), styleWeight() == 0 ? List
			.of() : all.styleLayers(), pooling());
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Settings s && values.equals(s.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	@Override
	public String toString() {
		return values.toString();
	}

	// -- Helper methods --

	private void checkThatSomethingIsOptimised() {
		final int contents = contentLayers().size();
		final int styles = styleLayers().size();
		if ((contentWeight() == 0 || contents == 0) && (styleWeight() == 0 || styles == 0)) {
			throw new IllegalArgumentException("content_weight is " + contentWeight() + " with " + contents +
				" content layers and style_weight is " + styleWeight() + " with " + styles +
				" style layers; at least one pair must have a weight above 0 and a layer.");
		}
	}

	private static String resolved(final List<String> layers, final List<String> networks) {
		return String.join(",", layers.size() == 1 && layers.get(0).equalsIgnoreCase(Option.DEFAULT) ? networks : layers);
	}

	private int integer(final Option option) {
		return (int) number(option);
	}

	private <E extends Enum<E>> E choice(final Option option, final Class<E> type) {
		return Enum.valueOf(type, values.get(option).toUpperCase(Locale.ROOT));
	}

	private List<String> layers(final Option option) {
		return Arrays.stream(values.get(option).split(",")).filter(l -> !l.isEmpty()).toList();
	}
}
