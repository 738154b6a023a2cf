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

import io.github.styletransfer.transfer.Version;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line: {@code stylise CONTENT STYLE --output FILE}, the figures {@code reconstruct-content},
 * {@code reconstruct-style} and {@code grid}, {@code export-graph --output FILE},
 * {@code benchmark --size N --evaluations K}, {@code settings COMMAND} and {@code networks …}, with the macro keys as options.
 * All up to the graph run the SciJava commands, headless. Exit code 0, or 1 with one sentence on standard error.
 */
public final class Main {

	private final PrintStream out;
	private final PrintStream err;

	Main(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/** @param args see {@code --help} */
	public static void main(final String... args) {
		System.setProperty("java.awt.headless", "true");
		System.exit(new Main(System.out, System.err).execute(args));
	}

	/**
	 * @param args of the command line
	 * @return the exit code
	 */
	int execute(final String... args) {
		final CommandLine line = new CommandLine(root()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
			.setExecutionStrategy(this::run);
		line.setParameterExceptionHandler((e, a) -> fail(e.getMessage() + " (--help lists what is accepted)"));
		return line.execute(args);
	}

	// -- Helper methods --

	private int fail(final String sentence) {
		err.println(sentence);
		return 1;
	}

	private static CommandSpec root() {
		final CommandSpec root = CommandSpec.create().name("style-transfer").version("Style Transfer " + Version.current())
			.mixinStandardHelpOptions(true);
		root.usageMessage().description("Renders an image in the manner of a painting.");
		root.addSubcommand(PictureLine.STYLISE, PictureLine.stylise());
		for (final FigureKind kind : FigureKind.values()) root.addSubcommand(kind.line(), FigureLine.command(kind));
		root.addSubcommand(PictureLine.EXPORT, PictureLine.export());
		root.addSubcommand(BenchmarkLine.BENCHMARK, BenchmarkArguments.command());
		root.addSubcommand(SettingsLine.SETTINGS, SettingsLine.settings());
		root.addSubcommand(NetworksLine.NETWORKS, NetworksLine.networks());
		return root;
	}

	private int run(final ParseResult parsed) {
		if (CommandLine.printHelpIfRequested(parsed)) return 0;
		try {
			return runCommand(parsed);
		}
		catch (final CanceledException e) {
			return fail(e.getMessage());
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			return fail(Failures.sentenceOrThrow(e));
		}
	}

	private int runCommand(final ParseResult parsed) {
		if (!parsed.hasSubcommand()) throw new IllegalArgumentException("No command was given; " + PictureLine.STYLISE +
			", " + Arrays.stream(FigureKind.values()).map(FigureKind::line).collect(Collectors.joining(", ")) + ", " +
			PictureLine.EXPORT + ", " + BenchmarkLine.BENCHMARK + ", " + SettingsLine.SETTINGS + " and " +
			NetworksLine.NETWORKS + " are known (--help lists their options).");
		final ParseResult sub = parsed.subcommand();
		if (sub.commandSpec().name().equals(NetworksLine.NETWORKS)) return new NetworksLine(out, err).run(sub);
		if (sub.commandSpec().name().equals(BenchmarkLine.BENCHMARK)) return new BenchmarkLine(out, err).run(sub);
		if (sub.commandSpec().name().equals(SettingsLine.SETTINGS)) return new SettingsLine(out, err).run(sub);
		final Optional<FigureKind> figure = FigureLine.kind(sub.commandSpec().name());
		if (figure.isPresent()) return new FigureLine(out, err).run(figure.get(), sub);
		return new PictureLine(out, err).run(sub);
	}
}
