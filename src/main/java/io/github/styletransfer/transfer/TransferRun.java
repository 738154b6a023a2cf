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

import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Cores;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineException;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.optimize.Objective;
import io.github.styletransfer.optimize.Optimiser;
import io.github.styletransfer.optimize.Optimum;
import io.github.styletransfer.optimize.StopReason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One run: level by level, each from the picture of the level before. */
final class TransferRun implements AutoCloseable {

	/**
	 * How much of the own detail of what it started from, usually the content, a finer level starts with; docs/defaults.md has
	 * the pictures.
	 */
	static final double DETAIL = .7;
	private static final String BEST = "; this is the best picture so far.";

	private final Pictures pictures;
	private final LossLayers losses;
	private final Settings settings;
	private final Schedule schedule;
	private final MemoryUse memory;
	private final Monitor monitor;
	private final ChosenDevice device;
	private final Engine engine;
	private final Optional<Cores.Share> cores;
	private final StopWatcher watcher;
	private final Steering steering;
	private final Pace pace = new Pace();
	private final long start = System.nanoTime();
	private final List<LossTerms> levelTerms = new ArrayList<>();
	private PlanarImage picture;
	private LossTerms reached;
	/** Iterations of the level that is going on, and the picture that they reached, with its margin. */
	private int done;
	private float[] best;
	private int evaluations;
	private double workDone;
	/** The work that the evaluations so far stand for: iterations differ in how many they take, above all the first ones. */
	private double workSpent;

	TransferRun(final Pictures pictures, final Weights weights, final LossLayers losses, final Settings settings,
		final Schedule schedule, final MemoryPlan plan, final MemoryLimits limits, final Monitor monitor)
	{
		this.pictures = pictures;
		this.losses = losses;
		this.settings = settings;
		this.schedule = schedule;
		memory = new MemoryUse(plan, schedule, limits);
		this.monitor = monitor;
		steering = new Steering(monitor, settings.strength());
		device = Devices.HERE.choose(settings.device());
		engine = new Engine(weights, device.device(), this::threads);
		final boolean onProcessor = device.device().kind() == Device.Kind.CPU;
		cores = onProcessor ? Optional.of(Cores.HERE.join(settings.threads())) : Optional.empty();
		watcher = new StopWatcher(monitor, engine::stop);
	}

	Result call() {
		Optional<String> notice = Optional.empty();
		PlanarImage coarser = null;
		for (int i = 0; i < schedule.levels().size() && notice.isEmpty(); i++) {
			final PlanarImage small = pictures.content(schedule.levels().get(i).size());
			try {
				picture = i == 0 ? pictures.first(small, this::unlessStopped) : pictures.finer(picture, coarser, small,
					this::unlessStopped);
			}
			catch (final CancellationException stopped) { // the picture of the level before stands
				if (i == 0) picture = small;
				notice = Optional.of(stoppedAt(Math.max(0, i - 1)));
				break;
			}
			catch (final OutOfMemoryError e) {
				if (i == 0) throw e;
				notice = Optional.of(ranOutAt(i));
				break;
			}
			notice = level(i, small);
			workDone += memory.work(i);
			coarser = small;
		}
		final Size size = schedule.finest().size();
		final PlanarImage result = pictures.finished(Resampling.resize(picture, size.width(), size.height()));
		return new Result(result, settings, schedule, memory.plan(), levelTerms, evaluations, elapsed(), engine.runtimeTime(),
			device, steering.changes(), memory.remarks(), notice);
	}

	@Override
	public void close() {
		watcher.close();
		try {
			engine.close();
		}
		finally {
			cores.ifPresent(Cores.Share::close);
		}
	}

	// -- Helper methods --

	private int threads() {
		return cores.map(Cores.Share::getAsInt).orElseGet(settings::threads);
	}

	private void unlessStopped() {
		if (monitor.isStopRequested()) throw new CancellationException();
	}

