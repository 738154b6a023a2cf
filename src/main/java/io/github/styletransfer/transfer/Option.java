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

	PRESET("preset", "Preset", List.of("balanced", "preview", "paper", "fzliu", "jcjohnson", "neural-style-pt", "crowsonkb"),
		"What the options that are not given are at: this plug-in's own, a first look in seconds, the paper's, or a tool's."),
	STYLE("style", "Style", Kind.PATH, "", "titles of open images, image files or a folder of them, separated by semicolons",
		"The picture whose manner is taken over, or several: titles of open images, image files, or a folder of images."),
	STYLE_BLEND("style_blend", "Style blend", Kind.LIST, "", "a number of 0 or more for each style, separated by commas",
		"How much each of several styles counts; equal if it is not given."),
	STYLE_SCALE("style_scale", "Style scale", 1.0, .1, 10,
		"Size of the style relative to the result: a larger one gives larger strokes of the same kind."),
	STRENGTH("strength", "Strength", 1.0, 0, 1,
		"How far the style is gone towards: at 0 the content's own Gram matrices are aimed at, at 1 the style's."),
	OUTPUT_SIZE("output_size", "Output size", 0, 0, 32768,
		"Longest side of the result in pixels; 0 for the content's own size."),
	STROKE_SIZE("stroke_size", "Stroke size", 128, 16, 32768,
		"Longest side in pixels of the coarsest level, where the strokes are placed: a smaller one gives larger strokes."),
	LEVEL_RATIO("level_ratio", "Level ratio", 2.0, 1.1, 8, "By how much the sides grow from level to level, at most."),
	ITERATIONS("iterations", "Iterations", 30, 1, 100000,
		"Iterations at the coarsest level; finer levels, which start from a picture that is nearly right, do fewer."),
	ITERATIONS_FINER("iterations_finer", "Iterations of finer levels", 0, 0, 100000,
		"Iterations of each finer level; 0 for shares of the coarsest one's that fall from level to level."),
	CONTENT_WEIGHT("content_weight", "Content weight", 1.0, 0, 1e12,
		"Weight of the content loss (the paper's alpha); only its ratio to the style weight matters."),
	STYLE_WEIGHT("style_weight", "Style weight", 1000.0, 0, 1e12,
		"Weight of the style loss (the paper's beta): a larger one gives more painting and less micrograph; 10000 suits " +
			"GoogLeNet."),
	TV_WEIGHT("tv_weight", "TV weight", 0.0, 0, 1e12, "Weight of the total variation, which smooths the picture."),
	TV_NORM("tv_norm", "TV norm", List.of("squared", "l1", "nine_point"),
		"Of the total variation: squared differences of neighbours, their absolute values, or crowsonkb's nine points."),
	NORMALISE("normalise", "Normalise", List.of("none", "gradients", "weights", "both"),
		"Whether the gradient of each loss is divided by its size, and each layer's weight by the layer's number of channels."),
	CONVENTION("convention", "Convention", List.of("paper", "jcjohnson", "crowsonkb"),
		"Whose formulas the losses follow; weights mean something else in each."),
	NETWORK("network", "Network", Kind.TEXT, "VGG-16", "a name that Networks... lists as embedded or stored",
		"The network that looks at both pictures."),
	CONTENT_LAYERS("content_layers", "Content layers", Kind.LIST, Option.DEFAULT,
		"default for the network's own, or layers separated by commas, each with :weight behind it where it is not 1",
		"Layers whose features keep the content."),
	STYLE_LAYERS("style_layers", "Style layers", Kind.LIST, Option.DEFAULT,
		"default for the network's own, or layers separated by commas, each with :weight behind it where it is not 1",
		"Layers whose Gram matrices carry the style."),
	POOLING("pooling", "Pooling", List.of("average", "max", "l2"),
		"Pooling of the network; average gives smoother pictures."),
	PADDING("padding", "Padding", List.of("zero", "replicate"),
		"What the first convolution sees beyond the border: zeros, or the outermost pixels once more."),
	INITIALISATION("initialisation", "Initialisation", List.of("content", "noise", "normal", "mixed", "pink", "grey", "image",
		"style_statistics"),
		"What the optimisation starts from: the content, white noise (even or normal), the content with a twentieth of the " +
			"style, pink noise, grey, the image start_image, or noise with the style's mean and deviation."),
	START_MATCH("start_match", "Start match", 1.0, 0, 1,
		"How far a start from the content takes over the style's colours and contrast at every scale before the first iteration."),
	START_IMAGE("start_image", "Start image", Kind.PATH, "", "the title of an open image, or an image file",
		"What the optimisation starts from if the initialisation is image."),
	NOISE_RATIO("noise_ratio", "Noise ratio", 0.0, 0, 1, "How much of the start is white noise."),
	NOISE_DEVIATION("noise_deviation", "Noise deviation", 64.0, 0, 255,
		"Standard deviation of normal noise in grey levels, around the network's mean."),
	PINK_POWER("pink_power", "Pink power", 1, 0, 10, "Of pink noise: its amplitude falls with this power of the frequency."),
	SEED("seed", "Seed", 1, 0, Integer.MAX_VALUE, "Of the noise: the same seed gives the same picture."),
	OPTIMISER("optimiser", "Optimiser", List.of("lbfgs", "adam"), "Who minimises the loss: L-BFGS or Adam."),
	HISTORY("history", "History", 10, 1, 1000, "Pairs of steps and gradients that L-BFGS keeps."),
	LINE_SEARCH("line_search", "Line search", List.of("wolfe", "none"),
		"Of L-BFGS: steps that satisfy the strong Wolfe conditions, or always the full step, as neural-style-pt goes."),
	STEP_SIZE("step_size", "Step size", 5.0, 1e-6, 1e6, "Of Adam, in grey levels."),
	BETA1("beta1", "Beta 1", .9, 0, .999999, "Of Adam: decay of the gradient's mean."),
	BETA2("beta2", "Beta 2", .99, 0, .999999, "Of Adam: decay of the squared gradient's mean."),
	AVERAGING("averaging", "Averaging", 0.0, 0, .999999,
		"Of Adam: decay of the mean over the pictures on the way, which is the result; 0 for the last picture."),
	BOUNDS("bounds", "Bounds", List.of("no", "yes"), "Whether values are kept in 0 to 255 during the optimisation."),
	COLOUR("colour", "Colour", List.of("style", "content_yuv", "content_lab", "luminance"),
		"Whose colours the result has: the style's, the content's (its chrominance in YUV or CIELAB), or the content's with " +
			"only luminance optimised."),
	COLOUR_MATCH("colour_match", "Colour match", List.of("none", "histogram", "cholesky", "pca", "symmetric"),
		"How the style is given the content's colours before the run: by histograms, or by mean and covariance."),
	GREY_RESULT("grey_result", "Grey result", List.of("no", "yes"),
		"Whether a grey content gives a grey result in its own bit depth."),
	REGION("region", "Region", List.of("selection", "whole"),
		"What is stylised: the inside of the content's area selection if there is one, or the whole image."),
	MASK("mask", "Mask", Kind.PATH, "", "images of the content's size, separated by semicolons: one, or one for each style",
		"Where the content is stylised: fully where the mask is white, not at all where it is black."),
	STYLE_AREAS("style_areas", "Style areas", Kind.PATH, "",
		"images of the styles' sizes, separated by semicolons: one for each style",
		"Which part of each style counts: all where the image is white, nothing where it is black."),
	BORDER("border", "Border", 0.0, 0, 1000, "Width in pixels over which the stylised region passes into its surroundings."),
	DEVICE("device", "Device", Kind.TEXT, Option.AUTO, "auto, cpu, cuda or cuda: and a number from 0 to 99",
		"What computes: auto for CUDA where it is there, else the processor."),
	MEMORY("memory", "Memory", Kind.TEXT, Option.AUTO, "auto, a number of bytes, or a number with MB or GB behind it",
		"What the whole process may use; auto for what the machine has free, less a margin. A large picture is done in tiles."),
	THREADS("threads", "Threads", 0, 0, 1024, "Processor threads; 0 for one on each physical core, shared with other runs."),
	FINE_LEVELS("fine_levels", "Fine levels", List.of("shallow", "full"),
		"Layers of the finer levels: shallow leaves out those that see only what the coarsest level has settled."),
	PREVIEW("preview", "Preview", List.of("no", "yes"), "Whether a window shows the picture while it grows."),
	PLOT("plot", "Plot", List.of("no", "yes"), "Whether a plot shows the losses while the picture grows."),
	SAVE_EVERY("save_every", "Save every", 0, 0, 100000, "Iterations after which the picture is saved; 0 for never."),
	SAVE_FOLDER("save_folder", "Save folder", Kind.PATH, "", "a folder",
		"Where the pictures on the way are saved; if it is not given, they become a stack."),
	LOSS_TABLE("loss_table", "Loss table", Kind.PATH, "", "the path of a file that ends in .csv",
		"Where the losses of every iteration are written as a table; if it is not given, nowhere."),
	OUTPUT("output", "Output", Kind.PATH, "", "the path of a file", "The file to write."),
	FILE("file", "File", Kind.PATH, "", "a safetensors, Keras HDF5, ONNX or PyTorch file",
		"The file of weights to import."),
	WEIGHTS("weights", "Weights", Kind.PATH, "", "a safetensors, Keras HDF5, ONNX or PyTorch file",
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
	MODELS("models", "Models", Kind.PATH, "", "a folder",
		"The folder of the stored networks; if it is not given, that of the Java property styletransfer.models, else " +
			".style-transfer/models in your home."),
	CONTENT("content", "Content", Kind.PATH, "", "the title of an open image, or an image file",
		"The image that was stylised; left out, the one that the Info names."),
	SOURCE("source", "Source", Kind.PATH, "", "the title of an open image, or an image file",
		"The stylised image whose settings are used."),
	COMMAND("command", "Command line", Kind.TEXT, "",
		"a command line of jcjohnson's neural-style, neural-style-pt, fzliu's style-transfer or crowsonkb's " +
			"style-transfer-pytorch", "What is typed into a terminal to run another tool."),
	LAYER_LIST("layer_list", "Layer list", Kind.LIST, Option.DEFAULT,
		"default for the network's style layers, or layers from shallow to deep, separated by commas",
		"A figure's layers: a picture for each one, or for each nested set (the first, the first two, and so on)."),
	RATIO_LIST("ratio_list", "Ratio list", Kind.LIST, "1e-5,1e-4,1e-3,1e-2",
		"numbers from 1e-12 to 1e12, each once, separated by commas",
		"The grid's columns: the paper's alpha/beta, which is content_weight/style_weight."),
	TEXTURE_SIZE("texture_size", "Texture size", Kind.TEXT, "", "width x height, each from 1 to 32768",
		"Size of a texture in pixels, such as 512x384, independent of its source's; if it is not given, output_size counts."),
	ITERATIONS_FROM_NOISE("iterations_from_noise", "Iterations from noise", 200, 1, 100000,
		"Iterations of each picture of a figure, at its coarsest level; from white noise more are needed."),
	FIGURE_LEVELS("figure_levels", "Figure levels", List.of("one", "several"),
		"Whether each picture of a figure is optimised at its own size alone, as in the paper, or from coarse to fine."),
	GRID_FOLDER("grid_folder", "Grid folder", Kind.PATH, "", "a folder that is empty, missing, or of the same grid",
		"Where each picture of a grid is kept as it is finished, so that a stopped grid goes on; if it is not given, a folder " +
			"for this grid in .style-transfer/grids in your home.");

	/** For layers: those of the network. */
	public static final String DEFAULT = "default";
	/** For what a file of weights tells. */
	public static final String AUTO = "auto";

	/** The options of a stylisation in a dialog or macro. */
	public static final List<Option> STYLISATION = Arrays.stream(values()).filter(o -> o.ordinal() < OUTPUT.ordinal())
		.toList();

	/** Those of them that are {@link Settings}: all but the images, the network and what is only for the eye. */
	public static final List<Option> SETTINGS = STYLISATION.stream().filter(o -> o.kind != Kind.PATH && !List.of(PRESET,
		NETWORK, PREVIEW, PLOT, SAVE_EVERY).contains(o)).toList();

	/** What is only for the eye, and what is kept of a run on its way. */
	public static final List<Option> ON_THE_WAY = List.of(PREVIEW, PLOT, SAVE_EVERY, SAVE_FOLDER, LOSS_TABLE);

	/** The options of going on from a stylised image; but for these, its Info says how. */
	public static final List<Option> MORE_ITERATIONS = Stream.concat(Stream.of(ITERATIONS, STRENGTH, CONTENT, STYLE, NETWORK),
		ON_THE_WAY.stream()).toList();

	/** The options of doing to an image what was done to another. */
	public static final List<Option> SAME_SETTINGS = Stream.concat(Stream.of(SOURCE, STYLE, NETWORK), ON_THE_WAY.stream()).toList();

	/** The options of an exported graph. */
	public static final List<Option> GRAPH_EXPORT = List.of(OUTPUT, NETWORK, CONVENTION, CONTENT_LAYERS, STYLE_LAYERS, POOLING,
		PADDING);

	/** What can be said about a file of weights. */
	public static final List<Option> WEIGHTS_FILE = List.of(ARCHITECTURE, ORIGIN, CHANNEL_ORDER, MEAN,
		STANDARD_DEVIATION);

	/** The options of an import. */
	public static final List<Option> IMPORT = Stream.concat(Stream.of(FILE, NAME), WEIGHTS_FILE.stream()).toList();

	/** The options that all figures have. */
	private static final List<Option> FIGURE = List.of(LAYER_LIST, OUTPUT_SIZE, ITERATIONS_FROM_NOISE, FIGURE_LEVELS, SEED,
		NETWORK, POOLING, THREADS);

	/** The options of a content reconstruction. */
	public static final List<Option> RECONSTRUCT_CONTENT = FIGURE;

	/** The options of a style reconstruction. */
	public static final List<Option> RECONSTRUCT_STYLE = Stream.concat(FIGURE.stream(), Stream.of(TEXTURE_SIZE)).toList();

	/** The options of the grid of layers against weights. */
	public static final List<Option> GRID = Stream.of(List.of(STYLE, RATIO_LIST), FIGURE, List.of(CONTENT_LAYERS,
		GRID_FOLDER)).flatMap(List::stream).toList();

	/** What kind of value an option has. */
	public enum Kind {
		/** A whole number in a range. */
		INTEGER,
		/** A finite number in a range. */
		NUMBER,
		/** One word of a list. */
		CHOICE,
		/** Words or numbers, separated by commas, semicolons or blanks. */
		LIST,
		/** A file, a folder or an open image, or several; checked by whoever opens it. */
		PATH,
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
	public double parseNumber(final String text) {
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
	 * @param text a value as a user wrote it
	 * @return the same value as every reader of it writes it: numbers without blanks, words as the list has them, names
	 *         separated by commas
	 * @throws IllegalArgumentException if it is not accepted
	 */
	public String canonical(final String text) {
		return switch (kind) {
			case INTEGER -> Integer.toString((int) parseNumber(text));
			case NUMBER -> Double.toString(parseNumber(text));
			case CHOICE -> parseChoice(text);
			case TEXT, PATH -> text.trim();
			case LIST -> String.join(",", Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty()).toList());
		};
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
