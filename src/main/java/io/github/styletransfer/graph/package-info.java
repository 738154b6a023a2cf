/**
 * Writes ONNX models: targets (Gram matrices, content features), and loss terms with the gradient, of any run of a network's layers.
 * <p>
 * Calls {@code network} alone and knows no runtime; {@code engine} and everything above it call it.
 */
package io.github.styletransfer.graph;
