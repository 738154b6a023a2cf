package io.github.styletransfer.graph;

import io.github.styletransfer.network.Architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which layers of which network the losses look at, and how the network pools. Immutable.
 *
 * @param architecture the network's table
 * @param contentLayers names of convolutions, in the order of computation; may be empty if there are style layers
 * @param styleLayers names of convolutions, in the order of computation; may be empty if there are content layers
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
				String.join(", ", architecture.convolutionNames()) + ".");
		}
	}

	/** @return the place of the deepest layer in the architecture's table; nothing behind it is ever computed */
	public int deepest() {
		return architecture.deepest(all());
	}

	/** @return the smallest side of an image, in pixels, that leaves a position at the deepest layer */
	public int smallestSide() {
		return architecture.stride(deepest());
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
