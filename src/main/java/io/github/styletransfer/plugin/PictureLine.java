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

import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.network.format.WeightsReader;
import io.github.styletransfer.network.store.Hints;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.network.store.NetworkLibrary;
import io.github.styletransfer.network.store.Step;
import io.github.styletransfer.network.store.StoreMonitor;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command lines {@code stylise} and {@code export-graph}. */
final class PictureLine {

	static final String STYLISE = "stylise";
	static final String EXPORT = "export-graph";

	private final PrintStream out;
	private final PrintStream err;

	PictureLine(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	static CommandSpec stylise() {
		final List<Option> options = new ArrayList<>(Option.STYLISATION);
		options.removeAll(List.of(Option.STYLE, Option.PREVIEW, Option.PLOT));
		options.add(Option.OUTPUT);
		return Arguments.command("Stylises an image.", withWeights(options)).addPositional(Arguments.positional(0, "CONTENT",
			true, "The image to be stylised.")).addPositional(Arguments.positionals(1, "STYLE", Option.STYLE.help()));
	}

	static CommandSpec export() {
		return Arguments.command("Writes the loss and gradient of the chosen layers as an .onnx file.", withWeights(
			Option.GRAPH_EXPORT));
	}

	int run(final ParseResult parsed) {
		return parsed.commandSpec().name().equals(STYLISE) ? stylise(parsed) : export(parsed);
	}

	// -- Helper methods --

	static List<Option> withWeights(final List<Option> options) {
		final List<Option> all = new ArrayList<>(options);
		all.add(Option.WEIGHTS);
		all.addAll(Option.WEIGHTS_FILE);
		return all;
	}

	private int stylise(final ParseResult parsed) {
		final Map<Option, String> values = Arguments.values(parsed);
		final NetworkOpener network = network(values);
		final Settings settings = Settings.parse(values);
		final OnTheWay way = OnTheWay.of(values);
		if (way.saveEvery() > 0 && way.saveFolder().isEmpty()) {
			throw new IllegalArgumentException("--save_every is given without --save_folder; on the command line there is no stack.");
		}
		final Path output = Path.of(values.remove(Option.OUTPUT));
		ImageFiles.checkWritable(output);
		if (settings.isGreyResult() && !ImageFiles.keepsGrey(output)) {
			throw new IllegalArgumentException("The output \"" + output +
				"\" cannot keep the bit depth and display range of grey_result=yes; give a file that ends in .tif.");
		}
		values.put(Option.STYLE, Arguments.positionals(parsed, 1));
		values.keySet().retainAll(Option.STYLISATION);
		Devices.HERE.prepare(settings.device());
		final ImagePlus content = ImageFiles.open(Path.of(parsed.matchedPositionalValue(0, "")), "content image");
		try (Terminal terminal = new Terminal(err); SciJavaLine line = new SciJavaLine(terminal)) {
			DeviceNotice.tell(Devices.HERE.choose(settings.device()), terminal::onNotice);
			ImageFiles.save(line.stylise(content, values, told(network, terminal)), output);
		}
		out.println("Wrote " + output);
		return 0;
	}

	private int export(final ParseResult parsed) {
		final Map<Option, String> values = Arguments.values(parsed);
		final NetworkOpener network = network(values);
		values.keySet().retainAll(Option.GRAPH_EXPORT);
		try (Terminal terminal = new Terminal(err); SciJavaLine line = new SciJavaLine(terminal)) {
			line.export(values, told(network, terminal));
		}
		out.println("Wrote " + values.get(Option.OUTPUT));
		return 0;
	}

	/** The same network; what the user must know of it is told on the terminal. */
	static NetworkOpener told(final NetworkOpener network, final Terminal terminal) {
		return monitor -> network.open(new StoreMonitor() {

			@Override
			public void onProgress(final Step step, final long done, final long total) {
				monitor.onProgress(step, done, total);
			}

			@Override
			public void onNotice(final String sentence) {
				terminal.onNotice(sentence);
			}

			@Override
			public boolean isCancelled() {
				return monitor.isCancelled();
			}
		});
	}

	/** @return opens the network that was chosen: a stored one by its name, or a file of weights */
	static NetworkOpener network(final Map<Option, String> values) {
		final Hints hints = WeightsHints.parse(values);
		if (values.containsKey(Option.WEIGHTS)) {
			if (values.containsKey(Option.NETWORK)) {
				throw new IllegalArgumentException("--network and --weights are both given; choose a stored network or a file.");
			}
			final Path file = NetworkActions.path(values, Option.WEIGHTS);
			return monitor -> new NamedWeights(Optional.empty(), WeightsReader.read(file, hints.given()));
		}
		for (final Option o : Option.WEIGHTS_FILE) {
			if (values.containsKey(o)) {
				throw new IllegalArgumentException("--" + o.key() + " is given without --weights; it says what is in such a file.");
			}
		}
		final NetworkLibrary library = new NetworkLibrary(Arguments.store(values));
		return monitor -> library.open(values.getOrDefault(Option.NETWORK, Option.NETWORK.defaultValue()), monitor);
	}
}
