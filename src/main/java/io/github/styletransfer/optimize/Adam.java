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

import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980, algorithm 1) with bias correction, optionally with every point clamped to bounds
 * after its step, and with the mean of the points on the way, their weights falling exponentially into the past and
 * corrected for the short past of the first ones (section 7.2 there; the start counts as the first point). One
 * evaluation an iteration, and one of the start. The loss may rise on the way; the last point, or the mean, is what is reached;
 * a point whose loss or gradient is no finite number ends the run with what came before it. Knows no inverse Hessian.
 * Memory: 5 arrays of the point's length. Immutable; one instance may run in several threads.
 */
public final class Adam implements Optimiser {

	private final double stepSize;
	private final double beta1;
	private final double beta2;
	private final double epsilon;
	private final double averaging;
	private final int maxIterations;
	private final Box box; // null for no bounds

	private Adam(final Builder b) {
		stepSize = b.stepSize;
		beta1 = b.beta1;
		beta2 = b.beta2;
		epsilon = b.epsilon;
		averaging = b.averaging;
		maxIterations = b.maxIterations;
		box = b.box;
	}

	/** @return a builder with every option at its default */
	public static Builder builder() {
		return new Builder();
	}

	/** The options; every setter returns the builder. */
	public static final class Builder {

		private double stepSize = 1e-3;
		private double beta1 = .9;
		private double beta2 = .999;
		private double epsilon = 1e-8;
		private double averaging;
		private int maxIterations = 100;
		private Box box;

		private Builder() {}

		/**
		 * @param size of a step, about (default 1e-3)
		 * @return this
		 * @throws IllegalArgumentException if it is not above 0 and finite
		 */
		public Builder stepSize(final double size) {
			Options.check(size > 0 && Double.isFinite(size), "stepSize", size, "above 0 and finite");
			stepSize = size;
			return this;
		}

		/**
		 * @param first decay of the gradient's mean (default 0.9)
		 * @param second decay of the squared gradient's mean (default 0.999)
		 * @return this
		 * @throws IllegalArgumentException if one of them is not at least 0 and below 1
		 */
		public Builder betas(final double first, final double second) {
			Options.check(first >= 0 && first < 1, "beta1", first, "at least 0 and below 1");
			Options.check(second >= 0 && second < 1, "beta2", second, "at least 0 and below 1");
			beta1 = first;
			beta2 = second;
			return this;
		}

		/**
		 * @param least what is added to the root of the squared gradient's mean (default 1e-8)
		 * @return this
		 * @throws IllegalArgumentException if it is not above 0 and finite
		 */
		public Builder epsilon(final double least) {
			Options.check(least > 0 && Double.isFinite(least), "epsilon", least, "above 0 and finite");
			epsilon = least;
			return this;
		}

		/**
		 * @param decay of the mean over the points, which is what is reached; 0 (default) for the last point
		 * @return this
		 * @throws IllegalArgumentException if it is not at least 0 and below 1
		 */
		public Builder averaging(final double decay) {
			Options.check(decay >= 0 && decay < 1, "averaging", decay, "at least 0 and below 1");
			averaging = decay;
			return this;
		}

		/**
		 * @param iterations after which to stop (default 100); 0 evaluates the start once and returns it
		 * @return this
		 * @throws IllegalArgumentException if it is negative
		 */
		public Builder maxIterations(final int iterations) {
			Options.check(iterations >= 0, "maxIterations", iterations, "0 or more");
			maxIterations = iterations;
			return this;
		}

		/**
		 * @param lower smallest number that a point may have
		 * @param upper largest number that a point may have
		 * @return this
		 * @throws IllegalArgumentException if a bound is not finite, or they are not in ascending order
		 */
		public Builder bounds(final float lower, final float upper) {
			box = new Box(lower, upper);
			return this;
		}

		/** @return the optimiser */
		public Adam build() {
			return new Adam(this);
		}
	}

	/**
	 * @param start where to begin; what is outside of the bounds begins at them
	 * @return the last point, or the mean of the way
	 */
	@Override
	public Optimum minimize(final Objective objective, final float[] start, final IterationListener listener) {
		Objects.requireNonNull(listener, "listener");
		final Run run = new Run(objective, start);
		try {
			return run.optimum(run.minimize(listener));
		}
		catch (final CancellationException stopped) {
			return run.optimum(StopReason.REQUESTED);
		}
	}

	/** One run's state: the point that is being evaluated, the moments of its gradient, and what was reached. */
	private final class Run {

		private final Objective objective;
		private final float[] x;
		private final float[] g;
		private final float[] mean;
		private final float[] square;
		private final float[] reached;
		private double loss = Double.NaN;
		private int iterations;
		private int evaluations;

		Run(final Objective objective, final float[] start) {
			this.objective = objective;
			x = start.clone();
			if (box != null) box.clamp(x);
			g = new float[x.length];
			mean = new float[x.length];
			square = new float[x.length];
			reached = x.clone();
		}

		Optimum optimum(final StopReason reason) {
			return new Optimum(reached, loss, iterations, evaluations, reason);
		}

		StopReason minimize(final IterationListener listener) {
			if (!evaluate()) return StopReason.NON_FINITE;
			while (iterations < maxIterations) {
				step();
				if (!evaluate()) return StopReason.NON_FINITE;
				iterations++;
				average();
				if (!listener.onIteration(new Iteration(iterations, evaluations, loss, reached))) return StopReason.REQUESTED;
			}
			return StopReason.ITERATIONS;
		}

		/** Returns false where loss or gradient is no finite number; then the loss is still the one before. */
		private boolean evaluate() {
			final double value = objective.evaluate(x, g);
			evaluations++;
			if (!Double.isFinite(value) || !Vectors.isFinite(g)) return false;
			loss = value;
			return true;
		}

		private void step() {
			final int step = iterations + 1;
			final float new1 = (float) (1 - beta1);
			final float new2 = (float) (1 - beta2);
			final float factor = (float) (stepSize / (1 - Math.pow(beta1, step)));
			final float root = (float) (1 / Math.sqrt(1 - Math.pow(beta2, step)));
			final float least = (float) epsilon;
			Vectors.inBlocks(x.length, (from, to) -> {
				for (int i = from; i < to; i++) {
					mean[i] += new1 * (g[i] - mean[i]);
					square[i] += new2 * (g[i] * g[i] - square[i]);
					x[i] -= factor * mean[i] / ((float) Math.sqrt(square[i]) * root + least);
				}
			});
			if (box != null) box.clamp(x);
		}

		/** The corrected mean a of n points, the start included, follows from the one before: a += w (x − a). */
		private void average() {
			if (averaging == 0) {
				Vectors.copy(x, reached);
				return;
			}
			final float weight = (float) ((1 - averaging) / (1 - Math.pow(averaging, iterations + 1)));
			Vectors.inBlocks(x.length, (from, to) -> {
				for (int i = from; i < to; i++) reached[i] += weight * (x[i] - reached[i]);
			});
		}
	}
}
