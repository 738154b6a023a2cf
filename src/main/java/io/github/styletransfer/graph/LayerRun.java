package io.github.styletransfer.graph;

/**
 * A contiguous run of layers of an architecture: the whole network is the run from the first layer to the deepest one
 * used; a large image is done run by run.
 *
 * @param first place of the first layer in the table
 * @param last place of the last layer in the table, included
 */
public record LayerRun(int first, int last) {

	/** @throws IllegalArgumentException if the run is empty or starts before the first layer */
	public LayerRun {
		if (first < 0 || last < first) {
			throw new IllegalArgumentException("A run of layers from " + first + " to " + last +
				" is empty; it must start at 0 or later and end where it starts or later.");
		}
	}

	/**
	 * @param losses the layers in use
	 * @return the run from the image to the deepest layer in use
	 */
	public static LayerRun whole(final LossLayers losses) {
		return new LayerRun(0, losses.deepest());
	}

	/**
	 * @param index of a layer
	 * @return whether it lies in this run
	 */
	public boolean contains(final int index) {
		return index >= first && index <= last;
	}
}
