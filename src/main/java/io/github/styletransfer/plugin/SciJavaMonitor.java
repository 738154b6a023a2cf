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

import io.github.styletransfer.network.store.Step;
import io.github.styletransfer.transfer.Progress;
import io.github.styletransfer.transfer.SeriesProgress;

import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** Status bar, progress bar and task of a SciJava application; the task's stop and ImageJ's Esc end the run. */
final class SciJavaMonitor implements RunMonitor, AutoCloseable {

	private static final int STEPS = 1000;

	private final StatusService status;
	private final Task task;

	SciJavaMonitor(final StatusService status, final TaskService tasks, final String name) {
		this.status = status;
		task = tasks.createTask(name);
		task.setProgressMaximum(STEPS);
		task.start();
		IJ.resetEscape();
	}

	@Override
	public void onProgress(final Progress progress) {
		show(progress.fraction(), progress.message());
	}

	@Override
	public void onSeries(final SeriesProgress progress) {
		show(progress.fraction(), progress.message());
	}

	@Override
	public void onProgress(final Step step, final long done, final long total) {
		show(total > 0 ? (double) done / total : 0, step.message(done, total));
	}

	@Override
	public void onNotice(final String sentence) {
		IJ.log(sentence);
	}

	@Override
	public boolean isStopRequested() {
		return task.isCanceled() || IJ.escapePressed();
	}

	@Override
	public void close() {
		task.finish();
		status.clearStatus();
	}

	private void show(final double fraction, final String message) {
		final int step = (int) (STEPS * fraction);
		status.showStatus(step, STEPS, message);
		task.setStatusMessage(message);
		task.setProgressValue(step);
	}
}
