package io.github.styletransfer.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.awt.GraphicsEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.module.Module;

/** Hands over to the SciJava commands. A class of its own, so that plain ImageJ never loads SciJava. */
final class FijiHost {

	private FijiHost() {
		// no instances
	}

	/**
	 * @param content the image that is active on the caller's thread: on SciJava's own, batch mode would give another
	 * @param given what a macro gives; nothing to show a dialog
	 * @throws CanceledException if the command was cancelled or refused to run
	 */
	static void stylise(final ImagePlus content, final Optional<Map<Option, String>> given) {
		given.ifPresent(Settings::parse); // as text, before SciJava turns what is no number into 0
		final Map<String, Object> inputs = inputs(given, Option.STYLISATION);
		inputs.put("content", content);
		final ImagePlus result = (ImagePlus) run(StyleTransferCommand.class, inputs).getOutput("stylised");
		if (GraphicsEnvironment.isHeadless()) result.show();
		if (Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(result);
	}

	/**
	 * @param given what a macro gives; nothing to show a dialog
	 * @throws CanceledException if the command was cancelled or refused to run
	 */
	static void export(final Optional<Map<Option, String>> given) {
		given.ifPresent(Settings::parse);
		run(ExportGraphCommand.class, inputs(given, Option.GRAPH_EXPORT));
	}

	private static Module run(final Class<? extends Command> command, final Map<String, Object> inputs) {
		return SciJavaRun.run((Context) IJ.runPlugIn("org.scijava.Context", ""), command, inputs);
	}

	/** A macro's values, and the defaults of all options that it does not name: so no dialog opens. */
	private static Map<String, Object> inputs(final Optional<Map<Option, String>> given, final List<Option> options) {
		final Map<String, Object> inputs = new HashMap<>();
		given.ifPresent(values -> options.forEach(o -> inputs.put(o.key(), OptionInputs.typed(o, values.getOrDefault(o, o
			.defaultValue())))));
		return inputs;
	}
}
