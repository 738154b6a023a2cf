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

import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;

import java.util.ArrayList;
import java.util.List;

/** Where the tiles of a part lie in an image of one size, and at every layer. Immutable. */
final class PartLayout {

	private final LossLayers losses;
	private final LayerRun run;
	private final List<Layer> layers;
	private final int entryStride;
	private final int exitStride;
	private final List<Span> rows;
	private final List<Span> columns;

	/**
	 * @param losses layers in use
	 * @param part of a plan for them
	 * @param height of the image in pixels
	 * @param width of the image in pixels
	 */
	PartLayout(final LossLayers losses, final Plan.Part part, final int height, final int width) {
		this.losses = losses;
		run = part.run();
		final List<Layer> table = losses.architecture().layers();
		layers = losses.needed().stream().filter(l -> run.contains(table.indexOf(l))).toList();
		entryStride = stride(layers.get(0).inputs().get(0));
		exitStride = stride(exit());
		final int entryHeight = height / entryStride;
		final int entryWidth = width / entryStride;
		rows = spans(entryHeight, part);
		columns = spans(entryWidth, part);
	}

	LayerRun run() {
		return run;
	}

	/** In the order of computation. */
	List<Layer> layers() {
		return layers;
	}

	/** Channels of what comes in. */
	int entryChannels() {
		return losses.architecture().channels(layers.get(0).inputs().get(0));
	}

	/** Height and width of every window, of what comes in. */
	ImageSize window() {
		return new ImageSize(rows.get(0).length(), columns.get(0).length());
	}

	/** The tiles' rows of what comes in, at least one. */
	List<Span> rows() {
		return rows;
	}

	/** The tiles' columns of what comes in, at least one. */
	List<Span> columns() {
		return columns;
	}

	/** The last layer. */
	String exit() {
		return layers.get(layers.size() - 1).name();
	}

	/** Positions of a layer in the image's whole height or width, of what comes in. */
	int step(final String layer) {
		return stride(layer) / entryStride;
	}

	/** Every tile's rows and columns of what comes in. */
	List<Span[]> tiles() {
		final List<Span[]> tiles = new ArrayList<>();
		for (final Span r : rows) for (final Span c : columns) tiles.add(new Span[] { r, c });
		return tiles;
	}

	// -- Helper methods --

	private int stride(final String layer) {
		return layer.equals(Layer.IMAGE) ? 1 : losses.architecture().stride(layer);
	}

	private List<Span> spans(final int side, final Plan.Part part) {
		if (part.isWhole()) return List.of(new Span(0, side, 0, side));
		final int step = exitStride / entryStride;
		return Span.cut(side, step, (reach() + step - 1) / step * step, part.own() / entryStride);
	}

	/** How far a position owned by a tile sees at what comes in. */
	private int reach() {
		int reach = 0;
		for (final Layer l : layers) if (l instanceof Convolution c) reach += c.padding() * step(c.input());
		return reach;
	}
}
