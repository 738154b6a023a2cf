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

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.optimize.Iteration;
import io.github.styletransfer.optimize.Lbfgs;
import io.github.styletransfer.optimize.Objective;
import io.github.styletransfer.optimize.Optimum;
import io.github.styletransfer.optimize.StopReason;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One run: level by level, each from the picture of the level before. */
final class TransferRun implements AutoCloseable {

	/** Pairs that L-BFGS keeps; 30 were no better. */
	static final int HISTORY = 10;
	/** Grey levels, in the root mean square, of the first trial step of a level. */
	private static final double FIRST_STEP = 4;
	/** How much of the content's own detail a finer level starts with; docs/defaults.md has the pictures. */
	static final double DETAIL = .7;

	private final Finish finish;
	private final PlanarImage content;
	private final PlanarImage style;
	private final LossLayers losses;
	private final Settings settings;
	private final Schedule schedule;
	private final Monitor monitor;
	private final Engine engine;
	private final StopWatcher watcher;
	private final long start = System.nanoTime();
	private PlanarImage picture;
	private final List<LossTerms> levelTerms = new ArrayList<>();
	private LossTerms reached;
	private int evaluations;
	private double workDone;

	TransferRun(final Finish finish, final PlanarImage style, final Weights weights, final LossLayers losses,
		final Settings settings, final Schedule schedule, final Monitor monitor)
	{
		this.finish = finish;
		content = finish.content();
		this.style = style;
		this.losses = losses;
		this.settings = settings;
		this.schedule = schedule;
		this.monitor = monitor;
		engine = new Engine(weights, settings.threads());
		watcher = new StopWatcher(monitor, engine::stop);
	}

	Result call() {
		Optional<String> notice = Optional.empty();
		PlanarImage coarser = null;
		for (int i = 0; i < schedule.levels().size() && notice.isEmpty(); i++) {
			final Schedule.Level level = schedule.levels().get(i);
			final PlanarImage small = Resampling.resize(content, level.size().width(), level.size().height());
			picture = i == 0 ? finish.grey(start(small)) : finer(coarser, small);
			notice = level(level, i + 1, small);
			workDone += Schedule.work(level);
			coarser = small;
		}
		final Size size = schedule.finest().size();
		return new Result(finish.apply(Resampling.resize(picture, size.width(), size.height())), settings, schedule, levelTerms,
			evaluations, elapsed(), engine.runtimeTime(), notice);
	}

	@Override
	public void close() {
		watcher.close();
		engine.close();
	}

	// -- Helper methods --

	/** Optimises one level's picture; returns a sentence if the run shall end with it. */
	private Optional<String> level(final Schedule.Level level, final int number, final PlanarImage small) {
		final LossLayers seen = level.losses();
		final Margin margin = margin(level);
		final PlanarImage x = margin.reflect(picture);
		final PlanarImage target = margin.reflect(small);
		final PlanarImage manner = styleAt(level);
		try (Targets styleTargets = engine.styleTargets(seen, manner.data(), manner.height(), manner.width());
				Targets contentTargets = engine.contentTargets(seen, target.data(), target.height(), target.width());
				GradientFunction f = engine.gradient(seen, x.height(), x.width(), contentTargets, styleTargets, settings
					.contentWeight() * share(seen.contentLayers(), losses.contentLayers()), settings.styleWeight() * share(seen
						.styleLayers(), losses.styleLayers())))
		{
			final Lbfgs optimiser = Lbfgs.builder().history(HISTORY).maxIterations(level.iterations()).firstStep(FIRST_STEP)
				.inverseHessian(new Smoothing(x.width(), x.height())).build();
			final Optimum optimum = optimiser.minimize(objective(f), x.data(), it -> report(level, number, it, f, margin, x));
			evaluations += optimum.evaluations();
			if (optimum.iterations() > 0) levelTerms.add(reached);
			picture = margin.crop(new PlanarImage(x.width(), x.height(), optimum.x()));
			return notice(optimum, number);
		}
		catch (final CancellationException stopped) {
			return Optional.of(stoppedAt(number));
		}
	}

