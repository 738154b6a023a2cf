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

import java.util.List;

/** Makes a gradient as large as the value that it belongs to. */
final class LastRows {

	private LastRows() {
		// no instances
	}

	/**
	 * Adds zeros behind the last row and column, which no window reached, or cuts off what windows had beyond them.
	 *
	 * @param name of the layer
	 * @param x the layer's input, [1, C, H, W]
	 * @param reached the gradient in what the layer's windows reach, from the first row and column on, [1, C, h, w]
	 * @return the name of the gradient in the input, [1, C, H, W]
	 */
	static String fit(final GraphBuilder graph, final String name, final String x, final String reached) {
		graph.node("Shape", name + "_side", List.of(x), integer("start", 2));
		graph.node("Shape", name + "_spread_side", List.of(reached), integer("start", 2));
		graph.node("Sub", name + "_dropped", List.of(name + "_side", name + "_spread_side"));
		graph.node("Concat", name + "_pads", List.of(graph.constant(name + "_no_pads", 0, 0, 0, 0, 0, 0), name +
			"_dropped"), integer("axis", 0));
		return graph.node("Pad", name + "_input_gradient", List.of(reached, name + "_pads"));
	}
}
