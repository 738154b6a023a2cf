package io.github.styletransfer.optimize;

/**
 * The best point that a run found.
 *
 * @param x the point of lowest loss
 * @param loss at x; NaN if no evaluation ended
 * @param iterations that were done
 * @param evaluations of the objective
 * @param reason why the run ended
 */
public record Optimum(float[] x, double loss, int iterations, int evaluations, StopReason reason) {}
