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
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.github.styletransfer.transfer.FigureSettings;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;
import io.github.styletransfer.transfer.Settings;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
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
	 * @return the values that were used
	 * @throws CanceledException if the command was cancelled or refused to run
	 */
	static Map<Option, String> stylise(final ImagePlus content, final Optional<Map<Option, String>> given) {
		given.ifPresent(Settings::parse); // as text, before SciJava turns what is no number into 0
		given.ifPresent(OnTheWay::of);
		final Map<String, Object> inputs = inputs(given, Option.STYLISATION);
		inputs.put("content", content);
		final StyleTransferCommand done = (StyleTransferCommand) run(StyleTransferCommand.class, inputs);
		done.notice().ifPresent(IJ::showStatus);
		final ImagePlus result = (ImagePlus) done.getOutput("stylised");
		final ImagePlus pictures = (ImagePlus) done.getOutput("pictures");
		if (pictures != null) pictures.show();
		if (GraphicsEnvironment.isHeadless()) result.show();
		else if (result.getWindow() != null) WindowManager.setCurrentWindow(result.getWindow());
		if (Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(result);
		return OptionInputs.values(done, Option.STYLISATION);
	}

	/**
	 * @param given what a macro gives; nothing to show a dialog
	 * @throws CanceledException if the command was cancelled or refused to run
	 */
	static void export(final Optional<Map<Option, String>> given) {
		given.ifPresent(Settings::parse);
		run(ExportGraphCommand.class, inputs(given, Option.GRAPH_EXPORT));
	}

	/**
	 * @param kind of figure
	 * @param image that is active on the caller's thread
	 * @param given what a macro gives; nothing to show a dialog
	 * @throws CanceledException if the command was cancelled or refused to run
	 */
	static void figure(final FigureKind kind, final ImagePlus image, final Optional<Map<Option, String>> given) {
		given.ifPresent(FigureSettings::parse);
		final Map<String, Object> inputs = inputs(given, kind.options());
		inputs.put("image", image);
		final FigureCommand done = (FigureCommand) run(command(kind), inputs);
		done.notice().ifPresent(IJ::showStatus);
		final List<ImagePlus> results = new ArrayList<>(List.of((ImagePlus) done.getOutput("stack")));
		if (kind == FigureKind.GRID) results.add((ImagePlus) done.getOutput("montage"));
		if (GraphicsEnvironment.isHeadless()) results.forEach(ImagePlus::show);
		if (Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(results.get(results.size() - 1));
	}

	/**
	 * @param kind of figure
	 * @return the command that makes it
	 */
	static Class<? extends FigureCommand> command(final FigureKind kind) {
		return switch (kind) {
			case CONTENT -> ReconstructContentCommand.class;
			case STYLE -> ReconstructStyleCommand.class;
			case GRID -> GridCommand.class;
		};
	}

	private static Module run(final Class<? extends Command> command, final Map<String, Object> inputs) {
		return SciJavaRun.run((Context) IJ.runPlugIn("org.scijava.Context", ""), command, inputs);
	}

	/** A macro's values, and the preset's of all options that it does not name: so no dialog opens. */
	private static Map<String, Object> inputs(final Optional<Map<Option, String>> given, final List<Option> options) {
		final Map<String, Object> inputs = new HashMap<>();
		given.ifPresent(values -> Preset.complete(values, options).forEach((o, text) -> inputs.put(o.key(), OptionInputs.typed(o,
			text))));
		return inputs;
	}
}
