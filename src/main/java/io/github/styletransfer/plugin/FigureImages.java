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
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.transfer.Figure;
import io.github.styletransfer.transfer.FigureInfo;
import io.github.styletransfer.transfer.FigureRun;
import io.github.styletransfer.transfer.Panel;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** A figure's pictures as ImageJ shows them: a stack with a label on each slice, a montage with labels in its overlay. */
final class FigureImages {

	private static final int GAP = 4;
	/** Height of a letter, as a part of a picture's height, and its bounds in pixels. */
	private static final double FONT = .08;
	private static final int SMALLEST_FONT = 9;
	private static final int LARGEST_FONT = 24;

	private FigureImages() {
		// no instances
	}

	/**
	 * @param title of the result
	 * @param figure that was made
	 * @param outcome its finished pictures
	 * @return an RGB stack of them, labelled; not shown
	 */
	static ImagePlus stack(final String title, final Figure figure, final FigureRun.Outcome outcome) {
		final Size size = figure.size();
		final ImageStack slices = new ImageStack(size.width(), size.height());
		for (final Panel panel : outcome.panels()) {
			slices.addSlice(figure.parts().get(panel.index()).label(), RgbImage.processor(panel.picture()));
		}
		final ImagePlus stack = new ImagePlus(title, slices);
		stack.setProperty("Info", FigureInfo.of(figure, outcome));
		if (slices.size() == 1) stack.setProp("Slice_Label", slices.getSliceLabel(1)); // ImageJ's way for a single plane
		return stack;
	}

	/**
	 * @param title of the result
	 * @param figure that was made
	 * @param outcome its finished pictures; the places of the others stay white
	 * @return one RGB image of all, row by row, with the names of rows and columns in its overlay; not shown
	 */
	static ImagePlus montage(final String title, final Figure figure, final FigureRun.Outcome outcome) {
		final Size cell = figure.size();
		final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.max(SMALLEST_FONT, Math.min(LARGEST_FONT, FONT * cell
			.height())));
		final List<TextRoi> rows = new ArrayList<>();
		for (int i = 0; i < figure.parts().size(); i += figure.columns()) rows.add(text(figure.parts().get(i).row(), font));
		final int left = rows.stream().mapToInt(r -> (int) Math.ceil(r.getFloatWidth())).max().orElse(0) + 2 * GAP;
		final int top = 2 * font.getSize();
		final ColorProcessor canvas = new ColorProcessor(left + figure.columns() * (cell.width() + GAP), top + rows.size() *
			(cell.height() + GAP));
		canvas.setColor(Color.WHITE);
		canvas.fill();
		for (final Panel panel : outcome.panels()) {
			canvas.insert(RgbImage.processor(panel.picture()), left + panel.index() % figure.columns() * (cell.width() + GAP),
				top + panel.index() / figure.columns() * (cell.height() + GAP));
		}
		final ImagePlus montage = new ImagePlus(title, canvas);
		montage.setOverlay(labels(figure, rows, font, left, top));
		montage.setProperty("Info", FigureInfo.of(figure, outcome));
		return montage;
	}

	private static Overlay labels(final Figure figure, final List<TextRoi> rows, final Font font, final int left,
		final int top)
	{
		final Overlay overlay = new Overlay();
		for (int row = 0; row < rows.size(); row++) {
			rows.get(row).setLocation(GAP, top + row * (figure.size().height() + GAP));
			overlay.add(rows.get(row));
		}
		for (int column = 0; column < figure.columns(); column++) {
			final TextRoi name = text(figure.parts().get(column).column(), font);
			name.setLocation(left + column * (figure.size().width() + GAP), GAP);
			overlay.add(name);
		}
		return overlay;
	}

	private static TextRoi text(final String text, final Font font) {
		final TextRoi roi = new TextRoi(0, 0, text, font);
		roi.setStrokeColor(Color.BLACK);
		return roi;
	}
}
