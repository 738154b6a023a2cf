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
 * Finds a step that fulfils the strong Wolfe conditions: f(x + t d) ≤ f + c₁ t g·d and |g(x + t d)·d| ≤ c₂ |g·d| (Nocedal
 * and Wright, Numerical Optimization, second edition, algorithms 3.5 and 3.6, with safeguarded cubic interpolation, their
 * equation 3.59). A step that leads to a loss or gradient that is no finite number is cut by ten.
 */
final class LineSearch {

	private static final double SUFFICIENT_DECREASE = 1e-4;
	/** Loose, as is usual with quasi-Newton directions: step 1 nearly always passes. */
	private static final double CURVATURE = .9;
	private static final int MAX_EVALUATIONS = 20;
	/** Of the interval: how near to its ends the interpolation may go. */
	private static final double SAFEGUARD = .1;

	private final Objective objective;
	private final float[] point;
	private final float[] gradient;
	private int evaluations;
	private boolean sawFinite = true;

	// the search that is going on
	private float[] x;
	private float[] direction;
	private double loss0;
	private double slope0;
	private int left;

	/** A step, its loss and the slope there; loss is infinite where it or the gradient is no finite number. */
	private record Trial(double step, double loss, double slope) {

		boolean isFinite() {
			return loss < Double.POSITIVE_INFINITY;
		}
	}

	LineSearch(final Objective objective, final int n) {
		this.objective = objective;
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
	 * @param from the start
	 * @param loss at the start
	 * @param slope the gradient there times the direction, negative
	 * @param along the direction; step 1 is tried first
	 * @return the loss at {@link #point()}, or NaN if no step lowers it
	 */
	double search(final float[] from, final double loss, final double slope, final float[] along) {
		x = from;
		direction = along;
		loss0 = loss;
		slope0 = slope;
		left = MAX_EVALUATIONS;
		sawFinite = false;
		return bracket();
	}

	private double bracket() {
		Trial before = new Trial(0, loss0, slope0);
		double step = 1;
		double wall = Double.POSITIVE_INFINITY; // shortest step that was not finite
		while (left > 0) {
			final Trial t = evaluate(step);
			if (!t.isFinite()) {
				wall = step;
				step = before.step() + .1 * (step - before.step());
				continue;
			}
			if (!decreases(t) || before.step() > 0 && t.loss() >= before.loss()) return zoom(before, t);
			if (isFlat(t)) return t.loss();
			if (t.slope() >= 0) return zoom(t, before);
			final double further = extrapolate(before, t);
			if (further >= wall) return t.loss(); // lower than the start, and what follows is no number
			before = t;
			step = further;
		}
		return before.step() > 0 ? again(before) : Double.NaN;
	}

	/** Keeps {@code low} the best step that decreases enough, and a step that fulfils both conditions between the two. */
	private double zoom(final Trial from, final Trial to) {
		Trial low = from;
		Trial high = to;
		while (left > 0 && Math.abs(high.step() - low.step()) > 1e-9 * Math.max(low.step(), high.step())) {
			final Trial t = evaluate(interpolate(low, high));
			if (!t.isFinite() || !decreases(t) || t.loss() >= low.loss()) {
				high = t;
			}
			else {
				if (isFlat(t)) return t.loss();
				if (t.slope() * (high.step() - low.step()) >= 0) high = low;
				low = t;
			}
		}
		return low.step() > 0 ? again(low) : Double.NaN;
	}

	private Trial evaluate(final double step) {
		left--;
		Vectors.step(x, step, direction, point);
		evaluations++;
		final double loss = objective.evaluate(point, gradient);
		final double slope = Vectors.dot(gradient, direction);
		// finite slope with a non-finite gradient: infinity times a zero of the direction is NaN, so the slope tells
		if (!Double.isFinite(loss) || !Double.isFinite(slope)) return new Trial(step, Double.POSITIVE_INFINITY, Double.NaN);
		sawFinite = true;
		return new Trial(step, loss, slope);
	}

	/** Goes back to a step that was left behind. */
	private double again(final Trial t) {
		return evaluate(t.step()).loss();
	}

	private boolean decreases(final Trial t) {
		return t.loss() <= loss0 + SUFFICIENT_DECREASE * t.step() * slope0 && t.loss() < loss0;
	}

	private boolean isFlat(final Trial t) {
		return Math.abs(t.slope()) <= -CURVATURE * slope0;
	}

	private static double extrapolate(final Trial before, final Trial t) {
		final double width = t.step() - before.step();
		final double cubic = cubicMinimum(before, t);
		return Double.isFinite(cubic) ? Math.min(Math.max(cubic, t.step() + width), t.step() + 9 * width) : t.step() + 2 *
			width;
	}

	private static double interpolate(final Trial low, final Trial high) {
		final double width = high.step() - low.step();
		if (!high.isFinite()) return low.step() + .1 * width;
		final double cubic = cubicMinimum(low, high);
		final double near = Math.min(low.step() + SAFEGUARD * width, high.step() - SAFEGUARD * width);
		final double far = Math.max(low.step() + SAFEGUARD * width, high.step() - SAFEGUARD * width);
		return Double.isFinite(cubic) ? Math.min(Math.max(cubic, near), far) : low.step() + width / 2;
	}

	/** Nocedal and Wright, equation 3.59; NaN where the cubic has no minimum. */
	private static double cubicMinimum(final Trial a, final Trial b) {
		final double d1 = a.slope() + b.slope() - 3 * (a.loss() - b.loss()) / (a.step() - b.step());
		final double d2 = Math.signum(b.step() - a.step()) * Math.sqrt(d1 * d1 - a.slope() * b.slope());
		return b.step() - (b.step() - a.step()) * (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
	}
}
