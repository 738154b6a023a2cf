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

import ai.onnxruntime.OnnxTensorLike;

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One part of a plan for images of one size: what it gives forward and what it gives back, tile by tile. Graphs are made when
 * they are first needed. Not thread-safe.
 */
final class TiledPart implements AutoCloseable {

	private final LossLayers losses;
	private final PartLayout layout;
	private final TileGraphs graphs;
	private final List<String> contents;
	private final List<String> styles;
	private final String entry;
	private final boolean hasExit;
	private final List<TileGraph> open = new ArrayList<>();
	private TileGraph statistics;
	private TileGraph gradient;

	TiledPart(final LossLayers losses, final PartLayout layout, final TileGraphs graphs) {
		this.losses = losses;
		this.layout = layout;
		this.graphs = graphs;
		contents = layout.run().of(losses, losses.contentLayers());
		styles = layout.run().of(losses, losses.styleLayers());
		entry = layout.run().first() == 0 ? Names.IMAGE : Names.INPUT;
		hasExit = layout.run().last() < losses.deepest();
	}

	boolean hasExit() {
		return hasExit;
	}

	/** The style layers that lie in the part. */
	List<String> styles() {
		return styles;
	}

	/** The content layers that lie in the part. */
	List<String> contents() {
		return contents;
	}

	/** Memory for what the part gives to the next one, for the whole image of so many pixels. */
	Planes outputPlanes(final int height, final int width) {
		return planes(layout.exit(), height, width);
	}

	/** Memory for the features of a layer, for the whole image of so many pixels. */
	Planes planes(final String layer, final int height, final int width) {
		final int stride = losses.architecture().stride(layer);
		return Planes.allocate(channels(layer), height / stride, width / stride);
	}

	/**
	 * Runs the part forward.
	 *
	 * @param in what comes in
	 * @param out gets what goes on to the next part; not used if nothing does
	 * @param sums F Fᵀ of each style layer; the part's own are added to
	 */
	void statistics(final Planes in, final Planes out, final Map<String, double[]> sums) {
		if (styles.isEmpty() && !hasExit) return;
		if (statistics == null) {
			statistics = open(graphs.statistics(layout), styles);
			for (final String l : styles) statistics.output(Names.gramSum(l), channels(l), channels(l));
			if (hasExit) statistics.output(Names.OUTPUT, shape(layout.exit()));
		}
		each((rows, columns, last) -> {
			read(statistics, in, rows, columns, styles);
			statistics.run(last);
			for (final String l : styles) add(statistics.buffer(Names.gramSum(l)), sums.get(l));
			if (hasExit) write(statistics, Names.OUTPUT, layout.exit(), rows, columns, out);
		});
	}

	/**
	 * Runs the part forward, once.
	 *
	 * @param in what comes in
	 * @param out gets what goes on to the next part; not used if nothing does
	 * @param targets get the features of the part's content layers
	 */
	void features(final Planes in, final Planes out, final Map<String, Planes> targets) {
		final TileGraph features = open(graphs.features(layout), List.of());
		for (final String l : contents) features.output(Names.target(l), shape(l));
		if (hasExit) features.output(Names.OUTPUT, shape(layout.exit()));
		each((rows, columns, last) -> {
			read(features, in, rows, columns, List.of());
			features.run(last);
			for (final String l : contents) write(features, Names.target(l), l, rows, columns, targets.get(l));
			if (hasExit) write(features, Names.OUTPUT, layout.exit(), rows, columns, out);
		});
	}

