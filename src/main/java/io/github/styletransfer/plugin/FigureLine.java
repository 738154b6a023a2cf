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

import ij.ImagePlus;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.FigureSettings;
import io.github.styletransfer.transfer.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command lines {@code reconstruct-content}, {@code reconstruct-style} and {@code grid}. */
final class FigureLine {

	/** Options that have a shorter name here; as macro keys these would be tails of others. */
	private static final Map<Option, String> SHORT = Map.of(Option.LAYER_LIST, "--layers", Option.RATIO_LIST, "--ratios",
		Option.ITERATIONS_FROM_NOISE, "--iterations");

	private final PrintStream out;
	private final PrintStream err;

	FigureLine(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * @param name of a command
	 * @return the figure that it makes, if it makes one
	 */
	static Optional<FigureKind> kind(final String name) {
		return Arrays.stream(FigureKind.values()).filter(k -> k.line().equals(name)).findFirst();
	}

	static CommandSpec command(final FigureKind kind) {
		final List<Option> options = PictureLine.withWeights(kind.options().stream().filter(o -> o != Option.STYLE && !SHORT
			.containsKey(o)).toList());
		options.add(Option.OUTPUT);
		final CommandSpec spec = Arguments.command(description(kind), options);
		kind.options().stream().filter(SHORT::containsKey).forEach(o -> spec.addOption(Arguments.option(o, SHORT.get(o), "--" +
			o.key())));
		return switch (kind) {
			case CONTENT -> spec.addPositional(Arguments.positional(0, "IMAGE", true, "The image to be reconstructed."));
			case STYLE -> spec.addPositional(Arguments.positional(0, "STYLE", true, "The style to be reconstructed."));
			case GRID -> spec.addPositional(Arguments.positional(0, "CONTENT", true, "The image to be stylised.")).addPositional(
				Arguments.positional(1, "STYLE", true, Option.STYLE.help()));
		};
	}

	int run(final FigureKind kind, final ParseResult parsed) {
		final Map<Option, String> values = Arguments.values(parsed);
		final NetworkOpener network = PictureLine.network(values);
		FigureSettings.parse(values);
		final Path output = Path.of(values.remove(Option.OUTPUT));
		ImageFiles.checkStackWritable(output);
		values.keySet().retainAll(kind.options());
		final boolean style = kind == FigureKind.STYLE;
		if (kind == FigureKind.GRID) values.put(Option.STYLE, parsed.matchedPositionalValue(1, ""));
		final ImagePlus image = ImageFiles.open(Path.of(parsed.matchedPositionalValue(0, "")), style ? "style image"
			: "content image");
		try (Terminal terminal = new Terminal(err); SciJavaLine line = new SciJavaLine(terminal)) {
			ImageFiles.saveStack(line.figure(kind, image, values, PictureLine.told(network, terminal)), output);
		}
		out.println("Wrote " + output);
		return 0;
	}

	private static String description(final FigureKind kind) {
		return switch (kind) {
			case CONTENT -> "Reconstructs an image from what each layer keeps of its content.";
			case STYLE -> "Makes textures from what nested sets of layers keep of a style.";
			case GRID -> "Stylises an image with nested sets of style layers (rows) and ratios alpha/beta (columns).";
		};
	}
}
