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
package io.github.styletransfer.transfer;

import io.github.styletransfer.image.Size;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.FixedStepLbfgs;
import io.github.styletransfer.optimize.Lbfgs;
import io.github.styletransfer.optimize.Optimiser;

/**
 * Makes each level's optimiser as the settings say, and says what it costs. {@link Smoothing} is the initial inverse Hessian
 * of L-BFGS with a line search, within bounds or not; L-BFGS with fixed steps begins with the identity, as Torch's does, and
 * Adam has no inverse Hessian. Every level begins anew: with moments that are enlarged like the picture, as crowsonkb's
 * tool has them, Adam came to nearly twice the loss (docs/options.md).
 */
final class LevelOptimisers {

	/** Grey levels, in the root mean square, of the first trial step of a level of L-BFGS. */
	private static final double FIRST_STEP = 4;
	private static final float BLACK = 0;
	private static final float WHITE = 255;
	/** Adam's usual 1e-8 for a picture in 0…1. */
	private static final double EPSILON = 1e-8 / WHITE;
	/** Line searches included: evaluations for an iteration. */
	private static final double WITH_SEARCH = 1.07;

	private LevelOptimisers() {
		// no instances
	}

	/**
	 * @param settings of the run
	 * @param history pairs that L-BFGS keeps
	 * @param iterations of the level
	 * @param size of the level's picture with its margin
	 * @return the level's optimiser
	 */
	static Optimiser of(final Settings settings, final int history, final int iterations, final Size size) {
		if (settings.optimiser() == OptimiserKind.ADAM) return adam(settings, iterations);
		if (!settings.lineSearch()) return new FixedStepLbfgs(history, iterations);
		final Lbfgs.Builder lbfgs = Lbfgs.builder().history(history).maxIterations(iterations).firstStep(
			FIRST_STEP).inverseHessian(new Smoothing(size.width(), size.height()));
		return settings.bounds() ? lbfgs.bounded(BLACK, WHITE) : lbfgs.build();
	}

	/** @return whether every step is smoothed */
	static boolean smooth(final Settings settings) {
		return settings.optimiser() == OptimiserKind.LBFGS && settings.lineSearch();
	}

	/** @return evaluations of the gradient that a level takes, about */
	static double evaluations(final Settings settings, final int iterations) {
		return smooth(settings) ? WITH_SEARCH * iterations : iterations + 1;
	}

	/**
	 * @param history pairs that L-BFGS keeps
	 * @return float arrays of the picture's length that a level's optimiser holds
	 */
	static int arrays(final Settings settings, final int history, final int iterations) {
		if (settings.optimiser() == OptimiserKind.ADAM) return 5;
		return 2 * Math.min(history, iterations - 1) + (settings.bounds() ? 7 : 6);
	}

	private static Optimiser adam(final Settings settings, final int iterations) {
		final Adam.Builder b = Adam.builder().stepSize(settings.stepSize()).betas(settings.beta1(), settings.beta2()).epsilon(
			EPSILON).averaging(settings.averaging()).maxIterations(iterations);
		if (settings.bounds()) b.bounds(BLACK, WHITE);
		return b.build();
	}
}
