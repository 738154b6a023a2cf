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

import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.optimize.Objective;

/**
 * What one level minimises: the network's losses with all their weights, and the total variation. It stays the same function
 * from the level's first evaluation to its last, or until the strength changes.
 */
final class LevelObjective implements Objective, AutoCloseable {

	private final GradientFunction network;
	private final TotalVariation variation;
	private final double variationWeight;
	private LossTerms last;

	/**
	 * @param engine of the run, with the level's plan
	 * @param settings of the run
	 * @param all the chosen layers
	 * @param seen those that the level looks at
	 * @param start where the level starts, with its margin
	 * @param targets of the level; stay the caller's
	 * @param strength at which they are aimed at
	 */
	LevelObjective(final TiledEngine engine, final Settings settings, final LossLayers all, final LossLayers seen,
		final PlanarImage start, final LevelTargets targets, final double strength)
	{
		variationWeight = settings.tvWeight();
		variation = new TotalVariation(settings.tvNorm(), settings.convention(), start.width(), start.height());
		final Targets style = targets.style(strength);
		final LossLayers weighed = settings.normalisesGradients() ? engine.normalised(seen, start, targets.content(), style,
			targets.masks()) : seen;
		network = engine.gradient(weighed, start, targets.content(), style, targets.masks(), settings.contentWeight() * all
			.contentShare(seen), settings.styleWeight() * all.styleShare(seen));
	}

	@Override
	public double evaluate(final float[] x, final float[] gradient) {
		network.evaluate(x, gradient);
		last = network.lastTerms();
		if (variationWeight > 0) last = last.plus(variationWeight, variation.add(x, variationWeight, gradient));
		return last.loss();
	}

	/** Of the last evaluation. */
	LossTerms lastTerms() {
		if (last == null) throw new IllegalStateException("Nothing was evaluated yet.");
		return last;
	}

	@Override
	public void close() {
		network.close();
	}
}
