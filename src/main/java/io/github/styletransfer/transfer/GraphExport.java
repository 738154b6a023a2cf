package io.github.styletransfer.transfer;

import io.github.styletransfer.graph.ConvolutionMethod;
import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.AtomicFile;
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
		final Settings s = Settings.parse(values);
		final LossLayers losses = new LossLayers(weights.architecture(), s.contentLayers(), s.styleLayers(), s.pooling());
		final GraphModel model = GraphWriter.gradient(weights, losses, LayerRun.whole(losses), ImageSize.ANY,
			ConvolutionMethod.DIRECT);
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
