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
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What the PlugIns share: which application they are in, the macro's options, and how a failure is told. */
final class Host {

	private Host() {
		// no instances
	}

	/**
	 * Whether this is Fiji (or any ImageJ with the legacy layer of ImageJ2). Asked before anything of SciJava is touched,
	 * because a mere scijava-common beside a plain ImageJ would break otherwise.
	 */
	static boolean isFiji() {
		try {
			Class.forName("net.imagej.legacy.LegacyService", false, IJ.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException plain) {
			return false;
		}
	}

	/**
	 * @param options of the command
	 * @return what the macro gives; nothing when no macro gives options, so that a dialog is to be shown
	 * @throws IllegalArgumentException if the macro names an unknown key
	 */
	static Optional<Map<Option, String>> macroValues(final List<Option> options) {
		final String text = Macro.getOptions();
		return text == null ? Optional.empty() : Optional.of(MacroOptions.parse(text, options));
	}

	/**
	 * Runs a command that was called from the menu and lets the recorder write what a macro must name of its values. Nothing is
	 * recorded that was not done.
	 *
	 * @param options of the command, in the order in which they are written
	 * @param command gives the values that it used; nothing if the user cancelled
	 */
	static void recorded(final List<Option> options, final Supplier<Optional<Map<Option, String>>> command) {
		Optional<Map<Option, String>> done = Optional.empty();
		try {
			done = command.get();
		}
		finally {
			if (Recorder.record && done.isPresent()) record(options, Preset.changed(done.get()));
			else if (Recorder.record) Recorder.setCommand(null);
		}
	}

	private static void record(final List<Option> options, final Map<Option, String> changed) {
		Recorder.resetCommandOptions();
		for (final Option o : options) {
			final String value = changed.get(o);
			if (value != null) Recorder.recordOption(o.key(), o.kind() == Option.Kind.PATH ? Recorder.fixPath(value) : value);
		}
	}

	/** Runs a command; a failure is told in one sentence and stops the macro that called. */
	static void guarded(final String title, final Runnable command) {
		try {
			command.run();
		}
		catch (final CanceledException e) {
			// without a macro, SciJava has told the reason, or the user closed the dialog
			if (Interpreter.getInstance() != null) stop(title, e.getMessage());
		}
		catch (final CancellationException e) {
			IJ.showStatus(e.getMessage()); // the user wanted it: no window
			if (Interpreter.getInstance() != null) stop(title, e.getMessage());
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			stop(title, Failures.sentenceOrThrow(e));
		}
	}

	/** Tells a failure and stops the macro that called, if there is one. */
	private static void stop(final String title, final String sentence) {
		final Interpreter macro = Interpreter.getInstance();
		IJ.showStatus(sentence);
		if (macro != null) macro.abort(sentence);
		else IJ.error(title, sentence);
	}
}
