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
 * L-BFGS that always goes the full quasi-Newton step, as Torch's and PyTorch's do unless they are given a line search: the
 * first step is the gradient times min(1, 1/|g|₁), the initial inverse Hessian is s·y/y·y of the newest pair, a pair is kept
 * if s·y exceeds 1e-10, and s is the step as it was meant, before the point was rounded. Where the first step is so short
 * that float gradients show no positive curvature along it, steps along the gradient become ten times as long until they do;
 * Torch goes the whole gradient then, which may lead anywhere. One evaluation an iteration, and one of the start. The loss
 * may rise on the way; the last point is what is reached, or the one before it if the last one's loss or gradient is no
 * finite number. Memory: 2·history + 6 arrays of the point's length, at most 2·(iterations − 1) + 6. Immutable; one instance
 * may run in several threads.
 */
public final class FixedStepLbfgs implements Optimiser {

	private static final double LEAST_CURVATURE = 1e-10;
	/** Of the steps along the gradient, until one of them is long enough to tell curvature from rounding. */
	private static final double GROWTH = 10;

	private final int history;
	private final int maxIterations;

	/**
	 * @param history pairs of steps and gradient differences to keep, at least 1
	 * @param maxIterations after which to stop, 0 or more
	 * @throws IllegalArgumentException if one of them is too small
	 */
	public FixedStepLbfgs(final int history, final int maxIterations) {
		Options.check(history >= 1, "history", history, "at least 1");
		Options.check(maxIterations >= 0, "maxIterations", maxIterations, "0 or more");
		this.history = history;
		this.maxIterations = maxIterations;
	}

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

	/** One run's state: the point reached and the next one, their gradients, and the pairs. */
	private final class Run {

		private final Objective objective;
		private final float[] direction;
		private final CorrectionPairs pairs;
		private float[] x;
		private float[] g;
		private float[] nextX;
		private float[] nextG;
		private double loss = Double.NaN;
		private int iterations;
		private int evaluations;

		Run(final Objective objective, final float[] start) {
			this.objective = objective;
			x = start.clone();
			g = new float[x.length];
			nextX = new float[x.length];
			nextG = new float[x.length];
			direction = new float[x.length];
			pairs = new CorrectionPairs(history, x.length, InverseHessian.identity(), 0);
		}

		Optimum optimum(final StopReason reason) {
			return new Optimum(x, loss, iterations, evaluations, reason);
		}

		StopReason minimize(final IterationListener listener) {
			loss = evaluate(x, g);
			if (!Double.isFinite(loss)) return StopReason.NON_FINITE;
			while (iterations < maxIterations) {
				final double step = direct();
				if (step == 0) return StopReason.CONVERGED;
				Vectors.step(x, step, direction, nextX);
				final double next = evaluate(nextX, nextG);
				if (!Double.isFinite(next)) return StopReason.NON_FINITE;
				iterations++;
				if (iterations < maxIterations) keepPair(step);
				advance(next);
				if (!listener.onIteration(new Iteration(iterations, evaluations, loss, x))) return StopReason.REQUESTED;
			}
			return StopReason.ITERATIONS;
		}

		/** Returns NaN where the gradient is no finite number. */
		private double evaluate(final float[] at, final float[] gradient) {
			final double value = objective.evaluate(at, gradient);
			evaluations++;
			return Vectors.isFinite(gradient) ? value : Double.NaN;
		}

		/** Sets the direction; returns the step along it, 0 where there is no slope. */
		private double direct() {
			Vectors.copy(g, direction);
			if (!pairs.isEmpty()) pairs.apply(direction);
			Vectors.scale(-1, direction);
			final double norm = Vectors.absoluteSum(g);
			if (norm == 0) return 0;
			return pairs.isEmpty() ? Math.min(1, Math.pow(GROWTH, iterations) / norm) : 1;
		}

		/** Of the step as it was meant: the first ones are so short that the points' rounding would spoil it. */
		private void keepPair(final double step) {
			final double curvature = step * (Vectors.dot(direction, nextG) - Vectors.dot(direction, g));
			if (curvature > LEAST_CURVATURE) pairs.add(step, direction, nextG, g);
			else pairs.gradientIsNow(nextG);
		}

		private void advance(final double next) {
			loss = next;
			final float[] usedX = x;
			final float[] usedG = g;
			x = nextX;
			g = nextG;
			nextX = usedX;
			nextG = usedG;
		}
	}
}