	/** Optimises one level's picture, with a smaller plan once memory runs out; a sentence if the run shall end with it. */
	private Optional<String> level(final int index, final PlanarImage small) {
		done = 0;
		best = null;
		reached = null;
		try {
			while (true) {
				try {
					return attempt(index, small);
				}
				catch (final EngineException | OutOfMemoryError e) {
					final boolean hasPicture = index > 0 || done > 0;
					if (!MemoryUse.ranOut(e) || !memory.shrink(index) && !hasPicture) throw e;
					keep(index);
					if (memory.isExhausted(index)) return Optional.of(ranOutAt(index));
				}
			}
		}
		catch (final CancellationException stopped) {
			return Optional.of(stoppedAt(index));
		}
		finally {
			if (reached != null) levelTerms.add(reached);
		}
	}

	/** The picture that was reached before a fault. */
	private void keep(final int index) {
		if (best == null) return;
		final Schedule.Level level = schedule.levels().get(index);
		picture = level.reflection().crop(new PlanarImage(level.padded().width(), level.padded().height(), best));
	}

	/** The rest of a level's iterations, towards other targets once the strength changes. */
	private Optional<String> attempt(final int index, final PlanarImage small) {
		final Schedule.Level level = schedule.levels().get(index);
		final Margin margin = level.reflection();
		final TiledEngine tiled = new TiledEngine(engine, memory.level(index).plan(), memory.nativeBytes(index));
		try (LevelTargets targets = new LevelTargets(tiled, level, margin.reflect(small), pictures, losses)) {
			PlanarImage from = margin.reflect(picture);
			Optimum optimum;
			int changes;
			do {
				changes = steering.count();
				optimum = towards(tiled, targets, index, from);
				from = new PlanarImage(from.width(), from.height(), optimum.x());
				picture = margin.crop(from);
			}
			while (steering.count() > changes && done < level.iterations() && !monitor.isStopRequested());
			return notice(optimum, index, steering.count() > changes && done == level.iterations());
		}
	}

	/**
	 * One optimisation with unchanging targets.
	 *
	 * @param x where it begins, with its margin; not changed
	 */
	private Optimum towards(final TiledEngine tiled, final LevelTargets targets, final int index, final PlanarImage x) {
		final Schedule.Level level = schedule.levels().get(index);
		final int before = done;
		final double spent = workSpent;
		final double evaluation = memory.work(index) / LevelOptimisers.evaluations(settings, level.iterations());
		try (LevelObjective f = new LevelObjective(tiled, settings, losses, level.losses(), x, targets, steering.strength())) {
			final Optimiser optimiser = LevelOptimisers.of(settings, memory.level(index).history(), level.iterations() - before, x
				.size());
			final Objective objective = pictures.areGrey() ? new GreyObjective(f) : f;
			final Optimum optimum = optimiser.minimize(objective, x.data(), it -> {
				workSpent = spent + evaluation * it.evaluations();
				return report(index, before + it.iteration(), it.x(), f);
			});
			evaluations += optimum.evaluations();
			return optimum;
		}
	}

	private boolean report(final int index, final int iteration, final float[] x, final LevelObjective f) {
		final Schedule.Level level = schedule.levels().get(index);
		done = iteration;
		best = x;
		reached = f.lastTerms();
		final double work = workDone + memory.work(index) * iteration / level.iterations();
		final double fraction = work / memory.work();
		final Duration remaining = pace.remaining(elapsed(), workSpent, workSpent + memory.work() - work);
		monitor.onProgress(new Progress(index + 1, schedule.levels().size(), iteration, level.iterations(), reached, fraction,
			remaining, () -> pictures.finished(level.reflection().crop(new PlanarImage(level.padded().width(), level.padded()
				.height(), x)))));
		steering.pause();
		return !monitor.isStopRequested() && !steering.changes(index + 1, iteration);
	}

	/** @param finished whether the level's last iteration was done although a change of the strength ended it */
	private Optional<String> notice(final Optimum optimum, final int index, final boolean finished) {
		if (finished) return Optional.empty();
		if (optimum.reason() == StopReason.REQUESTED) return Optional.of(stoppedAt(index));
		if (optimum.reason() == StopReason.NON_FINITE) {
			return Optional.of("The loss was no finite number at " + words(index) + BEST + " Smaller weights may help.");
		}
		return Optional.empty();
	}

	private String stoppedAt(final int index) {
		return "Stopped at " + words(index) + BEST;
	}

	private String ranOutAt(final int index) {
		return "Memory ran out at " + words(index) + BEST;
	}

	private String words(final int index) {
		return "level " + (index + 1) + " of " + schedule.levels().size();
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - start - steering.waited());
	}
}
