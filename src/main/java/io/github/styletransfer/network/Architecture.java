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

import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.Pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of a network's layers, from the image to the deepest one: a graph, because a layer names the layers whose
 * values it takes. The losses may look at any convolution or concatenation. Immutable.
 * <p>
 * VGG: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", arXiv:1409.1556,
 * table 1, without the fully connected part.
 *
 * @param name for example {@code VGG-16}
 * @param layers in an order of computation: each behind the layers that it takes
 * @param contentLayers the layers that keep the content unless a user names others, in the order of computation
 * @param styleLayers the layers that carry the style unless a user names others, in the order of computation
 */
public record Architecture(String name, List<Layer> layers, List<String> contentLayers, List<String> styleLayers) {

	/** VGG-16, configuration D: 13 convolutions in five blocks. */
	public static final Architecture VGG16 = vgg("VGG-16", new int[][] { { 64, 64 }, { 128, 128 }, { 256, 256, 256 },
		{ 512, 512, 512 }, { 512, 512, 512 } });

	/** VGG-19, configuration E: 16 convolutions in five blocks. */
	public static final Architecture VGG19 = vgg("VGG-19", new int[][] { { 64, 64 }, { 128, 128 },
		{ 256, 256, 256, 256 }, { 512, 512, 512, 512 }, { 512, 512, 512, 512 } });

	/** GoogLeNet as the Berkeley Vision and Learning Center trained it: 57 convolutions, nine inception modules. */
	public static final Architecture GOOGLENET = GoogLeNet.table();

	/** CaffeNet, Caffe's reference network: five convolutions, two of their pools normalised. */
	public static final Architecture CAFFENET = CaffeNet.table();

	/**
	 * @throws IllegalArgumentException if there is no layer, a name stands twice, a layer takes a value that is not there
	 *           before it or has other channels than it says, a concatenation takes values of different sizes, or a
	 *           content or style layer is neither a convolution nor a concatenation
	 */
	public Architecture {
		layers = List.copyOf(layers);
		if (layers.isEmpty()) throw new IllegalArgumentException("Network " + name + " has no layers.");
		TableValues.check(name, layers);
		contentLayers = inOrder(name, layers, contentLayers);
		styleLayers = inOrder(name, layers, styleLayers);
	}

	/**
	 * A network of VGG's form: blocks of convolutions {@code conv1_1}, {@code conv1_2}, … with a pooling step
	 * {@code pool1}, … after each block. Its content layer is conv4_2 and its style layers are conv1_1 to conv5_1, the
	 * paper's, where it has them.
	 *
	 * @param name of the network
	 * @param blocks output channels of each convolution of each block
	 * @return the table
	 */
	public static Architecture vgg(final String name, final int[][] blocks) {
		final List<Layer> layers = new ArrayList<>();
		final Set<String> names = new HashSet<>();
		String before = Layer.IMAGE;
		int channels = 3;
		for (int b = 0; b < blocks.length; b++) {
			for (int i = 0; i < blocks[b].length; i++) {
				layers.add(Convolution.same("conv" + (b + 1) + "_" + (i + 1), before, channels, blocks[b][i], 3));
				channels = blocks[b][i];
				before = layers.get(layers.size() - 1).name();
				names.add(before);
			}
			layers.add(new Pool("pool" + (b + 1), before, 2, 2, 0, false));
			before = layers.get(layers.size() - 1).name();
		}
		return new Architecture(name, layers, List.of("conv4_2").stream().filter(names::contains).toList(), List.of("conv1_1",
			"conv2_1", "conv3_1", "conv4_1", "conv5_1").stream().filter(names::contains).toList());
	}

	/** @return the networks that this software knows */
	public static List<Architecture> known() {
		return List.of(VGG16, VGG19, GOOGLENET, CAFFENET);
	}

	/**
	 * @param name of a known network; case, hyphens, underscores and spaces make no difference
	 * @return the network
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists the known ones
	 */
	public static Architecture of(final String name) {
		return known().stream().filter(a -> plain(a.name).equals(plain(name))).findFirst().orElseThrow(
			() -> new IllegalArgumentException("Unknown network \"" + name + "\"; known networks are " + known().stream().map(
				Architecture::name).collect(Collectors.joining(", ")) + "."));
	}

	/** @return all convolutions, in the order of computation */
	public List<Convolution> convolutions() {
		return layers.stream().filter(Convolution.class::isInstance).map(Convolution.class::cast).toList();
	}

