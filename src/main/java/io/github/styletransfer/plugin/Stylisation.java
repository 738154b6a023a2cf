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

import ij.ImagePlus;

import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.engine.PromisedMemory;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.GreyValues;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.Extent;
import io.github.styletransfer.transfer.Inputs;
import io.github.styletransfer.transfer.MemoryLimits;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Recipe;
import io.github.styletransfer.transfer.Result;
import io.github.styletransfer.transfer.Schedule;
import io.github.styletransfer.transfer.Settings;
import io.github.styletransfer.transfer.StyleTransfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One stylisation as every host does it: check everything, run, wrap the result. Several may go on at the same time. */
final class Stylisation {

	/**
	 * @param image the stylised image; not shown yet, unless a preview became it
	 * @param pictures the stack of those on the way, not shown yet, if one was wanted
	 * @param notice a sentence if the run did not end as planned
	 */
	record Stylised(ImagePlus image, Optional<ImagePlus> pictures, Optional<String> notice) {}

	/**
	 * A stylised image to go on from.
	 *
	 * @param from whose displayed plane the run begins with; not changed
	 * @param iterations to do
	 * @param before iterations that were done in the same way before
	 */
	record Continuation(ImagePlus from, int iterations, int before) {}

	private Stylisation() {
		// no instances
	}

	/**
	 * @param content the image whose displayed plane is stylised; not changed
	 * @param values of the options; missing ones are at their default
	 * @param monitor hears of every iteration and can end the run
	 * @return the result
	 * @throws IllegalArgumentException if an option or an image is not accepted
	 * @throws IllegalStateException if memory will not do
	 * @throws io.github.styletransfer.engine.EngineException if the device is missing, or ONNX Runtime is missing or fails
	 * @throws io.github.styletransfer.network.WeightsException if the network is not there or cannot be read
	 */
	static Stylised run(final ImagePlus content, final Map<Option, String> values, final RunMonitor monitor) {
		return run(content, values, m -> ModelsFolder.library().open(values.getOrDefault(Option.NETWORK, Option.NETWORK
			.defaultValue()), m), monitor);
	}

	/** The same with a network from elsewhere; it is opened when everything else was found right. */
	static Stylised run(final ImagePlus content, final Map<Option, String> values,
		final NetworkOpener network, final RunMonitor monitor)
	{
		return run(content, values, network, Optional.empty(), monitor);
	}

	/** The same, from a stylised image on. */
	static Stylised run(final ImagePlus content, final Map<Option, String> values, final NetworkOpener network,
		final Optional<Continuation> more, final RunMonitor monitor)
	{
		content(content);
		final Settings settings = Settings.parse(values);
		final OnTheWay way = OnTheWay.of(values);
		final OpenedImages images = OpenedImages.of(content, values, settings);
		way.checkWritable(name(content));
		DeviceNotice.tell(Devices.HERE.choose(settings.device()), monitor::onNotice);
		final NamedWeights weights = network.open(monitor);
		final Extent extent = Extent.of(images.inputs().content().size(), images.inputs().regions(), settings);
		final LossLayers losses = extent.withRegions(settings.lossLayers(weights.weights().architecture()));
		try (PromisedMemory.Promise memory = PromisedMemory.HERE.promise(free -> needed(extent, settings, losses, limits(settings,
			free), way, more)))
		{
			final Size output = StyleTransfer.outputSize(images.inputs().content().size(), settings);
			final MemoryLimits limits = MemoryLimits.of(memory.amount());
			try (Onlookers onlookers = new Onlookers(way, monitor, content, output, settings.strength())) {
				final Result result = run(images.inputs(), weights.weights(), settings, limits, more, onlookers);
				if (memory.wasAlone()) Prediction.learn(result, losses);
				final ImagePlus image = onlookers.finish(wrap(images, extent, weights, result, more));
				return new Stylised(image, onlookers.pictures(), result.notice());
			}
		}
	}

	/**
	 * @param content the active image, or null
	 * @return what is seen of it
	 * @throws IllegalArgumentException if there is none
	 */
	static PlanarImage content(final ImagePlus content) {
		if (content == null) {
			throw new IllegalArgumentException("No image is open; open the image to be stylised first.");
		}
		return DisplayedPlane.of(content, "image \"" + content.getTitle() + "\"");
	}

	/** The title without its file type. */
	static String name(final ImagePlus image) {
		final String title = image.getTitle();
		final int dot = title.lastIndexOf('.');
		return dot > 0 ? title.substring(0, dot) : title;
	}

	// -- Helper methods --

