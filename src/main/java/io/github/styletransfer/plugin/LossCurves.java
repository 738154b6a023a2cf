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

import io.github.styletransfer.transfer.LossHistory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A history of losses as a plot with a logarithmic axis can show it: thinned, without what is not above 0.
 *
 * @param iterations of the points, counted over all levels
 * @param curves the loss first, then its terms; those without a point are left out
 * @param levels behind the first one, with the place between two iterations where each begins
 * @param limits of the plot: left, right, bottom, top
 */
record LossCurves(double[] iterations, List<Curve> curves, Map<Integer, Double> levels, double[] limits) {

	/** Points of a curve that a plot of usual width can show. */
	private static final int POINTS = 1000;
	private static final double ROOM = 2;
	/** The legend stands to the right of the curves. */
	private static final double LEGEND = 1.4;

	/**
	 * @param label for the legend
	 * @param values above 0, or NaN
	 */
	record Curve(String label, double[] values) {}

	/**
	 * @param history with at least one iteration
	 * @return what is shown of it
	 */
	static LossCurves of(final LossHistory history) {
		final int rows = history.rows();
		final int step = (rows + POINTS - 1) / POINTS;
		final List<Curve> curves = new ArrayList<>();
		double lowest = Double.POSITIVE_INFINITY;
		double highest = 0;
		for (final String name : history.names()) {
			if (name.equals(LossHistory.ITERATION) || name.equals(LossHistory.LEVEL)) continue;
			final double[] values = thinned(history.column(name), rows, step);
			int points = 0;
			for (int i = 0; i < values.length; i++) {
				if (!(values[i] > 0 && Double.isFinite(values[i]))) values[i] = Double.NaN;
				else points++;
				lowest = Double.isNaN(values[i]) ? lowest : Math.min(lowest, values[i]);
				highest = Double.isNaN(values[i]) ? highest : Math.max(highest, values[i]);
			}
			if (points > 0) curves.add(new Curve(label(name), values));
		}
		if (curves.isEmpty()) lowest = highest = 1;
		return new LossCurves(thinned(history.column(LossHistory.ITERATION), rows, step), curves, levels(history), new double[] {
			0, 1 + LEGEND * rows, lowest / ROOM, highest * ROOM });
	}

	private static String label(final String column) {
		return column.replaceFirst("_loss_", " ");
	}

	/** Every step-th value, and the last. */
	private static double[] thinned(final double[] column, final int rows, final int step) {
		final double[] values = new double[(rows + step - 1) / step];
		for (int i = 0; i < values.length; i++) values[i] = column[Math.min(rows - 1, (i + 1) * step - 1)];
		return values;
	}

	private static Map<Integer, Double> levels(final LossHistory history) {
		final double[] level = history.column(LossHistory.LEVEL);
		final Map<Integer, Double> begins = new LinkedHashMap<>();
		for (int i = 1; i < level.length; i++) if (level[i] != level[i - 1]) begins.put((int) level[i], i + .5);
		return begins;
	}
}
