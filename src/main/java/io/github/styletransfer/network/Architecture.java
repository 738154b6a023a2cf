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
package io.github.styletransfer.network;

import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.Pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of a network's layers, from the image to the deepest one. Immutable.
 * <p>
 * VGG: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", arXiv:1409.1556,
 * table 1, without the fully connected part.
 *
 * @param name for example {@code VGG-16}
 * @param layers in the order of computation; the first takes the three channels of the image
 */
public record Architecture(String name, List<Layer> layers) {

	/** VGG-16, configuration D: 13 convolutions in five blocks. */
	public static final Architecture VGG16 = vgg("VGG-16", new int[][] { { 64, 64 }, { 128, 128 }, { 256, 256, 256 },
		{ 512, 512, 512 }, { 512, 512, 512 } });

	/** VGG-19, configuration E: 16 convolutions in five blocks. */
	public static final Architecture VGG19 = vgg("VGG-19", new int[][] { { 64, 64 }, { 128, 128 },
		{ 256, 256, 256, 256 }, { 512, 512, 512, 512 }, { 512, 512, 512, 512 } });

	/** @throws IllegalArgumentException if there is no layer, or a layer's channels do not fit those before it */
	public Architecture {
		layers = List.copyOf(layers);
		if (layers.isEmpty()) throw new IllegalArgumentException("Network " + name + " has no layers.");
		int channels = 3;
		for (final Layer layer : layers) {
			if (layer instanceof Convolution c) {
				if (c.inputs() != channels) {
					throw new IllegalArgumentException("Layer " + c.name() + " of " + name + " takes " + c.inputs() +
						" channels, but the layer before it gives " + channels + ".");
				}
				channels = c.outputs();
			}
		}
	}

	/**
	 * A network of VGG's form: blocks of convolutions {@code conv1_1}, {@code conv1_2}, … with a pooling step
	 * {@code pool1}, … after each block.
	 *
	 * @param name of the network
	 * @param blocks output channels of each convolution of each block
	 * @return the table
	 */
	public static Architecture vgg(final String name, final int[][] blocks) {
		final List<Layer> layers = new ArrayList<>();
		int channels = 3;
		for (int b = 0; b < blocks.length; b++) {
			for (int i = 0; i < blocks[b].length; i++) {
				layers.add(new Convolution("conv" + (b + 1) + "_" + (i + 1), channels, blocks[b][i]));
				channels = blocks[b][i];
			}
			layers.add(new Pool("pool" + (b + 1)));
		}
		return new Architecture(name, layers);
	}

	/** @return all convolutions, in the order of computation */
	public List<Convolution> convolutions() {
		return layers.stream().filter(Convolution.class::isInstance).map(Convolution.class::cast).toList();
	}

	/** @return the names of all convolutions, in the order of computation */
	public List<String> convolutionNames() {
		return convolutions().stream().map(Convolution::name).toList();
	}

	/**
	 * @param layer name of a convolution
	 * @return the convolution
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists the known ones
	 */
	public Convolution convolution(final String layer) {
		return (Convolution) layers.get(index(layer));
	}

	/**
	 * @param layer name of a convolution
	 * @return its place in {@link #layers()}
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists the known ones
	 */
	public int index(final String layer) {
		for (int i = 0; i < layers.size(); i++) {
			if (layers.get(i) instanceof Convolution c && c.name().equals(layer)) return i;
		}
		throw new IllegalArgumentException("Unknown layer \"" + layer + "\" of " + name + "; known layers are " +
			String.join(", ", convolutionNames()) + ".");
	}

	/**
	 * @param names of convolutions
	 * @return the place in {@link #layers()} of the deepest of them, -1 if there are none
	 * @throws IllegalArgumentException if a name is unknown
	 */
	public int deepest(final Collection<String> names) {
		return names.stream().mapToInt(this::index).max().orElse(-1);
	}

	/**
	 * @param names of convolutions, in any order
	 * @return the same names in the order of computation
	 * @throws IllegalArgumentException if a name is unknown or stands twice
	 */
	public List<String> inOrder(final Collection<String> names) {
		final List<String> sorted = names.stream().sorted((a, b) -> index(a) - index(b)).toList();
		names.forEach(this::index);
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i).equals(sorted.get(i - 1))) {
				throw new IllegalArgumentException("Layer \"" + sorted.get(i) + "\" is named twice in " + names.stream()
					.collect(Collectors.joining(",")) + "; each layer counts once.");
			}
		}
		return sorted;
	}

	/**
	 * @param index place in {@link #layers()}
	 * @return how many pixels of the image one step at that layer spans: 2 to the number of pooling steps before it. An
	 *         image whose side is smaller leaves nothing there, so this is also the smallest side that the layer allows.
	 */
	public int stride(final int index) {
		return 1 << layers.subList(0, index).stream().filter(Pool.class::isInstance).count();
	}
}
