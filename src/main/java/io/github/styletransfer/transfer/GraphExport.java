/*-
 * #%L
 * Style Transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Style Transfer developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.styletransfer.transfer;

import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.network.Weights;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Writes the gradient graph as a self-contained .onnx file that any ONNX Runtime runs, for images of any size. */
public final class GraphExport {

	private GraphExport() {
		// no instances
	}

	/**
	 * @param weights of the network
	 * @param values of {@link Option#GRAPH_EXPORT}; missing ones are at their default
	 * @return the file that was written
	 * @throws IllegalArgumentException if an option is not accepted or the file cannot be written; nothing is left behind
	 */
	public static Path write(final Weights weights, final Map<Option, String> values) {
		final Path file = path(values.getOrDefault(Option.OUTPUT, ""));
		final Settings s = Settings.parse(values).resolved(weights.architecture());
		final LossLayers losses = s.lossLayers(weights.architecture());
		final GraphModel model = GraphWriter.gradient(weights, losses, LayerRun.whole(losses), ImageSize.ANY,
			Operators.PLAIN);
		try {
			AtomicFile.write(file, temporary -> {
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
					model.writeTo(out);
				}
			});
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("The graph \"" + file + "\" could not be written: its folder is missing, " +
				"read-only or full.", e);
		}
		return file;
	}

	private static Path path(final String text) {
		try {
			final Path file = Path.of(text.trim());
			if (text.trim().endsWith(".onnx") && !Files.isDirectory(file)) return file;
		}
		catch (final InvalidPathException e) {
			throw Option.OUTPUT.refused(text);
		}
		throw new IllegalArgumentException("output is \"" + text + "\"; it must be the path of a file that ends in .onnx.");
	}
}
