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
package io.github.styletransfer.optimize;

/**
 * Finds a step along a direction that is bent at the bounds, so that the loss falls enough (Bertsekas, SIAM Journal on
 * Control and Optimization 20, 1982, equation 35): f(x) − f(x(t)) ≥ c₁ (−t Σ g·d over the free numbers + Σ g·(x − x(t)) over
 * the others). Where the loss still falls steeply at step 1, longer steps are tried, so that the pair of the step has
 * positive curvature.
 */
final class ProjectedSearch {

	private static final double SUFFICIENT_DECREASE = 1e-4;
	/** As in {@link LineSearch}. */
	private static final double CURVATURE = .9;
	private static final int MAX_EVALUATIONS = 20;
	private static final double GROWTH = 4;

	private final Objective objective;
	private final Box box;
	private final float[] point;
	private final float[] gradient;
	private int evaluations;
	private boolean sawFinite = true;

	// the search that is going on
	private float[] x;
	private float[] g;
	private float[] direction;
	private float[] mask;
	private double loss0;

	ProjectedSearch(final Objective objective, final Box box, final int n) {
		this.objective = objective;
		this.box = box;
		point = new float[n];
		gradient = new float[n];
	}

	/** The point of the last evaluation. */
	float[] point() {
		return point;
	}

	/** The gradient of the last evaluation. */
	float[] gradient() {
		return gradient;
	}

	/** All evaluations of all searches. */
	int evaluations() {
		return evaluations;
	}

	/** Whether the last search saw any finite trial. */
	boolean sawFinite() {
		return sawFinite;
	}

	/**
	 * @param from the start, within bounds
	 * @param loss at the start
	 * @param slopes the gradient at the start
	 * @param along the direction; step 1 is tried first
	 * @param free 1 for free numbers, 0 for those that are at their bounds
	 * @return the loss at {@link #point()}, or NaN if no step lowers it
	 */
	double search(final float[] from, final double loss, final float[] slopes, final float[] along, final float[] free) {
		x = from;
		loss0 = loss;
		g = slopes;
		direction = along;
		mask = free;
		sawFinite = false;
		return search(freeSlope());
	}

	private double search(final double slope) {
		double step = 1;
		double best = Double.POSITIVE_INFINITY;
		double bestStep = 0;
		boolean cut = false;
		for (int left = MAX_EVALUATIONS; left > 0; left--) {
			final double loss = evaluate(step);
			final double fall = fallAtBounds() - step * slope; // what a straight line would have
			if (loss < best && loss < loss0 && loss <= loss0 - SUFFICIENT_DECREASE * fall) {
				if (cut || isCurved()) return loss;
				best = loss;
				bestStep = step;
				step *= GROWTH;
			}
			else if (bestStep > 0) return evaluate(bestStep);
			else {
				cut = true;
				step *= shortened(loss, fall);
			}
		}
		return bestStep > 0 ? evaluate(bestStep) : Double.NaN;
	}

	/** Returns infinity where the loss or its gradient is no finite number. */
	private double evaluate(final double step) {
		box.step(x, step, direction, point);
		evaluations++;
		final double loss = objective.evaluate(point, gradient);
		if (!Double.isFinite(loss) || !Vectors.isFinite(gradient)) return Double.POSITIVE_INFINITY;
		sawFinite = true;
		return loss;
	}

	/** By the parabola through the start, its slope and the trial, not too far. */
	private double shortened(final double loss, final double fall) {
		if (Double.isInfinite(loss)) return .1;
		final double lowest = fall / (2 * (loss - loss0 + fall));
		return lowest > .1 ? Math.min(lowest, .5) : .1;
	}

	private double freeSlope() {
		return Vectors.sum(x.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (double) mask[i] * g[i] * direction[i];
			return sum;
		});
	}

	private double fallAtBounds() {
		return Vectors.sum(x.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (1 - (double) mask[i]) * g[i] * (x[i] - point[i]);
			return sum;
		});
	}

	/** Whether the slope along the whole step has become flatter. */
	private boolean isCurved() {
		final double before = slopeAlongStep(g);
		return slopeAlongStep(gradient) >= CURVATURE * before;
	}

	private double slopeAlongStep(final float[] slopes) {
		return Vectors.sum(x.length, (from, to) -> {
			double sum = 0;
			for (int i = from; i < to; i++) sum += (double) slopes[i] * (point[i] - x[i]);
			return sum;
		});
	}
}
