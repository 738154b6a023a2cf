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

import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.Pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * How an image is done when its activations shall not all be in memory at once: the layers are cut into parts, and each part
 * is done tile by tile, or whole. Every plan gives the same losses and gradient, up to rounding: a loss is a function of sums
 * over positions (Gram matrices, squared differences), each position is owned by one tile, and a tile computes what it owns
 * from a window that is larger by a halo. What a part gives to the next one is kept for the whole image.
 *
 * @param parts in the order of computation, without a gap; at least one
 * @param isSparing whether the runtime gives its memory back after every pass of a part, and takes it anew for the next
 */
public record Plan(List<Part> parts, boolean isSparing) {

	/**
	 * A part of the layers.
	 *
	 * @param run its layers
	 * @param own pixels of the image along each side of what a tile owns, 0 for the whole image at once
	 */
	public record Part(LayerRun run, int own) {

		/** @throws IllegalArgumentException if the number of pixels is negative */
		public Part {
			if (own < 0) throw new IllegalArgumentException("A tile of " + own + " pixels; it must be 0 (whole) or more.");
		}

		/** @return whether the part is done at once */
		public boolean isWhole() {
			return own == 0;
		}
	}

	/**
	 * Copies the list.
	 *
	 * @throws IllegalArgumentException if there is no part, or they do not follow one another from the first layer on, or a
	 *           whole part comes before the last one
	 */
	public Plan {
		parts = List.copyOf(parts);
		int next = 0;
		for (final Part p : parts) {
			if (p.run().first() != next) throw new IllegalArgumentException("A part starts at layer " + p.run().first() +
				" of the table; it must start at " + next + ".");
			next = p.run().last() + 1;
		}
		if (parts.isEmpty()) throw new IllegalArgumentException("A plan has no part; it must have at least one.");
		if (parts.stream().limit(parts.size() - 1L).anyMatch(Part::isWhole)) {
			throw new IllegalArgumentException("A part before the last one is whole; only the last one can be.");
		}
	}

	/**
	 * A sparing plan.
	 *
	 * @param parts in the order of computation, without a gap; at least one
	 * @throws IllegalArgumentException as the other constructor
	 */
	public Plan(final List<Part> parts) {
		this(parts, true);
	}

	/**
	 * @param losses layers in use
	 * @return everything at once
	 */
	public static Plan whole(final LossLayers losses) {
		return new Plan(List.of(new Part(LayerRun.whole(losses), 0)), true);
	}

	/** @return the same plan, with the runtime keeping its memory from pass to pass, which is faster */
	Plan generous() {
		return new Plan(parts, false);
	}

	/** @return whether everything is done at once */
	public boolean isWhole() {
		return parts.size() == 1 && parts.get(0).isWhole();
	}

	/** The parts that are done tile by tile. */
	List<Part> tiled() {
		return parts.stream().filter(p -> !p.isWhole()).toList();
	}

	/** The last part, if it is whole. */
	Optional<LayerRun> tail() {
		return parts.stream().filter(Part::isWhole).map(Part::run).findFirst();
	}

	/**
	 * @param losses layers in use
	 * @return whether they can be done in tiles: a chain of convolutions that keep the size and of pooling steps without
	 *         overlap, as VGG's are, with the paper's losses and one style everywhere
	 */
	public static boolean canTile(final LossLayers losses) {
		if (losses.convention() != Convention.PAPER || losses.regions() > 0) return false;
		String before = Layer.IMAGE;
		for (final Layer l : losses.needed()) {
			final boolean fits = l instanceof Convolution c ? c.stride() == 1 && 2 * c.padding() == c.kernel() - 1
				: l instanceof Pool p && p.stride() == p.window() && p.padding() == 0 && !p.roundUp();
			if (!fits || !l.inputs().equals(List.of(before))) return false;
			before = l.name();
		}
		return true;
	}

	/**
	 * @param losses layers in use
	 * @return the places of the layers behind which they can be cut with the least to keep: the pooling steps
	 */
	public static List<Integer> cuts(final LossLayers losses) {
		final List<Integer> cuts = new ArrayList<>();
		final List<Layer> all = losses.architecture().layers();
		for (int i = 0; i < losses.deepest(); i++) if (all.get(i) instanceof Pool) cuts.add(i);
		return cuts;
	}

	/**
	 * The same plan for a choice of layers that reaches less deep.
	 *
	 * @param losses layers in use
	 * @return the parts that are left, the last of them cut off behind the deepest layer
	 */
	Plan upTo(final LossLayers losses) {
		final List<Part> left = new ArrayList<>();
		for (final Part p : parts) {
			if (p.run().first() <= losses.deepest()) {
				left.add(new Part(new LayerRun(p.run().first(), Math.min(p.run().last(), losses.deepest())), p.own()));
			}
		}
		return new Plan(left, isSparing);
	}

	/**
	 * @param losses layers in use
	 * @return the plan in words
	 */
	public String describe(final LossLayers losses) {
		if (isWhole()) return "whole";
		final List<Layer> table = losses.architecture().layers();
		final StringJoiner words = new StringJoiner(", ");
		parts.forEach(p -> words.add(table.get(p.run().first()).name() + " to " + table.get(p.run().last()).name() + (p
			.isWhole() ? " whole" : " in tiles of " + p.own())));
		return words + (isSparing ? "" : ", memory kept");
	}
}
