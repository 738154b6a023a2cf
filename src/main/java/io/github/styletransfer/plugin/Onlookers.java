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
package io.github.styletransfer.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

import io.github.styletransfer.image.Size;
import io.github.styletransfer.io.Reasons;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All who hear of a run and steer it: the host's own monitor, the windows, and what is kept of the run on its way. */
final class Onlookers implements Monitor, AutoCloseable {

	private final OnTheWay wanted;
	private final RunMonitor host;
	private final List<Monitor> all = new ArrayList<>();
	private final LossHistory history = new LossHistory();
	private final Painter painter = new Painter();
	private Optional<PreviewWindow> preview = Optional.empty();
	private Optional<LossPlot> plot = Optional.empty();
	private Optional<SteeringWindow> steering = Optional.empty();
	private Optional<PictureSeries> series = Optional.empty();

	/**
	 * @param wanted by the user
	 * @param host hears of everything first
	 * @param content the image that is stylised
	 * @param output size of the result
	 * @param strength at which the run begins
	 */
	Onlookers(final OnTheWay wanted, final RunMonitor host, final ImagePlus content, final Size output,
		final double strength)
	{
		this.wanted = wanted;
		this.host = host;
		all.add(host);
		if (wanted.plot() || wanted.lossTable().isPresent()) all.add(history);
		if (wanted.saveEvery() > 0) {
			series = Optional.of(new PictureSeries(wanted, output, Stylisation.name(content), host::onNotice));
		}
		series.ifPresent(all::add);
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) return;
		if (wanted.preview()) preview = Optional.of(new PreviewWindow(content, output, painter));
		if (wanted.plot()) plot = Optional.of(new LossPlot(history, content, painter));
		// a macro that does not want to see anything gets no window either
		if (wanted.preview() || wanted.plot() || !IJ.isMacro()) {
			steering = Optional.of(SteeringWindow.open(content, strength));
		}
		preview.ifPresent(all::add);
		plot.ifPresent(all::add);
		steering.ifPresent(all::add);
	}

	@Override
	public void onProgress(final Progress progress) {
		all.forEach(m -> m.onProgress(progress));
	}

	@Override
	public boolean isStopRequested() {
		return all.stream().anyMatch(Monitor::isStopRequested);
	}

	@Override
	public boolean isPaused() {
		return all.stream().anyMatch(Monitor::isPaused);
	}

	/** The user's own hand wins. */
	@Override
	public OptionalDouble strength() {
		final OptionalDouble byHand = steering.map(SteeringWindow::strength).orElse(OptionalDouble.empty());
		return byHand.isPresent() ? byHand : host.strength();
	}

	/**
	 * To be called when the run is over.
	 *
	 * @param result of the run, not shown yet
	 * @return the image that is the result: the preview's window has become it, if there is one
	 */
	ImagePlus finish(final ImagePlus result) {
		wanted.lossTable().ifPresent(file -> {
			try {
				history.write(file);
			}
			catch (final IOException e) {
				host.onNotice("The loss_table \"" + file + "\" could not be written: " + Reasons.of(e) + ".");
			}
		});
		plot.ifPresent(LossPlot::finish);
		final ImagePlus shown = preview.map(p -> p.become(result)).orElse(result);
		preview = Optional.empty(); // it is the result's window now
		return shown;
	}

	/** @return the stack of the pictures on the way, if one was wanted and there is a picture */
	Optional<ImagePlus> pictures() {
		return series.flatMap(PictureSeries::stack);
	}

	/** Takes all windows away that are of no use any more. */
	@Override
	public void close() {
		preview.ifPresent(PreviewWindow::close);
		steering.ifPresent(SteeringWindow::close);
		painter.close();
	}
}
