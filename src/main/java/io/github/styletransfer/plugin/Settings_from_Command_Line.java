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

import ij.IJ;
import ij.plugin.PlugIn;

import io.github.styletransfer.peers.OtherCommandLine;
import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plugins &gt; Style Transfer &gt; Settings from Command Line...: turns another tool's command line into settings. The next
 * dialog of a stylisation begins with them, and the log has the macro's call. The underscore is what makes ImageJ list it.
 */
public class Settings_from_Command_Line implements PlugIn {

	static final String TITLE = "Settings from Command Line";
	private static final List<Option> OPTIONS = List.of(Option.COMMAND);

	@Override
	public void run(final String arg) {
		Host.guarded(TITLE, () -> {
			final Optional<Map<Option, String>> given = Host.macroValues(OPTIONS);
			final Optional<Map<Option, String>> values = given.isPresent() || GraphicsEnvironment.isHeadless() ? given : ask();
			if (values.isEmpty() && !GraphicsEnvironment.isHeadless()) return;
			take(OtherCommandLine.parse(values.orElse(Map.of()).getOrDefault(Option.COMMAND, "")));
		});
	}

	/**
	 * @param line of another tool
	 * @return the macro's call of the same stylisation
	 */
	static String call(final OtherCommandLine line) {
		return MacroOptions.call(Style_Transfer.COMMAND, line.values());
	}

	// -- Helper methods --

	private static Optional<Map<Option, String>> ask() {
		return new PlainDialog(TITLE, OPTIONS).message(Option.COMMAND, "A line that runs jcjohnson's neural-style, " +
			"neural-style-pt,\nfzliu's style-transfer or crowsonkb's style-transfer-pytorch.").ask();
	}

	private static void take(final OtherCommandLine line) {
		Draft.remember(line.values());
		IJ.log(call(line));
		line.notes().forEach(IJ::log);
		IJ.showStatus("The next Style Transfer... begins with the settings of " + line.tool() + ".");
	}
}
