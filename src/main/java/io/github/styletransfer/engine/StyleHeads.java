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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the sums over all tiles to the style losses and what the tiles need for their gradients. Not thread-safe. */
final class StyleHeads implements AutoCloseable {

	private final List<String> layers = new ArrayList<>();
	private final TileGraph graph;
	private final List<OnnxTensor> own = new ArrayList<>();

	/** @param style targets of every style layer in the image's parts; stays the caller's */
	StyleHeads(final OrtEnvironment environment, final TiledImage image, final TileGraphs graphs, final Targets style,
		final double styleWeight)
	{
		image.parts().forEach(p -> layers.addAll(p.styles()));
		graph = graphs.head(layers);
		give(Names.STYLE_WEIGHT, Session.scalar(environment, styleWeight));
		for (final String l : layers) {
			final OnnxTensor target = style.tensors().get(Names.gram(l));
			graph.input(Names.gramSum(l), target.getInfo().getShape());
			graph.give(Names.gram(l), target);
			give(Names.positions(l), Session.scalar(environment, image.positions(l)));
		}
	}

	/**
	 * @param sums F Fᵀ of each layer over the whole image
	 * @param losses gets the style losses
	 * @return the maps; to be closed
	 */
	OrtSession.Result maps(final Map<String, double[]> sums, final Map<String, Double> losses) {
		for (final String l : layers) {
			final FloatBuffer buffer = graph.buffer(Names.gramSum(l));
			for (final double d : sums.get(l)) buffer.put((float) d);
		}
		final OrtSession.Result result = graph.run(Stream.concat(layers.stream().map(Names::styleLoss), layers.stream().map(
			Names::styleMap)).collect(Collectors.toSet()), false);
		for (final String l : layers) losses.put(l, (double) tensors(result).get(Names.styleLoss(l)).getFloatBuffer().get(0));
		return result;
	}

	/** The tensors of a result, by name. */
	static Map<String, OnnxTensor> tensors(final OrtSession.Result result) {
		final Map<String, OnnxTensor> tensors = new HashMap<>();
		for (final Map.Entry<String, OnnxValue> e : result) tensors.put(e.getKey(), (OnnxTensor) e.getValue());
		return tensors;
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