	/**
	 * Runs the part forward and back.
	 *
	 * @param in what comes in
	 * @param outGradient the gradient in what goes out; not used if nothing does
	 * @param given the style layers' maps, and the content weight
	 * @param targets features of the content image at the part's content layers
	 * @param inGradient the gradient in what comes in is added to it
	 * @param terms content losses; the part's own are added
	 */
	void gradient(final Planes in, final Planes outGradient, final Map<String, ? extends OnnxTensorLike> given,
		final Map<String, Planes> targets, final Planes inGradient, final Map<String, Double> terms)
	{
		if (gradient == null) gradient = openGradient();
		gradient.give(Names.CONTENT_WEIGHT, given.get(Names.CONTENT_WEIGHT));
		for (final String l : styles) gradient.give(Names.styleMap(l), given.get(Names.styleMap(l)));
		each((rows, columns, last) -> {
			read(gradient, in, rows, columns, losers());
			for (final String l : contents) {
				targets.get(l).read(at(rows, l), at(columns, l), gradient.buffer(Names.target(l)));
			}
			if (hasExit) {
				outGradient.readOwned(at(rows, layout.exit()), at(columns, layout.exit()), gradient.buffer(Names.OUTPUT_GRADIENT));
			}
			gradient.run(last);
			for (final String l : contents) terms.merge(l, (double) gradient.buffer(Names.contentLoss(l)).get(0), Double::sum);
			inGradient.add(rows, columns, gradient.buffer(Names.GRADIENT));
		});
	}

	@Override
	public void close() {
		open.forEach(TileGraph::close);
		open.clear();
	}

	// -- Helper methods --

	private interface Tile {

		/** @param last whether no other tile of this pass follows */
		void accept(Span rows, Span columns, boolean last);
	}

	private void each(final Tile work) {
		for (final Iterator<Span[]> i = layout.tiles().iterator(); i.hasNext();) {
			final Span[] tile = i.next();
			work.accept(tile[0], tile[1], !i.hasNext());
		}
	}

	private TileGraph openGradient() {
		final TileGraph g = open(graphs.gradient(layout), losers());
		g.output(Names.GRADIENT, entryShape());
		for (final String l : contents) {
			g.input(Names.target(l), shape(l));
			g.output(Names.contentLoss(l));
		}
		if (hasExit) g.input(Names.OUTPUT_GRADIENT, shape(layout.exit()));
		return g;
	}

	/** Layers with a loss. */
	private Set<String> losers() {
		final Set<String> all = new LinkedHashSet<>(styles);
		all.addAll(contents);
		return all;
	}

	private TileGraph open(final TileGraph g, final Iterable<String> owned) {
		open.add(g);
		g.input(entry, entryShape());
		owned.forEach(l -> g.input(Names.own(l), at(layout.rows().get(0), l).length(), at(layout.columns().get(0), l)
			.length()));
		return g;
	}

	private long[] entryShape() {
		return new long[] { 1, layout.entryChannels(), layout.window().height(), layout.window().width() };
	}

	/** Of a layer's value in a window. */
	private long[] shape(final String layer) {
		return new long[] { 1, channels(layer), at(layout.rows().get(0), layer).length(), at(layout
			.columns().get(0), layer).length() };
	}

	private Span at(final Span span, final String layer) {
		return span.at(layout.step(layer));
	}

	private void read(final TileGraph g, final Planes in, final Span rows, final Span columns,
		final Iterable<String> owned)
	{
		in.read(rows, columns, g.buffer(entry));
		owned.forEach(l -> fill(g.buffer(Names.own(l)), at(rows, l), at(columns, l)));
	}

	private void write(final TileGraph g, final String output, final String layer, final Span rows, final Span columns,
		final Planes to)
	{
		to.writeOwned(at(rows, layer), at(columns, layer), g.buffer(output));
	}

	/** 1 where both directions are owned, else 0. */
	private static void fill(final FloatBuffer own, final Span rows, final Span columns) {
		for (int y = 0; y < rows.length(); y++) {
			for (int x = 0; x < columns.length(); x++) own.put(rows.owns(y) && columns.owns(x) ? 1 : 0);
		}
	}

	private int channels(final String layer) {
		return losses.architecture().channels(layer);
	}

	private static void add(final FloatBuffer values, final double[] sums) {
		for (int i = 0; i < sums.length; i++) sums[i] += values.get(i);
	}
}
