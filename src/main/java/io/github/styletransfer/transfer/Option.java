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

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one definition of every option: name (which is the macro key, the command line's name and the dialog's field),
 * label, default, accepted values and help. Dialogs, command line, validation and the README's table all read it. No
 * name is the tail of another, because ImageJ finds a key anywhere in a macro's options.
 */
public enum Option {

	STYLE("style", "Style", Kind.TEXT, "", "the title of an open image, or an image file",
		"The picture whose manner is taken over: the title of an open image, or the path of an image file."),
	OUTPUT_SIZE("output_size", "Output size", 0, 0, 32768,
		"Longest side of the result in pixels; 0 for the content's own size."),
	STROKE_SIZE("stroke_size", "Stroke size", 128, 16, 32768,
		"Longest side in pixels of the coarsest level, where the strokes are placed: a smaller one gives larger strokes."),
	ITERATIONS("iterations", "Iterations", 40, 1, 100000,
		"Iterations at the coarsest level; finer levels, which start from a picture that is nearly right, do fewer."),
	CONTENT_WEIGHT("content_weight", "Content weight", 1.0, 0, 1e12,
		"Weight of the content loss (the paper's alpha); only its ratio to the style weight matters."),
	STYLE_WEIGHT("style_weight", "Style weight", 1000.0, 0, 1e12,
		"Weight of the style loss (the paper's beta): a larger one gives more painting and less micrograph; 10000 suits " +
			"GoogLeNet."),
	NETWORK("network", "Network", Kind.TEXT, "VGG-16", "a name that Networks... lists as embedded or stored",
		"The network that looks at both pictures."),
	CONTENT_LAYERS("content_layers", "Content layers", Kind.TEXT, Option.DEFAULT,
		"default for the network's own, or layers separated by commas", "Layers whose features keep the content."),
	STYLE_LAYERS("style_layers", "Style layers", Kind.TEXT, Option.DEFAULT,
		"default for the network's own, or layers separated by commas", "Layers whose Gram matrices carry the style."),
	POOLING("pooling", "Pooling", List.of("average", "max"), "Pooling of the network; average gives smoother pictures."),
	INITIALISATION("initialisation", "Initialisation", List.of("content", "noise"),
		"What the optimisation starts from: the content, or white noise made from the seed."),
	SEED("seed", "Seed", 1, 0, Integer.MAX_VALUE, "Of the noise: the same seed gives the same picture."),
	THREADS("threads", "Threads", 0, 0, 1024, "Processor threads; 0 for one on each physical core."),
	FINE_LEVELS("fine_levels", "Fine levels", List.of("shallow", "full"),
		"Layers of the finer levels: shallow leaves out those that see only what the coarsest level has settled."),
	PREVIEW("preview", "Preview", List.of("no", "yes"), "Whether a window shows the picture while it grows."),
	OUTPUT("output", "Output", Kind.TEXT, "", "the path of a file", "The file to write."),
	FILE("file", "File", Kind.TEXT, "", "a safetensors, Keras HDF5, ONNX or PyTorch file",
		"The file of weights to import."),
	WEIGHTS("weights", "Weights", Kind.TEXT, "", "a safetensors, Keras HDF5, ONNX or PyTorch file",
		"A file of weights to use without storing it."),
	NAME("name", "Name", Kind.TEXT, "", "a name as files can have",
		"What the network is called in the models folder; left out at an import: the catalogue's name, or the file's."),
	ARCHITECTURE("architecture", "Architecture", Stream.concat(Stream.of(Option.AUTO), Architecture.known().stream().map(
		Architecture::name)).toList(), "Which network the weights are for; auto if the file tells."),
	ORIGIN("origin", "Origin", Stream.concat(Stream.of(Option.AUTO), Arrays.stream(Origin.values()).map(Origin::key))
		.toList(), "Who trained the weights, which decides about the network's input; auto if the file tells."),
	CHANNEL_ORDER("channel_order", "Channel order", List.of(Option.AUTO, "bgr", "rgb"),
		"For origin other: the order in which the network takes the channels."),
	MEAN("mean", "Mean", Kind.TEXT, "", "three numbers from 0 to 255, separated by commas",
		"For origin other: what is subtracted from 0…255, in the network's order of channels."),
	STANDARD_DEVIATION("standard_deviation", "Standard deviation", Kind.TEXT, "",
		"three numbers above 0 and at most 255, separated by commas",
		"For origin other: what the differences are divided by, in the network's order; 1 for inputs in 0…255, 255 for 0…1."),
	MODELS("models", "Models", Kind.TEXT, "", "a folder",
		"The folder of the stored networks; if it is not given, that of the Java property styletransfer.models, else " +
			".style-transfer/models in your home.");

	/** For layers: those of the network. */
	public static final String DEFAULT = "default";
	/** For what a file of weights tells. */
	public static final String AUTO = "auto";

	/** The options of a stylisation in a dialog or macro. */
	public static final List<Option> STYLISATION = List.of(STYLE, OUTPUT_SIZE, STROKE_SIZE, ITERATIONS, CONTENT_WEIGHT,
		STYLE_WEIGHT, NETWORK, CONTENT_LAYERS, STYLE_LAYERS, POOLING, INITIALISATION, SEED, THREADS, FINE_LEVELS, PREVIEW);

