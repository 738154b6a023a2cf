/**
 * What a network is: the table of its layers, its named weights and the input that they were trained with, and the files they come from.
 * <p>
 * Calls nothing else of this project; {@code graph} and everything above it call it.
 */
package io.github.styletransfer.network;
