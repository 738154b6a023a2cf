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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The options of crowsonkb/style-transfer-pytorch e7e2c71. */
final class CrowsonkbOptions {

	private static final String NO_PAGE = "there is no web page; preview=yes opens a window.";
	/** Of its values from 0 to 1, in grey levels. */
	private static final BigDecimal GREY_LEVELS = BigDecimal.valueOf(255);
	private static final String OPTIMIZER = "--optimizer";
	private static final String SAVE_EVERY = "--save-every";
	private static final String OUTPUT = "--output";

	static final List<PeerOption> ALL = List.of(PeerOption.without(Rules.SAVE_RESULT, OUTPUT, "-o"), new PeerOption(List.of(
		"--style-weights", "-sw"), "1..*", Rules::blend), new PeerOption(List.of("--devices"), "1..*",
			CrowsonkbOptions::devices), PeerOption.word(Rules::seed, "--random-seed", "-r"), PeerOption.number(
				Option.CONTENT_WEIGHT, "--content-weight", "-cw"), PeerOption.number(Option.TV_WEIGHT, "--tv-weight", "-tw"),
		PeerOption.choice(Option.OPTIMISER, Map.of("adam", "adam", "lbfgs", "lbfgs"), OPTIMIZER), Rules.positive(
			Option.STROKE_SIZE, "--min-scale", "-ms"), PeerOption.word(CrowsonkbOptions::endScale, "--end-scale", "-s"), Rules
				.positive(Option.ITERATIONS_FINER, "--iterations", "-i"), Rules.positive(Option.ITERATIONS, "--initial-iterations",
					"-ii"), PeerOption.whole(Option.SAVE_EVERY, SAVE_EVERY), PeerOption.word((name, word, to) -> to.set(name,
						Option.STEP_SIZE, greyLevels(PeerOption.number(name, word))), "--step-size", "-ss"),
		PeerOption.number(Option.AVERAGING, "--avg-decay", "-ad"), PeerOption.word(CrowsonkbOptions::start, "--init"),
		PeerOption.number(Option.STYLE_SCALE, "--style-scale-fac"), PeerOption.wholeWithout(
			"the style grows with the levels; style_scale sets its size relative to them.", "--style-size"), PeerOption.choice(
				Option.POOLING, Map.of("max", "max", "average", "average", "l2", "l2"), "--pooling"), PeerOption.without(
					"colours are taken as they are in the file.", "--proof"), PeerOption.flag((name, words, to) -> to.set(name,
						Option.PREVIEW, "yes"), "--web"), PeerOption.without(NO_PAGE, "--host"), PeerOption.wholeWithout(NO_PAGE,
							"--port"), new PeerOption(List.of("--browser"), "0..1", (name, words, to) -> to.note(name, NO_PAGE)));

	private CrowsonkbOptions() {
		// no instances
	}

	/** The images, and what hangs together. */
	static void finish(final Words words, final Carried to) {
		final List<String> images = words.images();
		if (images.size() < 2) {
			throw new IllegalArgumentException("crowsonkb's style-transfer-pytorch needs a content image and a style image.");
		}
		to.note(images.get(0), Rules.OPEN_CONTENT);
		to.set("style", Option.STYLE, String.join(";", images.subList(1, images.size())));
		if (words.last(OPTIMIZER, "adam").equals("lbfgs")) {
			to.set(OPTIMIZER, Option.BOUNDS, "no"); // only its Adam keeps values within bounds
			to.note(OPTIMIZER + " lbfgs", "the mean over the pictures on the way is of Adam alone.");
		}
		if (words.has(SAVE_EVERY)) Rules.saveFolder(words.last(OUTPUT, "out.png"), to);
		to.note("network", "the tool's own is torchvision's VGG-19; the VGG-16 that is built in is taken. Import Network... takes " +
			"torchvision's file with origin=torchvision; then add network=its name.");
	}

	// -- Helper methods --

	/** Without binary fractions: 0.02 are 5.1. */
	private static String greyLevels(final double ofOne) {
		return PeerOption.text(GREY_LEVELS.multiply(BigDecimal.valueOf(ofOne)).doubleValue());
	}

	private static void devices(final String name, final List<String> words, final Carried to) {
		final String first = words.get(0);
		if (words.size() > 1) to.note(name + " " + String.join(" ", words), "one device computes; the first is taken.");
		if (first.matches("cpu|cuda(:\\d+)?")) to.set(name, Option.DEVICE, first);
		else to.note(name + " " + first, "cpu and cuda are what can compute; device=auto takes the better one.");
	}

	/** A + behind the size makes the picture larger the less square it is. */
	private static void endScale(final String name, final String word, final Carried to) {
		final String size = word.replaceFirst("\\++$", "");
		if (!size.matches("[1-9]\\d*")) {
			throw new IllegalArgumentException(name + " is \"" + word +
				"\"; it must be a whole number from 1, with + behind it or not.");
		}
		to.set(name, Option.OUTPUT_SIZE, size);
		if (!size.equals(word)) {
			to.note(name + " " + word, "+ would enlarge it by the square root of the content's longer side over its shorter one.");
		}
	}

	private static void start(final String name, final String word, final Carried to) {
		final String ours = Map.of("content", "content", "gray", "grey", "uniform", "noise", "normal", "normal", "style_stats",
			"style_statistics").get(PeerOption.oneOf(name, word, "content", "gray", "uniform", "normal", "style_stats"));
		to.set(name, Option.INITIALISATION, ours);
		if (ours.equals("normal")) to.set(name, Option.NOISE_DEVIATION, greyLevels(.25));
	}
}
