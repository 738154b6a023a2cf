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

import io.github.styletransfer.peers.OtherCommandLine;
import io.github.styletransfer.transfer.Option;

import java.io.PrintStream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line {@code settings "COMMAND"}: prints the macro's call of the same stylisation. */
final class SettingsLine {

	static final String SETTINGS = "settings";

	private final PrintStream out;
	private final PrintStream err;

	SettingsLine(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	static CommandSpec settings() {
		final CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
		spec.usageMessage().description("Prints the macro call that does what a command line of another tool does; what has no " +
			"counterpart goes to standard error.");
		return spec.addPositional(Arguments.positional(0, "COMMAND", true, Option.COMMAND.help() + " Accepted: " +
			Option.COMMAND.accepted() + "; in quotes, as one word."));
	}

	int run(final ParseResult parsed) {
		final OtherCommandLine line = OtherCommandLine.parse(parsed.matchedPositionalValue(0, ""));
		out.println(Settings_from_Command_Line.call(line));
		line.notes().forEach(err::println);
		return 0;
	}
}
