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
		engine = new Engine(weights, losses, 1);
		style = engine.styleTargets(styleImage, styleHeight, styleWidth);
		content = engine.contentTargets(contentImage, height, width);
		function = engine.gradient(height, width, content, style, alpha, beta);
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
