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

import io.github.styletransfer.engine.PromisedMemory;
import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Extent;
import io.github.styletransfer.transfer.Figure;
import io.github.styletransfer.transfer.FigureRun;
import io.github.styletransfer.transfer.FigureSettings;
import io.github.styletransfer.transfer.GridFolder;
import io.github.styletransfer.transfer.GridIdentity;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.PanelStore;
import io.github.styletransfer.transfer.Provenance;
import io.github.styletransfer.transfer.Regions;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** One figure as every host makes it: check everything, run, wrap the pictures. */
final class FigureWork {

	/**
	 * @param stack a labelled slice for each finished picture, not shown yet
	 * @param montage of a grid
	 * @param notice sentences, if anything did not go as planned
	 */
	record Images(ImagePlus stack, Optional<ImagePlus> montage, Optional<String> notice) {}

	private final FigureKind kind;
	private final ImagePlus image;
	private final Map<Option, String> values;
	private final RunMonitor monitor;

	private FigureWork(final FigureKind kind, final ImagePlus image, final Map<Option, String> values,
		final RunMonitor monitor)
	{
		this.kind = kind;
		this.image = image;
		this.values = values;
		this.monitor = monitor;
	}

	/**
	 * @param kind of figure
	 * @param image whose displayed plane is taken; not changed
	 * @param values of the options; missing ones are at their default
	 * @param opener of the network, called when everything else was found right; empty for the one that the options name
	 * @param monitor hears of every iteration and can end the series
	 * @return the pictures
	 * @throws IllegalArgumentException if an option or an image is not accepted
	 * @throws IllegalStateException if memory will not do, or nothing was finished
	 * @throws io.github.styletransfer.network.WeightsException if the network is not there or cannot be read
	 */
	static Images run(final FigureKind kind, final ImagePlus image, final Map<Option, String> values,
		final Optional<NetworkOpener> opener, final RunMonitor monitor)
	{
		final FigureSettings settings = FigureSettings.parse(values);
		final PlanarImage seen = seen(kind, image);
		final Optional<ImagePlus> style = kind == FigureKind.GRID ? Optional.of(StyleSource.openOne(values.getOrDefault(
			Option.STYLE, ""))) : Optional.empty();
		final PlanarImage manner = style.map(s -> DisplayedPlane.of(s, "style image")).orElse(seen);
		final NamedWeights network = opener.orElseGet(() -> named(values)).open(monitor);
		final Figure figure = kind.figure(seen, manner, network.weights().architecture(), settings);
		try (PromisedMemory.Promise memory = PromisedMemory.HERE.promise(free -> needed(figure, network, free))) {
			return new FigureWork(kind, image, values, monitor).make(figure, network, style);
		}
	}

	/**
	 * @param kind of figure
	 * @param image the active image, or null
	 * @return what is seen of it
	 * @throws IllegalArgumentException if there is none
	 */
	static PlanarImage seen(final FigureKind kind, final ImagePlus image) {
		if (image == null) {
			throw new IllegalArgumentException("No image is open; open the " + (kind == FigureKind.STYLE ? "style" : "content") +
				" for " + kind.title() + " first.");
		}
		return DisplayedPlane.of(image, "image \"" + image.getTitle() + "\"");
	}

	// -- Helper methods --

	private static NetworkOpener named(final Map<Option, String> values) {
		return m -> ModelsFolder.library().open(values.getOrDefault(Option.NETWORK, Option.NETWORK.defaultValue()), m);
	}

	/** What the picture that needs most does. */
	private static PromisedMemory.Amount needed(final Figure figure, final NamedWeights network,
		final PromisedMemory.Amount free)
	{
		return figure.parts().stream().map(Figure.Part::settings).map(s -> Stylisation.needed(Extent.of(figure.content().size(),
			Regions.WHOLE, s), s, s.lossLayers(network.weights().architecture()), Stylisation.limits(s, free))).max(Comparator
				.comparingLong(PromisedMemory.Amount::bytes)).orElseThrow();
	}

	private Images make(final Figure figure, final NamedWeights network, final Optional<ImagePlus> style) {
		final PanelStore store = kind == FigureKind.GRID ? GridFolder.open(values.getOrDefault(Option.GRID_FOLDER, ""), figure,
			GridIdentity.of(figure, network.weights())) : PanelStore.NONE;
		final String content = kind == FigureKind.STYLE ? "none" : image.getTitle();
		final String manner = kind == FigureKind.STYLE ? image.getTitle() : style.map(ImagePlus::getTitle).orElse("none");
		final FigureRun.Outcome outcome = FigureRun.run(figure, network.weights(), r -> Provenance.of(content, manner, network
			.name(), network.weights(), r), store, monitor);
		return wrap(figure, outcome, style);
	}

	private Images wrap(final Figure figure, final FigureRun.Outcome outcome, final Optional<ImagePlus> style) {
		final ImagePlus stack = FigureImages.stack(title(style), figure, outcome);
		if (kind != FigureKind.STYLE) RgbImage.copyCalibration(image, stack);
		final Optional<ImagePlus> montage = kind == FigureKind.GRID ? Optional.of(FigureImages.montage("Montage of " + stack
			.getTitle(), figure, outcome)) : Optional.empty();
		return new Images(stack, montage, outcome.notices().isEmpty() ? Optional.empty() : Optional.of(String.join(" ", outcome
			.notices())));
	}

	private String title(final Optional<ImagePlus> style) {
		final String name = Stylisation.name(image);
		return switch (kind) {
			case CONTENT -> name + " content by layers";
			case STYLE -> name + " style by layers";
			case GRID -> name + " stylised by " + style.map(Stylisation::name).orElse("") + ", layers against weights";
		};
	}
}
