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
package io.github.styletransfer.graph;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers that a graph writes: those of a run that lie on the way to a chosen layer. One value comes into them, the
 * entry; where the run ends before the deepest chosen layer, one value goes on to later layers, the exit.
 */
final class NeededLayers {

	private final Architecture architecture;
	private final LayerRun run;
	private final List<Layer> layers;
	private final String entry;
	private final String exit;
	private final Map<String, ImageSize> sizes = new HashMap<>();

	/** @param size of the entry */
	NeededLayers(final LossLayers losses, final LayerRun run, final ImageSize size) {
		architecture = losses.architecture();
		this.run = run;
		if (run.last() > losses.deepest()) {
			throw new IllegalArgumentException("A run to " + name(run.last()) +
				" reaches past the deepest layer in use, " + name(losses.deepest()) + ".");
		}
		final List<Layer> all = losses.needed();
		layers = all.stream().filter(l -> run.contains(place(l.name()))).toList();
		if (layers.isEmpty()) throw refused("holds no layer that the losses need");
		entry = passing(all, run.first());
		exit = run.last() < losses.deepest() ? passing(all, run.last() + 1) : "";
		sizes.put(entry, size);
		layers.forEach(this::putSize);
	}

	/** In the order of computation; at least one. */
	List<Layer> layers() {
		return layers;
	}

	/** What comes in: a layer before the run, or the image. */
	String entry() {
		return entry;
	}

	boolean startsAtImage() {
		return entry.equals(Layer.IMAGE);
	}

	/** The layer whose value later layers take; empty if nothing comes later. */
	String exit() {
		return exit;
	}

	boolean hasExit() {
		return !exit.isEmpty();
	}

	boolean contains(final String layer) {
		return run.contains(place(layer));
	}

	/** The graph's name of the value of a layer, or of the entry. */
	String value(final String layer) {
		if (!layer.equals(entry)) return layer;
		return startsAtImage() ? "preprocessed" : Names.INPUT;
	}

	/** Height and width of a layer's value, or of the entry's. */
	ImageSize size(final String layer) {
		return sizes.get(layer);
	}

	/** The channels of a layer's value, or of the entry's. */
	int channels(final String layer) {
		return architecture.channels(layer);
	}

	// -- Helper methods --

	private String name(final int place) {
		return architecture.layers().get(place).name();
	}

	/** In the table; -1 for the image. */
	private int place(final String layer) {
		return architecture.layers().stream().map(Layer::name).toList().indexOf(layer);
	}

	/** The one value that needed layers behind a cut take from before it; the cut lies in front of a place. */
	private String passing(final List<Layer> all, final int cut) {
		final Set<String> passing = new LinkedHashSet<>();
		for (final Layer l : all) {
			if (place(l.name()) >= cut) l.inputs().stream().filter(i -> place(i) < cut).forEach(passing::add);
		}
		if (passing.size() == 1) return passing.iterator().next();
		throw refused("cuts the network in front of " + name(cut) + ", where the values of " + String.join(", ", passing) +
			" pass; it must start and end where only one does");
	}

	private void putSize(final Layer layer) {
		final ImageSize before = sizes.get(layer.inputs().get(0));
		if (before.isAny()) {
			sizes.put(layer.name(), before);
			return;
		}
		final int height = layer.outputSide(before.height());
		final int width = layer.outputSide(before.width());
		if (Math.min(height, width) < 1) {
			final ImageSize size = sizes.get(entry);
			throw new IllegalArgumentException("An input of " + size.width() + " x " + size.height() +
				" leaves nothing behind " + layer.name() + ".");
		}
		sizes.put(layer.name(), new ImageSize(height, width));
	}

	private IllegalArgumentException refused(final String why) {
		return new IllegalArgumentException("A run of layers from " + name(run.first()) + " to " + name(run.last()) + " of " +
			architecture.name() + " " + why + ".");
	}
}
