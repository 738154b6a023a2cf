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

/** The L1 norm of every term's own gradient at its own layer, written behind a {@link ForwardPass}. */
final class TermNorms {

	private final ForwardPass forward;
	private final GraphBuilder graph;

	TermNorms(final ForwardPass forward) {
		this.forward = forward;
		graph = forward.graph();
	}

	void write() {
		graph.input(Names.CONTENT_WEIGHT, "factor of the content loss");
		graph.input(Names.STYLE_WEIGHT, "factor of the style loss");
		forward.losses().contentLayers().forEach(this::content);
		forward.losses().styleLayers().forEach(this::style);
	}

	private void content(final String layer) {
		final ContentTerm term = forward.contentTerm(layer);
		norm(term.gradient(false), Names.contentNorm(layer), 3);
		graph.node("Mul", layer + "_target_gradient", List.of(Names.target(layer), term.gradientFactor()));
		norm(layer + "_target_gradient", Names.targetNorm(layer), 3);
	}

	private void style(final String layer) {
		final List<String> parts = forward.styleTerms(layer).stream().map(t -> t.gradient(t.head())).toList();
		norm(graph.node("Sum", layer + "_style_gradients", parts), Names.styleNorm(layer), 1);
	}

	/** First along the last axis: a float sum of millions in one goes wrong. */
	private void norm(final String gradient, final String name, final int lastAxis) {
		graph.node("ReduceL1", name + "_parts", List.of(gradient), ints("axes", lastAxis), integer("keepdims", 0));
		graph.node("ReduceSum", name, List.of(name + "_parts"), integer("keepdims", 0));
		graph.output(name, "L1 norm");
	}
}
