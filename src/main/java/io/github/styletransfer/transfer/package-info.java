/**
 * The facade: content, style and settings in, a stylised picture out; schedule of the levels, start, stop, prediction, provenance.
 * <p>
 * Calls {@code image}, {@code optimize}, {@code engine} (and the layers' names of {@code graph} and {@code network}); {@code plugin} calls it.
 */
package io.github.styletransfer.transfer;
