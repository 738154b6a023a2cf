/**
 * What the user touches: ImageJ PlugIns, SciJava commands, dialogs, macro keys, command line, progress and cancel.
 * <p>
 * Calls {@code transfer} and {@code image} (and {@code graph}, {@code network} to export a graph); nothing calls it.
 */
package io.github.styletransfer.plugin;
