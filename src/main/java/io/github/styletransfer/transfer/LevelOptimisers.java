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

import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.optimize.Adam;
import io.github.styletransfer.optimize.FixedStepLbfgs;
import io.github.styletransfer.optimize.Lbfgs;
import io.github.styletransfer.optimize.Optimiser;

import java.util.Optional;

/**
 * Makes each level's optimiser as the settings say, and says what it costs. {@link Smoothing} is the initial inverse Hessian
 * of L-BFGS with a line search, within bounds or not; L-BFGS with fixed steps begins with the identity, as Torch's does, and
 * Adam has no inverse Hessian. Adam's moments are carried on to the next level, enlarged like the picture, as crowsonkb's
 * tool does; L-BFGS begins anew.
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

	private final Settings settings;
	/** What Adam remembers of the level before, without its margin. */
	private Optional<Carried> carried = Optional.empty();

	private record Carried(PlanarImage mean, PlanarImage square, int steps) {}

	LevelOptimisers(final Settings settings) {
		this.settings = settings;
	}

	/** Whether every step is smoothed. */
	static boolean smooth(final Settings settings) {
		return settings.optimiser() == OptimiserKind.LBFGS && settings.lineSearch();
	}

	/** @return evaluations of the gradient that a level takes, about */
	static double evaluations(final Settings settings, final int iterations) {
		return smooth(settings) ? WITH_SEARCH * iterations : iterations + 1;
	}

	/** @return float arrays of the picture's length that a level's optimiser holds */
	static int arrays(final Settings settings, final int iterations) {
		if (settings.optimiser() == OptimiserKind.ADAM) return 7; // 5, and the moments of the level before, enlarged
		return 2 * Math.min(settings.history(), iterations - 1) + (settings.bounds() ? 7 : 6);
	}

	/**
	 * @param iterations of the level
	 * @param x the level's picture with its margin
	 * @param margin of the level
	 * @return the optimiser, for one run
	 */
	Optimiser at(final int iterations, final PlanarImage x, final Margin margin) {
		if (settings.optimiser() == OptimiserKind.ADAM) return adam(iterations, x.size(), margin);
		if (!settings.lineSearch()) return new FixedStepLbfgs(settings.history(), iterations);
		final Lbfgs.Builder lbfgs = Lbfgs.builder().history(settings.history()).maxIterations(iterations).firstStep(
			FIRST_STEP).inverseHessian(new Smoothing(x.width(), x.height()));
		return settings.bounds() ? lbfgs.bounded(BLACK, WHITE) : lbfgs.build();
	}

	/**
	 * To be called when a level has ended.
	 *
	 * @param used the level's optimiser
	 * @param x its picture with its margin
	 * @param margin of the level
	 */
	void ended(final Optimiser used, final PlanarImage x, final Margin margin) {
		if (!(used instanceof Adam adam)) return;
		final Adam.Moments m = adam.moments();
		carried = Optional.of(new Carried(margin.crop(new PlanarImage(x.width(), x.height(), m.mean())), margin.crop(
			new PlanarImage(x.width(), x.height(), m.square())), m.steps()));
	}

	// -- Helper methods --

	private Adam adam(final int iterations, final Size size, final Margin margin) {
		final Adam.Builder b = Adam.builder().stepSize(settings.stepSize()).betas(settings.beta1(), settings.beta2()).epsilon(
			EPSILON).averaging(settings.averaging()).maxIterations(iterations);
		if (settings.bounds()) b.bounds(BLACK, WHITE);
		carried.ifPresent(c -> b.moments(new Adam.Moments(enlarged(c.mean(), size, margin), positive(enlarged(c.square(), size,
			margin)), c.steps())));
		carried = Optional.empty();
		return b.build();
	}

	private static float[] enlarged(final PlanarImage moments, final Size size, final Margin margin) {
		return margin.reflect(Resampling.resize(moments, size.width() - margin.left() - margin.right(), size.height() - margin
			.top() - margin.bottom())).data();
	}

	/** Cubic resampling overshoots. */
	private static float[] positive(final float[] square) {
		for (int i = 0; i < square.length; i++) square[i] = Math.max(0, square[i]);
		return square;
	}
}
