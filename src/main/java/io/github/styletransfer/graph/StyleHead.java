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
package io.github.styletransfer.graph;

import static io.github.styletransfer.graph.GraphBuilder.integer;
import static io.github.styletransfer.graph.GraphBuilder.ints;

import java.util.List;
import java.util.Map;

/** What lies between the sums over all positions and the gradient at each of them: matrices [C, C] only. */
final class StyleHead {

	private final GraphBuilder graph = new GraphBuilder();
	private final LossLayers losses;

	StyleHead(final LossLayers losses) {
		this.losses = losses;
	}

	GraphModel write(final List<String> layers) {
		graph.input(Names.STYLE_WEIGHT, "factor of the style loss");
		layers.forEach(this::layer);
		return graph.build("style_head", "Style losses from sums over all positions.", Map.of());
	}

	private void layer(final String l) {
		final int channels = losses.architecture().channels(l);
		final float n = channels;
		graph.input(Names.gramSum(l), "F F^T of all positions", channels, channels);
		graph.input(Names.positions(l), "M");
		graph.input(Names.gram(l), "F F^T / M of the style image at " + l, channels, channels);
		graph.node("Div", l + "_gram", List.of(Names.gramSum(l), Names.positions(l)));
		graph.node("Sub", l + "_gram_difference", List.of(l + "_gram", Names.gram(l)));
		graph.node("ReduceSumSquare", l + "_squares", List.of(l + "_gram_difference"), ints("axes", 1), integer("keepdims", 0));
		graph.node("ReduceSum", l + "_square", List.of(l + "_squares"), integer("keepdims", 0));
		graph.node("Mul", Names.styleLoss(l), List.of(l + "_square", graph.constant(l + "_scale", new float[] { 1 / (4 * n *
			n) })));
		graph.output(Names.styleLoss(l), "sum (F F^T / M - gram)^2 / (4 N^2)");
		graph.node("Mul", l + "_share", List.of(Names.STYLE_WEIGHT, graph.constant(l + "_constant", new float[] { 1 / (n * n *
			losses.styleLayers().size()) })));
		graph.node("Div", l + "_factor", List.of(l + "_share", Names.positions(l)));
		graph.node("Mul", Names.styleMap(l), List.of(l + "_gram_difference", l + "_factor"));
		graph.output(Names.styleMap(l), "S", channels, channels);
	}
}
