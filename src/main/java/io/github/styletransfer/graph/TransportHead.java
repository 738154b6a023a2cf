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

/**
 * The loss of {@link Convention#CROWSONKB} between statistics and targets: L = (|μ − ν|² + tr(Σ + T − 2 (R Σ R)^½)) / C with
 * Σ = G − μ μᵀ + ε I and R the root of T, the target's covariance. With D the derivative of the root's trace,
 * Q = (I − 2 R D R) / C is L's in Σ; so that in F, for M positions, dF = 2/M (Q F + (μ − ν) / C − Q μ). In double precision.
 */
final class TransportHead {

	/** Added to the covariances' diagonals, as crowsonkb does. */
	private static final double EPSILON = 1e-4;

	private final GraphBuilder graph;
	private final String key;
	private final int channels;

	/** @param key of the layer, or of a region there */
	TransportHead(final GraphBuilder graph, final String key, final int channels) {
		this.graph = graph;
		this.key = key;
		this.channels = channels;
	}

	/** The graph that makes {@code root_L} of {@code gram_L} and {@code mean_L}, for every layer and region. */
	static void writeRoots(final GraphBuilder graph, final LossLayers losses) {
		for (final String layer : losses.styleLayers()) {
			final int channels = losses.architecture().channels(layer);
			for (final String key : StyleTerm.keys(layer, losses.regions())) {
				new TransportHead(graph, key, channels).writeRoot();
			}
		}
	}

	/**
	 * Writes the loss term.
	 *
	 * @param gram name of G
	 * @param mean name of μ, [C, 1]
	 * @param factor name of a float: weight over positions, twice
	 * @return the weighted map
	 */
	LinearMap write(final String gram, final String mean, final String factor) {
		inputTargets();
		graph.input(Names.root(key), "root of the target's covariance at " + key, channels, channels);
		final String root = cast(name("root_double"), Names.root(key), true);
		final String sigma = covariance("sigma", gram, mean);
		final String target = covariance("target", Names.gram(key), Names.mean(key));
		node("MatMul", "root_sigma", root, sigma);
		node("MatMul", "inner", name("root_sigma"), root);
		final RootNodes.Trace trace = new RootNodes(graph, name("inner")).trace(name("inner"));
		node("Sub", "mean_difference", name("sigma_mean"), name("target_mean"));
		writeLoss(sigma, target, trace.trace());
		return map(root, trace.derivative(), factor);
	}

	// -- Helper methods --

	private void writeRoot() {
		inputTargets();
		final String target = covariance("target", Names.gram(key), Names.mean(key));
		final String root = new RootNodes(graph, name("target")).root(target);
		graph.node("Cast", Names.root(key), List.of(root), integer("to", 1));
		graph.output(Names.root(key), "root of the covariance", channels, channels);
	}

	private void inputTargets() {
		graph.input(Names.gram(key), "F F^T / M of the style image at " + key, channels, channels);
		graph.input(Names.mean(key), "F 1 / M of the style image at " + key, channels, 1);
	}

	private void writeLoss(final String sigma, final String target, final String trace) {
		node("Mul", "mean_squares", name("mean_difference"), name("mean_difference"));
		node("Add", "covariances", sigma, target);
		node("Mul", "variances", name("covariances"), name("identity"));
		sum("mean_square", name("mean_squares"));
		sum("total_variance", name("variances"));
		node("Add", "two_traces", trace, trace);
		node("Sub", "spread", name("total_variance"), name("two_traces"));
		node("Add", "distance", name("mean_square"), name("spread"));
		node("Div", "loss", name("distance"), graph.doubleConstant(name("channels"), channels));
		cast(Names.styleLoss(key), name("loss"), false);
	}

	private LinearMap map(final String root, final String derivative, final String factor) {
		final String channelsName = name("channels");
		node("MatMul", "derivative_root", derivative, root);
		node("MatMul", "turned", root, name("derivative_root"));
		node("Add", "turned_twice", name("turned"), name("turned"));
		node("Sub", "q_unscaled", name("identity"), name("turned_twice"));
		node("Div", "q", name("q_unscaled"), channelsName);
		node("MatMul", "q_mean", name("q"), name("sigma_mean"));
		node("Div", "mean_part", name("mean_difference"), channelsName);
		node("Sub", "b", name("mean_part"), name("q_mean"));
		final String matrix = node("Mul", "matrix", cast(name("q_float"), name("q"), false), factor);
		final String column = node("Mul", "column", cast(name("b_float"), name("b"), false), factor);
		return new LinearMap(matrix, graph.node("Reshape", name("vector"), List.of(column, graph.constant(name(
			"vector_shape"), new long[] { channels }))));
	}

	/** G − μ μᵀ + ε I in double precision; leaves the mean in double precision, and the identity, under their names. */
	private String covariance(final String of, final String gram, final String mean) {
		final String g = cast(name(of + "_gram"), gram, true);
		final String m = cast(name(of + "_mean"), mean, true);
		graph.node("Transpose", name(of + "_mean_row"), List.of(m), ints("perm", 1, 0));
		node("MatMul", of + "_mean_square", m, name(of + "_mean_row"));
		node("Sub", of + "_centred", g, name(of + "_mean_square"));
		final String one = graph.node("EyeLike", name(of.equals("sigma") ? "identity" : of + "_identity"), List.of(g));
		node("Mul", of + "_epsilon", one, graph.doubleConstant(name(of + "_epsilon_value"), EPSILON));
		return node("Add", of, name(of + "_centred"), name(of + "_epsilon"));
	}

	private String cast(final String name, final String of, final boolean toDouble) {
		return graph.node("Cast", name, List.of(of), integer("to", toDouble ? 11 : 1));
	}

	private void sum(final String name, final String of) {
		graph.node("ReduceSum", name(name), List.of(of), integer("keepdims", 0));
	}

	private String node(final String operator, final String name, final String a, final String b) {
		return graph.node(operator, name(name), List.of(a, b));
	}

	private String name(final String name) {
		return key + "_transport_" + name;
	}
}
