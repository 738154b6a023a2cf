package io.github.styletransfer.plugin;

import ij.IJ;

import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** Status bar, progress bar and task of a SciJava application; the task's stop and ImageJ's Esc end the run. */
final class SciJavaMonitor implements Monitor, AutoCloseable {

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
		final int step = (int) (STEPS * progress.fraction());
		status.showStatus(step, STEPS, progress.message());
		task.setStatusMessage(progress.message());
		task.setProgressValue(step);
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
}
