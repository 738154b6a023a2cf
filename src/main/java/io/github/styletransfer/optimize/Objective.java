package io.github.styletransfer.optimize;

/** A function of many numbers with its gradient. */
@FunctionalInterface
public interface Objective {

	/**
	 * @param x where to evaluate; not changed
	 * @param gradient of the length of x; written
	 * @return the loss at x
	 * @throws java.util.concurrent.CancellationException if the evaluation was stopped in the middle
	 */
	double evaluate(float[] x, float[] gradient);
}
