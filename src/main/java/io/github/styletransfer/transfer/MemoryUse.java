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

import io.github.styletransfer.engine.EngineException;
import io.github.styletransfer.engine.Planner;
import io.github.styletransfer.image.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The memory plan of a run, made smaller where memory runs out all the same: for want of it others may have taken it. */
final class MemoryUse {

	/** Of what a plan was predicted to need, the next one may need this much. */
	private static final double NEXT = .6;
	private static final int SHORTEST_HISTORY = 3;

	private final Schedule schedule;
	private final MemoryLimits limits;
	private final List<MemoryPlan.Level> levels;
	/** Of each level; found out once, because it is asked for after every iteration. */
	private final double[] scheduled;
	private final List<String> remarks = new ArrayList<>();
	private int exhausted = -1;

	MemoryUse(final MemoryPlan plan, final Schedule schedule, final MemoryLimits limits) {
		this.schedule = schedule;
		this.limits = limits;
		levels = new ArrayList<>(plan.levels());
		scheduled = schedule.levels().stream().mapToDouble(Schedule::work).toArray();
	}

	/**
	 * @param failure of an evaluation
	 * @return whether memory ran out, Java's or ONNX Runtime's
	 */
	static boolean ranOut(final Throwable failure) {
		return failure instanceof OutOfMemoryError || failure instanceof EngineException e && e.isOutOfMemory();
	}

	MemoryPlan plan() {
		return new MemoryPlan(levels);
	}

	/** What happened to the plan, a sentence each. */
	List<String> remarks() {
		return List.copyOf(remarks);
	}

	MemoryPlan.Level level(final int index) {
		return levels.get(index);
	}

	/** Bytes outside Java's heap for images of other sizes. */
	long nativeBytes(final int index) {
		return MemoryPlan.nativeBytes(levels.get(index), limits);
	}

	/** What the time of a level goes with. */
	double work(final int index) {
		return scheduled[index] * levels.get(index).work();
	}

	/** What the time of the run goes with. */
	double work() {
		double work = 0;
		for (int i = 0; i < levels.size(); i++) work += work(i);
		return work;
	}

	/** Whether a level could not be made smaller. */
	boolean isExhausted(final int index) {
		return exhausted == index;
	}

	/**
	 * Makes the plan of a level and of all after it smaller, or its history shorter.
	 *
	 * @return whether there is a smaller one
	 */
	boolean shrink(final int index) {
		final MemoryPlan.Level before = levels.get(index);
		for (int i = index; i < levels.size(); i++) levels.set(i, smaller(i));
		if (levels.get(index).equals(before)) {
			exhausted = index;
			return false;
		}
		remarks.add("Memory ran out at level " + (index + 1) + ", which went on with " + levels.get(index).plan().describe(
			schedule.levels().get(index).losses()) + " and a history of " + levels.get(index).history() + ".");
		return true;
	}

	private MemoryPlan.Level smaller(final int index) {
		final MemoryPlan.Level level = levels.get(index);
		final Size padded = schedule.levels().get(index).padded();
		final Planner planner = new Planner(schedule.levels().get(index).losses(), padded.height(), padded.width());
		final long needed = planner.bytes(level.plan());
		final int history = Math.min(level.history(), Math.max(SHORTEST_HISTORY, level.history() / 2));
		return Optional.of(planner.fastestOrSmallest((long) (NEXT * needed))).filter(p -> planner.bytes(p) < needed).map(
			p -> new MemoryPlan.Level(p, history, level.bytes() - needed + planner.bytes(p), level.heapBytes(), planner.work(
				p))).orElseGet(() -> new MemoryPlan.Level(level.plan(), history, level.bytes(), level.heapBytes(), level.work()));
	}
}
