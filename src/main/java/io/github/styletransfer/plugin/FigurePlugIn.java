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

import io.github.styletransfer.transfer.Option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the PlugIns of the figures share. In Fiji they hand over to the SciJava commands; in plain ImageJ they need nothing
 * of SciJava.
 */
final class FigurePlugIn {

	private FigurePlugIn() {
		// no instances
	}

	/** Makes a figure of the active image; a failure is told in one sentence and stops the macro that called. */
	static void run(final FigureKind kind) {
		final ImagePlus image = WindowManager.getCurrentImage();
		Host.guarded(kind.title(), () -> {
			FigureWork.seen(kind, image); // says so if there is none, before any dialog
			final Optional<Map<Option, String>> given = Host.macroValues(kind.options());
			if (Host.isFiji()) FijiHost.figure(kind, image, given);
			else plain(kind, image, given);
		});
	}

	private static void plain(final FigureKind kind, final ImagePlus image, final Optional<Map<Option, String>> given) {
		final Optional<Map<Option, String>> values = given.isPresent() ? given : ask(kind, image);
		if (values.isEmpty()) return;
		try {
			final FigureWork.Images made = FigureWork.run(kind, image, values.get(), Optional.empty(), new ImageJMonitor());
			made.stack().show();
			made.montage().ifPresent(ImagePlus::show);
			IJ.showStatus(made.notice().orElse(kind.title() + ": done."));
		}
		finally {
			IJ.showProgress(1);
		}
	}

	private static Optional<Map<Option, String>> ask(final FigureKind kind, final ImagePlus image) {
		final PlainDialog dialog = new PlainDialog(kind.title(), kind.options()).remembering().choices(Option.NETWORK,
			NetworkChoice.now().names());
		if (kind == FigureKind.GRID) dialog.beginning(Option.GRID_FOLDER, ""); // the next grid is another one
		final List<String> titles = StyleSource.openTitles(image);
		if (kind == FigureKind.GRID && dialog.value(Option.STYLE).isEmpty() && !titles.isEmpty()) {
			dialog.beginning(Option.STYLE, titles.get(0));
		}
		return dialog.ask();
	}
}
