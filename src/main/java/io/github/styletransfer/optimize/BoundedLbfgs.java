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
 * L-BFGS within bounds that are the same for every number: a two-metric projection (Bertsekas, SIAM Journal on Control and
 * Optimization 20, 1982) whose scaling of the free numbers is the limited-memory inverse Hessian of the pairs reduced to
 * them (as Schmidt, van den Berg, Friedlander and Murphy do for bounds, AISTATS 2009). Numbers that are at a bound, or nearly,
 * and that the gradient pushes outwards go along the negative gradient and so stay there; all others go the quasi-Newton
 * step, cut off at the bounds. It comes to the same constrained minima as L-BFGS-B, by another way. Points and gradients are
 * float arrays, every sum is made in double. Memory: 2·history + 7 arrays of the point's length, at most
 * 2·(iterations − 1) + 7. Immutable; one instance may run in several threads.
 */
public final class BoundedLbfgs implements Optimiser {

	/** Of the width of the bounds: how near to one counts as at it, at most. */
	private static final double NEAR = 1e-3;

	private final int history;
	private final int maxIterations;
	private final double relativeChange;
	private final double firstStep;
	private final InverseHessian inverseHessian;
	private final Box box;

	BoundedLbfgs(final Lbfgs.Builder b, final Box box) {
		history = b.history;
		maxIterations = b.maxIterations;
		relativeChange = b.relativeChange;
		firstStep = b.firstStep;
		inverseHessian = b.inverseHessian;
		this.box = box;
	}

	/**
	 * @param start where to begin; what is outside of the bounds begins at them
	 * @return the best point found, within bounds
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

	/** One run's state: the point reached, its gradient, which numbers are free, and the pairs. */
	private final class Run {

		private final float[] x;
		private final float[] g;
		private final float[] direction;
		private final float[] mask;
		private final Objective objective;
		private final ProjectedSearch search;
		private final MaskedPairs pairs;
		private double loss = Double.NaN;
		private int iterations;
		private int evaluations;

		Run(final Objective objective, final float[] start) {
			this.objective = objective;
			x = start.clone();
			box.clamp(x);
			g = new float[x.length];
			direction = new float[x.length];
			mask = new float[x.length];
			search = new ProjectedSearch(objective, box, x.length);
			pairs = new MaskedPairs(history, x.length, inverseHessian);
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
			if (box.isStationary(x, g)) return StopReason.CONVERGED;
			double next = tryDirection();
			if (Double.isNaN(next) && !pairs.isEmpty()) { // once more without what the pairs say
				pairs.clear();
				next = tryDirection();
			}
			if (Double.isNaN(next)) return search.sawFinite() ? StopReason.NO_PROGRESS : StopReason.NON_FINITE;
			if (iterations + 1 < maxIterations) pairs.add(search.point(), x, search.gradient(), g);
			Vectors.copy(search.point(), x);
			Vectors.copy(search.gradient(), g);
			loss = next;
			return null;
		}

		private double tryDirection() {
			final double scale = pairs.isEmpty() ? firstStep / Math.sqrt(Vectors.dot(g, g) / g.length) : pairs.gamma();
			box.free(x, g, Math.min(NEAR * box.width(), box.distance(x, g, scale)), mask);
			Vectors.copy(g, direction);
			MaskedPairs.mask(direction, mask);
			if (!pairs.apply(direction, mask)) {
				inverseHessian.apply(direction);
				MaskedPairs.mask(direction, mask);
				Vectors.scale(scale, direction);
			}
			negateAndFill(scale);
			return search.search(x, loss, g, direction, mask);
		}

		/** Free numbers go the other way than H g, the others along the negative gradient. */
		private void negateAndFill(final double scale) {
			final float f = (float) scale;
			Vectors.inBlocks(direction.length, (from, to) -> {
				for (int i = from; i < to; i++) direction[i] = -direction[i] - (1 - mask[i]) * f * g[i];
			});
		}
	}
}
