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
package io.github.styletransfer.graph;

import io.github.styletransfer.network.Weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the models. Losses follow a {@link Convention}; they are the paper's (Gatys, Ecker and Bethge, arXiv:1508.06576,
 * equations 1 to 7), with every Gram matrix divided by its own number of positions M, so that style and content may differ
 * in size:
 * <ul>
 * <li>content loss of a layer: ½ Σ (F − P)² (equation 1),</li>
 * <li>style loss of a layer with N channels: Σ (F Fᵀ/M − A)² / (4 N²) (equation 4; equal to the paper's where both
 * images have the same size),</li>
 * <li>loss: content_weight · mean over content layers + style_weight · mean over style layers (equations 5 and 7), the
 * means weighted where the layers have weights.</li>
 * </ul>
 * unless the {@link LossLayers} say otherwise. With regions, a style layer's loss is the sum over the regions, and the names
 * of its targets are those of {@link Names#inRegion}, beside which it takes the guides {@link Names#guide}.
 * All methods are pure and may be called from any thread.
 */
public final class GraphWriter {

	private GraphWriter() {
		// no instances
	}

	/**
	 * Forward pass: {@code gram_L} [C, C] of each style layer (and {@code mean_L} [C, 1] in conventions that have means) and
	 * {@code target_L} [1, C, h, w] of each content layer in the run, and {@code output} where the run ends before the deepest
	 * layer in use.
	 *
	 * @param weights of the network
	 * @param losses layers and pooling
	 * @param run the layers to write
	 * @param size of what comes into the run
	 * @param operators to write it with
	 * @return the model
	 * @throws IllegalArgumentException if the run reaches past the deepest layer in use, holds none that is needed, or takes
	 *           or hands on more than one value, or the size leaves nothing at some layer
	 */
	public static GraphModel targets(final Weights weights, final LossLayers losses, final LayerRun run,
		final ImageSize size, final Operators operators)
	{
		final ForwardPass forward = new ForwardPass(weights, losses, run, size, operators);
		forward.write();
		forward.outputTargets();
		return forward.graph().build("targets", "Gram matrices F F^T / M of the style layers and features of the content " +
			"layers of " + describe(weights, losses) + ".", metadata(weights, losses));
	}

	/**
	 * Forward and backward pass: inputs {@code image} (or {@code input}), {@code gram_L}, {@code target_L},
	 * {@code content_weight}, {@code style_weight}, and {@code output_gradient} where the run ends before the deepest
	 * layer in use, in conventions that have means also {@code mean_L} and {@code root_L} of {@link #roots}; outputs
	 * {@code loss} (of the run's own layers, if it has any), {@code gradient} in the run's input, {@code content_loss_L} and
	 * {@code style_loss_L}.
	 *
	 * @param weights of the network
	 * @param losses layers and pooling
	 * @param run the layers to write
	 * @param size of what comes into the run
	 * @param operators to write it with
	 * @return the model
	 * @throws IllegalArgumentException if the run reaches past the deepest layer in use, holds none that is needed, or takes
	 *           or hands on more than one value, or the size leaves nothing at some layer
	 */
	public static GraphModel gradient(final Weights weights, final LossLayers losses, final LayerRun run,
		final ImageSize size, final Operators operators)
	{
		final ForwardPass forward = new ForwardPass(weights, losses, run, size, operators);
		forward.write();
		new BackwardPass(forward).write();
		final Convention c = losses.convention();
		return forward.graph().build("gradient", "Loss terms and gradient of neural style transfer (Gatys, Ecker and " +
			"Bethge, arXiv:1508.06576) by " + describe(weights, losses) + ". loss = content_weight * " + overLayers(losses,
				losses.content()) + "content layers of content_loss + style_weight * " + overLayers(losses, losses.style()) +
			"style layers of style_loss; content_loss = " + c.contentFormula() + "; style_loss = " + c.styleFormula() +
			", F [N, M] being a layer's activation after ReLU, N its channels and M its positions. image: RGB 0...255, " +
			"[1, 3, H, W].", metadata(weights, losses));
	}

	/**
	 * Forward pass and the terms' gradients where they arise: the inputs of {@link #gradient}, and for each layer the L1 norm
	 * of its own term's gradient in the layer's value ({@code content_norm_L}, {@code style_norm_L}) with a factor of 1;
	 * {@code target_norm_L} is the content's at a value of 0.
	 *
	 * @param weights of the network
	 * @param losses layers, convention and pooling; their weights do not matter
	 * @param size of the image
	 * @param operators to write it with
	 * @return the model
	 * @throws IllegalArgumentException if the size leaves nothing at some layer
	 */
	public static GraphModel norms(final Weights weights, final LossLayers losses, final ImageSize size,
		final Operators operators)
	{
		final ForwardPass forward = new ForwardPass(weights, losses.unweighted(), LayerRun.whole(losses), size, operators);
		forward.write();
		new TermNorms(forward).write();
		return forward.graph().build("norms", "L1 norms of the gradients of all loss terms.", metadata(weights, losses));
	}

	/**
	 * What {@link #gradient} needs of the style's targets in conventions that have means: inputs {@code gram_L} and
	 * {@code mean_L}, outputs {@code root_L}, the root of the covariance.
	 *
	 * @param losses layers and regions, of a convention that has means
	 * @return the model
	 */
	public static GraphModel roots(final LossLayers losses) {
		final GraphBuilder graph = new GraphBuilder();
		TransportHead.writeRoots(graph, losses);
		return graph.build("roots", "Roots of the style layers' covariances.", Map.of());
	}

	/**
	 * Forward pass of a tile: {@code gram_sum_L} [C, C], which is F Fᵀ over the positions that the tile owns, of each style
	 * layer in the run, and {@code output}, of the whole window, where the run ends before the deepest layer in use. Inputs:
	 * {@code image} (or {@code input}), and {@code own_L} [h, w] of each style layer.
	 *
	 * @param weights of the network
	 * @param losses layers and pooling
	 * @param run the layers to write
	 * @param window size of what comes into the run
	 * @param operators to write it with
	 * @return the model
	 * @throws IllegalArgumentException as {@link #targets}
	 */
	public static GraphModel tileStatistics(final Weights weights, final LossLayers losses, final LayerRun run,
		final ImageSize window, final Operators operators)
	{
		final ForwardPass forward = new ForwardPass(weights, losses, run, window, operators);
		forward.writeSums();
		forward.outputExit();
		return forward.graph().build("tile_statistics", "Sums F F^T over the positions that a tile owns.", metadata(weights,
			losses));
	}

	/**
	 * Forward pass of a tile: {@code target_L} of each content layer in the run and {@code output}, both of the whole window.
	 *
	 * @param weights of the network
	 * @param losses layers and pooling; style layers are left out
	 * @param run the layers to write
	 * @param window size of what comes into the run
	 * @param operators to write it with
	 * @return the model
	 * @throws IllegalArgumentException as {@link #targets}
	 */
	public static GraphModel tileFeatures(final Weights weights, final LossLayers losses, final LayerRun run,
		final ImageSize window, final Operators operators)
	{
		final ForwardPass forward = new ForwardPass(weights, losses, run, window, operators);
		forward.writeLayers();
		forward.outputFeatures();
		forward.outputExit();
		return forward.graph().build("tile_features", "Features of the content layers in a window.", metadata(weights, losses));
	}

	/**
	 * Forward and backward pass of a tile: inputs {@code image} (or {@code input}), {@code own_L} [h, w] of each layer with a
	 * loss, {@code style_map_L} [C, C] of each style layer, {@code target_L} (of the window) and {@code content_weight}, and
	 * {@code output_gradient}, 0 where the tile owns nothing, where the run ends before the deepest layer in use; outputs
	 * {@code gradient}, the part of the whole image's gradient that comes from what the tile owns, and
	 * {@code content_loss_L} of the owned positions. The gradients of all tiles add up to the whole one.
	 *
	 * @param weights of the network
	 * @param losses layers and pooling
	 * @param run the layers to write
	 * @param window size of what comes into the run
	 * @param operators to write it with
	 * @return the model
	 * @throws IllegalArgumentException as {@link #gradient}
	 */
	public static GraphModel tileGradient(final Weights weights, final LossLayers losses, final LayerRun run,
		final ImageSize window, final Operators operators)
	{
		final ForwardPass forward = new ForwardPass(weights, losses, run, window, operators);
		forward.writeLayers();
		new BackwardPass(forward, true).write();
		return forward.graph().build("tile_gradient", "Gradient of the losses of the positions that a tile owns.", metadata(
			weights, losses));
	}

	/**
	 * The losses of the style layers of a run from sums over all tiles: inputs {@code gram_sum_L} [C, C], its number of positions M,
	 * {@code gram_L} and {@code style_weight}; outputs {@code style_loss_L} and {@code style_map_L} [C, C], with which the
	 * weighted gradient in F is S F.
	 *
	 * @param losses layers and pooling
	 * @param layers those of the style layers that the graph is for, at least one
	 * @return the model
	 */
	public static GraphModel styleHead(final LossLayers losses, final List<String> layers) {
		final GraphBuilder graph = new GraphBuilder();
		graph.input(Names.STYLE_WEIGHT, "factor of the style loss");
		for (final String l : layers) {
			final int channels = losses.architecture().channels(l);
			final StyleTerm term = StyleTerm.ofSums(graph, losses, l);
			term.statisticsOfSums();
			final LinearMap map = term.head();
			graph.output(Names.styleLoss(l), "style loss of " + l);
			graph.node("Identity", Names.styleMap(l), List.of(map.matrix()));
			graph.output(Names.styleMap(l), "the weighted gradient in F is this times F", channels, channels);
		}
		return graph.build("style_head", "Style losses from sums over all positions.", Map.of());
	}

	/**
	 * A graph that tells which {@link Operators#block()} a runtime has on a machine.
	 *
	 * @return the model: input {@code input} [1, 4, 1, 1], output {@code output} [1, block, 1, 1]; a runtime without such
	 *         operators refuses it
	 */
	public static GraphModel blockProbe() {
		return BlockedLayout.probe();
	}

	/**
	 * A graph that tells whether a device works.
	 *
	 * @return the model: input {@code input} [1, 1, 3, 3], output {@code output} [1, 1, 1, 1], its sum by a convolution
	 */
	public static GraphModel deviceProbe() {
		final GraphBuilder graph = new GraphBuilder();
		graph.input(Names.INPUT, "nine values", 1, 1, 3, 3);
		final float[] ones = { 1, 1, 1, 1, 1, 1, 1, 1, 1 };
		graph.node("Conv", Names.OUTPUT, List.of(Names.INPUT, graph.constant("ones", ones, 1, 1, 3, 3)));
		graph.output(Names.OUTPUT, "their sum", 1, 1, 1, 1);
		return graph.build("probe", "The sum of nine values.", Map.of());
	}

	private static String describe(final Weights weights, final LossLayers losses) {
		return weights.architecture().name() + " (" + weights.source() + "), " + losses.pooling().name().toLowerCase(Locale.ROOT) +
			" pooling";
	}

	private static String overLayers(final LossLayers losses, final LayerWeights weights) {
		final boolean mean = losses.convention().isMean();
		if (weights.areOnes()) return mean ? "mean over " : "sum over ";
		return (mean ? "mean, weighted " : "sum, weighted ") + text(weights) + ", over ";
	}

	private static String text(final LayerWeights weights) {
		return weights.weights().entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).collect(Collectors.joining(
			","));
	}

	private static Map<String, String> metadata(final Weights weights, final LossLayers losses) {
		final Map<String, String> m = new LinkedHashMap<>();
		m.put("network", weights.architecture().name());
		m.put("weights", weights.source());
		m.put("weights_sha256", weights.sha256());
		m.put("preprocessing", weights.preprocessing().name());
		m.put("content_layers", String.join(",", losses.contentLayers()));
		m.put("style_layers", String.join(",", losses.styleLayers()));
		m.put("pooling", losses.pooling().name().toLowerCase(Locale.ROOT));
		m.put("border_extension", "0"); // the picture has a margin, the graph extends nothing
		if (losses.convention() != Convention.PAPER) m.put("convention", losses.convention().name().toLowerCase(Locale.ROOT));
		if (losses.padding() != Padding.ZERO) m.put("padding", losses.padding().name().toLowerCase(Locale.ROOT));
		if (!losses.content().areOnes()) m.put("content_layer_weights", text(losses.content()));
		if (!losses.style().areOnes()) m.put("style_layer_weights", text(losses.style()));
		return m;
	}
}
