package io.github.styletransfer.image;

/**
 * Width and height of a picture.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Size(int width, int height) {

	/** @throws IllegalArgumentException if a side is below 1 */
	public Size {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("A picture of " + width + " x " + height +
				" pixels is empty; both sides must be at least 1.");
		}
	}

	/**
	 * @param width of a picture
	 * @param height of a picture
	 * @param longest what its longest side shall be, at least 1
	 * @return the size with the same aspect, the shorter side rounded and at least 1
	 * @throws IllegalArgumentException if a side is below 1
	 */
	public static Size ofLongestSide(final int width, final int height, final int longest) {
		if (longest < 1) {
			throw new IllegalArgumentException("A longest side of " + longest + " pixels was asked for; at least 1 is needed.");
		}
		final double scale = (double) longest / new Size(width, height).longest();
		return new Size(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
	}

	/** @return the longer side, in pixels */
	public int longest() {
		return Math.max(width, height);
	}

	/** @return the number of pixels */
	public long pixels() {
		return (long) width * height;
	}

	@Override
	public String toString() {
		return width + " x " + height;
	}
}
