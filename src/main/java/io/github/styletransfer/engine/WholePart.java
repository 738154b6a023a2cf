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

import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The last part of a plan, forward and back at once for the whole image. Not thread-safe. */
final class WholePart implements AutoCloseable {

	private final TileGraph graph;
	private final List<String> contents;
	private final List<String> styles;
	private final List<OnnxTensor> own = new ArrayList<>();

	/**
	 * @param in what comes in, in one buffer
	 * @param inGradient gets the gradient in it, in one buffer
	 * @param content targets; stay the caller's
	 * @param style targets; stay the caller's
	 */
	WholePart(final OrtEnvironment environment, final LossLayers losses, final LayerRun run, final TileGraphs graphs,
		final Planes in, final Planes inGradient, final Targets content, final Targets style, final OnnxTensor contentFactor,
		final double styleWeight)
	{
		contents = run.of(losses, losses.contentLayers());
		styles = run.of(losses, losses.styleLayers());
		graph = graphs.whole(run, new ImageSize(in.height(), in.width()));
		give(Names.INPUT, in.tensor(environment));
		give(Names.STYLE_WEIGHT, Session.scalar(environment, styleWeight));
		graph.give(Names.CONTENT_WEIGHT, contentFactor);
		final OnnxTensor gradient = inGradient.tensor(environment);
		own.add(gradient);
		graph.pin(Names.GRADIENT, gradient);
		for (final String l : contents) give(Names.target(l), content.planes().get(l).tensor(environment));
		for (final String l : styles) graph.give(Names.gram(l), style.tensors().get(Names.gram(l)));
		contents.forEach(l -> graph.output(Names.contentLoss(l)));
		styles.forEach(l -> graph.output(Names.styleLoss(l)));
	}

	/** @param contentTerms get the losses, as styleTerms do */
	void run(final Map<String, Double> contentTerms, final Map<String, Double> styleTerms) {
		graph.run(true);
		for (final String l : contents) contentTerms.put(l, (double) graph.buffer(Names.contentLoss(l)).get(0));
		for (final String l : styles) styleTerms.put(l, (double) graph.buffer(Names.styleLoss(l)).get(0));
	}

	@Override
	public void close() {
		graph.close();
		own.forEach(OnnxTensor::close);
	}

	private void give(final String name, final OnnxTensor tensor) {
		own.add(tensor);
		graph.give(name, tensor);
	}
}
