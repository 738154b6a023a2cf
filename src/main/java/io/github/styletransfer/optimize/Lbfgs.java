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
 * Limited-memory BFGS (Liu and Nocedal, Mathematical Programming 45, 1989; Nocedal and Wright, Numerical Optimization,
 * second edition, algorithms 7.4 and 7.5) with a strong Wolfe line search. Points and gradients are float arrays, every sum
 * is made in double. Memory: 2·history + 6 arrays of the point's length, at most 2·(iterations − 1) + 6. Immutable; one
 * instance may run in several threads.
 */
public final class Lbfgs implements Optimiser {

	private final int history;
	private final int maxIterations;
	private final double relativeChange;
	private final double firstStep;
	private final InverseHessian inverseHessian;

	private Lbfgs(final Builder b) {
		history = b.history;
		maxIterations = b.maxIterations;
		relativeChange = b.relativeChange;
		firstStep = b.firstStep;
		inverseHessian = b.inverseHessian;
	}

	/** @return a builder with every option at its default */
	public static Builder builder() {
		return new Builder();
	}

	/** The options; every setter returns the builder. */
	public static final class Builder {

		int history = 10;
		int maxIterations = 100;
		double relativeChange;
		double firstStep = 1;
		InverseHessian inverseHessian = InverseHessian.identity();

		private Builder() {}

		/**
		 * @param pairs of steps and gradient differences to keep, at least 1 (default 10)
		 * @return this
		 * @throws IllegalArgumentException if it is below 1
		 */
		public Builder history(final int pairs) {
			Options.check(pairs >= 1, "history", pairs, "at least 1");
			history = pairs;
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
		 * @param tolerance stop when an iteration changes the loss by no more than this part of it; 0 (default) for never
		 * @return this
		 * @throws IllegalArgumentException if it is negative or no number
		 */
		public Builder relativeChange(final double tolerance) {
			Options.check(tolerance >= 0, "relativeChange", tolerance, "0 or more");
			relativeChange = tolerance;
			return this;
		}

		/**
		 * @param rootMeanSquare of the first trial's displacement (default 1)
		 * @return this
		 * @throws IllegalArgumentException if it is not above 0 and finite
		 */
		public Builder firstStep(final double rootMeanSquare) {
			Options.check(rootMeanSquare > 0 && Double.isFinite(rootMeanSquare), "firstStep", rootMeanSquare, "above 0 and finite");
			firstStep = rootMeanSquare;
			return this;
		}

		/**
		 * @param operator initial inverse Hessian up to a factor (default the identity)
		 * @return this
		 */
		public Builder inverseHessian(final InverseHessian operator) {
			inverseHessian = Objects.requireNonNull(operator, "inverseHessian");
			return this;
		}

		/** @return the optimiser */
		public Lbfgs build() {
			return new Lbfgs(this);
		}

		/**
		 * @param lower smallest number that a point may have
		 * @param upper largest number that a point may have
		 * @return the optimiser that keeps every number of every point within bounds
		 * @throws IllegalArgumentException if a bound is not finite, or they are not in ascending order
		 */
		public BoundedLbfgs bounded(final float lower, final float upper) {
			return new BoundedLbfgs(this, new Box(lower, upper));
		}
	}

	/** @return the best point found */
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

	/** One run's state: the point reached, its gradient, and the pairs. */
	private final class Run {

		private final float[] x;
		private final float[] g;
		private final float[] direction;
		private final Objective objective;
		private final LineSearch search;
		private final CorrectionPairs pairs;
		private double loss = Double.NaN;
		private int iterations;
		private int evaluations;

		Run(final Objective objective, final float[] start) {
			this.objective = objective;
			x = start.clone();
			g = new float[x.length];
			direction = new float[x.length];
			search = new LineSearch(objective, x.length);
			pairs = new CorrectionPairs(history, x.length, inverseHessian);
		}

		Optimum optimum(final StopReason reason) {
			return new Optimum(x, loss, iterations, evaluations + search.evaluations(), reason);
		}

		StopReason minimize(final IterationListener listener) {
			loss = objective.evaluate(x, g);
			evaluations = 1;
			if (!Double.isFinite(loss) || !Vectors.isFinite(g)) return StopReason.NON_FINITE;
			while (iterations < maxIterations) {
				final double before = loss;
				final StopReason stop = iterate();
				if (stop != null) return stop;
				iterations++;
				if (!listener.onIteration(new Iteration(iterations, evaluations + search.evaluations(), loss, x))) {
					return StopReason.REQUESTED;
				}
				if (relativeChange > 0 && Math.abs(before - loss) <= relativeChange * Math.abs(loss)) {
					return StopReason.CONVERGED;
				}
			}
			return StopReason.ITERATIONS;
		}

		/** Returns why the run ends, or null if it goes on. */
		private StopReason iterate() {
			double slope = quasiNewtonDirection();
			double next = slope < 0 ? search.search(x, loss, slope, direction) : Double.NaN;
			if (Double.isNaN(next) && !pairs.isEmpty()) { // once more without what the pairs say
				pairs.clear();
				slope = steepestDescent();
				next = slope < 0 ? search.search(x, loss, slope, direction) : Double.NaN;
			}
			if (slope == 0) return StopReason.CONVERGED;
			if (Double.isNaN(next)) return search.sawFinite() ? StopReason.NO_PROGRESS : StopReason.NON_FINITE;
			if (iterations + 1 < maxIterations) pairs.add(search.point(), x, search.gradient(), g); // the last is for nobody
			Vectors.copy(search.point(), x);
			Vectors.copy(search.gradient(), g);
			loss = next;
			return null;
		}

		/** Sets the direction; returns its slope. */
		private double quasiNewtonDirection() {
			if (pairs.isEmpty()) return steepestDescent();
			Vectors.copy(g, direction);
			pairs.apply(direction);
			Vectors.scale(-1, direction);
			return Vectors.dot(g, direction);
		}

		/** Scaled so that step 1 moves by {@code firstStep} in the root mean square. */
		private double steepestDescent() {
			Vectors.copy(g, direction);
			inverseHessian.apply(direction);
			final double norm = Math.sqrt(Vectors.dot(direction, direction) / direction.length);
			if (norm == 0) return 0;
			Vectors.scale(-firstStep / norm, direction);
			return Vectors.dot(g, direction);
		}
	}
}
