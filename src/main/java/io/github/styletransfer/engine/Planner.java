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

import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.Pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the fastest plan that fits into memory. Immutable. */
public final class Planner {

	/** Sides that a tile may have, in pixels: multiples of every stride. Much smaller ones would be mostly halo. */
	private static final int[] TILES = { 2048, 1536, 1024, 768, 512, 384, 256, 192, 128, 64 };
	/** Of a network that is no chain: bytes of native memory per value of all activations; measured, docs/performance.md. */
	private static final double BYTES_PER_ACTIVATION = 14.5;
	/** Values per pixel of what comes in and of its gradient, each held by Java and by the runtime. */
	private static final int IMAGE_VALUES = 9;
	/** What the runtime takes of the system, relative to what is alive at the worst moment; measured, docs/performance.md. */
	private static final double WHOLE_SPREAD = 1.45;
	private static final double TILE_SPREAD = 1.17;
	/** With max pooling, values go back and forth between the layouts. */
	private static final double MAX_POOLING = 1.45;
	/** At a layer on the way back: what comes in, the mask, their product, and what goes out. */
	private static final int GRADIENT_VALUES = 4;
	/** Winograd's patches of 6 x 6 for every 4 x 4, of input and output. */
	private static final double PATCHES = 36 / 16.;
	/** Bytes per pixel that are not given back between the passes of a plan that is not whole; measured. */
	private static final double LEFT_OVER = 60;
	/** A tile's statistics, forward only, take this part of what its gradient takes. */
	private static final double FORWARD = .5;
	/** A tile goes forward twice and back once, where the whole goes forward and back; measured, docs/performance.md. */
	private static final double TWICE_FORWARD = 1.6;
	/** Multiplications and additions in whose time a value is passed from part to part, and its gradient back. */
	private static final double PASSING = 1500;

	/** Of two plans, the one that needs less memory wins if the other is faster by less than this. */
	private static final double WORTH_IT = .02;
	/** Steps in which the smallest plan is looked for. */
	private static final double LESS = .9;

	private final LossLayers losses;
	private final int height;
	private final int width;

	/**
	 * @param losses layers in use
	 * @param height of the image, in pixels
	 * @param width of the image, in pixels
	 */
	public Planner(final LossLayers losses, final int height, final int width) {
		this.losses = losses;
		this.height = height;
		this.width = width;
	}

	/**
	 * @param freeBytes that the runtime and what the parts pass on may take
	 * @return the fastest plan that needs no more; empty if none does
	 */
	public Optional<Plan> fastest(final long freeBytes) {
		final Plan whole = Plan.whole(losses);
		if (bytes(whole) <= freeBytes) return Optional.of(whole);
		return candidates(freeBytes).min(Comparator.comparingLong((Plan p) -> Math.round(work(p) / WORTH_IT)).thenComparingLong(
			this::bytes));
	}

	/**
	 * @param freeBytes as in {@link #fastest}
	 * @return the fastest plan that needs no more, or the smallest one if none does
	 */
	public Plan fastestOrSmallest(final long freeBytes) {
		return fastest(freeBytes).orElseGet(this::smallest);
	}

	/** @return the plan that needs the least memory, nearly */
	public Plan smallest() {
		Plan least = Plan.whole(losses);
		Optional<Plan> next = Optional.of(least);
		while (next.isPresent()) {
			least = next.get();
			next = candidates((long) (LESS * bytes(least))).min(Comparator.comparingLong(this::bytes));
		}
		return least;
	}

	/**
	 * @param plan for these layers
	 * @return bytes outside Java's heap that an evaluation needs, without the kernels
	 */
	public long bytes(final Plan plan) {
		double most = 0;
		double sum = 0;
		for (final Plan.Part p : plan.parts()) {
			final double part = bytes(p);
			most = Math.max(most, part);
			sum += part * (p.isWhole() ? 1 : 1 + FORWARD);
		}
		final double left = plan.isWhole() ? 0 : LEFT_OVER * height * width;
		return (long) ((plan.isSparing() ? most : sum) + kept(plan) + left);
	}

	private double bytes(final Plan.Part part) {
		final PartLayout layout = layout(part);
		final double bytes = bytesPerPosition(layout) * layout.window().height() * layout.window().width();
		return bytes * (part.isWhole() ? WHOLE_SPREAD : TILE_SPREAD);
	}

	/**
	 * @param plan for these layers
	 * @return how long an evaluation takes, the whole at once being 1
	 */
	public double work(final Plan plan) {
		double flops = 0;
		for (final Plan.Part p : plan.parts()) {
			final PartLayout layout = layout(p);
			final double pixels = (double) layout.window().height() * layout.window().width() * layout.tiles().size();
			flops += pixels * flopsPerPosition(layout) * (p.isWhole() ? 1 : TWICE_FORWARD);
		}
		for (final Plan.Part p : plan.parts().subList(0, plan.parts().size() - 1)) flops += PASSING * values(layout(p).exit());
		final PartLayout all = layout(Plan.whole(losses).parts().get(0));
		return flops / ((double) height * width * flopsPerPosition(all));
	}

