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

import io.github.styletransfer.network.store.ModelStore;
import io.github.styletransfer.network.store.NetworkListing;
import io.github.styletransfer.network.store.Verification;
import io.github.styletransfer.transfer.Option;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command lines {@code networks list}, {@code import}, {@code download}, {@code verify} and {@code remove}. */
final class NetworksLine {

	static final String NETWORKS = "networks";
	private static final String LIST = "list";
	private static final String IMPORT = "import";
	private static final String DOWNLOAD = "download";
	private static final String VERIFY = "verify";
	private static final String REMOVE = "remove";

	private final PrintStream out;
	private final PrintStream err;

	NetworksLine(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	static CommandSpec networks() {
		final CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
		spec.usageMessage().description("Lists, imports, downloads, verifies and removes networks.");
		spec.addSubcommand(LIST, Arguments.command("Lists the embedded network, the stored ones and the catalogue.", List
			.of()));
		spec.addSubcommand(IMPORT, importFile());
		spec.addSubcommand(DOWNLOAD, byName("Downloads a network of the catalogue.", true));
		spec.addSubcommand(VERIFY, byName("Computes the checksum of a network, or of all.", false));
		spec.addSubcommand(REMOVE, byName("Removes a stored network.", true));
		return spec;
	}

	int run(final ParseResult parsed) {
		if (!parsed.hasSubcommand()) {
			throw new IllegalArgumentException("networks needs one of " + String.join(", ", LIST, IMPORT, DOWNLOAD, VERIFY,
				REMOVE) + " (--help lists their options).");
		}
		final ParseResult sub = parsed.subcommand();
		final Map<Option, String> values = Arguments.values(sub);
		final ModelStore store = Arguments.store(values);
		store.catalogue().problem().ifPresent(err::println);
		final NetworkActions actions = new NetworkActions(store);
		if (sub.hasMatchedPositional(0)) {
			final boolean file = sub.commandSpec().name().equals(IMPORT);
			values.put(file ? Option.FILE : Option.NAME, sub.matchedPositionalValue(0, ""));
		}
		return run(sub.commandSpec().name(), values, actions);
	}

	// -- Helper methods --

	private static CommandSpec importFile() {
		final List<Option> options = new ArrayList<>(Option.IMPORT);
		options.removeAll(List.of(Option.FILE, Option.ARCHITECTURE));
		return Arguments.command("Stores a file of weights.", options).addOption(Arguments.option(Option.ARCHITECTURE,
			"--network", "--architecture")).addPositional(Arguments.positional(0, "FILE", true, Option.FILE.help()));
	}

	private static CommandSpec byName(final String description, final boolean required) {
		return Arguments.command(description, List.of()).addPositional(Arguments.positional(0, "NAME", required,
			"The name of a network."));
	}

	private int run(final String command, final Map<Option, String> values, final NetworkActions actions) {
		try (Terminal terminal = new Terminal(err)) {
			final String sentence = switch (command) {
				case LIST -> table(actions.store().list());
				case IMPORT -> actions.importFile(values, terminal);
				case DOWNLOAD -> actions.download(values, terminal);
				case REMOVE -> actions.remove(values);
				default -> values.containsKey(Option.NAME) ? actions.verify(values, terminal) : "";
			};
			terminal.close();
			if (sentence.isEmpty()) return verifyAll(actions, terminal);
			out.println(sentence);
			return 0;
		}
	}

	private int verifyAll(final NetworkActions actions, final Terminal terminal) {
		final List<Verification> all = actions.verifyAll(terminal);
		terminal.close();
		all.forEach(v -> (v.sound() ? out : err).println(v.sentence()));
		return all.stream().allMatch(Verification::sound) ? 0 : 1;
	}

	private static String table(final List<NetworkListing> networks) {
		final List<String[]> rows = new ArrayList<>(List.<String[]>of(NetworkTexts.COLUMNS));
		networks.forEach(n -> rows.add(NetworkTexts.row(n)));
		final StringBuilder text = new StringBuilder();
		for (final String[] row : rows) {
			final StringBuilder line = new StringBuilder();
			for (int i = 0; i < row.length; i++) {
				final int column = i;
				final int width = rows.stream().mapToInt(r -> r[column].length()).max().orElse(0);
				line.append(row[i]).append(" ".repeat(width - row[i].length() + 2));
			}
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString().stripTrailing();
	}
}
