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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The losses of a network as the definitions have them: loops in double precision, no gradient. */
final class PlainNetwork {

	private final Weights weights;
	private final LossLayers losses;

	PlainNetwork(final Weights weights, final LossLayers losses) {
		this.weights = weights;
		this.losses = losses;
	}

	/** Content and style at hand as features, [C][H][W]. */
	double loss(final Map<String, double[][][]> found, final Map<String, double[][][]> content,
		final Map<String, double[][][]> style, final double alpha, final double beta)
	{
		double loss = 0;
		for (final String l : losses.contentLayers()) {
			loss += alpha / losses.contentLayers().size() * .5 * squaredDistance(flat(found.get(l)), flat(content.get(l)));
		}
		for (final String l : losses.styleLayers()) {
			final double n = found.get(l).length;
			loss += beta / losses.styleLayers().size() * squaredDistance(gram(found.get(l)), gram(style.get(l))) / (4 * n * n);
		}
		return loss;
	}

	/** The values of every layer in use, [C][H][W], by name. */
	Map<String, double[][][]> features(final double[] image, final int height, final int width) {
		final Map<String, double[][][]> found = new HashMap<>();
		found.put(Layer.IMAGE, preprocessed(image, height, width));
		for (final Layer layer : losses.needed()) {
			final double[][][] x = found.get(layer.inputs().get(0));
			if (layer instanceof Convolution c) found.put(c.name(), convolution(c, x));
			else if (layer instanceof Pool p) found.put(p.name(), pool(p, x));
			else if (layer instanceof LocalResponseNormalisation n) found.put(n.name(), normalised(n, x));
			else found.put(layer.name(), layer.inputs().stream().flatMap(i -> Arrays.stream(found.get(i))).toArray(
				double[][][]::new));
		}
		return found;
	}

	// -- Helper methods --

	private double[][][] preprocessed(final double[] image, final int height, final int width) {
		final Preprocessing p = weights.preprocessing();
		final double[][][] y = new double[3][height][width];
		for (int c = 0; c < 3; c++) {
			for (int i = 0; i < height * width; i++) {
				final double v = image[(p.bgr() ? 2 - c : c) * height * width + i];
				y[c][i / width][i % width] = (v - p.mean()[c]) * p.scale()[c];
			}
		}
		return y;
	}

	private double[][][] convolution(final Convolution c, final double[][][] x) {
		final float[] kernel = weights.tensors().get(Weights.kernelName(c.name()));
		final float[] bias = weights.tensors().get(Weights.biasName(c.name()));
		final int inputs = c.inputChannels() / c.groups();
		final int taps = c.kernel() * c.kernel();
		return each(c, c.outputChannels(), x, (out, top, left) -> {
			double sum = bias[out];
			final int firstInput = out / (c.outputChannels() / c.groups()) * inputs;
			for (int i = 0; i < inputs * taps; i++) {
				final int row = top * c.stride() - c.padding() + i % taps / c.kernel();
				final int column = left * c.stride() - c.padding() + i % c.kernel();
				if (inside(x, row, column)) sum += kernel[out * inputs * taps + i] * x[firstInput + i / taps][row][column];
			}
			return Math.max(0, sum);
		});
	}

	private double[][][] pool(final Pool p, final double[][][] x) {
		return each(p, x.length, x, (channel, top, left) -> {
			double sum = 0;
			double squares = 0;
			double max = Double.NEGATIVE_INFINITY;
			int count = 0;
			for (int i = 0; i < p.window() * p.window(); i++) {
				final int row = top * p.stride() - p.padding() + i / p.window();
				final int column = left * p.stride() - p.padding() + i % p.window();
				if (!inside(x, row, column)) continue;
				sum += x[channel][row][column];
				squares += x[channel][row][column] * x[channel][row][column];
				max = Math.max(max, x[channel][row][column]);
				count++;
			}
			return switch (losses.pooling()) {
				case MAX -> max;
				case AVERAGE -> sum / count;
				case L2 -> Math.sqrt(squares / count);
			};
		});
	}

	private static double[][][] normalised(final LocalResponseNormalisation n, final double[][][] x) {
		return each(n, x.length, x, (channel, row, column) -> {
			double sum = 0;
			for (int c = channel - n.size() / 2; c <= channel + n.size() / 2; c++) {
				if (c >= 0 && c < x.length) sum += x[c][row][column] * x[c][row][column];
			}
			return x[channel][row][column] / Math.pow(n.k() + n.alpha() / n.size() * sum, n.beta());
		});
	}

	private interface Position {

		double value(int channel, int row, int column);
	}

	private static double[][][] each(final Layer layer, final int channels, final double[][][] x, final Position at) {
		final double[][][] y = new double[channels][layer.outputSide(x[0].length)][layer.outputSide(x[0][0].length)];
		for (int c = 0; c < channels; c++) {
			for (int row = 0; row < y[c].length; row++) {
				for (int column = 0; column < y[c][row].length; column++) y[c][row][column] = at.value(c, row, column);
			}
		}
		return y;
	}

	private static boolean inside(final double[][][] x, final int row, final int column) {
		return row >= 0 && row < x[0].length && column >= 0 && column < x[0][0].length;
	}

	private static double[] gram(final double[][][] f) {
		final double[][] flat = Arrays.stream(f).map(plane -> flat(new double[][][] { plane })).toArray(double[][]::new);
		final double[] gram = new double[f.length * f.length];
		for (int i = 0; i < gram.length; i++) {
			final double[] a = flat[i / f.length];
			final double[] b = flat[i % f.length];
			for (int m = 0; m < a.length; m++) gram[i] += a[m] * b[m] / a.length;
		}
		return gram;
	}

	private static double[] flat(final double[][][] f) {
		return Arrays.stream(f).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
	}

	private static double squaredDistance(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
		return sum;
	}
}
