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
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;
import io.github.styletransfer.transfer.Version;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.Command;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line: {@code stylise CONTENT STYLE --output FILE} and {@code export-graph --output FILE}, with the macro keys as
 * options. It runs the SciJava commands, headless. Exit code 0, or 1 with one sentence on standard error.
 */
public final class Main {

	private static final String STYLISE = "stylise";
	private static final String EXPORT = "export-graph";

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
		final CommandLine line = new CommandLine(root()).setOut(new java.io.PrintWriter(out, true)).setErr(
			new java.io.PrintWriter(err, true)).setExecutionStrategy(this::run);
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
		root.addSubcommand(STYLISE, stylise());
		root.addSubcommand(EXPORT, options(CommandSpec.create(), Option.GRAPH_EXPORT, List.of(),
			"Writes the loss and gradient of the chosen layers as an .onnx file."));
		return root;
	}

	private static CommandSpec stylise() {
		final CommandSpec spec = options(CommandSpec.create(), Option.STYLISATION, List.of(Option.STYLE, Option.PREVIEW),
			"Stylises an image.");
		spec.addPositional(PositionalParamSpec.builder().index("0").paramLabel("CONTENT").type(String.class).required(true)
			.description("The image to be stylised.").build());
		spec.addPositional(PositionalParamSpec.builder().index("1").paramLabel("STYLE").type(String.class).required(true)
			.description(Option.STYLE.help()).build());
		return spec.addOption(option(Option.OUTPUT));
	}

	private static CommandSpec options(final CommandSpec spec, final List<Option> options, final List<Option> without,
		final String description)
	{
		spec.mixinStandardHelpOptions(true).usageMessage().description(description);
		options.stream().filter(o -> !without.contains(o)).forEach(o -> spec.addOption(option(o)));
		return spec;
	}

	private static OptionSpec option(final Option o) {
		final boolean required = o == Option.OUTPUT;
		return OptionSpec.builder("--" + o.key()).type(String.class).required(required).paramLabel(required ? "FILE" : "VALUE")
			.description(o.help() + " Accepted: " + o.accepted() + "." + (required ? "" : " Default: " + o.defaultValue() +
				".")).build();
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
		if (!parsed.hasSubcommand()) throw new IllegalArgumentException("No command was given; " + STYLISE + " and " +
			EXPORT + " are known (--help lists their options).");
		final ParseResult sub = parsed.subcommand();
		try (Context context = new Context()) {
			return sub.commandSpec().name().equals(STYLISE) ? stylise(context, sub) : export(context, sub);
		}
	}

	private int stylise(final Context context, final ParseResult parsed) {
		final Map<Option, String> values = values(parsed);
		Settings.parse(values);
		final Path output = Path.of(values.remove(Option.OUTPUT));
		ImageFiles.checkWritable(output);
		values.put(Option.STYLE, parsed.matchedPositionalValue(1, ""));
		final ImagePlus content = ImageFiles.open(Path.of(parsed.matchedPositionalValue(0, "")), "content image");
		final Map<String, Object> inputs = inputs(values);
		inputs.put("content", content);
		final Module module = run(context, StyleTransferCommand.class, inputs);
		ImageFiles.save((ImagePlus) module.getOutput("stylised"), output);
		out.println("Wrote " + output);
		return 0;
	}

	private int export(final Context context, final ParseResult parsed) {
		final Map<Option, String> values = values(parsed);
		run(context, ExportGraphCommand.class, inputs(values));
		out.println("Wrote " + values.get(Option.OUTPUT));
		return 0;
	}

	private Module run(final Context context, final Class<? extends Command> command, final Map<String, Object> inputs) {
		final Terminal terminal = new Terminal(err);
		context.service(org.scijava.event.EventService.class).subscribe(terminal);
		try {
			return SciJavaRun.run(context, command, inputs);
		}
		finally {
			terminal.end();
		}
	}

	private static Map<Option, String> values(final ParseResult parsed) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		parsed.matchedOptions().forEach(o -> values.put(Option.of(o.longestName().substring(2)), o.getValue()));
		return values;
	}

	private static Map<String, Object> inputs(final Map<Option, String> values) {
		final Map<String, Object> inputs = new HashMap<>();
		values.forEach((o, text) -> inputs.put(o.key(), OptionInputs.typed(o, text)));
		return inputs;
	}

	/** Shows the application's status as one line that is written over. */
	public static final class Terminal {

		private final PrintStream to;
		private int shown;

		Terminal(final PrintStream to) {
			this.to = to;
		}

		/**
		 * Called by SciJava.
		 *
		 * @param event what a status bar would show
		 */
		@EventHandler
		public void onEvent(final StatusEvent event) {
			final String message = event.getStatusMessage() == null ? "" : event.getStatusMessage();
			if (message.isEmpty() || event.getProgressMaximum() <= 0) return;
			final int percent = 100 * event.getProgressValue() / event.getProgressMaximum();
			final String line = String.format("%3d %%  %s", percent, message);
			to.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
			to.flush();
			shown = line.length();
		}

		void end() {
			if (shown > 0) to.println();
		}
	}
}