	/** What is minimised: the loss, as a function of grey pictures if luminance alone is optimised. */
	private Objective objective(final GradientFunction f) {
		return settings.colour() == Colour.LUMINANCE ? new GreyObjective(f) : f;
	}

	/** A mean over fewer layers gets less weight, so that every term that is left keeps its own. */
	private static double share(final List<String> left, final List<String> all) {
		return all.isEmpty() ? 1 : (double) left.size() / all.size();
	}

	private boolean report(final Schedule.Level level, final int number, final Iteration it, final GradientFunction f,
		final Margin margin, final PlanarImage x)
	{
		reached = f.lastTerms();
		final double fraction = (workDone + Schedule.work(level) * it.iteration() / level.iterations()) / schedule.work();
		final Duration remaining = Duration.ofNanos((long) (elapsed().toNanos() * (1 - fraction) / fraction));
		monitor.onProgress(new Progress(number, schedule.levels().size(), it.iteration(), level.iterations(), f.lastTerms(),
			fraction, remaining, () -> finish.apply(margin.crop(new PlanarImage(x.width(), x.height(), it.x())))));
		return !monitor.isStopRequested();
	}

	private Optional<String> notice(final Optimum optimum, final int number) {
		if (optimum.reason() == StopReason.REQUESTED) return Optional.of(stoppedAt(number));
		if (optimum.reason() == StopReason.NON_FINITE) {
			return Optional.of("The loss was no finite number at level " + number + " of " + schedule.levels().size() +
				"; this is the best picture so far. Smaller weights may help.");
		}
		return Optional.empty();
	}

	private String stoppedAt(final int number) {
		return "Stopped at level " + number + " of " + schedule.levels().size() +
			"; this is the best picture so far.";
	}

	/** Both sides become multiples of the deepest layer's stride, so that no pooling step drops a row. */
	private static Margin margin(final Schedule.Level level) {
		return new Margin(level.margin(), level.margin(), rest(level, level.size().width()), rest(level, level.size()
			.height()));
	}

	private static int rest(final Schedule.Level level, final int side) {
		return level.margin() + Math.floorMod(-(side + 2 * level.margin()), level.losses().stride());
	}

	/** The style at the scale of a level: as long as the content, but never enlarged and never too small. */
	private PlanarImage styleAt(final Schedule.Level level) {
		final double longest = Math.max(style.width(), style.height());
		final double shortest = Math.min(style.width(), style.height());
		final double wanted = Math.max(level.size().longest(), losses.smallestSide() * longest / shortest);
		final Size size = Size.ofLongestSide(style.width(), style.height(), (int) Math.ceil(Math.min(longest, wanted)));
		return Resampling.resize(style, size.width(), size.height());
	}

	/**
	 * What a finer level starts from: the picture so far, with the detail of the content that only this level can show. The
	 * fine strokes then follow the content's own lines, and the style's fine texture need not grow out of stripes.
	 *
	 * @param coarser the content at the size of the level before
	 * @param small the content at the size of this level
	 */
	private PlanarImage finer(final PlanarImage coarser, final PlanarImage small) {
		final PlanarImage enlarged = Resampling.resize(picture, small.width(), small.height());
		final boolean contentMatters = settings.initialisation() == Initialisation.CONTENT && settings.contentWeight() > 0;
		if (!contentMatters) return enlarged;
		final float[] blurred = Resampling.resize(coarser, small.width(), small.height()).data();
		final float[] x = enlarged.data().clone();
		for (int i = 0; i < x.length; i++) x[i] += (float) DETAIL * (small.data()[i] - blurred[i]);
		return new PlanarImage(small.width(), small.height(), x);
	}

	private PlanarImage start(final PlanarImage coarse) {
		if (settings.initialisation() == Initialisation.CONTENT) return coarse;
		final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(settings.seed());
		final float[] noise = new float[coarse.data().length];
		for (int i = 0; i < noise.length; i++) noise[i] = random.nextFloat() * 255;
		new Smoothing(coarse.width(), coarse.height()).apply(noise); // the optimiser cannot take away what it smooths out
		return new PlanarImage(coarse.width(), coarse.height(), noise);
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - start);
	}
}
