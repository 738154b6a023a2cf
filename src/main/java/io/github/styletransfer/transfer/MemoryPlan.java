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
package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.Plan;
import io.github.styletransfer.engine.Planner;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a run fits into memory: at every level, how many tiles for each part of the layers, and how many pairs L-BFGS keeps.
 * Fewer pairs cost iterations, tiles cost time, so the history is shortened only if no plan fits otherwise.
 *
 * @param levels in the order of the schedule
 */
public record MemoryPlan(List<Level> levels) {

	/** Java, ONNX Runtime and all kernels in both forms; measured, docs/performance.md. */
	static final long BASE_BYTES = 500_000_000;
	/** Float arrays of the picture's length that the pyramid holds beside those of the optimiser. */
	private static final int PICTURES = 4;
	/** L-BFGS with fewer pairs is hardly better than steepest descent. */
	private static final int SHORTEST_HISTORY = 3;

	/**
	 * @param plan of the level's evaluations
	 * @param history pairs of L-BFGS
	 * @param bytes of the whole process
	 * @param heapBytes of them in Java's heap
	 * @param work of an evaluation, the whole image at once being 1
	 */
	public record Level(Plan plan, int history, long bytes, long heapBytes, double work) {}

	/** Copies the list. */
	public MemoryPlan {
		levels = List.copyOf(levels);
	}

	/**
	 * @param schedule of the run
	 * @param settings of the run
	 * @param content size of the content
	 * @param limits of the process
	 * @return the fastest plan within the limits, or the smallest one if none is
	 */
	public static MemoryPlan of(final Schedule schedule, final Settings settings, final Size content,
		final MemoryLimits limits)
	{
		return new MemoryPlan(schedule.levels().stream().map(l -> level(l, settings, content, limits)).toList());
	}

	/** @return bytes of the whole process at its peak */
	public long bytes() {
		return levels.stream().mapToLong(Level::bytes).max().orElseThrow();
	}

	/** @return of them in Java's heap */
	public long heapBytes() {
		return levels.stream().mapToLong(Level::heapBytes).max().orElseThrow();
	}

	/** @return bytes that a level may use outside Java's heap, apart from what every run needs */
	static long nativeBytes(final Level level, final MemoryLimits limits) {
		return limits.bytes() - BASE_BYTES - level.heapBytes();
	}

	// -- Helper methods --

	private static Level level(final Schedule.Level l, final Settings settings, final Size content,
		final MemoryLimits limits)
	{
		final Planner planner = planner(l);
		final int wanted = settings.optimiser() == OptimiserKind.LBFGS ? settings.history() : SHORTEST_HISTORY;
		final int least = Math.min(wanted, SHORTEST_HISTORY);
		final Optional<Level> fitting = IntStream.iterate(wanted, h -> h >= least, h -> h - 1).boxed().flatMap(h -> {
			final long heap = heap(l, settings, h, content);
			final long left = limits.bytes() - BASE_BYTES - heap;
			final Optional<Plan> plan = heap > limits.heapBytes() ? Optional.empty() : fastest(planner, l, settings, left);
			return plan.map(p -> level(planner, p, h, heap)).stream();
		}).findFirst();
		return fitting.orElseGet(() -> level(planner, smallest(planner, l, settings), least, heap(l, settings, least, content)));
	}

	/** Gradients are normalised by one look at the whole image. */
	private static Optional<Plan> fastest(final Planner planner, final Schedule.Level l, final Settings settings,
		final long bytes)
	{
		if (!settings.normalisesGradients()) return planner.fastest(bytes);
		return Optional.of(Plan.whole(l.losses())).filter(whole -> planner.bytes(whole) <= bytes);
	}

	private static Plan smallest(final Planner planner, final Schedule.Level l, final Settings settings) {
		return settings.normalisesGradients() ? Plan.whole(l.losses()) : planner.smallest();
	}

	private static Level level(final Planner planner, final Plan plan, final int history, final long heap) {
		return new Level(plan, history, BASE_BYTES + heap + planner.bytes(plan), heap, planner.work(plan));
	}

	private static Planner planner(final Schedule.Level l) {
		final Size padded = l.padded();
		return new Planner(l.losses(), padded.height(), padded.width());
	}

	private static long heap(final Schedule.Level l, final Settings settings, final int history, final Size content) {
		final int arrays = PICTURES + LevelOptimisers.arrays(settings, history, l.iterations());
		final double values = PlanarImage.CHANNELS * (l.pixels() * arrays + content.pixels());
		return (long) (Float.BYTES * values);
	}
}
