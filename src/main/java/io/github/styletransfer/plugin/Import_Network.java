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

import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.Optional;

/**
 * Plugins &gt; Style Transfer &gt; Import Network...: stores a file of weights that the user has. The underscore is what
 * makes ImageJ list it.
 */
public class Import_Network implements PlugIn {

	static final String COMMAND = "Import Network...";

	@Override
	public void run(final String arg) {
		Host.guarded(ImportDialog.TITLE, () -> {
			final NetworkActions actions = new NetworkActions(ModelsFolder.store());
			final Optional<Map<Option, String>> given = Host.macroValues(Option.IMPORT);
			if (given.isEmpty() && !GraphicsEnvironment.isHeadless()) {
				ImportDialog.run(actions, Map.of(), ImageJMonitor::new).ifPresent(i -> IJ.showStatus(i.sentence()));
			}
			else IJ.showStatus(NetworkPlugIn.progress(() -> actions.importFile(given.orElse(Map.of()), new ImageJMonitor())));
		});
	}
}
