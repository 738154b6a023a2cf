package io.github.styletransfer.plugin;

import ij.IJ;
import ij.plugin.PlugIn;

import io.github.styletransfer.network.EmbeddedWeights;
import io.github.styletransfer.transfer.GraphExport;
import io.github.styletransfer.transfer.Option;

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
		final Optional<Map<Option, String>> values = given.isPresent() ? given : PlainDialog.ask(TITLE, Option.GRAPH_EXPORT,
			Optional.empty());
		values.ifPresent(v -> IJ.showStatus("Wrote " + GraphExport.write(EmbeddedWeights.vgg16(), v)));
	}
}
