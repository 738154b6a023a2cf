package io.github.styletransfer.optimize;

/**
 * One finished iteration.
 *
 * @param iteration from 1
 * @param evaluations of the objective so far
 * @param loss at x
 * @param x the accepted point; live, so valid during the call only, and not to be changed
 */
public record Iteration(int iteration, int evaluations, double loss, float[] x) {}
