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
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.Names;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the sums over all tiles to the style losses and what the tiles need for their gradients. Not thread-safe. */
final class StyleHeads implements AutoCloseable {

	private final List<String> layers = new ArrayList<>();
	private final Optional<TileGraph> graph;
	private Optional<OrtSession.Result> maps = Optional.empty();
	private final List<OnnxTensor> own = new ArrayList<>();

	/** @param style targets of every style layer in the image's parts; stays the caller's */
	StyleHeads(final OrtEnvironment environment, final TiledImage image, final TileGraphs graphs, final Targets style,
		final double styleWeight)
	{
		image.parts().forEach(p -> layers.addAll(p.styles()));
		graph = layers.isEmpty() ? Optional.empty() : Optional.of(graphs.head(layers));
		graph.ifPresent(g -> {
			give(g, Names.STYLE_WEIGHT, Session.scalar(environment, styleWeight));
			for (final String l : layers) {
				final OnnxTensor target = style.tensors().get(Names.gram(l));
				g.input(Names.gramSum(l), target.getInfo().getShape());
				g.give(Names.gram(l), target);
				give(g, Names.positions(l), Session.scalar(environment, image.positions(l)));
			}
		});
	}

	/**
	 * @param sums F Fᵀ of each layer over the whole image
	 * @param losses gets the style losses
	 * @return the maps by name; open until the next call
	 */
	Map<String, OnnxTensor> maps(final Map<String, double[]> sums, final Map<String, Double> losses) {
		if (graph.isEmpty()) return Map.of();
		for (final String l : layers) {
			final FloatBuffer buffer = graph.get().buffer(Names.gramSum(l));
			for (final double d : sums.get(l)) buffer.put((float) d);
		}
		maps.ifPresent(OrtSession.Result::close);
		maps = Optional.of(graph.get().run(Stream.concat(layers.stream().map(Names::styleLoss), layers.stream().map(
			Names::styleMap)).collect(Collectors.toSet())));
		final Map<String, OnnxTensor> tensors = tensors(maps.get());
		for (final String l : layers) losses.put(l, (double) tensors.get(Names.styleLoss(l)).getFloatBuffer().get(0));
		return tensors;
	}

	/** The tensors of a result, by name. */
	static Map<String, OnnxTensor> tensors(final OrtSession.Result result) {
		final Map<String, OnnxTensor> tensors = new HashMap<>();
		for (final Map.Entry<String, OnnxValue> e : result) tensors.put(e.getKey(), (OnnxTensor) e.getValue());
		return tensors;
	}

	@Override
	public void close() {
		maps.ifPresent(OrtSession.Result::close);
		graph.ifPresent(TileGraph::close);
		own.forEach(OnnxTensor::close);
	}

	private void give(final TileGraph to, final String name, final OnnxTensor tensor) {
		own.add(tensor);
		to.give(name, tensor);
	}
}
