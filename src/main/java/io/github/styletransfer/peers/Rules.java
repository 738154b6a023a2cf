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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the options of several tools become. */
final class Rules {

	static final String OPEN_CONTENT = "open it first; the active image is stylised.";
	static final String SAVE_RESULT = "the result opens as an image; saveAs writes it to a file.";
	private static final Pattern LAYER = Pattern.compile("(relu|conv)(\\d_\\d)");
	private static final Map<String, String> PUBLISHED = Map.of("VGG-16", "", "VGG-19-Keras",
		"run(\"Download Network...\", \"name=VGG-19-Keras\") fetches the same training.", "GoogLeNet-BVLC",
		"Import Network... takes the file, and name=GoogLeNet-BVLC calls it so.", "CaffeNet-BVLC",
		"Import Network... takes the file, and name=CaffeNet-BVLC calls it so.");

	private Rules() {
		// no instances
	}

	/** Images separated by commas. */
	static void styles(final String name, final String word, final Carried to) {
		to.set(name, Option.STYLE, String.join(";", word.split(",")));
	}

	/** Numbers separated by commas, one for each style. */
	static void blend(final String name, final String word, final Carried to) {
		blend(name, List.of(word.split(",")), to);
	}

	/** The same, one a word. */
	static void blend(final String name, final List<String> words, final Carried to) {
		to.set(name, Option.STYLE_BLEND, String.join(",", words.stream().map(w -> PeerOption.text(PeerOption.number(name, w)))
			.toList()));
	}

	/** A size or a number of iterations, which cannot be 0: ours has another meaning then. */
	static PeerOption positive(final Option o, final String... names) {
		return PeerOption.word((name, word, to) -> {
			final int number = PeerOption.whole(name, word);
			if (number < 1) {
				throw new IllegalArgumentException(name + " is \"" + word + "\"; it must be a whole number from 1.");
			}
			to.set(name, o, Integer.toString(number));
		}, names);
	}

	/** A seed; the tools take -1 for another one each time. */
	static void seed(final String name, final String word, final Carried to) {
		final int seed = PeerOption.whole(name, word);
		if (seed >= 0) to.set(name, Option.SEED, Integer.toString(seed));
		else to.note(name + " " + word, "the same seed gives the same picture; there is none for another one each time.");
	}

	/**
	 * GPUs by number, separated by commas.
	 *
	 * @param cpu the number or letter of the processor
	 */
	static void gpu(final String name, final String word, final String cpu, final Carried to) {
		final String[] devices = word.split(",");
		if (devices.length > 1) to.note(name + " " + word, "one device computes; the first is taken.");
		final String first = devices[0].strip();
		if (first.equals(cpu)) to.set(name, Option.DEVICE, "cpu");
		else {
			final int number = PeerOption.whole(name, first);
			if (number < 0) throw new IllegalArgumentException(name + " is \"" + word + "\"; there is no such device.");
			if (number > 0) to.set(name, Option.DEVICE, "cuda:" + number); // 0 is what auto takes
		}
	}

	/** Names of layers as Torch has them. */
	static void layers(final Option o, final String name, final String word, final Carried to) {
		final List<String> layers = new ArrayList<>();
		for (final String layer : word.split(",")) {
			final Matcher known = LAYER.matcher(layer.strip());
			if (!known.matches()) {
				to.note(name + " " + layer, "only convolutions with their ReLU are layers here; it is left out.");
				continue;
			}
			layers.add("conv" + known.group(2));
			if (known.group(1).equals("conv")) to.note(name + " " + layer, "it is taken behind its ReLU here.");
			if (known.group(2).endsWith("_4")) to.note(name + " " + layer, "VGG-19 has it, VGG-16 does not.");
		}
		if (layers.isEmpty()) {
			throw new IllegalArgumentException(name + " is \"" + word + "\"; none of these layers has a counterpart.");
		}
		to.set(name, o, String.join(",", layers));
	}

	/** A network of the catalogue, and how to get it. */
	static void network(final String name, final String network, final Carried to) {
		to.set(name, Option.NETWORK, network);
		if (!PUBLISHED.get(network).isEmpty()) to.note(name, PUBLISHED.get(network));
	}

	/** That VGG-19, which a tool takes if nobody asks for another, is not taken. */
	static void withoutVgg19(final Carried to) {
		to.note("network", "the tool's own is VGG-19; the VGG-16 that is built in is taken. " + PUBLISHED.get(
			"VGG-19-Keras") + " Then add network=VGG-19-Keras.");
	}

	/** The folder of a tool's output is that of its pictures on the way. */
	static void saveFolder(final String output, final Carried to) {
		final int end = Math.max(output.lastIndexOf('/'), output.lastIndexOf('\\'));
		if (end > 0) to.set("output", Option.SAVE_FOLDER, output.substring(0, end));
	}
}
