package io.github.styletransfer.plugin;

import ij.IJ;

import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

/** ImageJ's status bar and progress bar; Esc ends the run. */
final class ImageJMonitor implements Monitor {

	ImageJMonitor() {
		IJ.resetEscape();
	}

	@Override
	public void onProgress(final Progress progress) {
		IJ.showStatus(progress.message());
		IJ.showProgress(progress.fraction());
	}

	@Override
	public boolean isStopRequested() {
		return IJ.escapePressed();
	}
}
