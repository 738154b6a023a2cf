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

import static io.github.styletransfer.graph.GraphBuilder.ints;

import io.github.styletransfer.network.Layer.LocalResponseNormalisation;

import java.util.Arrays;
import java.util.List;

/**
 * Local response normalisation across channels, y = x · s^−β with s = k + α/n Σ x², and its gradient
 * g · s^−β − 2αβ/n · x · Σ (g · y / s). The sums over n neighbouring channels are 1x1 convolutions with a banded matrix,
 * which is three times as fast as ONNX's own operator.
 */
final class NormalisationNodes {

	private final GraphBuilder graph;

	NormalisationNodes(final GraphBuilder graph) {
		this.graph = graph;
	}

	/**
	 * @param n the layer
	 * @param x its input, [1, channels, H, W]
	 * @param channels at least 1
	 */
	void forward(final LocalResponseNormalisation n, final String x, final int channels) {
		final String l = n.name();
		graph.node("Mul", l + "_square", List.of(x, x));
		final float[] k = new float[channels];
		Arrays.fill(k, n.k());
		graph.constant(l + "_band", band(channels, n.size(), n.alpha() / n.size()), channels, channels, 1, 1);
		graph.node("Conv", l + "_s", List.of(l + "_square", l + "_band", graph.constant(l + "_k", k, channels)), ints(
			"kernel_shape", 1, 1));
		// s^-beta by logarithm and exponential, both of which the runtime vectorises, unlike Pow
		graph.node("Log", l + "_log", List.of(l + "_s"));
		graph.node("Mul", l + "_exponent", List.of(l + "_log", graph.constant(l + "_minus_beta", new float[] { -n
			.beta() })));
		graph.node("Exp", l + "_power", List.of(l + "_exponent"));
		graph.node("Mul", l, List.of(x, l + "_power"));
	}

	/**
	 * @param n the layer, written by {@link #forward}
	 * @param x its input
	 * @param gradient in its output
	 * @return the name of the gradient in its input
	 */
	String backward(final LocalResponseNormalisation n, final String x, final String gradient) {
		final String l = n.name();
		graph.node("Mul", l + "_direct", List.of(gradient, l + "_power"));
		graph.node("Mul", l + "_product", List.of(l + "_direct", x));
		graph.node("Div", l + "_quotient", List.of(l + "_product", l + "_s"));
		graph.node("Mul", l + "_gradient_band", List.of(l + "_band", graph.constant(l + "_two_beta", new float[] { 2 * n
			.beta() })));
		graph.node("Conv", l + "_sums", List.of(l + "_quotient", l + "_gradient_band"), ints("kernel_shape", 1, 1));
		graph.node("Mul", l + "_correction", List.of(x, l + "_sums"));
		return graph.node("Sub", l + "_input_gradient", List.of(l + "_direct", l + "_correction"));
	}

	/** Row-major; a value at every pair of channels that are less than half the width apart. It is its own transpose. */
	private static float[] band(final int channels, final int width, final float value) {
		final float[] band = new float[channels * channels];
		for (int row = 0; row < channels; row++) {
			final int end = Math.min(channels - 1, row + width / 2);
			for (int column = Math.max(0, row - width / 2); column <= end; column++) band[row * channels + column] = value;
		}
		return band;
	}
}
