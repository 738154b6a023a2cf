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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.GreyValues;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.MemoryLimits;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Provenance;
import io.github.styletransfer.transfer.Regions;
import io.github.styletransfer.transfer.Result;
import io.github.styletransfer.transfer.Schedule;
import io.github.styletransfer.transfer.Settings;
import io.github.styletransfer.transfer.StyleTransfer;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** One stylisation as every host does it: check everything, run, wrap the result. */
final class Stylisation {

	/** One run at a time: two would take each other's memory and cores. */
	private static final Semaphore RUNNING = new Semaphore(1);

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
	 * @throws IllegalStateException if another run is going on, or memory will not do
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
		content(content);
		final Settings settings = Settings.parse(values);
		final List<ImagePlus> styleImages = StyleSource.open(values.getOrDefault(Option.STYLE, ""));
		settings.styleShares(styleImages.size());
		final List<PlanarImage> styles = styleImages.stream().map(i -> DisplayedPlane.of(i, styleImages.size() == 1
			? "style image" : "style image \"" + i.getTitle() + "\"")).toList();
		final Optional<ImagePlus> startImage = StartSource.open(settings, values);
		final Optional<PlanarImage> start = startImage.map(i -> DisplayedPlane.of(i, "start image"));
		if (!RUNNING.tryAcquire()) {
			throw new IllegalStateException("Another style transfer is going on; wait for it or stop it first.");
		}
		try {
			final NamedWeights weights = network.open(monitor);
			final LossLayers losses = settings.lossLayers(weights.weights().architecture());
			checkMemory(seen.size(), settings, losses);
			final Result result = run(content, new Inputs(seen, styles, start), weights.weights(), settings, values, monitor);
			Prediction.learn(result, losses);
			return wrap(content, styleImages, startImage, weights, result);
		}
		finally {
			RUNNING.release();
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

	// -- Helper methods --

	private static Result run(final ImagePlus content, final Inputs inputs, final Weights weights, final Settings settings,
		final Map<Option, String> values, final Monitor monitor)
	{
		final boolean preview = Option.PREVIEW.parseChoice(values.getOrDefault(Option.PREVIEW, Option.PREVIEW
			.defaultValue())).equals("yes");
		if (!preview || GraphicsEnvironment.isHeadless()) return StyleTransfer.run(inputs, weights, settings, monitor);
		try (PreviewWindow window = new PreviewWindow(monitor, StyleTransfer.outputSize(inputs.content().size(), settings),
			content.getTitle()))
		{
			return StyleTransfer.run(inputs, weights, settings, window);
		}
	}

	private static void checkMemory(final Size content, final Settings settings, final LossLayers losses) {
		final MemoryLimits limits = MemoryLimits.of(settings);
		final Estimate needed = Estimate.of(content, settings, losses, 1, limits);
		if (needed.fits(limits)) return;
		int fits = needed.output().longest();
		while (fits > losses.smallestSide() && !Estimate.of(content, settings.with(Option.OUTPUT_SIZE, Integer.toString(fits)),
			losses, 1, limits).fits(limits)) fits = fits * 9 / 10;
		throw new IllegalStateException("A result of " + needed.output() + " pixels needs at least " + Estimate.gigabytes(
			needed.bytes()) + " of memory, " + Estimate.gigabytes(needed.heapBytes()) + " of them in Java's heap; " + Estimate
				.gigabytes(limits.bytes()) + " and " + Estimate.gigabytes(limits.heapBytes()) +
			" may be used, so an output_size of " + fits + " would fit.");
	}

	private static Stylised wrap(final ImagePlus content, final List<ImagePlus> styles, final Optional<ImagePlus> start,
		final NamedWeights network, final Result result)
	{
		final ImagePlus image = RgbImage.of(result.picture(), name(content) + " stylised by " + styles.stream().map(Stylisation::name)
			.collect(Collectors.joining(", ")));
		RgbImage.copyCalibration(content, image);
		String info = Provenance.of(content.getTitle(), StyleSource.titles(styles), network.name(), network.weights(), result);
		if (start.isPresent()) info += "start_image: " + start.get().getTitle() + "\n";
		final long nonFinite = DisplayedPlane.nonFinitePixels(content);
		return nonFinite == 0 ? info : info + "content_non_finite_pixels: " + nonFinite + " (shown as ImageJ shows them)\n";
	}

	/** The title without its file type. */
	static String name(final ImagePlus image) {
		final String title = image.getTitle();
		final int dot = title.lastIndexOf('.');
		return dot > 0 ? title.substring(0, dot) : title;
	}
}
