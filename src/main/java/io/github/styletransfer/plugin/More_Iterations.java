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

import java.util.Map;
import java.util.Optional;

/**
 * Plugins &gt; Style Transfer &gt; More Iterations...: goes on from a stylised image, as its Info says. The same in Fiji and
 * in plain ImageJ. The underscore is what makes ImageJ list it.
 */
public class More_Iterations implements PlugIn {

	static final String TITLE = "More Iterations";

	@Override
	public void run(final String arg) {
		final ImagePlus stylised = WindowManager.getCurrentImage();
		Host.guarded(TITLE, () -> {
			if (stylised == null) throw new IllegalArgumentException("No image is open; open a stylised image first.");
			final Repetition repetition = new Repetition(stylised);
			final Optional<Map<Option, String>> macro = Host.macroValues(Option.MORE_ITERATIONS);
			final Optional<Map<Option, String>> given = macro.isPresent() ? macro : ask(repetition);
			given.ifPresent(values -> Style_Transfer.shown(() -> repetition.more(stylised, values, new ImageJMonitor())));
		});
	}

	private static Optional<Map<Option, String>> ask(final Repetition repetition) {
		final PlainDialog dialog = new PlainDialog(TITLE, Option.MORE_ITERATIONS).beginning(Option.NETWORK, "").message(
			Option.NETWORK, Same_Settings.SAME_NETWORK);
		dialog.beginning(Option.ITERATIONS, Integer.toString(repetition.recipe().settings().iterations()));
		dialog.beginning(Option.STRENGTH, repetition.lastStrength());
		Same_Settings.offer(dialog, Option.CONTENT, repetition.findContent(), repetition.recipe().content());
		Same_Settings.offer(dialog, Option.STYLE, repetition.findStyle(), repetition.recipe().style());
		return dialog.ask();
	}
}
