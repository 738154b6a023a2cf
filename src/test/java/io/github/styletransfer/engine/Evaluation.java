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
import io.github.styletransfer.network.Weights;

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
