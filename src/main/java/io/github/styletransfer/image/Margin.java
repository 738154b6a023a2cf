package io.github.styletransfer.image;

/**
 * Pixels around a picture that mirror it at its edges.
 *
 * @param left pixels, 0 or more
 * @param top pixels, 0 or more
 * @param right pixels, 0 or more
 * @param bottom pixels, 0 or more
 */
public record Margin(int left, int top, int right, int bottom) {

	/** @throws IllegalArgumentException if a side is negative */
	public Margin {
		if (Math.min(Math.min(left, right), Math.min(top, bottom)) < 0) {
			throw new IllegalArgumentException("A margin of " + left + ", " + top + ", " + right + ", " + bottom +
				" pixels; none may be negative.");
		}
	}

	/**
	 * @param image any picture
	 * @return the picture with this margin, mirrored at the outermost pixels without repeating them, as often as needed
	 */
	public PlanarImage reflect(final PlanarImage image) {
		final int width = Math.addExact(image.width(), left + right);
		final int height = Math.addExact(image.height(), top + bottom);
		final float[] data = new float[PlanarImage.samples(new Size(width, height))];
		for (int i = 0, c = 0; c < PlanarImage.CHANNELS; c++) {
			for (int y = 0; y < height; y++) {
				final int row = c * image.plane() + mirrored(y - top, image.height()) * image.width();
				for (int x = 0; x < width; x++) data[i++] = image.data()[row + mirrored(x - left, image.width())];
			}
		}
		return new PlanarImage(width, height, data);
	}

	/**
	 * @param image a picture with this margin
	 * @return a copy without it
	 * @throws IllegalArgumentException if the picture is no larger than the margin
	 */
	public PlanarImage crop(final PlanarImage image) {
		final Size size = new Size(image.width() - left - right, image.height() - top - bottom);
		final float[] data = new float[PlanarImage.samples(size)];
		for (int c = 0; c < PlanarImage.CHANNELS; c++) {
			for (int y = 0; y < size.height(); y++) {
				System.arraycopy(image.data(), c * image.plane() + (y + top) * image.width() + left, data, (c * size.height() +
					y) * size.width(), size.width());
			}
		}
		return new PlanarImage(size.width(), size.height(), data);
	}

	private static int mirrored(final int i, final int n) {
		if (n == 1) return 0;
		final int period = 2 * (n - 1);
		final int m = Math.floorMod(i, period);
		return m < n ? m : period - m;
	}
}
