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

import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of a figure, checked as far as they can be without its images and its network. Immutable. */
public final class FigureSettings {

	private static final Pattern WIDTH_X_HEIGHT = Pattern.compile("(\\d{1,5})\\s*[xX×]\\s*(\\d{1,5})");
	private static final BigDecimal SMALLEST_RATIO = new BigDecimal("1e-12");
	private static final BigDecimal LARGEST_RATIO = new BigDecimal("1e12");

	private final Settings base;
	private final List<String> layers;
	private final List<String> ratios;
	private final Optional<Size> textureSize;
	private final boolean severalLevels;

	private FigureSettings(final Settings base, final List<String> layers, final List<String> ratios,
		final Optional<Size> textureSize, final boolean severalLevels)
	{
		this.base = base;
		this.layers = layers;
		this.ratios = ratios;
		this.textureSize = textureSize;
		this.severalLevels = severalLevels;
	}

	/**
	 * @param values by option, as text; missing ones are at their default, those that no figure has are left alone
	 * @return the settings
	 * @throws IllegalArgumentException if a value is not accepted; the sentence names it
	 */
	public static FigureSettings parse(final Map<Option, String> values) {
		final Map<Option, String> run = new HashMap<>();
		for (final Option o : List.of(Option.OUTPUT_SIZE, Option.SEED, Option.POOLING, Option.THREADS, Option.CONTENT_LAYERS)) {
			if (values.containsKey(o)) run.put(o, values.get(o));
		}
		run.put(Option.ITERATIONS, text(values, Option.ITERATIONS_FROM_NOISE));
		run.put(Option.INITIALISATION, "noise");
		run.put(Option.FINE_LEVELS, "full"); // a layer that is left out somewhere would make another figure
		final Optional<Size> texture = textureSize(values.getOrDefault(Option.TEXTURE_SIZE, ""));
		final Settings base = Settings.parse(run);
		if (texture.isPresent() && base.outputSize() != 0) {
			throw new IllegalArgumentException("output_size is " + base.outputSize() + " and texture_size is " + texture.get() +
				"; give one of them.");
		}
		return new FigureSettings(base, words(values, Option.LAYER_LIST), ratios(values), texture, text(values,
			Option.FIGURE_LEVELS).equals("several"));
	}

	/** @return what all pictures have in common */
	Settings base() {
		return base;
	}

	/**
	 * @param architecture of the network
	 * @return the figure's layers, from shallow to deep, at least one
	 * @throws IllegalArgumentException if the network has no layer of some name, one stands twice, or their order is another
	 */
	List<String> layers(final Architecture architecture) {
		final List<String> named = layers.equals(List.of(Option.DEFAULT)) ? architecture.styleLayers() : layers;
		final List<String> ordered = architecture.inOrder(named);
		if (!ordered.equals(named)) {
			throw new IllegalArgumentException("layer_list is " + String.join(",", named) +
				"; the layers must stand from shallow to deep: " + String.join(",", ordered) + ".");
		}
		return named;
	}

	/** @return α/β of each column as the user wrote it, each once, at least one */
	List<String> ratios() {
		return ratios;
	}

	/**
	 * @param ratio one of {@link #ratios()}
	 * @return the style weight that has it to a content weight of 1
	 */
	static String styleWeight(final String ratio) {
		return BigDecimal.ONE.divide(new BigDecimal(ratio), MathContext.DECIMAL64).toString();
	}

	/**
	 * @param source size of the style
	 * @return size of the texture
	 */
	Size textureSize(final Size source) {
		return textureSize.orElseGet(() -> StyleTransfer.outputSize(source, base));
	}

	/**
	 * @param settings of a picture
	 * @param size of the picture
	 * @return the same with the stroke size that gives one level, or untouched if several were asked for
	 */
	Settings levels(final Settings settings, final Size size) {
		if (severalLevels) return settings;
		final double one = Math.max(Option.STROKE_SIZE.minimum(), size.longest());
		return settings.with(Option.STROKE_SIZE, Integer.toString((int) one));
	}

	// -- Helper methods --

	private static String text(final Map<Option, String> values, final Option option) {
		return option.canonical(values.getOrDefault(option, option.defaultValue()));
	}

	private static List<String> words(final Map<Option, String> values, final Option option) {
		final String text = text(values, option);
		if (text.isEmpty()) throw option.refused(text);
		return List.of(text.split(","));
	}

	private static List<String> ratios(final Map<Option, String> values) {
		final List<BigDecimal> numbers = new ArrayList<>();
		final List<String> texts = words(values, Option.RATIO_LIST);
		for (final String text : texts) {
			final BigDecimal number = number(text);
			if (numbers.stream().anyMatch(n -> n.compareTo(number) == 0)) {
				throw new IllegalArgumentException("ratio_list has " + text + " twice; each number counts once.");
			}
			numbers.add(number);
		}
		return texts;
	}

	private static BigDecimal number(final String text) {
		try {
			final BigDecimal number = new BigDecimal(text);
			if (number.compareTo(SMALLEST_RATIO) >= 0 && number.compareTo(LARGEST_RATIO) <= 0) return number;
		}
		catch (final NumberFormatException e) {
			throw Option.RATIO_LIST.refused(text);
		}
		throw Option.RATIO_LIST.refused(text);
	}

	private static Optional<Size> textureSize(final String text) {
		if (text.isBlank()) return Optional.empty();
		final Matcher m = WIDTH_X_HEIGHT.matcher(text.trim());
		if (!m.matches()) throw Option.TEXTURE_SIZE.refused(text);
		final int[] sides = { Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)) };
		final int most = (int) Option.OUTPUT_SIZE.maximum();
		if (Arrays.stream(sides).anyMatch(s -> s < 1 || s > most)) throw Option.TEXTURE_SIZE.refused(text);
		return Optional.of(new Size(sides[0], sides[1]));
	}
}
