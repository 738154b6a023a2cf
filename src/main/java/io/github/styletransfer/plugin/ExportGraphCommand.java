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

import io.github.styletransfer.transfer.GraphExport;
import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;

/** Writes the gradient graph; {@link Export_Gradient_Graph} is its menu entry. */
@Plugin(type = Command.class, menuPath = "Plugins>Style Transfer>Export Gradient Graph...", visible = false,
	headless = true, initializer = "initialise")
public class ExportGraphCommand extends DynamicCommand implements Refusing {

	@Parameter
	private StatusService statusService;
	@Parameter
	private TaskService taskService;

	@Parameter(style = "save")
	private File output = new File(Option.OUTPUT.defaultValue());
	@Parameter
	private String network = Option.NETWORK.defaultValue();
	@Parameter
	private String convention = Option.CONVENTION.defaultValue();
	@Parameter
	private String content_layers = Option.CONTENT_LAYERS.defaultValue();
	@Parameter
	private String style_layers = Option.STYLE_LAYERS.defaultValue();
	@Parameter
	private String pooling = Option.POOLING.defaultValue();
	@Parameter
	private String padding = Option.PADDING.defaultValue();

	/** For programs: a network from elsewhere than the application's models folder, in place of a name. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false, required = false)
	private NetworkOpener opener;

	/** Whether a macro or program gave the inputs, so that no dialog is shown. */
	private boolean called;
	private String refusal = "";

	// -- Runnable methods --

	@Override
	public void run() {
		try {
			statusService.showStatus("Wrote " + write());
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			refusal = Failures.sentenceOrThrow(e);
			cancel(called ? "" : refusal); // SciJava shows a reason in a window; who called tells it in his own way
		}
	}

	// -- Refusing methods --

	@Override
	public Optional<String> refusal() {
		return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
	}

	// -- Helper methods --

	private Path write() {
		try (SciJavaMonitor monitor = new SciJavaMonitor(statusService, taskService, Export_Gradient_Graph.TITLE)) {
			final Map<Option, String> values = OptionInputs.values(this, Option.GRAPH_EXPORT);
			if (opener == null) return Export_Gradient_Graph.write(values, monitor);
			return GraphExport.write(opener.open(monitor).weights(), values);
		}
	}

	// -- Initializers --

	protected void initialise() {
		called = isInputResolved(Option.POOLING.key());
		resolveInput("opener"); // no dialog asks for it
		OptionInputs.describe(this, Option.GRAPH_EXPORT);
		if (GraphicsEnvironment.isHeadless()) OptionInputs.resolveMissing(this, Option.GRAPH_EXPORT);
		else OptionInputs.offer(this, Option.NETWORK, NetworkChoice.now().names());
	}
}
