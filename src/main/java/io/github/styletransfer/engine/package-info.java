/**
 * The objective made of a network: ONNX Runtime sessions, their memory, threads and the stop in the middle.
 * <p>
 * Calls {@code graph}, {@code network} and the interfaces of {@code optimize}; {@code transfer} calls it. Nothing else loads a native library.
 */
package io.github.styletransfer.engine;