	/** @return the names of all convolutions, in the order of computation */
	public List<String> convolutionNames() {
		return convolutions().stream().map(Convolution::name).toList();
	}

	/** @return the names of the layers that the losses may look at: convolutions and concatenations */
	public List<String> lossLayerNames() {
		return lossLayerNames(layers);
	}

	/**
	 * @param layer name of a convolution
	 * @return the convolution
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists the known ones
	 */
	public Convolution convolution(final String layer) {
		return convolutions().stream().filter(c -> c.name().equals(layer)).findFirst().orElseThrow(() -> unknown(name, layer,
			convolutionNames()));
	}

	/**
	 * @param layer name of a convolution or concatenation
	 * @return its place in {@link #layers()}
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists the known ones
	 */
	public int index(final String layer) {
		return index(name, layers, layer);
	}

	/**
	 * @param names of convolutions and concatenations
	 * @return the place in {@link #layers()} of the last of them, -1 if there are none
	 * @throws IllegalArgumentException if a name is unknown
	 */
	public int deepest(final Collection<String> names) {
		return names.stream().mapToInt(this::index).max().orElse(-1);
	}

	/**
	 * @param names of convolutions and concatenations, in any order
	 * @return the same names in the order of computation
	 * @throws IllegalArgumentException if a name is unknown or stands twice
	 */
	public List<String> inOrder(final Collection<String> names) {
		return inOrder(name, layers, names);
	}

	/**
	 * @param names of convolutions and concatenations
	 * @return these layers and all on the way to them, in the order of computation
	 * @throws IllegalArgumentException if a name is unknown
	 */
	public List<Layer> needed(final Collection<String> names) {
		final Set<String> wanted = new HashSet<>(names);
		final LinkedList<Layer> needed = new LinkedList<>();
		for (int i = deepest(names); i >= 0; i--) {
			if (!wanted.contains(layers.get(i).name())) continue;
			needed.addFirst(layers.get(i));
			wanted.addAll(layers.get(i).inputs());
		}
		return List.copyOf(needed);
	}

	/**
	 * @param names of convolutions and concatenations
	 * @return the side of the smallest square image, in pixels, that leaves a position at each of them; 1 if there are none
	 * @throws IllegalArgumentException if a name is unknown
	 */
	public int smallestSide(final Collection<String> names) {
		final List<Layer> needed = needed(names);
		int side = 1;
		while (TableValues.sides(needed, side).containsValue(0)) side++;
		return side;
	}

	/**
	 * @param value name of a layer, or {@link Layer#IMAGE}
	 * @return its channels
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public int channels(final String value) {
		return get(TableValues.channels(layers), value);
	}

	/**
	 * @param value name of a layer, or {@link Layer#IMAGE}
	 * @return how many pixels of the image one step at that layer spans: the strides on the way to it, multiplied
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public int stride(final String value) {
		return get(TableValues.strides(layers), value);
	}

	// -- Helper methods --

	private static String plain(final String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
	}

	private int get(final Map<String, Integer> values, final String value) {
		final Integer found = values.get(value);
		if (found == null) throw unknown(name, value, layers.stream().map(Layer::name).toList());
		return found;
	}

	private static List<String> lossLayerNames(final List<Layer> layers) {
		return layers.stream().filter(l -> l instanceof Convolution || l instanceof Concatenation).map(Layer::name).toList();
	}

	private static int index(final String network, final List<Layer> layers, final String layer) {
		final List<String> names = lossLayerNames(layers);
		if (!names.contains(layer)) throw unknown(network, layer, names);
		return layers.stream().map(Layer::name).toList().indexOf(layer);
	}

	private static List<String> inOrder(final String network, final List<Layer> layers, final Collection<String> names) {
		names.forEach(n -> index(network, layers, n));
		final List<String> sorted = names.stream().sorted((a, b) -> index(network, layers, a) - index(network, layers, b))
			.toList();
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i).equals(sorted.get(i - 1))) {
				throw new IllegalArgumentException("Layer \"" + sorted.get(i) + "\" is named twice in " + String.join(",",
					names) + "; each layer counts once.");
			}
		}
		return sorted;
	}

	private static IllegalArgumentException unknown(final String network, final String layer, final List<String> known) {
		return new IllegalArgumentException("Unknown layer \"" + layer + "\" of " + network + "; known layers are " + String
			.join(", ", known) + ".");
	}
}