	/** The options of an exported graph. */
	public static final List<Option> GRAPH_EXPORT = List.of(OUTPUT, NETWORK, CONTENT_LAYERS, STYLE_LAYERS, POOLING);

	/** What can be said about a file of weights. */
	public static final List<Option> WEIGHTS_FILE = List.of(ARCHITECTURE, ORIGIN, CHANNEL_ORDER, MEAN,
		STANDARD_DEVIATION);

	/** The options of an import. */
	public static final List<Option> IMPORT = Stream.concat(Stream.of(FILE, NAME), WEIGHTS_FILE.stream()).toList();

	/** What kind of value an option has. */
	public enum Kind {
		/** A whole number in a range. */
		INTEGER,
		/** A finite number in a range. */
		NUMBER,
		/** One word of a list. */
		CHOICE,
		/** Free text, checked by whoever uses it. */
		TEXT
	}

	private final String key;
	private final String label;
	private final Kind kind;
	private final String defaultValue;
	private final double minimum;
	private final double maximum;
	private final List<String> choices;
	private final String accepted;
	private final String help;

	Option(final String key, final String label, final int defaultValue, final int minimum, final int maximum,
		final String help)
	{
		this(key, label, Kind.INTEGER, Integer.toString(defaultValue), minimum, maximum, List.of(), "a whole number from " +
			minimum + " to " + maximum, help);
	}

	Option(final String key, final String label, final double defaultValue, final double minimum, final double maximum,
		final String help)
	{
		this(key, label, Kind.NUMBER, number(defaultValue), minimum, maximum, List.of(), "a number from " + number(
			minimum) + " to " + number(maximum), help);
	}

	Option(final String key, final String label, final List<String> choices, final String help) {
		this(key, label, Kind.CHOICE, choices.get(0), 0, 0, choices, String.join(", ", choices).replaceFirst(
			", (?=[^,]*$)", " or "), help);
	}

	Option(final String key, final String label, final Kind kind, final String defaultValue, final String accepted,
		final String help)
	{
		this(key, label, kind, defaultValue, 0, 0, List.of(), accepted, help);
	}

	Option(final String key, final String label, final Kind kind, final String defaultValue, final double minimum,
		final double maximum, final List<String> choices, final String accepted, final String help)
	{
		this.key = key;
		this.label = label;
		this.kind = kind;
		this.defaultValue = defaultValue;
		this.minimum = minimum;
		this.maximum = maximum;
		this.choices = choices;
		this.accepted = accepted;
		this.help = help;
	}

	/** @return name of the option in macros, dialogs and on the command line */
	public String key() {
		return key;
	}

	/** @return what a dialog calls it */
	public String label() {
		return label;
	}

	/** @return what kind of value it has */
	public Kind kind() {
		return kind;
	}

	/** @return the default as text; empty where there is none */
	public String defaultValue() {
		return defaultValue;
	}

	/** @return smallest accepted number; 0 for options that are no numbers */
	public double minimum() {
		return minimum;
	}

	/** @return largest accepted number; 0 for options that are no numbers */
	public double maximum() {
		return maximum;
	}

	/** @return the accepted words; empty for options that are no choice */
	public List<String> choices() {
		return choices;
	}

	/** @return what is accepted, in words */
	public String accepted() {
		return accepted;
	}

	/** @return one sentence for the user */
	public String help() {
		return help;
	}

	/**
	 * @param key name of an option
	 * @return the option
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists the known ones
	 */
	public static Option of(final String key) {
		return Arrays.stream(values()).filter(o -> o.key.equals(key)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("Unknown option \"" + key + "\"; known options are " + Arrays.stream(values())
				.map(Option::key).collect(Collectors.joining(", ")) + "."));
	}

	/**
	 * @param text a value as a user wrote it
	 * @return the number
	 * @throws IllegalArgumentException if it is no number, not finite, not whole where it must be, or out of range
	 */
	double parseNumber(final String text) {
		final double number;
		try {
			number = Double.parseDouble(text.trim());
		}
		catch (final NumberFormatException e) {
			throw refused(text);
		}
		if (!(number >= minimum && number <= maximum) || kind == Kind.INTEGER && number != Math.rint(number)) {
			throw refused(text);
		}
		return number;
	}

	/**
	 * @param text a value as a user wrote it
	 * @return the same word as the list has it
	 * @throws IllegalArgumentException if it is not one of the list
	 */
	public String parseChoice(final String text) {
		return choices.stream().filter(c -> c.equalsIgnoreCase(text.trim())).findFirst().orElseThrow(() -> refused(text));
	}

	/**
	 * @param text a value that is not accepted
	 * @return an exception whose sentence says so
	 */
	public IllegalArgumentException refused(final String text) {
		return new IllegalArgumentException(key + " is \"" + text + "\"; it must be " + accepted + ".");
	}

	private static String number(final double d) {
		return d == Math.rint(d) && Math.abs(d) < 1e7 ? Long.toString((long) d) : Double.toString(d).replace(".0E", "e");
	}
}
