package io.github.styletransfer.graph;

/**
 * The height and width of a graph's input: numbers, or symbols for a graph that takes any size. A graph of one size runs
 * a little faster; its results are the same.
 *
 * @param height in pixels, 0 for any
 * @param width in pixels, 0 for any
 */
public record ImageSize(int height, int width) {

	/** Any height and width. */
	public static final ImageSize ANY = new ImageSize(0, 0);

	/** @throws IllegalArgumentException if a side is negative, or only one of them is a number */
	public ImageSize {
		if (height < 0 || width < 0 || (height == 0) != (width == 0)) {
			throw new IllegalArgumentException("An image of " + width + " x " + height +
				" pixels: both sides must be at least 1 (or both 0 for any size).");
		}
	}

	boolean isAny() {
		return height == 0;
	}

	/** After a 2x2 pooling step of stride 2. */
	ImageSize pooled() {
		return isAny() ? this : new ImageSize(height / 2, width / 2);
	}
}
