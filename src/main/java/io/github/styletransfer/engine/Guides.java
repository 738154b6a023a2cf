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
package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guidance maps of regions at the sizes of the style layers (Gatys, Ecker, Bethge, Hertzmann and Shechtman,
 * arXiv:1611.07865): a mask is reduced to a layer's size by the mean over the area that a position stands for; a position
 * then counts with the square of that, over the sum of the squares.
 */
final class Guides {

	private Guides() {
		// no instances
	}

	/**
	 * @param losses with as many regions as there are masks
	 * @param masks [H, W] of each region, 0 for outside; any scale
	 * @param what the masks are called in a message
	 * @return the guides of every style layer and region; to be closed
	 * @throws IllegalArgumentException if the number of masks or a mask's size is another, or a mask has a value that is
	 *           negative or not finite, or none above 0
	 */
	static Targets of(final LossLayers losses, final int height, final int width, final List<float[]> masks,
		final String what)
	{
		if (masks.size() != losses.regions()) {
			throw new IllegalArgumentException("There are " + masks.size() + " masks for " + losses.regions() +
				" regions; there must be one for each.");
		}
		for (int r = 0; r < masks.size(); r++) check(masks.get(r), height, width, what + " " + (r + 1));
		final Map<String, OnnxTensor> guides = new HashMap<>();
		for (final String layer : losses.styleLayers()) {
			final int h = losses.side(layer, height);
			final int w = losses.side(layer, width);
			for (int r = 0; r < masks.size(); r++) {
				final float[] guide = guide(masks.get(r), height, width, h, w);
				guides.put(Names.guide(layer, r), Session.tensor(OnnxRuntime.environment(), KernelMemory.direct(guide.length).put(
					guide).flip(), 1, 1, h, w));
			}
		}
		return new Targets(guides);
	}

	private static void check(final float[] mask, final int height, final int width, final String name) {
		if (mask.length != Math.multiplyExact(height, width)) {
			throw new IllegalArgumentException("The " + name + " has " + mask.length + " values; it must have " + width + " x " +
				height + ".");
		}
		boolean any = false;
		for (final float v : mask) {
			if (!(v >= 0 && v < Float.POSITIVE_INFINITY)) {
				throw new IllegalArgumentException("The " + name + " has the value " + v + "; all must be finite and 0 or more.");
			}
			any |= v > 0;
		}
		if (!any) {
			throw new IllegalArgumentException("The " + name + " is black everywhere; some of it must be above 0.");
		}
	}

	/** The squared means over the sum of the squares, [h, w]. */
	static float[] guide(final float[] mask, final int height, final int width, final int h, final int w) {
		final double[] reduced = reduced(mask, height, width, h, w);
		double sum = 0;
		for (int i = 0; i < reduced.length; i++) {
			reduced[i] *= reduced[i];
			sum += reduced[i];
		}
		final float[] guide = new float[reduced.length];
		for (int i = 0; i < guide.length; i++) guide[i] = (float) (reduced[i] / sum);
		return guide;
	}

	/** Means over areas of height/h times width/w, parts of pixels included. */
	private static double[] reduced(final float[] mask, final int height, final int width, final int h, final int w) {
		final double[] rows = new double[h * width];
		for (int y = 0; y < h; y++) {
			final double from = (double) y * height / h;
			final double to = (double) (y + 1) * height / h;
			for (int i = (int) from; i < Math.min(height, Math.ceil(to)); i++) {
				final double share = (Math.min(to, i + 1) - Math.max(from, i)) / (to - from);
				for (int x = 0; x < width; x++) rows[y * width + x] += share * mask[i * width + x];
			}
		}
		final double[] reduced = new double[h * w];
		for (int x = 0; x < w; x++) {
			final double from = (double) x * width / w;
			final double to = (double) (x + 1) * width / w;
			for (int i = (int) from; i < Math.min(width, Math.ceil(to)); i++) {
				final double share = (Math.min(to, i + 1) - Math.max(from, i)) / (to - from);
				for (int y = 0; y < h; y++) reduced[y * w + x] += share * rows[y * width + i];
			}
		}
		return reduced;
	}
}
