/**
 * Minimises a smooth function of many numbers: L-BFGS on float arrays with double sums.
 * <p>
 * Calls nothing else of this project and knows no image and no network; {@code engine} implements {@link io.github.styletransfer.optimize.Objective}, {@code transfer} runs it.
 */
package io.github.styletransfer.optimize;
