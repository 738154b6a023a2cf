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

import io.github.styletransfer.transfer.Option;

import java.util.HashMap;
import java.util.Map;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.Command;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;

/** Runs the SciJava commands for the command line, headless, and shows their status on the terminal. */
final class SciJavaLine implements AutoCloseable {

	private final Context context = new Context();
	private final Terminal terminal;

	SciJavaLine(final Terminal terminal) {
		this.terminal = terminal;
		context.service(EventService.class).subscribe(this);
	}

	/**
	 * @param content the image to be stylised
	 * @param values of the options, already checked
	 * @param network opens the network
	 * @return the stylised image
	 * @throws CanceledException if the command refused to run, with its sentence
	 */
	ImagePlus stylise(final ImagePlus content, final Map<Option, String> values, final NetworkOpener network) {
		final Map<String, Object> inputs = inputs(values, network);
		inputs.put("content", content);
		final StyleTransferCommand done = (StyleTransferCommand) run(StyleTransferCommand.class, inputs);
		done.notice().ifPresent(terminal::onNotice);
		return (ImagePlus) done.getOutput("stylised");
	}

	/**
	 * @param values of the options, already checked
	 * @param network opens the network
	 * @throws CanceledException if the command refused to run, with its sentence
	 */
	void export(final Map<Option, String> values, final NetworkOpener network) {
		run(ExportGraphCommand.class, inputs(values, network));
	}

	/**
	 * @param kind of figure
	 * @param image that it is made of
	 * @param values of the options, already checked
	 * @param network opens the network
	 * @return its stack
	 * @throws CanceledException if the command refused to run, with its sentence
	 */
	ImagePlus figure(final FigureKind kind, final ImagePlus image, final Map<Option, String> values,
		final NetworkOpener network)
	{
		final Map<String, Object> inputs = inputs(values, network);
		inputs.put("image", image);
		final FigureCommand done = (FigureCommand) run(FijiHost.command(kind), inputs);
		done.notice().ifPresent(terminal::onNotice);
		return (ImagePlus) done.getOutput("stack");
	}

	/**
	 * Called by SciJava.
	 *
	 * @param event what a status bar would show
	 */
	@EventHandler
	public void onEvent(final StatusEvent event) {
		final String message = event.getStatusMessage();
		if (message == null || message.isEmpty() || event.getProgressMaximum() <= 0) return;
		terminal.show((double) event.getProgressValue() / event.getProgressMaximum(), message);
	}

	@Override
	public void close() {
		context.dispose();
	}

	private Module run(final Class<? extends Command> command, final Map<String, Object> inputs) {
		return SciJavaRun.run(context, command, inputs);
	}

	private static Map<String, Object> inputs(final Map<Option, String> values, final NetworkOpener network) {
		final Map<String, Object> inputs = new HashMap<>();
		values.forEach((o, text) -> inputs.put(o.key(), OptionInputs.typed(o, text)));
		inputs.put("opener", network);
		return inputs;
	}
}
