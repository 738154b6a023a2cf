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

import io.github.styletransfer.graph.LossLayers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a plan for images of one size, and what they pass on. Not thread-safe. */
final class TiledImage implements AutoCloseable {

	/** Pixels from which on direct memory is not left until Java cleans up for want of heap, which it may never do. */
	private static final double LARGE = 500_000;

	private final LossLayers losses;
	private final int height;
	private final int width;
	private final List<TiledPart> parts = new ArrayList<>();
	private final List<Planes> between = new ArrayList<>(); // what each part gives to the next one

	TiledImage(final LossLayers losses, final List<Plan.Part> parts, final int height, final int width,
		final TileGraphs graphs)
	{
		this.losses = losses;
		this.height = height;
		this.width = width;
		for (final Plan.Part p : parts) {
			final TiledPart part = new TiledPart(losses, new PartLayout(losses, p, height, width), graphs);
			this.parts.add(part);
			if (part.hasExit()) between.add(part.outputPlanes(height, width));
		}
	}

	List<TiledPart> parts() {
		return parts;
	}

	/** What the last part gives, after a pass forward, if a part follows. */
	Planes output() {
		return between.get(between.size() - 1);
	}

	/** What comes into a part, after a pass forward. */
	Planes input(final int part, final Planes image) {
		return part == 0 ? image : between.get(part - 1);
	}

	/**
	 * Runs all parts forward.
	 *
	 * @param image RGB 0…255, [3, H, W]
	 * @return F Fᵀ of every style layer in the parts
	 */
	Map<String, double[]> statistics(final float[] image) {
		final Map<String, double[]> sums = new HashMap<>();
		for (final TiledPart p : parts) p.styles().forEach(l -> sums.put(l, new double[square(l)]));
		forward(image, (p, in, out) -> p.statistics(in, out, sums));
		return sums;
	}

	/**
	 * Runs all parts forward.
	 *
	 * @param image RGB 0…255, [3, H, W]
	 * @return the features of every content layer in the parts
	 */
	Map<String, Planes> features(final float[] image) {
		final Map<String, Planes> features = new HashMap<>();
		forward(image, (p, in, out) -> {
			p.contents().forEach(l -> features.put(l, p.planes(l, height, width)));
			p.features(in, out, features);
		});
		return features;
	}

	/** The Gram matrices of sums, as {@link Targets} has them. */
	Map<String, float[]> grams(final Map<String, double[]> sums) {
		final Map<String, float[]> grams = new LinkedHashMap<>();
		sums.forEach((l, sum) -> {
			final double positions = positions(l);
			final float[] gram = new float[sum.length];
			for (int i = 0; i < gram.length; i++) gram[i] = (float) (sum[i] / positions);
			grams.put(l, gram);
		});
		return grams;
	}

	/** Positions of a style layer in the whole image. */
	double positions(final String layer) {
		final int stride = losses.architecture().stride(layer);
		return (double) (height / stride) * (width / stride);
	}

	@Override
	public void close() {
		parts.forEach(TiledPart::close);
		between.clear();
		if ((double) height * width > LARGE) System.gc();
	}

	// -- Helper methods --

	private interface Pass {

		void accept(TiledPart part, Planes in, Planes out);
	}

	private void forward(final float[] image, final Pass pass) {
		Planes in = Planes.of(image, height, width);
		for (int i = 0; i < parts.size(); i++) {
			final TiledPart p = parts.get(i);
			final Planes out = p.hasExit() ? between.get(i) : in;
			pass.accept(p, in, out);
			in = out;
		}
	}

	private int square(final String layer) {
		final int channels = losses.architecture().channels(layer);
		return channels * channels;
	}
}
