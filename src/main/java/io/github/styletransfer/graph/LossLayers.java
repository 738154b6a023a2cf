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

/**
 * Which layers of which network the losses look at, and how the network pools. Immutable.
 *
 * @param architecture the network's table
 * @param contentLayers names of convolutions and concatenations, in the order of computation; may be empty if there are
 *          style layers
 * @param styleLayers names of convolutions and concatenations, in the order of computation; may be empty if there are
 *          content layers
 * @param pooling of every pooling step
 */
public record LossLayers(Architecture architecture, List<String> contentLayers, List<String> styleLayers,
	Pooling pooling)
{

	/**
	 * Takes the names in any order: it makes no difference to the losses.
	 *
	 * @throws IllegalArgumentException if a name is unknown or stands twice, or there is no layer at all
	 */
	public LossLayers {
		contentLayers = architecture.inOrder(contentLayers);
		styleLayers = architecture.inOrder(styleLayers);
		if (contentLayers.isEmpty() && styleLayers.isEmpty()) {
			throw new IllegalArgumentException("There is neither a content nor a style layer; name at least one of " +
				String.join(", ", architecture.lossLayerNames()) + ".");
		}
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
		return architecture.smallestSide(all());
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

	private Collection<String> all() {
		final List<String> all = new ArrayList<>(contentLayers);
		all.addAll(styleLayers);
		return all;
	}
}
