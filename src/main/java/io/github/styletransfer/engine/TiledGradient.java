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
package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loss and gradient of an image that is done in parts and tiles, see {@link Plan}: forward, part by part, keeping the sums for
 * the Gram matrices and what a part gives to the next one; then the style losses from the sums; then back, part by part, each
 * tile forward once more. A last part that is whole goes forward and back at once.
 */
final class TiledGradient implements GradientFunction {

	private final LossLayers losses;
	private final int height;
	private final int width;
	private final double contentWeight;
	private final double styleWeight;
	private final Targets content;
	private final TiledImage image;
	private final List<Planes> gradients = new ArrayList<>(); // in what the parts give
	private final StyleHeads head;
	private final OnnxTensor contentFactor;
	private final Optional<WholePart> tail;
	private LossTerms last;

	TiledGradient(final OrtEnvironment environment, final LossLayers losses, final Plan plan, final int height,
		final int width, final TileGraphs graphs, final Targets content, final Targets style, final double contentWeight,
		final double styleWeight)
	{
		this.losses = losses;
		this.height = height;
		this.width = width;
		this.content = content;
		this.contentWeight = contentWeight;
		this.styleWeight = styleWeight;
		image = new TiledImage(losses, plan.tiled(), height, width, graphs);
		for (final TiledPart p : image.parts()) if (p.hasExit()) gradients.add(p.outputPlanes(height, width));
		head = new StyleHeads(environment, image, graphs, style, styleWeight);
		contentFactor = Session.scalar(environment, contentWeight);
		tail = plan.tail().map(run -> new WholePart(environment, losses, run, graphs, image.output(), gradients.get(gradients
			.size() - 1), content, style, contentFactor, styleWeight));
	}

	@Override
	public double evaluate(final float[] x, final float[] gradient) {
		final Map<String, Double> contents = new HashMap<>();
		final Map<String, Double> styles = new HashMap<>();
		final Planes in = Planes.of(x, height, width);
		final Map<String, double[]> sums = image.statistics(x);
		tail.ifPresent(t -> t.run(contents, styles));
		final Map<String, OnnxTensor> given = new HashMap<>(head.maps(sums, styles));
		given.put(Names.CONTENT_WEIGHT, contentFactor);
		for (int i = image.parts().size() - 1; i >= 0; i--) {
			final Planes to = i == 0 ? Planes.of(gradient, height, width) : gradients.get(i - 1);
			to.clear();
			final TiledPart part = image.parts().get(i);
			part.gradient(image.input(i, in), part.hasExit() ? gradients.get(i) : to, given, content.planes(), to, contents);
		}
		last = LossTerms.weighted(losses, contentWeight, inOrder(losses.contentLayers(), contents), styleWeight, inOrder(losses
			.styleLayers(), styles));
		return last.loss();
	}

	@Override
	public LossTerms lastTerms() {
		if (last == null) throw new IllegalStateException("Nothing was evaluated yet.");
		return last;
	}

	@Override
	public void close() {
		tail.ifPresent(WholePart::close);
		head.close();
		gradients.clear();
		image.close();
		contentFactor.close();
	}

	private static Map<String, Double> inOrder(final List<String> layers, final Map<String, Double> terms) {
		final Map<String, Double> ordered = new LinkedHashMap<>();
		layers.forEach(l -> ordered.put(l, terms.get(l)));
		return ordered;
	}
}
