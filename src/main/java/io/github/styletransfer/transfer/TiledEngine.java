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

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.Plan;
import io.github.styletransfer.engine.Planner;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.PlanarImage;

import java.util.List;

/** An engine with the plan of one level. */
final class TiledEngine {

	private final Engine engine;
	private final Plan plan;
	private final long freeBytes;

	/**
	 * @param plan of the level's image
	 * @param freeBytes that the styles' images may take, which are of other sizes
	 */
	TiledEngine(final Engine engine, final Plan plan, final long freeBytes) {
		this.engine = engine;
		this.plan = plan;
		this.freeBytes = freeBytes;
	}

	Targets styleTargets(final LossLayers losses, final PlanarImage image) {
		final Plan fitting = new Planner(losses.withRegions(0), image.height(), image.width()).fastestOrSmallest(freeBytes);
		return engine.styleTargets(losses, fitting, image.data(), image.height(), image.width());
	}

	/** Of an area of the image, [H, W]. */
	Targets styleTargets(final LossLayers losses, final PlanarImage image, final float[] area) {
		return engine.styleTargets(losses, image.data(), image.height(), image.width(), area);
	}

	Targets contentTargets(final LossLayers losses, final PlanarImage image) {
		return engine.contentTargets(losses, plan, image.data(), image.height(), image.width());
	}

	/** See {@link Engine#normalised}. */
	LossLayers normalised(final LossLayers losses, final PlanarImage start, final Targets content, final Targets style,
		final List<float[]> masks)
	{
		return engine.normalised(losses, start.data(), start.height(), start.width(), content, style, masks);
	}

	/** @param masks of the regions; none if there are none, and only then with tiles */
	GradientFunction gradient(final LossLayers losses, final PlanarImage start, final Targets content, final Targets style,
		final List<float[]> masks, final double contentWeight, final double styleWeight)
	{
		if (plan.isWhole()) {
			return engine.gradient(losses, start.height(), start.width(), content, style, masks, contentWeight, styleWeight);
		}
		return engine.gradient(losses, plan, start.height(), start.width(), content, style, contentWeight, styleWeight);
	}
}
