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

import io.github.styletransfer.network.store.StoreMonitor;
import io.github.styletransfer.transfer.GraphExport;
import io.github.styletransfer.transfer.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Plugins &gt; Style Transfer &gt; Export Gradient Graph...: writes the loss and gradient of the chosen layers as an .onnx
 * file. The underscore is what makes ImageJ list it.
 */
public class Export_Gradient_Graph implements PlugIn {

	static final String TITLE = "Export Gradient Graph";

	@Override
	public void run(final String arg) {
		Host.guarded(TITLE, () -> {
			final Optional<Map<Option, String>> given = Host.macroValues(Option.GRAPH_EXPORT);
			if (Host.isFiji()) FijiHost.export(given);
			else plain(given);
		});
	}

	private static void plain(final Optional<Map<Option, String>> given) {
		final Optional<Map<Option, String>> values = given.isPresent() ? given : new PlainDialog(TITLE, Option.GRAPH_EXPORT)
			.remembering().choices(Option.NETWORK, NetworkChoice.now().names()).ask();
		values.ifPresent(v -> IJ.showStatus("Wrote " + write(v, new ImageJMonitor())));
	}

	/**
	 * @param values of the options; missing ones are at their default
	 * @param monitor hears of the reading of the network and can end it
	 * @return the file that was written
	 */
	static Path write(final Map<Option, String> values, final StoreMonitor monitor) {
		final String network = values.getOrDefault(Option.NETWORK, Option.NETWORK.defaultValue());
		return GraphExport.write(ModelsFolder.library().open(network, monitor).weights(), values);
	}
}
