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

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

/**
 * A window that shows the picture while it grows, and passes everything on to another monitor. It is drawn at most twice a
 * second and costs at most 2 % of the time. Closing it changes nothing else.
 */
final class PreviewWindow implements Monitor, AutoCloseable {

	private static final long PERIOD_NS = 500_000_000L;
	/** Drawing may take this part of the time. */
	private static final double SHARE = .02;
	private static final int LONGEST_SIDE = 768;

	private final Monitor next;
	private final Size size;
	private final String title;
	private ImagePlus window;
	private long notBefore = System.nanoTime();

	/**
	 * @param next hears of everything too
	 * @param output size of the result
	 * @param title of the content
	 */
	PreviewWindow(final Monitor next, final Size output, final String title) {
		this.next = next;
		this.title = title;
		size = output.longest() <= LONGEST_SIDE ? output : Size.ofLongestSide(output.width(), output.height(), LONGEST_SIDE);
	}

	@Override
	public void onProgress(final Progress progress) {
		next.onProgress(progress);
		final long start = System.nanoTime();
		if (start - notBefore < 0) return;
		draw(progress.picture().get());
		final long end = System.nanoTime();
		notBefore = end + Math.max(PERIOD_NS, (long) ((end - start) / SHARE));
	}

	@Override
	public boolean isStopRequested() {
		return next.isStopRequested();
	}

	/** Takes the window away: the result comes in its place. */
	@Override
	public void close() {
		if (window == null) return;
		window.changes = false;
		window.close();
	}

	private void draw(final PlanarImage picture) {
		final ImagePlus drawn = RgbImage.of(Resampling.resize(picture, size.width(), size.height()), "Preview of " + title);
		if (window == null) {
			window = drawn;
			window.show();
		}
		else if (window.getWindow() != null) { // null once the user has closed it
			window.setProcessor(drawn.getProcessor());
			window.updateAndDraw();
		}
	}
}
