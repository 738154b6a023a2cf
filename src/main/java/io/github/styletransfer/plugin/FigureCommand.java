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

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;

/** What the commands of the figures share; each declares its own options and the extra output that it may have. */
abstract class FigureCommand extends DynamicCommand implements Refusing {

	@Parameter
	private StatusService statusService;
	@Parameter
	private TaskService taskService;
	@Parameter
	private LogService log;

	@Parameter(persist = false)
	private ImagePlus image;

	/** For programs: a network from elsewhere than the application's models folder, in place of a name. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false, required = false)
	private NetworkOpener opener;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stack;

	/** Whether a macro or program gave the inputs, so that no dialog is shown. */
	private boolean called;
	private String refusal = "";
	private Optional<String> notice = Optional.empty();

	/** @return which figure */
	abstract FigureKind kind();

	/**
	 * Puts what the figure has beside the stack where SciJava finds it.
	 *
	 * @param made the images
	 */
	void wrap(final FigureWork.Images made) {
		// most have nothing
	}

	// -- Runnable methods --

	@Override
	public void run() {
		try (SciJavaMonitor monitor = new SciJavaMonitor(statusService, taskService, kind().title())) {
			final FigureWork.Images made = FigureWork.run(kind(), image, OptionInputs.values(this, kind().options()), Optional
				.ofNullable(opener), monitor);
			stack = made.stack();
			if (GraphicsEnvironment.isHeadless()) resolveOutput("stack"); // no window without a screen
			wrap(made);
			notice = made.notice();
			notice.ifPresent(log::info);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			refusal = Failures.sentenceOrThrow(e);
			cancel(called ? "" : refusal); // SciJava shows a reason in a window; who called tells it in his own way
		}
	}

	/** @return a sentence if the series did not end as planned: SciJava writes over the status bar when a command ends */
	Optional<String> notice() {
		return notice;
	}

	// -- Refusing methods --

	@Override
	public Optional<String> refusal() {
		return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
	}

	// -- Initializers --

	protected void initialise() {
		called = isInputResolved(Option.SEED.key());
		resolveInput("opener"); // no dialog asks for it
		OptionInputs.describe(this, kind().options());
		if (GraphicsEnvironment.isHeadless()) OptionInputs.resolveMissing(this, kind().options());
		else OptionInputs.offer(this, Option.NETWORK, NetworkChoice.now().names());
	}
}