	// -- Helper methods --

	/** For every choice of cuts, the largest tiles that fit. */
	private Stream<Plan> candidates(final long freeBytes) {
		if (!Plan.canTile(losses)) return Stream.empty();
		final List<Integer> cuts = Plan.cuts(losses);
		final List<Plan> plans = new ArrayList<>();
		for (int choice = 0; choice < 1 << cuts.size(); choice++) {
			final List<LayerRun> runs = new ArrayList<>();
			int first = 0;
			for (int i = 0; i < cuts.size(); i++) {
				if ((choice >> i & 1) == 0) continue;
				runs.add(new LayerRun(first, cuts.get(i)));
				first = cuts.get(i) + 1;
			}
			runs.add(new LayerRun(first, losses.deepest()));
			largest(runs, false, freeBytes).ifPresent(plans::add);
			if (runs.size() > 1) largest(runs, true, freeBytes).ifPresent(plans::add);
		}
		return plans.stream().map(p -> bytes(p.generous()) <= freeBytes ? p.generous() : p);
	}

	private Optional<Plan> largest(final List<LayerRun> runs, final boolean lastWhole, final long freeBytes) {
		final List<Plan.Part> parts = new ArrayList<>();
		final double left = freeBytes - LEFT_OVER * height * width - kept(new Plan(runs.stream().map(r -> new Plan.Part(r, 64))
			.toList()));
		for (int i = 0; i < runs.size(); i++) {
			final LayerRun run = runs.get(i);
			final boolean whole = lastWhole && i == runs.size() - 1;
			final Optional<Plan.Part> part = (whole ? Stream.of(0) : Arrays.stream(TILES).boxed()).map(own -> new Plan.Part(run,
				own)).filter(p -> fits(p, left)).findFirst();
			if (part.isEmpty()) return Optional.empty();
			parts.add(part.get());
		}
		return Optional.of(new Plan(parts));
	}

	private boolean fits(final Plan.Part p, final double bytes) {
		return bytes(p) <= bytes;
	}

	/** Bytes of what the parts pass on, and of its gradient, for the whole image. */
	private double kept(final Plan plan) {
		double values = 0;
		for (final Plan.Part p : plan.parts().subList(0, plan.parts().size() - 1)) {
			values += values(layout(p).exit());
		}
		double targets = 0;
		for (final String l : losses.contentLayers()) targets += plan.isWhole() ? 0 : values(l);
		return Float.BYTES * (2 * values + targets);
	}

	private double values(final String layer) {
		final double stride = losses.architecture().stride(layer);
		return losses.architecture().channels(layer) * (height / stride) * (width / stride);
	}

	private PartLayout layout(final Plan.Part part) {
		return new PartLayout(losses, part, height, width);
	}

	private double bytesPerPosition(final PartLayout layout) {
		if (!isChain()) return BYTES_PER_ACTIVATION * activations(layout) / WHOLE_SPREAD;
		return Float.BYTES * worstMoment(layout) * (losses.pooling() == Pooling.AVERAGE ? 1 : MAX_POOLING);
	}

	/** Values that are alive on the way back at the layer where it is the most: all activations up to it, and its gradients. */
	private double worstMoment(final PartLayout layout) {
		double activations = layout.entryChannels();
		double worst = 0;
		for (final Layer l : layout.layers()) {
			if (!(l instanceof Convolution c)) continue;
			final double positions = Math.pow(layout.step(c.name()), -2);
			activations += c.outputChannels() * positions;
			final double patches = Operators.WINOGRAD.winograd(c) ? PATCHES * (c.inputChannels() + c.outputChannels()) : 0;
			worst = Math.max(worst, activations + (GRADIENT_VALUES * c.outputChannels() + patches) * positions);
		}
		return worst;
	}

	private boolean isChain() {
		return losses.needed().stream().allMatch(l -> l instanceof Convolution || l instanceof Pool p && p.stride() == p
			.window());
	}

	/** Pools without overlap are left out: what they give is a quarter or less of what they take. */
	private double activations(final PartLayout layout) {
		double values = IMAGE_VALUES * layout.entryChannels() / 3.;
		for (final Layer l : layout.layers()) {
			final double step = layout.step(l.name());
			final boolean small = l instanceof Pool p && p.stride() == p.window();
			if (!small) values += losses.architecture().channels(l.name()) / (step * step);
		}
		return values;
	}

	private double flopsPerPosition(final PartLayout layout) {
		double flops = 0;
		for (final Layer l : layout.layers()) {
			final double step = layout.step(l.name());
			if (l instanceof Convolution c) flops += Arrays.stream(c.kernelShape()).asDoubleStream().reduce(1, (a, b) -> a *
				b) / (step * step);
		}
		return flops;
	}
}
