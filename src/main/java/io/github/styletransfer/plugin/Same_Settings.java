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
import ij.WindowManager;
import ij.plugin.PlugIn;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plugins &gt; Style Transfer &gt; Same Settings...: does to the active image what was done to another, as the Info of the stylised
 * one says. The same in Fiji and in plain ImageJ. The underscore is what makes ImageJ list it.
 */
public class Same_Settings implements PlugIn {

	static final String TITLE = "Same Settings";
	static final String SAME_NETWORK = "Left out: the network that the Info names.";

	@Override
	public void run(final String arg) {
		final ImagePlus content = WindowManager.getCurrentImage();
		Host.guarded(TITLE, () -> {
			Stylisation.content(content); // says so if there is none
			final Optional<Map<Option, String>> macro = Host.macroValues(Option.SAME_SETTINGS);
			final Optional<Map<Option, String>> given = macro.isPresent() ? macro : ask();
			given.ifPresent(values -> repeat(content, values));
		});
	}

	/** What a dialog shows first for an image that an Info names, and says if it is not found. */
	static void offer(final PlainDialog dialog, final Option option, final Optional<String> found,
		final Optional<String> name)
	{
		found.ifPresent(image -> dialog.beginning(option, image));
		if (found.isEmpty()) {
			dialog.message(option, "The " + option.key() + " was \"" + name.orElse("") + "\"; open it, or choose its file.");
		}
	}

	// -- Helper methods --

	private static void repeat(final ImagePlus content, final Map<Option, String> values) {
		final String source = values.getOrDefault(Option.SOURCE, "").trim();
		if (source.isEmpty()) {
			throw new IllegalArgumentException("No stylised image was chosen; give the title or file of one that Style Transfer " +
				"made, whose settings are used.");
		}
		final Repetition repetition = new Repetition(NamedImage.open(source, "stylised image"));
		Style_Transfer.shown(() -> repetition.again(content, values, new ImageJMonitor()));
	}

	private static Optional<Map<Option, String>> ask() {
		final List<String> titles = new ArrayList<>();
		for (final String title : StyleSource.openTitles(null)) {
			if (Recipe.isIn(Repetition.info(WindowManager.getImage(title)))) titles.add(title);
		}
		final PlainDialog dialog = new PlainDialog(TITLE, Option.SAME_SETTINGS).beginning(Option.NETWORK, "").message(
			Option.NETWORK, SAME_NETWORK).message(Option.SOURCE, titles.isEmpty() ? "No stylised image is open; choose the file of one." : "Open: " + String
				.join(", ", titles)).message(Option.STYLE, "Left out: the style of the stylised image.");
		if (!titles.isEmpty()) dialog.beginning(Option.SOURCE, titles.get(titles.size() - 1));
		return dialog.ask();
	}
}
