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

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The objective, apart from images and the two weights: which layers of which network the losses look at and how much each
 * counts, whose formulas they follow, and how the network pools and pads. Immutable.
 *
 * @param architecture the network's table
 * @param content convolutions and concatenations, in the order of computation; may be empty if there are style layers
 * @param style convolutions and concatenations, in the order of computation; may be empty if there are content layers
 * @param pooling of every pooling step
 * @param convention whose formulas the losses follow
 * @param padding of the first convolution
 * @param regions of the image with a style of their own, each with a guidance map; 0 if the image has one style
 */
public record LossLayers(Architecture architecture, LayerWeights content, LayerWeights style, Pooling pooling,
	Convention convention, Padding padding, int regions)
{

	/**
	 * Takes the layers in any order: it makes no difference to the losses.
	 *
	 * @throws IllegalArgumentException if a name is unknown, there is no layer at all, or the number of regions is negative
	 */
	public LossLayers {
		content = content.inOrder(architecture.inOrder(content.layers()));
		style = style.inOrder(architecture.inOrder(style.layers()));
		if (content.weights().isEmpty() && style.weights().isEmpty()) {
			throw new IllegalArgumentException("There is neither a content nor a style layer; name at least one of " +
				String.join(", ", architecture.lossLayerNames()) + ".");
		}
		if (regions < 0) throw new IllegalArgumentException("There are " + regions + " regions; there must be 0 or more.");
	}

	/**
	 * The paper's objective, every layer counting alike, with zero padding.
	 *
	 * @param architecture the network's table
	 * @param contentLayers names of convolutions and concatenations
	 * @param styleLayers names of convolutions and concatenations
	 * @param pooling of every pooling step
	 * @throws IllegalArgumentException if a name is unknown or stands twice, or there is no layer at all
	 */
	public LossLayers(final Architecture architecture, final List<String> contentLayers, final List<String> styleLayers,
		final Pooling pooling)
	{
		this(architecture, LayerWeights.equal(architecture.inOrder(contentLayers)), LayerWeights.equal(architecture.inOrder(
			styleLayers)), pooling, Convention.PAPER, Padding.ZERO, 0);
	}

	/** @return names of the content layers, in the order of computation */
	public List<String> contentLayers() {
		return content.layers();
	}

	/** @return names of the style layers, in the order of computation */
	public List<String> styleLayers() {
		return style.layers();
	}

	/**
	 * @param layer a content layer
	 * @return the factor of its term in the content loss
	 */
	public double contentFactor(final String layer) {
		return factor(content, layer);
	}

	/**
	 * @param layer a style layer
	 * @return the factor of its term in the style loss
	 */
	public double styleFactor(final String layer) {
		return factor(style, layer);
	}

	/**
	 * @param contentLayers some of the content layers
	 * @param styleLayers some of the style layers
	 * @return the same objective of these layers alone
	 */
	public LossLayers only(final List<String> contentLayers, final List<String> styleLayers) {
		return with(content.only(contentLayers), style.only(styleLayers));
	}

	/**
	 * @param contentNorms a number above 0 for each content layer
	 * @param styleNorms a number above 0 for each style layer
	 * @return the same objective with every term's factor divided by its number
	 */
	public LossLayers dividedBy(final Map<String, Double> contentNorms, final Map<String, Double> styleNorms) {
		return with(content.dividedBy(contentNorms), style.dividedBy(styleNorms));
	}

	/**
	 * @param some from {@link #only}
	 * @return what the content weight is to be multiplied by so that every term that is left keeps its own weight: a mean over
	 *         fewer layers gets less
	 */
	public double contentShare(final LossLayers some) {
		return share(some.content, content);
	}

	/**
	 * @param some from {@link #only}
	 * @return the same of the style weight
	 */
	public double styleShare(final LossLayers some) {
		return share(some.style, style);
	}

	/** @return the same layers, every term with a factor of 1 */
	LossLayers unweighted() {
		return with(new LayerWeights(LayerWeights.equal(contentLayers()).weights(), 1), new LayerWeights(LayerWeights.equal(
			styleLayers()).weights(), 1));
	}

	/**
	 * @param newRegions 0 or more
	 * @return the same objective with another number of regions
	 */
	public LossLayers withRegions(final int newRegions) {
		return new LossLayers(architecture, content, style, pooling, convention, padding, newRegions);
	}

	/**
	 * @param newConvention whose formulas the losses follow
	 * @return the same objective in another convention
	 */
	public LossLayers withConvention(final Convention newConvention) {
		return new LossLayers(architecture, content, style, pooling, newConvention, padding, regions);
	}

	/**
	 * @param newPadding of the first convolution
	 * @return the same objective with another padding
	 */
	public LossLayers withPadding(final Padding newPadding) {
		return new LossLayers(architecture, content, style, pooling, convention, newPadding, regions);
	}

	/**
	 * @param newContent layers and weights
	 * @param newStyle layers and weights
	 * @return the same objective of other layers
	 */
	public LossLayers with(final LayerWeights newContent, final LayerWeights newStyle) {
		return new LossLayers(architecture, newContent, newStyle, pooling, convention, padding, regions);
	}

	/** @return the place of the deepest layer in the architecture's table */
	public int deepest() {
		return architecture.deepest(all());
	}

	/** @return the layers in use and all on the way to them, in the order of computation; no other is ever computed */
	public List<Layer> needed() {
		return architecture.needed(all());
	}

	/** @return the side of the smallest square image, in pixels, that leaves a position at every layer in use */
	public int smallestSide() {
		final int ofLayers = architecture.smallestSide(all());
		return padding == Padding.REPLICATE ? Math.max(2, ofLayers) : ofLayers; // opposite borders must be two
	}

	/** @return how many pixels of the image one step at the layer with the largest stride spans */
	public int stride() {
		return needed().stream().mapToInt(l -> architecture.stride(l.name())).max().orElseThrow();
	}

	/**
	 * @param height of an image, in pixels
	 * @param width of an image, in pixels
	 * @param what the image is called in the message
	 * @throws IllegalArgumentException if the deepest layer has no position in such an image
	 */
	public void checkSize(final int height, final int width, final String what) {
		if (Math.min(height, width) >= smallestSide()) return;
		throw new IllegalArgumentException("The " + what + " is " + width + " x " + height + " pixels; layer " +
			architecture.layers().get(deepest()).name() + " needs at least " + smallestSide() + " x " + smallestSide() +
			".");
	}

	/**
	 * @param layer one in use
	 * @param side height or width of an image, in pixels
	 * @return the same of the layer's value
	 */
	public int side(final String layer, final int side) {
		if (layer.equals(Layer.IMAGE)) return side;
		final Layer found = architecture.layers().stream().filter(l -> l.name().equals(layer)).findFirst().orElseThrow();
		return found.outputSide(side(found.inputs().get(0), side));
	}

	// -- Helper methods --

	private double share(final LayerWeights left, final LayerWeights all) {
		return all.weights().isEmpty() || !convention.isMean() ? 1 : left.total() / all.total();
	}

	private double factor(final LayerWeights weights, final String layer) {
		return convention.isMean() ? weights.of(layer) / weights.total() : weights.of(layer);
	}

	private Collection<String> all() {
		final List<String> all = new ArrayList<>(contentLayers());
		all.addAll(styleLayers());
		return all;
	}
}
