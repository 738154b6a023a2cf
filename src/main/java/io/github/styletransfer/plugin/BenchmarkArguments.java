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
package io.github.styletransfer.plugin;

import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.FloatStack;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.transfer.GeneratedPicture;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a command line {@code benchmark} asks for, checked. Its own options are no {@link Option}s: nobody gives them in a
 * dialog or macro.
 *
 * @param size of both pictures, in pixels
 * @param evaluations to time
 * @param contentFile empty for a generated picture
 * @param styleFile empty for a generated picture
 * @param gradient the file to write it to
 * @param settings of the objective, device and threads
 * @param network opens the network
 */
record BenchmarkArguments(int size, int evaluations, Optional<Path> contentFile, Optional<Path> styleFile,
	Optional<Path> gradient, Settings settings, NetworkOpener network)
{

	private static final String SIZE = "--size";
	private static final String EVALUATIONS = "--evaluations";
	private static final String CONTENT = "--content";
	private static final String STYLE = "--style";
	private static final String GRADIENT = "--gradient";

	private static final int SMALLEST = 16;
	/** Whose three channels fit one array of Java's. */
	private static final int LARGEST = 26754;
	private static final int MOST_EVALUATIONS = 100000;
	private static final List<Option> OPTIONS = List.of(Option.NETWORK, Option.CONTENT_LAYERS, Option.STYLE_LAYERS,
		Option.POOLING, Option.CONTENT_WEIGHT, Option.STYLE_WEIGHT, Option.DEVICE, Option.MEMORY,
		Option.THREADS);

	static CommandSpec command() {
		final List<Option> options = new ArrayList<>(OPTIONS);
		options.add(Option.WEIGHTS);
		options.addAll(Option.WEIGHTS_FILE);
		final CommandSpec spec = Arguments.command("Times evaluations of the loss and its gradient; prints one line of JSON.",
			options);
		spec.addOption(own(SIZE, "N", "Sides of the picture: a whole number from " + SMALLEST + " to " + LARGEST + ".", true));
		spec.addOption(own(EVALUATIONS, "K", "How many are timed: a whole number from 1 to " + MOST_EVALUATIONS + ".", true));
		spec.addOption(own(CONTENT, "FILE", "Content, resampled to N x N; a generated picture if neither is given.", false));
		spec.addOption(own(STYLE, "FILE", "Style, resampled to N x N; to be given with --content.", false));
		return spec.addOption(own(GRADIENT, "FILE", "Where the gradient is written: a .tif of 32 bits, slices R, G, B.",
			false));
	}

	/**
	 * @param parsed a command line
	 * @return what it asks for
	 * @throws IllegalArgumentException if a value is not accepted; the sentence names it
	 * @throws io.github.styletransfer.image.ImageFileException if the gradient's file cannot be written
	 */
	static BenchmarkArguments of(final ParseResult parsed) {
		final Map<Option, String> values = Arguments.values(parsed);
		final BenchmarkArguments given = new BenchmarkArguments(whole(parsed, SIZE, SMALLEST, LARGEST), whole(parsed,
			EVALUATIONS, 1, MOST_EVALUATIONS), file(parsed, CONTENT), file(parsed, STYLE), file(parsed, GRADIENT),
			Settings.parse(values), PictureLine.network(values));
		if (given.contentFile().isPresent() != given.styleFile().isPresent()) {
			throw new IllegalArgumentException("Of --content and --style only one is given; give both, or none for generated " +
				"pictures.");
		}
		given.gradient().ifPresent(FloatStack::checkWritable);
		return given;
	}

	/** @return the content in its size */
	PlanarImage content() {
		return contentFile.map(f -> open(f, "content image")).orElseGet(() -> GeneratedPicture.content(size));
	}

	/** @return the style in its size */
	PlanarImage style() {
		return styleFile.map(f -> open(f, "style image")).orElseGet(() -> GeneratedPicture.style(size));
	}

	// -- Helper methods --

	private PlanarImage open(final Path file, final String what) {
		return Resampling.resize(DisplayedPlane.of(ImageFiles.open(file, what), what), size, size);
	}

	private static OptionSpec own(final String name, final String label, final String help, final boolean required) {
		return OptionSpec.builder(name).type(String.class).paramLabel(label).description(help).required(required).build();
	}

	private static int whole(final ParseResult parsed, final String name, final int least, final int most) {
		final String text = parsed.matchedOptionValue(name, "").trim();
		final boolean accepted = text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(
			text) <= most;
		if (accepted) return Integer.parseInt(text);
		throw new IllegalArgumentException(name + " is \"" + text + "\"; it must be a whole number from " + least + " to " +
			most + ".");
	}

	private static Optional<Path> file(final ParseResult parsed, final String name) {
		final String text = parsed.matchedOptionValue(name, (String) null);
		if (text == null) return Optional.empty();
		try {
			if (!text.isBlank()) return Optional.of(Path.of(text));
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException(name + " is \"" + text + "\"; it must be the path of a file.", e);
		}
		throw new IllegalArgumentException(name + " is empty; it must be the path of a file.");
	}
}
