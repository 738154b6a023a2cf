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
import ij.gui.ImageWindow;

import java.awt.GraphicsConfiguration;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;

/** Where the windows of a run stand: around the content's window, so that none hides another where there is room. */
final class Places {

	/** Height of a steering window, about, with its frame. */
	private static final int STEERING = 150;
	/** Of an image window beyond its image: title, a line of text, buttons below a plot. */
	private static final int FRAME = 110;

	/** Beside or below the content's window. */
	enum Side {
		/** The preview's place. */
		RIGHT,
		/** The steering window's. */
		BELOW,
		/** Below the steering window: the plot's. */
		FAR_BELOW
	}

	private Places() {
		// no instances
	}

	/**
	 * @param content with a window, or without
	 * @param side of it
	 * @param width of the other window, about
	 * @param height of it, about
	 * @return the place; empty if the content has no window, or the screen has no room there
	 */
	static Optional<Point> beside(final ImagePlus content, final Side side, final int width, final int height) {
		final ImageWindow window = content.getWindow();
		final GraphicsConfiguration where = window == null ? null : window.getGraphicsConfiguration();
		if (where == null) return Optional.empty();
		final Rectangle there = window.getBounds();
		final Rectangle wanted = switch (side) {
			case RIGHT -> new Rectangle(there.x + there.width, there.y, width, height);
			case BELOW -> new Rectangle(there.x, there.y + there.height, width, height);
			case FAR_BELOW -> new Rectangle(there.x, there.y + there.height + STEERING, width, height);
		};
		return Optional.of(wanted.getLocation()).filter(p -> where.getBounds().contains(wanted));
	}

	/** The next image window that ImageJ makes stands there, if there is room. */
	static void next(final ImagePlus content, final Side side, final int width, final int height) {
		beside(content, side, width, height + FRAME).ifPresent(ImageWindow::setNextLocation);
	}
}
