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
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.WeightsException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Under which names a file has the tensors of a network, and which network it is. */
interface TensorNames {

	/**
	 * The networks that a file is compared with if none is given. CaffeNet is not among them: the kernels of AlexNet, whose
	 * pools and normalisations stand in another order, have the same names and shapes.
	 */
	List<Architecture> KNOWN = List.of(Architecture.VGG16, Architecture.VGG19, Architecture.GOOGLENET);

	/** The network. */
	Architecture network();

	/**
	 * @param c a convolution of the network
	 * @return the name of its kernel in the file
	 */
	String kernel(Convolution c);

	/**
	 * @param c a convolution of the network
	 * @return the name of its bias in the file
	 */
	String bias(Convolution c);

	/**
	 * @param file with names of any known kind
	 * @param network that the file has; the known ones are compared if empty
	 * @return the names; every tensor is there
	 * @throws WeightsException if the names are of no known kind, a layer is missing, or there is one too many
	 */
	static TensorNames of(final TensorFile file, final Optional<Architecture> network) {
		if (file instanceof OnnxFile onnx) return OnnxNames.of(onnx, network);
		final Set<String> there = new LinkedHashSet<>(file.names());
		final List<Difference> all = new ArrayList<>();
		for (final Architecture candidate : network.map(List::of).orElse(KNOWN)) {
			for (final Naming naming : Naming.values()) {
				if (!naming.fits(candidate)) continue;
				for (final String prefix : naming.prefixes(there, candidate)) {
					all.add(Difference.of(file, there, candidate, naming, prefix));
				}
			}
		}
		final Difference nearest = all.stream().filter(d -> d.found() > 0).min((a, b) -> Integer.compare(a.missing()
			.size() + a.extra().size(), b.missing().size() + b.extra().size())).orElseThrow(() -> unknown(file));
		nearest.check(file);
		return nearest;
	}

	private static WeightsException unknown(final TensorFile file) {
		final Set<String> there = Set.copyOf(file.names());
		if (Difference.of(file, there, Architecture.CAFFENET, Naming.OWN, "").missing().isEmpty()) {
			return new WeightsException("The weights " + file.source() +
				" can be CaffeNet's or AlexNet's, which have the same names and shapes; say that the network is CaffeNet if it " +
				"is (AlexNet is not read).");
		}
		final Set<String> some = new TreeSet<>();
		file.names().stream().filter(n -> file.shape(n).length == 4).limit(3).forEach(n -> some.add(Brief.name(n)));
		final String found = some.isEmpty() ? "it has no kernels of convolutions" : "it has " + String.join(", ", some);
		return new WeightsException("The weights " + file.source() + " use no known names of layers (" + found +
			"); known are conv1_1.weight, features.0.weight, block1_conv1 of Keras and the names of Caffe's prototxt files.");
	}

	/** A file compared with a network under one kind of names. */
	record Difference(Architecture network, Naming naming, String prefix, List<String> missing, List<String> extra,
		int found) implements TensorNames
	{

		static Difference of(final TensorFile file, final Set<String> there, final Architecture network,
			final Naming naming, final String prefix)
		{
			final Set<String> needed = new HashSet<>();
			final List<String> missing = new ArrayList<>();
			for (final Convolution c : network.convolutions()) {
				final String layer = prefix + naming.layer(network, c);
				needed.add(layer);
				for (final String tensor : List.of(layer + ".weight", layer + ".bias")) {
					if (!there.contains(tensor)) missing.add(tensor);
				}
			}
			final List<String> extra = naming.layers(there, network, prefix).stream().filter(l -> !needed.contains(
				l) && file.shape(l + ".weight").length == 4).toList();
			return new Difference(network, naming, prefix, missing, extra, 2 * needed.size() - missing.size());
		}

		void check(final TensorFile file) {
			final Optional<String> normalised = file.names().stream().filter(n -> n.endsWith("running_mean")).findFirst();
			if (normalised.isPresent()) {
				throw new WeightsException("The weights " + file.source() + " have batch normalisation (" + Brief.name(
					normalised.get()) + "), which " + network.name() + " has not; choose weights of the network without it.");
			}
			if (!missing.isEmpty()) {
				throw new WeightsException("The weights " + file.source() + " lack the tensor " + Brief.name(missing.get(0)) +
					", which " + network.name() + " needs for its layer " + layerOf(missing.get(0)) + ".");
			}
			if (!extra.isEmpty()) {
				throw new WeightsException("The weights " + file.source() + " have a layer " + Brief.name(extra.get(0)) +
					", which " + network.name() + " has not: they belong to another network.");
			}
		}

		private String layerOf(final String tensor) {
			return network.convolutions().stream().filter(c -> tensor.equals(kernel(c)) || tensor.equals(bias(c))).map(
				Convolution::name).findFirst().orElseThrow();
		}

		@Override
		public String kernel(final Convolution c) {
			return prefix + naming.layer(network, c) + ".weight";
		}

		@Override
		public String bias(final Convolution c) {
			return prefix + naming.layer(network, c) + ".bias";
		}
	}
}
