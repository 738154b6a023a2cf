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

import io.github.styletransfer.network.WeightsException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an ONNX graph from its inputs on and finds the convolutions in the order in which the image passes them. What
 * a tensor is called does not matter: a kernel is what a Conv node takes as its second input.
 */
final class OnnxWalk {

	/** More than any known network has; what is remembered for each value grows with it. */
	private static final int MAX_CONVOLUTIONS = 500;

	private final String source;
	private final Map<String, String> constants;
	private final Set<String> ready = new HashSet<>();
	/** Values that depend on the image, with the convolutions that they come from directly. */
	private final Map<String, Set<Integer>> origins = new HashMap<>();
	private final Map<String, List<OnnxNode>> users = new HashMap<>();
	private final Map<OnnxNode, Integer> waitingFor = new IdentityHashMap<>();
	private final List<OnnxConvolution> convolutions = new ArrayList<>();
	private final List<Set<Integer>> before = new ArrayList<>();

	/**
	 * @param source what messages call the file
	 * @param model the graph
	 * @param constants values that are tensors of the file, by the tensors' names; aliases are added
	 * @throws WeightsException if a kernel is computed instead of stored
	 */
	OnnxWalk(final String source, final OnnxModel model, final Map<String, String> constants) {
		this.source = source;
		this.constants = constants;
		final Deque<String> news = new ArrayDeque<>(constants.keySet());
		for (final String input : model.inputs()) {
			if (!constants.containsKey(input) && origins.put(input, Set.of()) == null) news.add(input);
		}
		news.add(""); // an input that is left out
		final Deque<OnnxNode> free = new ArrayDeque<>();
		for (final OnnxNode node : model.nodes()) {
			final Set<String> inputs = new HashSet<>(node.inputs());
			waitingFor.put(node, inputs.size());
			inputs.forEach(i -> users.computeIfAbsent(i, k -> new ArrayList<>()).add(node));
			if (inputs.isEmpty()) free.add(node);
		}
		while (!news.isEmpty() || !free.isEmpty()) {
			if (!free.isEmpty()) take(free.remove(), news);
			else release(news.remove(), free);
		}
	}

	/** All convolutions of what comes from the image, each after those that it depends on. */
	List<OnnxConvolution> convolutions() {
		return convolutions;
	}

	/** The same if each takes what the one before it gives, so that their order is beyond doubt; empty otherwise. */
	Optional<List<OnnxConvolution>> chain() {
		for (int i = 0; i < before.size(); i++) {
			if (!before.get(i).equals(i == 0 ? Set.of() : Set.of(i - 1))) return Optional.empty();
		}
		return Optional.of(convolutions);
	}

	// -- Helper methods --

	private void release(final String value, final Deque<OnnxNode> free) {
		if (!ready.add(value)) return;
		for (final OnnxNode node : users.getOrDefault(value, List.of())) {
			if (waitingFor.merge(node, -1, Integer::sum) == 0) free.add(node);
		}
	}

	private void take(final OnnxNode node, final Deque<String> news) {
		final Set<Integer> from = new LinkedHashSet<>();
		boolean image = false;
		for (final String input : node.inputs()) {
			final Set<Integer> more = origins.get(input);
			image |= more != null;
			if (more != null) from.addAll(more);
		}
		if (!image && node.operator().equals("Identity") && constants.containsKey(node.input(0))) {
			node.outputs().forEach(o -> constants.putIfAbsent(o, constants.get(node.input(0))));
		}
		if (image) {
			final Set<Integer> after = node.operator().equals("Conv") ? Set.of(convolution(node, from)) : from;
			node.outputs().forEach(o -> origins.putIfAbsent(o, after));
		}
		news.addAll(node.outputs());
	}

	private int convolution(final OnnxNode node, final Set<Integer> from) {
		if (convolutions.size() == MAX_CONVOLUTIONS) {
			throw new WeightsException("The weights " + source + " have more than " + MAX_CONVOLUTIONS +
				" convolutions, more than any network that is known here.");
		}
		final String bias = node.input(2).isEmpty() ? "" : stored(node, 2, "bias");
		convolutions.add(OnnxConvolution.of(node, stored(node, 1, "kernel"), bias));
		before.add(from);
		return convolutions.size() - 1;
	}

	private String stored(final OnnxNode node, final int input, final String what) {
		final String tensor = constants.get(node.input(input));
		if (tensor == null) {
			throw new WeightsException("The " + what + " of " + node.called() + " in " + source +
				" is computed by other nodes; only stored weights are read, so no quantised models.");
		}
		return tensor;
	}
}
