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
package io.github.styletransfer;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Networks with a few channels and random weights: everything but the size is real. */
public final class NarrowNetwork {

	/** Names and blocks of VGG-16. */
	public static final Architecture ARCHITECTURE = Architecture.vgg("narrow", new int[][] { { 4, 4 }, { 5, 6 }, { 7, 8,
		8 }, { 9, 10, 10 }, { 10 } });


	private NarrowNetwork() {}

	/** The same table with other numbers of channels. */
	public static Architecture narrow(final Architecture wide, final ToIntFunction<Convolution> outputs) {
		final Map<String, Integer> channels = new HashMap<>(Map.of(Layer.IMAGE, 3));
		final List<Layer> layers = new ArrayList<>();
		for (final Layer l : wide.layers()) {
			final int incoming = l.inputs().stream().mapToInt(channels::get).sum();
			layers.add(l instanceof Convolution c ? new Convolution(c.name(), c.input(), incoming, outputs.applyAsInt(c), c
				.kernel(), c.stride(), c.padding(), c.groups()) : l);
			channels.put(l.name(), layers.get(layers.size() - 1).channels(incoming));
		}
		return new Architecture("narrow " + wide.name(), layers, wide.contentLayers(), wide.styleLayers());
	}

	public static Weights weights(final Preprocessing preprocessing) {
		return weights(ARCHITECTURE, preprocessing);
	}

	public static Weights weights(final Architecture architecture, final Preprocessing preprocessing) {
		final Random random = new Random(7);
		final Map<String, float[]> tensors = new HashMap<>();
		for (final Convolution c : architecture.convolutions()) {
			final int fan = c.kernel() * c.kernel() * c.inputChannels() / c.groups();
			tensors.put(Weights.kernelName(c.name()), normal(random, fan * c.outputChannels(), Math.sqrt(2. / fan)));
			tensors.put(Weights.biasName(c.name()), normal(random, c.outputChannels(), .5));
		}
		return new Weights(architecture, preprocessing, "random", "none", tensors);
	}

	public static float[] image(final long seed, final int height, final int width) {
		final Random random = new Random(seed);
		final float[] x = new float[3 * height * width];
		for (int i = 0; i < x.length; i++) x[i] = random.nextFloat() * 255;
		return x;
	}

	public static float[] normal(final Random random, final int n, final double deviation) {
		final float[] x = new float[n];
		for (int i = 0; i < n; i++) x[i] = (float) (random.nextGaussian() * deviation);
		return x;
	}
}
