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

import java.util.ArrayList;
import java.util.List;

/**
 * What one level minimises: the network's losses with all their weights, and the total variation. It stays the same function
 * from the level's first evaluation to its last.
 */
final class LevelObjective implements Objective, AutoCloseable {

	private final List<Targets> targets = new ArrayList<>();
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
	 * @param target the content, of the same size
	 * @param styles at the level's scale, one for each share
	 * @param shares of the styles in the targets; they sum to 1
	 */
	LevelObjective(final TiledEngine engine, final Settings settings, final LossLayers all, final LossLayers seen,
		final PlanarImage start, final PlanarImage target, final List<PlanarImage> styles, final double[] shares)
	{
		variationWeight = settings.tvWeight();
		variation = new TotalVariation(settings.tvNorm(), settings.convention(), start.width(), start.height());
		try {
			final Targets style = keep(style(engine, settings, seen, target, styles, shares));
			final Targets content = keep(engine.contentTargets(seen, target));
			final LossLayers weighed = settings.normalisesGradients() ? engine.normalised(seen, start, content, style)
				: seen;
			network = engine.gradient(weighed, start, content, style, settings.contentWeight() * all
				.contentShare(seen), settings.styleWeight() * all.styleShare(seen));
		}
		catch (final RuntimeException e) {
			targets.forEach(Targets::close);
			throw e;
		}
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
		targets.forEach(Targets::close);
	}

	// -- Helper methods --

	private Targets keep(final Targets opened) {
		targets.add(opened);
		return opened;
	}

	/** The styles' targets mixed by their shares; below full strength, the content's own mixed in. */
	private static Targets style(final TiledEngine engine, final Settings settings, final LossLayers seen,
		final PlanarImage target, final List<PlanarImage> styles, final double[] shares)
	{
		final double strength = settings.number(Option.STRENGTH);
		if (styles.size() == 1 && strength == 1) return targets(engine, seen, styles.get(0));
		final List<Targets> parts = new ArrayList<>();
		try {
			final double[] weights = new double[styles.size() + 1];
			for (int i = 0; i < styles.size(); i++) {
				parts.add(targets(engine, seen, styles.get(i)));
				weights[i] = strength * shares[i];
			}
			parts.add(targets(engine, seen, target));
			weights[styles.size()] = 1 - strength;
			return Targets.mix(parts, weights);
		}
		finally {
			parts.forEach(Targets::close);
		}
	}

	private static Targets targets(final TiledEngine engine, final LossLayers seen, final PlanarImage image) {
		return engine.styleTargets(seen, image);
	}
}
