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
package io.github.styletransfer.peers;

import io.github.styletransfer.transfer.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The options of jcjohnson/neural-style 07c4b82 and of its translation, ProGamerGov/neural-style-pt 7251405. */
final class TorchOptions {

	private static final String DIVIDED = "the network is not divided among devices; a large picture is done in tiles.";
	private static final String BACKEND = "ONNX Runtime computes; device says on what.";
	private static final String INIT = "-init";
	private static final String INIT_IMAGE = "-init_image";
	private static final String GRADIENTS = "-normalize_gradients";
	private static final String WEIGHTS = "-normalize_weights";
	private static final String MODEL = "-model_file";

	static final List<PeerOption> JCJOHNSON = all(PeerOption.word((name, word, to) -> Rules.gpu(name, word, "-1", to),
		"-gpu"), PeerOption.without(DIVIDED, "-multigpu_strategy"), PeerOption.without(
			"the structure of a network is known by its name.", "-proto_file"), PeerOption.choiceWithout(BACKEND, List.of("nn",
				"cudnn", "clnn"), "-backend"));

	static final List<PeerOption> NEURAL_STYLE_PT = all(PeerOption.word((name, word, to) -> Rules.gpu(name, word.toLowerCase(
		Locale.ROOT), "c", to), "-gpu"), PeerOption.without(DIVIDED, "-multidevice_strategy"), PeerOption.without(BACKEND,
			"-backend"), PeerOption.flag((name, words, to) -> to.note(name, "layers are always checked."), "-disable_check"),
		PeerOption.flag((name, words, to) -> {
			// with the other of its kind, in finish
		}, WEIGHTS));

	private TorchOptions() {
		// no instances
	}

	/** What hangs together. */
	static void finish(final Words words, final Carried to) {
		start(words, to);
		final boolean gradients = words.has(GRADIENTS);
		final boolean weights = words.has(WEIGHTS);
		if (gradients || weights) {
			to.set(GRADIENTS, Option.NORMALISE, gradients && weights ? "both" : gradients ? "gradients" : "weights");
		}
		if (words.has("-save_iter")) Rules.saveFolder(words.last("-output_image", "out.png"), to);
		if (!words.has(MODEL)) Rules.withoutVgg19(to);
	}

	// -- Helper methods --

	/** What both have, and what one has of its own. */
	private static List<PeerOption> all(final PeerOption... own) {
		final List<PeerOption> all = new ArrayList<>(List.of(PeerOption.word(Rules::styles, "-style_image"), PeerOption.word(
			Rules::blend, "-style_blend_weights"), PeerOption.without(Rules.OPEN_CONTENT, "-content_image"), PeerOption.without(
				Rules.SAVE_RESULT, "-output_image"), Rules.positive(Option.OUTPUT_SIZE, "-image_size"), PeerOption.number(
					Option.CONTENT_WEIGHT, "-content_weight"), PeerOption.number(Option.STYLE_WEIGHT, "-style_weight"), PeerOption
						.number(Option.TV_WEIGHT, "-tv_weight"), Rules.positive(Option.ITERATIONS, "-num_iterations")));
		all.addAll(List.of(PeerOption.flag((name, words, to) -> {
			// with the other of its kind, in finish
		}, GRADIENTS), PeerOption.word((name, word, to) -> PeerOption.oneOf(name, word, "random", "image"), INIT), PeerOption
			.word((name, word, to) -> {
				// with -init, in finish
			}, INIT_IMAGE), PeerOption.choice(Option.OPTIMISER, Map.of("lbfgs", "lbfgs", "adam", "adam"), "-optimizer"),
			PeerOption.number(Option.STEP_SIZE, "-learning_rate"), PeerOption.word(TorchOptions::history,
				"-lbfgs_num_correction"), PeerOption.wholeWithout("the status bar has the loss, and plot=yes draws it.",
					"-print_iter"), PeerOption.whole(Option.SAVE_EVERY, "-save_iter"), PeerOption.number(Option.STYLE_SCALE,
						"-style_scale")));
		all.addAll(List.of(PeerOption.choice(Option.COLOUR, Map.of("0", "style", "1", "content_yuv"), "-original_colors"),
			PeerOption.choice(Option.POOLING, Map.of("max", "max", "avg", "average"), "-pooling"), PeerOption.word(
				TorchOptions::model, MODEL), PeerOption.flag((name, words, to) -> to.note(name, BACKEND), "-cudnn_autotune"),
			PeerOption.word(Rules::seed, "-seed"), PeerOption.word((name, word, to) -> Rules.layers(Option.CONTENT_LAYERS, name,
				word, to), "-content_layers"), PeerOption.word((name, word, to) -> Rules.layers(Option.STYLE_LAYERS, name, word,
					to), "-style_layers")));
		all.addAll(List.of(own));
		return List.copyOf(all);
	}

	private static void start(final Words words, final Carried to) {
		final String image = words.last(INIT_IMAGE, "");
		final boolean fromImage = words.last(INIT, "random").equals("image");
		if (fromImage && image.isEmpty()) to.set(INIT, Option.INITIALISATION, "content");
		else if (fromImage) {
			to.set(INIT, Option.INITIALISATION, "image");
			to.set(INIT_IMAGE, Option.START_IMAGE, image);
		}
		else if (!image.isEmpty()) to.note(INIT_IMAGE + " " + image, "it is not used without -init image.");
	}

	/** 0 is the library's own number, which is 100. */
	private static void history(final String name, final String word, final Carried to) {
		final int pairs = PeerOption.whole(name, word);
		to.set(name, Option.HISTORY, pairs == 0 ? "100" : Integer.toString(pairs));
	}

	private static void model(final String name, final String word, final Carried to) {
		final String file = word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		if (file.matches("vgg_ilsvrc_19.*|vgg-?19.*")) Rules.network(name, "VGG-19-Keras", to);
		else if (file.matches("vgg_ilsvrc_16.*|vgg-?16.*")) Rules.network(name, "VGG-16", to);
		else to.note(name + " " + word, "it is no network that the catalogue knows; Import Network... takes VGG-16, VGG-19, " +
			"GoogLeNet and CaffeNet.");
	}
}
