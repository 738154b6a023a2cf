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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Targets and gradient of one size, opened and closed together. */
final class Evaluation implements AutoCloseable {

	final Engine engine;
	final Targets style;
	final Targets content;
	final GradientFunction function;
	final float[] gradient;
	LossTerms terms;

	Evaluation(final Weights weights, final LossLayers losses, final float[] contentImage, final int height,
		final int width, final float[] styleImage, final int styleHeight, final int styleWidth, final double alpha,
		final double beta)
	{
		engine = new Engine(weights, 1);
		style = engine.styleTargets(losses, styleImage, styleHeight, styleWidth);
		content = engine.contentTargets(losses, contentImage, height, width);
		function = engine.gradient(losses, height, width, content, style, alpha, beta);
		gradient = new float[contentImage.length];
	}

	/** With regions: a style, an area of it and a mask of the image for each; every style has the content's size. */
	Evaluation(final Weights weights, final LossLayers losses, final float[] contentImage, final int height,
		final int width, final List<float[]> styleImages, final List<float[]> areas, final List<float[]> masks,
		final double alpha, final double beta)
	{
		engine = new Engine(weights, 1);
		final List<Targets> styles = new ArrayList<>();
		for (int r = 0; r < masks.size(); r++) {
			styles.add(engine.styleTargets(losses, styleImages.get(r), height, width, areas.get(r)));
		}
		style = Targets.regions(styles);
		styles.forEach(Targets::close);
		content = engine.contentTargets(losses, contentImage, height, width);
		function = engine.gradient(losses, height, width, content, style, masks, alpha, beta);
		gradient = new float[contentImage.length];
	}

	/**
	 * The slope along a direction, from losses a little to both sides, must be the gradient's.
	 *
	 * @param tolerance relative
	 */
	void assertGradientIsTheSlope(final float[] x, final double tolerance, final String what) {
		at(x);
		final float[] here = gradient.clone();
		final Random random = new Random(5);
		for (int trial = 0; trial < 3; trial++) {
			final float[] d = NarrowNetwork.normal(random, x.length, 1);
			// along the gradient too, so that the slope is no small difference of large terms
			final double scale = Math.sqrt(x.length / dot(here, here));
			for (int i = 0; i < d.length; i++) d[i] = (float) (.3 * d[i] + scale * here[i]);
			final double h = .002; // small, so that few ReLUs and maxima switch in between
			final double slope = (at(moved(x, h, d)) - at(moved(x, -h, d))) / (2 * h);
			final double expected = dot(here, d);
			assertEquals(expected, slope, tolerance * Math.abs(expected), what);
		}
	}

	private static float[] moved(final float[] x, final double h, final float[] d) {
		final float[] y = new float[x.length];
		for (int i = 0; i < y.length; i++) y[i] = (float) (x[i] + h * d[i]);
		return y;
	}

	private static double dot(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
		return sum;
	}

	double at(final float[] x) {
		final double loss = function.evaluate(x, gradient);
		terms = function.lastTerms();
		return loss;
	}

	static double relativeDifference(final float[] found, final float[] expected) {
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow(found[i] - expected[i], 2);
			norm += Math.pow(expected[i], 2);
		}
		return Math.sqrt(difference / norm);
	}

	@Override
	public void close() {
		function.close();
		content.close();
		style.close();
		engine.close();
	}
}
