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

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.network.Weights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Makes the pictures of a {@link Figure}, one after the other. */
public final class FigureRun {

	/**
	 * What a series leaves.
	 *
	 * @param panels the finished pictures, in the figure's order, at least one
	 * @param notices sentences, if anything did not go as planned
	 */
	public record Outcome(List<Panel> panels, List<String> notices) {

		/** Copies the lists. */
		public Outcome {
			panels = List.copyOf(panels);
			notices = List.copyOf(notices);
		}
	}

	private final Figure figure;
	private final Weights weights;
	private final PanelStore store;
	private final SeriesMonitor monitor;
	private final List<Panel> panels = new ArrayList<>();
	private final List<String> notices = new ArrayList<>();
	private final long start = System.nanoTime();
	private double work;
	private double workDone;

	private FigureRun(final Figure figure, final Weights weights, final PanelStore store, final SeriesMonitor monitor) {
		this.figure = figure;
		this.weights = weights;
		this.store = store;
		this.monitor = monitor;
	}

	/**
	 * Blocks until all pictures are there; may be called from any thread. A picture whose run is stopped is not finished and
	 * is left out.
	 *
	 * @param figure what to make
	 * @param weights of the network that the figure's layers are of
	 * @param describe gives the lines that say how a picture was made
	 * @param store has pictures from before, which are not made again, and keeps each new one
	 * @param monitor hears of every iteration and can end the series
	 * @return the pictures that were finished
	 * @throws CancellationException if the series was stopped before the first one was
	 * @throws io.github.styletransfer.engine.EngineException if ONNX Runtime is missing or fails
	 */
	public static Outcome run(final Figure figure, final Weights weights, final Function<Result, String> describe,
		final PanelStore store, final SeriesMonitor monitor)
	{
		return new FigureRun(figure, weights, store, monitor).call(describe);
	}

	// -- Helper methods --

	private Outcome call(final Function<Result, String> describe) {
		final List<Integer> missing = missing();
		for (final int index : missing) {
			final Stopping heard = new Stopping(index);
			final Result result = StyleTransfer.run(figure.content(), figure.style(), weights, figure.parts().get(index)
				.settings(), heard);
			if (heard.stopped && result.notice().isPresent()) {
				notices.add(stopped());
				break;
			}
			result.notice().ifPresent(n -> notices.add(figure.parts().get(index).label() + ": " + n));
			finish(new Panel(index, result.picture(), describe.apply(result)));
			workDone += work(index);
		}
		panels.sort(Comparator.comparingInt(Panel::index));
		return new Outcome(panels, notices);
	}

	/** What is there from before becomes a panel; the rest is to be made. */
	private List<Integer> missing() {
		final List<Integer> missing = new ArrayList<>();
		for (int i = 0; i < figure.parts().size(); i++) {
			final Optional<Panel> kept = store.find(i);
			if (kept.isPresent()) {
				panels.add(kept.get());
				continue;
			}
			missing.add(i);
			work += work(i);
		}
		notices.addAll(store.notices());
		return missing;
	}

	private double work(final int index) {
		return figure.work(figure.parts().get(index), weights.architecture());
	}

	/** A disk that is full does not take the picture from the user. */
	private void finish(final Panel panel) {
		panels.add(panel);
		try {
			store.keep(panel);
		}
		catch (final ImageFileException e) {
			notices.add(e.getMessage());
		}
	}

	private String stopped() {
		if (panels.isEmpty()) throw new CancellationException("Stopped before the first picture was finished.");
		return "Stopped when " + panels.size() + " of " + figure.parts().size() + " pictures were finished; these are kept.";
	}

	/** Passes one run's progress on as the series', and knows whether the run was told to stop. */
	private final class Stopping implements Monitor {

		private final int index;
		private volatile boolean stopped;

		private Stopping(final int index) {
			this.index = index;
		}

		@Override
		public void onProgress(final Progress p) {
			final double fraction = (workDone + work(index) * p.fraction()) / work;
			final double elapsed = System.nanoTime() - start;
			final Duration remaining = Duration.ofNanos((long) (elapsed * (1 - fraction) / fraction));
			monitor.onSeries(new SeriesProgress(index + 1, figure.parts().size(), figure.parts().get(index).label(), p,
				fraction, remaining));
		}

		@Override
		public boolean isStopRequested() {
			stopped |= monitor.isStopRequested();
			return stopped;
		}
	}
}