	private static Result run(final Inputs inputs, final Weights weights, final Settings settings, final MemoryLimits limits,
		final Optional<Continuation> more, final Onlookers onlookers)
	{
		if (more.isEmpty()) return StyleTransfer.run(inputs, weights, settings, limits, onlookers);
		final ImagePlus from = more.get().from();
		return StyleTransfer.goOn(inputs, weights, settings, limits, DisplayedPlane.of(from, "image \"" + from.getTitle() +
			"\""), more.get().iterations(), onlookers);
	}

	/** Of what is free, what the option allows. */
	static MemoryLimits limits(final Settings settings, final PromisedMemory.Amount free) {
		return MemoryLimits.of(settings, Math.max(0, free.bytes()), Math.max(0, free.heapBytes()));
	}

	/** What the run needs, if that is free. */
	private static PromisedMemory.Amount needed(final Extent extent, final Settings settings, final LossLayers losses,
		final MemoryLimits limits, final OnTheWay way, final Optional<Continuation> more)
	{
		final Function<Size, Schedule> schedule = size -> {
			final Schedule whole = Schedule.of(size, settings, losses);
			return more.map(m -> whole.finestAlone(m.iterations())).orElse(whole);
		};
		final PromisedMemory.Amount needed = needed(extent, settings, losses, schedule, limits);
		final Size output = extent.computed();
		final int iterations = schedule.apply(output).levels().stream().mapToInt(Schedule.Level::iterations).sum();
		way.checkMemory(output, iterations, limits.heapBytes() - needed.heapBytes());
		return needed;
	}

	/**
	 * @param extent what is computed
	 * @param settings of the run
	 * @param losses layers in use
	 * @param limits of memory
	 * @return what the run needs
	 * @throws IllegalStateException if it is more than the limits; the sentence names the size that would fit
	 */
	static PromisedMemory.Amount needed(final Extent extent, final Settings settings, final LossLayers losses,
		final MemoryLimits limits)
	{
		return needed(extent, settings, losses, size -> Schedule.of(size, settings, losses), limits);
	}

	private static PromisedMemory.Amount needed(final Extent extent, final Settings settings, final LossLayers losses,
		final Function<Size, Schedule> schedule, final MemoryLimits limits)
	{
		final Estimate needed = estimate(extent.computed().longest(), extent, settings, schedule, limits);
		if (needed.fits(limits)) return new PromisedMemory.Amount(needed.bytes(), needed.heapBytes());
		int fits = needed.output().longest();
		while (fits > losses.smallestSide() && !estimate(fits, extent, settings, schedule, limits).fits(limits)) {
			fits = fits * 9 / 10;
		}
		final long longest = (long) fits * extent.output().longest() / extent.computed().longest();
		throw new IllegalStateException("A result of " + needed.output() + " pixels needs at least " + Estimate.gigabytes(
			needed.bytes()) + " of memory, " + Estimate.gigabytes(needed.heapBytes()) + " of them in Java's heap; " + Estimate
				.gigabytes(limits.bytes()) + " and " + Estimate.gigabytes(limits.heapBytes()) +
			" may be used, so an output_size of " + longest + " would fit.");
	}

	/** Of what is computed, scaled to another longest side. */
	private static Estimate estimate(final int longest, final Extent extent, final Settings settings,
		final Function<Size, Schedule> schedule, final MemoryLimits limits)
	{
		final Size computed = extent.computed();
		return Estimate.of(extent.content(), schedule.apply(Size.ofLongestSide(computed.width(), computed.height(), longest)),
			settings, 1, limits);
	}

	private static ImagePlus wrap(final OpenedImages images, final Extent extent, final NamedWeights network,
		final Result result, final Optional<Continuation> more)
	{
		final String title = more.map(m -> m.from().getTitle() + " + " + m.iterations()).orElseGet(() -> name(images.content()) +
			" stylised by " + images.styleNames());
		final Optional<GreyValues> grey = images.grey();
		final ImagePlus image = grey.isPresent() ? grey.get().back(result.picture(), extent.weights(), title) : coloured(images
			.content(), result, title);
		image.setProperty("Info", images.info(extent, network, result) + more.map(m -> "continued_from: " + m.from().getTitle() +
			"\n" + Recipe.MORE_ITERATIONS + ": " + (m.before() + m.iterations()) + "\n").orElse(
				""));
		return image;
	}

	private static ImagePlus coloured(final ImagePlus content, final Result result, final String title) {
		final ImagePlus image = RgbImage.of(result.picture(), title);
		RgbImage.copyCalibration(content, image);
		return image;
	}
}
