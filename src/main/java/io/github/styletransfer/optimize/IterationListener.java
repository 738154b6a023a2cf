package io.github.styletransfer.optimize;

/** Hears of every iteration and can end the run. */
@FunctionalInterface
public interface IterationListener {

	/**
	 * @param iteration what was reached
	 * @return false to end the run here
	 */
	boolean onIteration(Iteration iteration);
}
