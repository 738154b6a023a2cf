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

import io.github.styletransfer.engine.Device;
import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.graph.LayerWeights;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Padding;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.image.ColourMatch;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

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
	 * @throws IllegalArgumentException if a value is not accepted, nothing is left to optimise, or the optimiser's options exclude
	 *           each other; the sentence names it
	 */
	public static Settings parse(final Map<Option, String> values) {
		final Map<Option, String> checked = new EnumMap<>(Option.class);
		final Preset preset = Preset.of(values);
		for (final Option o : Option.SETTINGS) checked.put(o, o.canonical(values.getOrDefault(o, preset.value(o))));
		final Settings settings = new Settings(checked);
		settings.checkThatSomethingIsOptimised();
		StyleBlend.parse(settings.text(Option.STYLE_BLEND));
		if (!settings.text(Option.MEMORY).equalsIgnoreCase(Option.AUTO)) MemoryLimits.parse(settings.text(Option.MEMORY));
		settings.checkOptimiser();
		settings.device();
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

	/** @return how far the style is gone towards, 0…1 */
	public double strength() {
		return number(Option.STRENGTH);
	}

	/** @return names of layers, without their weights; {@link Option#DEFAULT} alone for the network's own */
	public List<String> contentLayers() {
		return layers(Option.CONTENT_LAYERS).names();
	}

	/** @return names of layers, without their weights; {@link Option#DEFAULT} alone for the network's own */
	public List<String> styleLayers() {
		return layers(Option.STYLE_LAYERS).names();
	}

	/** @return whose formulas the losses follow */
	public Convention convention() {
		return choice(Option.CONVENTION, Convention.class);
	}

	/** @return of the first convolution */
	public Padding padding() {
		return choice(Option.PADDING, Padding.class);
	}

	/** @return weight of the total variation */
	public double tvWeight() {
		return number(Option.TV_WEIGHT);
	}

	/** @return how differences count in the total variation */
	public TvNorm tvNorm() {
		return choice(Option.TV_NORM, TvNorm.class);
	}

	/**
	 * @return whether the factor of each term is divided by the L1 norm of the term's own gradient at its layer, as it is when a
	 *         level starts, and stays so until the level ends
	 */
	public boolean normalisesGradients() {
		return List.of("gradients", "both").contains(text(Option.NORMALISE));
	}

	/** @return whether each layer's weight is divided by the number of the layer's channels */
	public boolean normalisesWeights() {
		return List.of("weights", "both").contains(text(Option.NORMALISE));
	}

	/**
	 * @param styles how many there are
	 * @return the share of each in the targets; they sum to 1
	 * @throws IllegalArgumentException if there is a weight for more or fewer styles
	 */
	public double[] styleShares(final int styles) {
		final double[] weights = StyleBlend.parse(text(Option.STYLE_BLEND));
		return StyleBlend.shares(weights, styles);
	}

	/**
	 * @param style size of a style
	 * @param longest side of the content beside it, in pixels
	 * @param least shortest side that is needed
	 * @return the size in which the style is looked at: as long as the content times the style scale, but never enlarged by more
	 *         than a style scale above 1 asks for
	 */
	Size styleSize(final Size style, final int longest, final int least) {
		final double scale = number(Option.STYLE_SCALE);
		final double shortest = Math.min(style.width(), style.height());
		final double wanted = Math.max(longest * scale, least * style.longest() / shortest);
		return Size.ofLongestSide(style.width(), style.height(), (int) Math.ceil(Math.min(style.longest() * Math.max(1, scale),
			wanted)));
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

	/** @return what is to compute */
	public Device device() {
		return Device.parse(text(Option.DEVICE)).orElseThrow(() -> Option.DEVICE.refused(text(Option.DEVICE)));
	}

	/** @return which layers the levels behind the coarsest one look at */
	public FineLevels fineLevels() {
		return choice(Option.FINE_LEVELS, FineLevels.class);
	}

	/** @return whose colours the result has */
	public Colour colour() {
		return choice(Option.COLOUR, Colour.class);
	}

	/** @return how the style is given the content's colours before the run */
	public ColourMatch colourMatch() {
		return choice(Option.COLOUR_MATCH, ColourMatch.class);
	}

	/** @return whether a grey content gives a grey result in its own bit depth */
	public boolean isGreyResult() {
		return text(Option.GREY_RESULT).equals("yes");
	}

	/** @return whether only the inside of the content's area selection is stylised, if there is one */
	public boolean isSelectionWanted() {
		return text(Option.REGION).equals("selection");
	}

	/** @return width in pixels of the result over which a region passes into its surroundings */
	public double border() {
		return number(Option.BORDER);
	}

	/** @return by how much the sides grow from level to level, at most */
	public double levelRatio() {
		return number(Option.LEVEL_RATIO);
	}

	/** @return of each finer level; 0 for shares of {@link #iterations()} */
	public int iterationsFiner() {
		return integer(Option.ITERATIONS_FINER);
	}

	/** @return how far a start from the content takes over the styles' colours and contrast, 0…1 */
	public double startMatch() {
		return number(Option.START_MATCH);
	}

	/** @return 0…1, how much of the start is white noise */
	public double noiseRatio() {
		return number(Option.NOISE_RATIO);
	}

	/** @return of normal noise, in grey levels */
	public double noiseDeviation() {
		return number(Option.NOISE_DEVIATION);
	}

	/** @return with which power of the frequency pink noise falls */
	public int pinkPower() {
		return integer(Option.PINK_POWER);
	}

	/** @return who minimises the loss */
	public OptimiserKind optimiser() {
		return choice(Option.OPTIMISER, OptimiserKind.class);
	}

	/** @return pairs that L-BFGS keeps */
	public int history() {
		return integer(Option.HISTORY);
	}

	/** @return whether L-BFGS searches along each direction; else it goes the full step */
	public boolean lineSearch() {
		return !text(Option.LINE_SEARCH).equals("none");
	}

	/** @return of Adam, in grey levels */
	public double stepSize() {
		return number(Option.STEP_SIZE);
	}

	/** @return of Adam: decay of the gradient's mean */
	public double beta1() {
		return number(Option.BETA1);
	}

	/** @return of Adam: decay of the squared gradient's mean */
	public double beta2() {
		return number(Option.BETA2);
	}

	/** @return of Adam: decay of the mean over the pictures on the way; 0 for the last picture */
	public double averaging() {
		return number(Option.AVERAGING);
	}

	/** @return whether values are kept in 0…255 during the optimisation */
	public boolean bounds() {
		return text(Option.BOUNDS).equals("yes");
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
		return with(Option.CONTENT_LAYERS, resolved(Option.CONTENT_LAYERS, architecture.contentLayers())).with(
			Option.STYLE_LAYERS, resolved(Option.STYLE_LAYERS, architecture.styleLayers()));
	}

	/**
	 * @param architecture of the network
	 * @return what the losses look at, and how; layers of weight 0 and those of a loss of weight 0 are left out, because they
	 *         cannot matter
	 * @throws IllegalArgumentException if the network has no layer of some name, or one stands twice
	 */
	public LossLayers lossLayers(final Architecture architecture) {
		final Settings named = resolved(architecture);
		final LayerWeights content = named.layers(Option.CONTENT_LAYERS).of(architecture, normalisesWeights());
		final LayerWeights style = named.layers(Option.STYLE_LAYERS).of(architecture, normalisesWeights());
		final LayerWeights none = LayerWeights.equal(List.of());
		return new LossLayers(architecture, contentWeight() == 0 ? none : content, styleWeight() == 0 ? none : style,
			pooling(), convention(), padding(), 0);
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

	private void checkOptimiser() {
		if (optimiser() != OptimiserKind.LBFGS) return;
		if (averaging() > 0) {
			throw new IllegalArgumentException("averaging is " + averaging() +
				" with the optimiser lbfgs; only Adam's pictures are averaged, so choose adam or an averaging of 0.");
		}
		if (bounds() && !lineSearch()) {
			throw new IllegalArgumentException("bounds is \"yes\" with line_search \"none\"; L-BFGS keeps within bounds only " +
				"with a line search, so choose line_search wolfe, the optimiser adam or no bounds.");
		}
	}

	private String resolved(final Option option, final List<String> networks) {
		return layers(option).isDefault() ? String.join(",", networks) : text(option);
	}

	private int integer(final Option option) {
		return (int) number(option);
	}

	private <E extends Enum<E>> E choice(final Option option, final Class<E> type) {
		return Enum.valueOf(type, values.get(option).toUpperCase(Locale.ROOT));
	}

	private LayerList layers(final Option option) {
		return new LayerList(option, values.get(option));
	}
}
