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
import io.github.styletransfer.network.Layer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How files call the layers of a network; {@code .weight} and {@code .bias} are appended for the tensors. */
enum Naming {

	/** As the network's table does: {@code conv1_1}, and Caffe's {@code inception_3a/3x3_reduce}. */
	OWN("conv\\d+_\\d+") {
		@Override
		String layer(final Architecture network, final Convolution c) {
			return c.name();
		}
	},
	/** PyTorch's VGG: a running number of convolutions, ReLUs and pooling steps, {@code features.0}. */
	FEATURES("features\\.\\d+") {
		@Override
		String layer(final Architecture network, final Convolution c) {
			int number = 0;
			for (final Layer layer : network.layers()) {
				if (layer.equals(c)) break;
				number += layer instanceof Convolution ? 2 : 1;
			}
			return "features." + number;
		}
	},
	/** Keras's VGG: {@code block1_conv1}. */
	KERAS("block\\d+_conv\\d+") {
		@Override
		String layer(final Architecture network, final Convolution c) {
			return c.name().replaceFirst("^conv(\\d+)_(\\d+)$", "block$1_conv$2");
		}
	};

	private static final String WEIGHT = ".weight";
	private static final Pattern VGG = Pattern.compile("conv\\d+_\\d+");
	private static final int MAX_PREFIXES = 4;

	/** What every convolution of VGG is called, so that one too many is noticed. */
	private final Pattern pattern;

	Naming(final String pattern) {
		this.pattern = Pattern.compile(pattern);
	}

	/** A layer's name in the file, without a prefix. */
	abstract String layer(Architecture network, Convolution c);

	/** What stands before the names in a file, for example {@code module.}; mostly nothing, and never more than a few. */
	final Set<String> prefixes(final Collection<String> names, final Architecture network) {
		final Set<String> prefixes = new LinkedHashSet<>(Set.of(""));
		for (final Convolution c : network.convolutions()) {
			final String end = "." + layer(network, c) + WEIGHT;
			for (final String name : names) {
				if (prefixes.size() < MAX_PREFIXES && name.endsWith(end)) {
					prefixes.add(name.substring(0, name.length() - end.length() + 1));
				}
			}
		}
		return prefixes;
	}

	/** Whether networks like this are ever called so: only VGG's have more than their own names. */
	final boolean fits(final Architecture network) {
		return this == OWN || isVgg(network);
	}

	/** The layers that are convolutions of a network like this by their names; none if it is none of VGG's. */
	final List<String> layers(final Collection<String> names, final Architecture network, final String prefix) {
		if (!isVgg(network)) return List.of();
		final Pattern whole = Pattern.compile(Pattern.quote(prefix) + "(" + pattern + ")" + Pattern.quote(WEIGHT));
		return names.stream().filter(n -> whole.matcher(n).matches()).map(n -> n.substring(0, n.length() - WEIGHT.length()))
			.toList();
	}

	private static boolean isVgg(final Architecture network) {
		return network.convolutionNames().stream().allMatch(n -> VGG.matcher(n).matches());
	}
}
