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

import java.util.List;
import java.util.Locale;

/** The options of fzliu/style-transfer 265f7e4. */
final class FzliuOptions {

	private static final String STYLE = "-s";
	private static final String CONTENT = "-c";

	static final List<PeerOption> ALL = List.of(PeerOption.word((name, word, to) -> to.set(name, Option.STYLE, word), STYLE,
		"--style-img"), PeerOption.without(Rules.OPEN_CONTENT, CONTENT, "--content-img"), PeerOption.word((name, word,
			to) -> Rules.gpu(name, word, "-1", to), "-g", "--gpu-id"), PeerOption.word(FzliuOptions::model, "-m", "--model"),
		PeerOption.word(FzliuOptions::start, "-i", "--init"), PeerOption.number(Option.STYLE_WEIGHT, "-r", "--ratio"), Rules
			.positive(Option.ITERATIONS, "-n", "--num-iters"), PeerOption.word(FzliuOptions::length, "-l", "--length"),
		PeerOption.flag((name, words, to) -> to.note(name, "the status bar has the loss, and plot=yes draws it."), "-v",
			"--verbose"), PeerOption.without(Rules.SAVE_RESULT, "-o", "--output"));

	private FzliuOptions() {
		// no instances
	}

	/** What must be there. */
	static void finish(final Words words, final Carried to) {
		for (final String name : List.of(STYLE, CONTENT)) {
			if (!words.has(name)) throw new IllegalArgumentException("fzliu's style-transfer needs " + name + ".");
		}
	}

	// -- Helper methods --

	private static void model(final String name, final String word, final Carried to) {
		switch (PeerOption.oneOf(name, word.toLowerCase(Locale.ROOT), "vgg16", "vgg19", "googlenet", "caffenet")) {
			case "vgg16" -> Rules.network(name, "VGG-16", to);
			case "vgg19" -> Rules.network(name, "VGG-19-Keras", to);
			case "caffenet" -> Rules.network(name, "CaffeNet-BVLC", to);
			default -> {
				Rules.network(name, "GoogLeNet-BVLC", to);
				to.set(name, Option.CONTENT_LAYERS, "conv2/3x3:0.0002,inception_3a/output:0.9998");
			}
		}
	}

	/** Noise by its power of the frequency: 0 is white, -1 pink. */
	private static void start(final String name, final String word, final Carried to) {
		if (word.equals("content")) to.set(name, Option.INITIALISATION, "content");
		else if (word.equals("mixed")) {
			to.set(name, Option.INITIALISATION, "mixed");
			to.set(name, Option.NOISE_RATIO, "0.05");
		}
		else {
			if (!word.matches("-?\\d+")) {
				throw new IllegalArgumentException(name + " is \"" + word + "\"; it must be content, mixed or a whole number.");
			}
			to.set(name, Option.INITIALISATION, "pink");
			final int power = PeerOption.whole(name, word);
			to.set(name, Option.PINK_POWER, Integer.toString(Math.max(0, -power)));
			if (power > 0) to.note(name + " " + word, "noise that grows with the frequency is not there; it is white.");
		}
	}

	private static void length(final String name, final String word, final Carried to) {
		final long pixels = Math.round(PeerOption.number(name, word));
		if (pixels < 1) throw new IllegalArgumentException(name + " is \"" + word + "\"; it must be a number from 1.");
		to.set(name, Option.OUTPUT_SIZE, Long.toString(pixels));
	}
}
