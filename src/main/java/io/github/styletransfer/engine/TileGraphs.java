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

import ai.onnxruntime.OrtEnvironment;

import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.network.Weights;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the graphs of a plan's parts, for one choice of layers. */
final class TileGraphs {

	private final OrtEnvironment environment;
	private final Weights weights;
	private final LossLayers losses;
	private final Operators operators;
	private final Function<GraphModel, Session> open;
	private final Consumer<Session> close;
	private final boolean sparing;

	/**
	 * @param sparing whether memory is given back after every pass
	 * @param open makes a session
	 * @param close gets every session at its end
	 */
	TileGraphs(final OrtEnvironment environment, final Weights weights, final LossLayers losses, final Operators operators,
		final boolean sparing, final Function<GraphModel, Session> open, final Consumer<Session> close)
	{
		this.sparing = sparing;
		this.environment = environment;
		this.weights = weights;
		this.losses = losses;
		this.operators = operators;
		this.open = open;
		this.close = close;
	}

	OrtEnvironment environment() {
		return environment;
	}

	TileGraph statistics(final PartLayout layout) {
		return open(GraphWriter.tileStatistics(weights, losses, layout.run(), layout.window(), operators));
	}

	TileGraph features(final PartLayout layout) {
		return open(GraphWriter.tileFeatures(weights, losses, layout.run(), layout.window(), operators));
	}

	TileGraph gradient(final PartLayout layout) {
		return open(GraphWriter.tileGradient(weights, losses, layout.run(), layout.window(), operators));
	}

	TileGraph head(final List<String> styleLayers) {
		return open(GraphWriter.styleHead(losses, styleLayers));
	}

	/** The last part at once, forward and back. */
	TileGraph whole(final LayerRun run, final ImageSize size) {
		return open(GraphWriter.gradient(weights, losses, run, size, operators));
	}

	private TileGraph open(final GraphModel model) {
		return new TileGraph(environment, open.apply(model), sparing, close);
	}
}
