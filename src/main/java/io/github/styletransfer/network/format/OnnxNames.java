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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The convolutions of an ONNX graph, put beside those of a network: in their order where each takes what the one before
 * gives, otherwise by Caffe's names, which the ONNX zoo keeps ({@code inception_3a/1x1_w_0}). A Conv node that works
 * otherwise than the network's layer is refused.
 */
record OnnxNames(Architecture network, Map<String, OnnxConvolution> byLayer) implements TensorNames {

	/** What the zoo appends to the names of kernels. */
	private static final String KERNEL = "_w_0";

	static OnnxNames of(final OnnxFile file, final Optional<Architecture> network) {
		final Architecture architecture = network.orElseGet(() -> recognise(file));
		final Map<String, OnnxConvolution> byLayer = new HashMap<>();
		for (final OnnxConvolution c : file.convolutions()) {
			if (c.kernel().endsWith(KERNEL)) byLayer.put(c.kernel().substring(0, c.kernel().length() - KERNEL.length()), c);
		}
		if (!byLayer.keySet().containsAll(architecture.convolutionNames())) {
			byLayer.clear();
			inOrder(file, architecture, byLayer);
		}
		architecture.convolutions().forEach(c -> check(file, architecture, c, byLayer.get(c.name())));
		return new OnnxNames(architecture, byLayer);
	}

	@Override
	public String kernel(final Convolution c) {
		return byLayer.get(c.name()).kernel();
	}

	@Override
	public String bias(final Convolution c) {
		return byLayer.get(c.name()).bias();
	}

	// -- Helper methods --

	private static Architecture recognise(final OnnxFile file) {
		final int found = file.convolutions().size();
		return KNOWN.stream().filter(a -> a.convolutions().size() == found).findFirst().orElseThrow(
			() -> new WeightsException("The weights " + file.source() + " have " + found + " convolutions; " + KNOWN.stream()
				.map(a -> a.name() + " has " + a.convolutions().size()).collect(Collectors.joining(", ")) + "."));
	}

	private static void inOrder(final OnnxFile file, final Architecture network,
		final Map<String, OnnxConvolution> byLayer)
	{
		final List<String> layers = network.convolutionNames();
		final List<OnnxConvolution> chain = file.chain().orElseThrow(() -> new WeightsException("The graph of " + file
			.source() + " branches, and its weights are not named after the layers of " + network.name() +
			", so which is which is not certain; choose a file of another format."));
		if (chain.size() < layers.size()) {
			throw new WeightsException("The weights " + file.source() + " lack the layer " + layers.get(chain.size()) +
				": they have " + chain.size() + " convolutions, " + network.name() + " has " + layers.size() + ".");
		}
		if (chain.size() > layers.size()) {
			throw new WeightsException("The weights " + file.source() + " have " + chain.size() + " convolutions, " + network
				.name() + " has " + layers.size() + ": they belong to another network.");
		}
		for (int i = 0; i < chain.size(); i++) byLayer.put(layers.get(i), chain.get(i));
	}

	private static void check(final OnnxFile file, final Architecture network, final Convolution c,
		final OnnxConvolution found)
	{
		if (found.bias().isEmpty()) {
			throw new WeightsException("The convolution " + found.node() + " of " + file.source() + " has no bias; " + c
				.name() + " of " + network.name() + " has one.");
		}
		if (!found.isLike(c.stride(), c.padding(), c.groups())) {
			throw new WeightsException("The convolution " + found.node() + " of " + file.source() + " has " + found
				.described() + "; " + c.name() + " of " + network.name() + " has strides of " + c.stride() + ", pads of " + c
				.padding() + ", no dilation and group " + c.groups() + ".");
		}
	}
}
