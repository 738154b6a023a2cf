package io.github.styletransfer.plugin;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import io.github.styletransfer.transfer.Option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

	/** Runs a command; a failure is told in one sentence and stops the macro that called. */
	static void guarded(final String title, final Runnable command) {
		try {
			command.run();
		}
		catch (final CanceledException e) {
			// without a macro, SciJava has told the reason, or the user closed the dialog
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
