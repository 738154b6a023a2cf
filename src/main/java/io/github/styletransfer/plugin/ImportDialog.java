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
import ij.plugin.frame.Recorder;

import io.github.styletransfer.network.WeightsException;
import io.github.styletransfer.transfer.Option;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for a file of weights and for what the user knows of it. */
final class ImportDialog {

	static final String TITLE = "Import Network";

	/**
	 * A file that was stored.
	 *
	 * @param values that the user gave
	 * @param sentence that says what was stored
	 */
	record Imported(Map<Option, String> values, String sentence) {}

	private ImportDialog() {
		// no instances
	}

	/**
	 * Asks until a file is stored or the user gives up: what was wrong is told, and the dialog comes again with what it had.
	 *
	 * @param actions of the models folder
	 * @param first what the fields show first
	 * @param monitor makes a monitor for each attempt
	 * @return what was done; nothing if the user cancelled the dialog
	 * @throws java.util.concurrent.CancellationException if the monitor ended an import
	 */
	static Optional<Imported> run(final NetworkActions actions, final Map<Option, String> first,
		final Supplier<ImageJMonitor> monitor)
	{
		Optional<Map<Option, String>> values = ask(first);
		while (values.isPresent()) {
			final Map<Option, String> given = values.get();
			try {
				return Optional.of(new Imported(given, NetworkPlugIn.progress(() -> actions.importFile(given, monitor.get()))));
			}
			catch (final WeightsException | IllegalArgumentException e) {
				IJ.showStatus(e.getMessage());
				IJ.error(TITLE, e.getMessage());
			}
			Recorder.resetCommandOptions(); // the last answers count
			values = ask(given);
		}
		return Optional.empty();
	}

	private static Optional<Map<Option, String>> ask(final Map<Option, String> first) {
		final PlainDialog dialog = new PlainDialog(TITLE, Option.IMPORT);
		first.forEach(dialog::beginning);
		dialog.message(Option.NAME, "Left empty: the catalogue's name for this file, or the file's own.");
		dialog.message(Option.ORIGIN, "Who trained the weights decides about the network's input. auto: what the file tells, " +
			"if that is certain;\noxford: VGG by Oxford and Keras; torchvision: PyTorch and timm; onnx-zoo: the ONNX model zoo;" +
			"\nbvlc: Caffe's GoogLeNet and CaffeNet; other: the three fields below say what the input is.");
		dialog.message(Option.STANDARD_DEVIATION,
			"For origin other only: three numbers each, for example 103.939,116.779,123.68 and 1,1,1.");
		return dialog.ask();
	}
}
