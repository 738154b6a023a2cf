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
import ij.plugin.PlugIn;

import io.github.styletransfer.transfer.Option;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plugins &gt; Style Transfer &gt; Style Transfer...: stylises the active image. In Fiji it hands over to the SciJava
 * command; in plain ImageJ it needs nothing of SciJava. The underscore is what makes ImageJ list it.
 */
public class Style_Transfer implements PlugIn {

	static final String TITLE = "Style Transfer";
	static final String COMMAND = "Style Transfer...";

	@Override
	public void run(final String arg) {
		final ImagePlus content = WindowManager.getCurrentImage();
		Host.guarded(TITLE, () -> {
			Stylisation.content(content); // says so if there is none, before any dialog
			stylise(content, Host.macroValues(Option.STYLISATION));
		});
	}

	/**
	 * @param content the image to be stylised
	 * @param given what a macro gives; nothing to show a dialog
	 * @throws CanceledException if SciJava's command was cancelled or refused to run
	 */
	static void stylise(final ImagePlus content, final Optional<Map<Option, String>> given) {
		if (given.isPresent()) run(content, given);
		else Host.recorded(Option.STYLISATION, () -> run(content, given));
	}

	/** @return the values that were used; nothing if the user cancelled */
	private static Optional<Map<Option, String>> run(final ImagePlus content, final Optional<Map<Option, String>> given) {
		return Host.isFiji() ? Optional.of(FijiHost.stylise(content, given)) : plain(content, given);
	}

	private static Optional<Map<Option, String>> ask(final ImagePlus content) {
		final NetworkChoice networks = NetworkChoice.now();
		final List<String> titles = StyleSource.openTitles(content);
		final Draft draft = Draft.remembered();
		if (draft.value(Option.STYLE).isEmpty() && !titles.isEmpty()) draft.set(Option.STYLE, titles.get(0));
		final Optional<Draft> accepted = new FirstDialog(draft, networks.names(), titles, new Prediction(content, networks))
			.ask();
		accepted.ifPresent(d -> Draft.remember(d.values()));
		return accepted.map(Draft::values);
	}

	private static Optional<Map<Option, String>> plain(final ImagePlus content, final Optional<Map<Option, String>> given) {
		final Optional<Map<Option, String>> values = given.isPresent() ? given : ask(content);
		values.ifPresent(v -> shown(() -> Stylisation.run(content, v, new ImageJMonitor())));
		return values;
	}

	/** Does a stylisation in ImageJ's own way and shows what it gave; the result is the active image then. */
	static void shown(final Supplier<Stylisation.Stylised> work) {
		try {
			final Stylisation.Stylised stylised = work.get();
			stylised.pictures().ifPresent(ImagePlus::show);
			final boolean preview = stylised.image().getWindow() != null;
			stylised.image().show();
			if (preview) WindowManager.setCurrentWindow(stylised.image().getWindow());
			IJ.showStatus(stylised.notice().orElse("Stylised."));
		}
		finally {
			IJ.showProgress(1);
		}
	}
}
