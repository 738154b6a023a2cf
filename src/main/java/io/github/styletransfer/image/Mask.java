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
package io.github.styletransfer.image;

import java.util.Arrays;

/**
 * How much each pixel of an image counts: 0 not at all, 1 fully.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param data [H, W] row by row, each 0…1; not copied, not to be changed
 */
public record Mask(int width, int height, float[] data) {

	/** @throws IllegalArgumentException if a side is below 1, the data are not width·height values, or one is not in 0…1 */
	public Mask {
		if (new Size(width, height).pixels() != data.length) {
			throw new IllegalArgumentException("A mask of " + width + " x " + height + " pixels with " + data.length +
				" values; there must be one for each pixel.");
		}
		for (final float v : data) {
			if (!(v >= 0 && v <= 1)) {
				throw new IllegalArgumentException("A mask has the value " + v + "; all must be from 0 to 1.");
			}
		}
	}

	/**
	 * @param size of an image
	 * @return the mask in which every pixel counts fully
	 */
	public static Mask full(final Size size) {
		final float[] ones = new float[PlanarImage.samples(size) / PlanarImage.CHANNELS];
		Arrays.fill(ones, 1);
		return new Mask(size.width(), size.height(), ones);
	}

	/** @return width and height */
	public Size size() {
		return new Size(width, height);
	}

	/** @return whether no pixel counts */
	public boolean isEmpty() {
		for (final float v : data) if (v > 0) return false;
		return true;
	}

	/** @return whether every pixel counts fully */
	public boolean isFull() {
		for (final float v : data) if (v < 1) return false;
		return true;
	}

	/**
	 * @param other of the same size
	 * @return the product: what counts in both
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public Mask and(final Mask other) {
		checkSize(other);
		final float[] product = new float[data.length];
		for (int i = 0; i < product.length; i++) product[i] = data[i] * other.data[i];
		return new Mask(width, height, product);
	}

	/**
	 * @param other of the same size
	 * @return the maximum: what counts in either
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public Mask or(final Mask other) {
		checkSize(other);
		final float[] maximum = new float[data.length];
		for (int i = 0; i < maximum.length; i++) maximum[i] = Math.max(data[i], other.data[i]);
		return new Mask(width, height, maximum);
	}

	/**
	 * @param newWidth of the result, at least 1
	 * @param newHeight of the result, at least 1
	 * @return the mask in the new size, see {@link Resampling}, kept in 0…1; the same one if it has that size
	 */
	public Mask resize(final int newWidth, final int newHeight) {
		if (newWidth == width && newHeight == height) return this;
		final float[] resized = Resampling.resize(data, 1, size(), new Size(newWidth, newHeight));
		for (int i = 0; i < resized.length; i++) resized[i] = Math.max(0, Math.min(1, resized[i]));
		return new Mask(newWidth, newHeight, resized);
	}

	/**
	 * Adds a border that falls from 1 to 0 as the distance grows from the edge of what counts at least half. Nothing gets less.
	 *
	 * @param border its width in pixels, 0 or more; no pixel whose centre is farther than that from the edge is changed
	 * @return the mask with its border; the same one if the width is 0
	 */
	public Mask softened(final double border) {
		if (border == 0) return this;
		final boolean[] inside = new boolean[data.length];
		for (int i = 0; i < inside.length; i++) inside[i] = data[i] >= .5f;
		final double[] squared = DistanceTransform.squared(inside, width, height);
		final float[] soft = new float[data.length];
		for (int i = 0; i < soft.length; i++) {
			final double fromEdge = Math.sqrt(squared[i]) - .5; // the edge runs half a pixel from the outermost centre
			soft[i] = Math.max(data[i], (float) Math.max(0, Math.min(1, 1 - fromEdge / border)));
		}
		return new Mask(width, height, soft);
	}

	/**
	 * @return what lies around the bounding box of all pixels that count
	 * @throws IllegalArgumentException if none does
	 */
	public Margin surroundings() {
		int left = width;
		int right = -1;
		int top = height;
		int bottom = -1;
		for (int i = 0; i < data.length; i++) {
			if (data[i] <= 0) continue;
			left = Math.min(left, i % width);
			right = Math.max(right, i % width);
			top = Math.min(top, i / width);
			bottom = i / width;
		}
		if (right < 0) throw new IllegalArgumentException("The mask is empty; at least one pixel must count.");
		return new Margin(left, top, width - 1 - right, height - 1 - bottom);
	}

	/**
	 * @param image of the same size
	 * @return its pixels that count at least half, or all that count if there are none of those, in one row
	 * @throws IllegalArgumentException if the sizes differ, or no pixel counts
	 */
	public PlanarImage sample(final PlanarImage image) {
		if (!size().equals(image.size())) throw different(image.size());
		final float least = least();
		final int n = count(least);
		final float[] pixels = new float[PlanarImage.CHANNELS * n];
		for (int c = 0, i = 0; c < PlanarImage.CHANNELS; c++) {
			for (int p = 0; p < data.length; p++) if (data[p] >= least) pixels[i++] = image.data()[c * data.length + p];
		}
		return new PlanarImage(n, 1, pixels);
	}

	/**
	 * @return what a pixel must have to be one of the {@link #sample}
	 * @throws IllegalArgumentException if no pixel counts
	 */
	float least() {
		if (isEmpty()) throw new IllegalArgumentException("The mask is empty; at least one pixel must count.");
		return count(.5f) > 0 ? .5f : Float.MIN_VALUE;
	}

	private int count(final float least) {
		int n = 0;
		for (final float v : data) if (v >= least) n++;
		return n;
	}

	private void checkSize(final Mask other) {
		if (!size().equals(other.size())) throw different(other.size());
	}

	private IllegalArgumentException different(final Size other) {
		return new IllegalArgumentException("A mask of " + size() + " pixels does not fit " + other +
			" pixels; the sizes must be the same.");
	}
}
