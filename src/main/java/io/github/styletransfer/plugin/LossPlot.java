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
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.measure.ResultsTable;

import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * ImageJ's plot of the losses while the picture grows, and their table in the end. A user may close the plot; the run goes
 * on, and the plot stays closed.
 */
final class LossPlot implements Monitor {

	private static final long PERIOD_NS = 1_000_000_000L;
	/** Drawing may take this part of the time. */
	private static final double SHARE = .01;
	private static final List<Color> COLOURS = List.of(Color.BLACK, new Color(0x0072b2), new Color(0xd55e00), new Color(
		0x009e73), new Color(0xcc79a7), new Color(0xe69f00), new Color(0x56b4e9), new Color(0x999933), new Color(0x882255));
	private static final int WIDTH = 640;
	private static final int HEIGHT = 400;
	private static final int GREY = 150;
	private static final double ABOVE_THE_AXIS = 1.2;

	private final LossHistory history;
	private final ImagePlus content;
	private final String title;
	private final Executor painter;
	private final DrawingBudget budget = new DrawingBudget(SHARE, PERIOD_NS, System::nanoTime);
	private final AtomicBoolean drawing = new AtomicBoolean();
	/** Only the painter's thread uses them. */
	private PlotWindow window;
	private boolean begun;

	/**
	 * @param history of the run; heard before this
	 * @param content below whose window it is shown
	 * @param painter draws; one thing after the other
	 */
	LossPlot(final LossHistory history, final ImagePlus content, final Executor painter) {
		this.history = history;
		this.content = content;
		this.painter = painter;
		title = "Losses of " + content.getTitle();
	}

	@Override
	public void onProgress(final Progress progress) {
		if (!budget.isDue() || !drawing.compareAndSet(false, true)) return;
		painter.execute(() -> {
			try {
				if (begun) budget.spend(this::draw);
				else draw(); // once; the making of a window says nothing about what the drawing in it takes
			}
			finally {
				drawing.set(false);
			}
		});
	}

	/** Draws the whole run and shows its table. */
	void finish() {
		CompletableFuture.runAsync(() -> {
			draw();
			table(history).show("Table of " + title);
		}, painter).exceptionally(e -> {
			IJ.handleException(e); // the picture shall not be lost for a plot
			return null;
		}).join();
	}

	/**
	 * @param history of a run
	 * @return its table; terms that a level does not look at are NaN
	 */
	static ResultsTable table(final LossHistory history) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.setNaNEmptyCells(true);
		final List<String> names = history.names();
		final List<double[]> columns = new ArrayList<>();
		names.forEach(name -> columns.add(history.column(name)));
		for (int row = 0; !columns.isEmpty() && row < columns.get(0).length; row++) {
			table.incrementCounter();
			for (int i = 0; i < columns.size(); i++) table.addValue(names.get(i), columns.get(i)[row]);
		}
		for (int i = 2; i < names.size(); i++) table.setDecimalPlaces(table.getColumnIndex(names.get(i)), -4); // scientific
		return table;
	}

	/**
	 * @param history of a run
	 * @param title of the plot
	 * @return its curves over the iterations, the losses' axis logarithmic, with a line where a level begins
	 */
	static Plot plot(final LossHistory history, final String title) {
		final LossCurves curves = LossCurves.of(history);
		final Plot plot = new Plot(title, "Iteration", "Loss");
		plot.setSize(WIDTH, HEIGHT);
		plot.setLogScaleY();
		plot.setLineWidth(1);
		final List<String> legend = new ArrayList<>();
		for (final LossCurves.Curve curve : curves.curves()) {
			plot.setColor(COLOURS.get(legend.size() % COLOURS.size()));
			plot.add("line", curves.iterations(), curve.values());
			legend.add(curve.label());
		}
		final double[] limits = curves.limits();
		plot.setLimits(limits[0], limits[1], limits[2], limits[3]);
		plot.setColor(new Color(GREY, GREY, GREY));
		curves.levels().forEach((level, begin) -> {
			plot.drawDottedLine(begin, limits[2], begin, limits[3], 3);
			plot.addText(" level " + level, begin, limits[2] * ABOVE_THE_AXIS);
		});
		plot.setColor(Color.BLACK);
		plot.addLegend(String.join("\n", legend), "top-right transparent");
		return plot;
	}

	// -- Helper methods --

	private void draw() {
		final boolean closed = begun && (window == null || window.getImagePlus() == null || window.getImagePlus()
			.getWindow() == null);
		if (history.rows() == 0 || closed) return;
		final Plot plot = plot(history, title);
		if (begun) window.drawPlot(plot);
		else show(plot);
	}

	private void show(final Plot plot) {
		begun = true;
		Places.next(content, Places.Side.FAR_BELOW, WIDTH, HEIGHT);
		try {
			window = plot.show();
		}
		catch (final NullPointerException e) {
			window = null; // the user has closed it while ImageJ was still filling it
		}
	}
}
