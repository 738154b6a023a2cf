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

import io.github.styletransfer.engine.MachineMemory;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Provenance;
import io.github.styletransfer.transfer.Result;
import io.github.styletransfer.transfer.Settings;
import io.github.styletransfer.transfer.StyleTransfer;

import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** One stylisation as every host does it: check everything, run, wrap the result. */
final class Stylisation {

	/** One run at a time: two would take each other's memory and cores. */
	static final Semaphore RUNNING = new Semaphore(1);

	/**
	 * @param image the stylised image, not shown yet
	 * @param notice a sentence if the run did not end as planned
	 */
	record Stylised(ImagePlus image, Optional<String> notice) {}

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
		final PlanarImage seen = content(content);
		final Settings settings = Settings.parse(values);
		final ImagePlus styleImage = StyleSource.open(values.getOrDefault(Option.STYLE, ""));
		final PlanarImage style = DisplayedPlane.of(styleImage, "style image");
		if (!RUNNING.tryAcquire()) {
			throw new IllegalStateException("Another style transfer is going on; wait for it or stop it first.");
		}
		try {
			final NamedWeights weights = network.open(monitor);
			final LossLayers losses = settings.lossLayers(weights.weights().architecture());
			checkMemory(seen.size(), settings, losses);
			final Result result = run(content, seen, style, weights.weights(), settings, values, monitor);
			Prediction.learn(result, losses);
			return wrap(content, styleImage, weights, result);
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

	private static Result run(final ImagePlus content, final PlanarImage seen, final PlanarImage style,
		final Weights weights, final Settings settings, final Map<Option, String> values, final Monitor monitor)
	{
		final boolean preview = Option.PREVIEW.parseChoice(values.getOrDefault(Option.PREVIEW, Option.PREVIEW
			.defaultValue())).equals("yes");
		if (!preview || GraphicsEnvironment.isHeadless()) return StyleTransfer.run(seen, style, weights, settings, monitor);
		try (PreviewWindow window = new PreviewWindow(monitor, StyleTransfer.outputSize(seen.size(), settings), content
			.getTitle()))
		{
			return StyleTransfer.run(seen, style, weights, settings, window);
		}
	}

	static void checkMemory(final Size content, final Settings settings, final LossLayers losses) {
		final long free = MachineMemory.free();
		final long heap = MachineMemory.freeHeap();
		final Estimate needed = Estimate.of(content, settings, losses, 1);
		if (needed.fits(free, heap)) return;
		int fits = needed.output().longest();
		while (fits > losses.smallestSide() && !Estimate.of(content, settings.with(Option.OUTPUT_SIZE, Integer.toString(fits)),
			losses, 1).fits(free, heap)) fits = fits * 9 / 10;
		throw new IllegalStateException("A result of " + needed.output() + " pixels needs about " + Estimate.gigabytes(needed
			.bytes()) + " of memory, " + Estimate.gigabytes(needed.heapBytes()) + " of them in Java's heap; " + Estimate
				.gigabytes(free) + " and " + Estimate.gigabytes(heap) + " are free, so an output_size of " + fits + " would fit.");
	}

	private static Stylised wrap(final ImagePlus content, final ImagePlus style, final NamedWeights network,
		final Result result)
	{
		final ImagePlus image = RgbImage.of(result.picture(), name(content) + " stylised by " + name(style));
		RgbImage.copyCalibration(content, image);
		String info = Provenance.of(content.getTitle(), style.getTitle(), network.name(), network.weights(), result);
		final long nonFinite = DisplayedPlane.nonFinitePixels(content);
		if (nonFinite > 0) info += "content_non_finite_pixels: " + nonFinite + " (shown as ImageJ shows them)\n";
		image.setProperty("Info", info);
		return new Stylised(image, result.notice());
	}

	/** The title without its file type. */
	static String name(final ImagePlus image) {
		final String title = image.getTitle();
		final int dot = title.lastIndexOf('.');
		return dot > 0 ? title.substring(0, dot) : title;
	}
}
