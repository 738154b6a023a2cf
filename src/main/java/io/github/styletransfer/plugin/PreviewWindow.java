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
import ij.ImagePlus;
import ij.WindowManager;

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An ordinary image window that shows the picture while it grows: at most four times a second, at every level, and at the
 * cost of at most 2 % of the time. In the end it becomes the result. A user may zoom in it or close it; the run goes on.
 */
final class PreviewWindow implements Monitor {

	private static final long PERIOD_NS = 250_000_000L;
	/** Drawing may take this part of the time. */
	private static final double SHARE = .02;
	/** Larger results are shown smaller while they grow. */
	private static final int LONGEST_SIDE = 2048;

	private final ImagePlus content;
	private final Size size;
	private final Executor painter;
	private final DrawingBudget budget = new DrawingBudget(SHARE, PERIOD_NS, System::nanoTime);
	private final AtomicBoolean drawing = new AtomicBoolean();
	private int levelDrawn;
	/** Only the painter's thread uses it. */
	private ImagePlus window;

	/**
	 * @param content beside whose window it is shown
	 * @param output size of the result
	 * @param painter draws; one thing after the other
	 */
	PreviewWindow(final ImagePlus content, final Size output, final Executor painter) {
		this.content = content;
		this.painter = painter;
		size = output.longest() <= LONGEST_SIDE ? output : Size.ofLongestSide(output.width(), output.height(), LONGEST_SIDE);
	}

	@Override
	public void onProgress(final Progress progress) {
		final boolean newLevel = progress.level() != levelDrawn;
		if (!newLevel && !budget.isDue() || !drawing.compareAndSet(false, true)) return;
		levelDrawn = progress.level();
		final PlanarImage[] picture = new PlanarImage[1];
		budget.spend(() -> picture[0] = progress.picture().get());
		painter.execute(() -> {
			try {
				budget.spend(() -> draw(picture[0]));
			}
			finally {
				drawing.set(false);
			}
		});
	}

	/**
	 * Makes the window the result's: pixels, title, Info and calibration.
	 *
	 * @param result not shown yet
	 * @return the image that is shown and active now; the result itself if there is no window, for the user closed it
	 */
	ImagePlus become(final ImagePlus result) {
		return CompletableFuture.supplyAsync(() -> isOpen() ? dressed(result) : result, painter).exceptionally(e -> {
			IJ.handleException(e); // the picture shall not be lost for a window
			return result;
		}).join();
	}

	/** Takes the window away. */
	void close() {
		painter.execute(() -> {
			if (!isOpen()) return;
			window.changes = false;
			window.close();
		});
	}

	// -- Helper methods --

	private boolean isOpen() {
		return window != null && window.getWindow() != null;
	}

	private ImagePlus dressed(final ImagePlus result) {
		window.setProcessor(result.getTitle(), result.getProcessor());
		window.setProperty("Info", result.getInfoProperty());
		window.setCalibration(result.getCalibration());
		window.changes = result.changes;
		window.updateAndRepaintWindow();
		WindowManager.setCurrentWindow(window.getWindow());
		return window;
	}

	private void draw(final PlanarImage picture) {
		final ImagePlus drawn = RgbImage.of(Resampling.resize(picture, size.width(), size.height()), "Preview of " + content
			.getTitle());
		if (window == null) {
			window = drawn;
			Places.next(content, Places.Side.RIGHT, Math.min(size.width(), content.getWidth()), Math.min(size.height(), content
				.getHeight()));
			window.show();
		}
		else if (isOpen()) {
			window.setProcessor(drawn.getProcessor());
		}
	}
}
