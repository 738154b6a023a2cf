package io.github.styletransfer.plugin;

import io.github.styletransfer.network.EmbeddedWeights;
import io.github.styletransfer.transfer.GraphExport;
import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.io.File;

import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes the gradient graph; {@link Export_Gradient_Graph} is its menu entry. */
@Plugin(type = Command.class, menuPath = "Plugins>Style Transfer>Export Gradient Graph...", visible = false,
	headless = true, initializer = "initialise")
public class ExportGraphCommand extends DynamicCommand {

	@Parameter
	private StatusService statusService;

	@Parameter(style = "save")
	private File output = new File(Option.OUTPUT.defaultValue());
	@Parameter
	private String content_layers = Option.CONTENT_LAYERS.defaultValue();
	@Parameter
	private String style_layers = Option.STYLE_LAYERS.defaultValue();
	@Parameter
	private String pooling = Option.POOLING.defaultValue();

	// -- Runnable methods --

	@Override
	public void run() {
		try {
			statusService.showStatus("Wrote " + GraphExport.write(EmbeddedWeights.vgg16(), OptionInputs.values(this,
				Option.GRAPH_EXPORT)));
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			cancel(Failures.sentenceOrThrow(e));
		}
	}

	// -- Initializers --

	protected void initialise() {
		OptionInputs.describe(this, Option.GRAPH_EXPORT);
		if (GraphicsEnvironment.isHeadless()) OptionInputs.resolveDefaults(this, Option.GRAPH_EXPORT);
	}
}
