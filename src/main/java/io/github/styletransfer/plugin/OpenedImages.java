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

import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.GreyValues;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.transfer.Extent;
import io.github.styletransfer.transfer.Inputs;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Provenance;
import io.github.styletransfer.transfer.Recipe;
import io.github.styletransfer.transfer.Result;
import io.github.styletransfer.transfer.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All images of a stylisation, opened and checked, and what the Info says of them.
 *
 * @param content the image that is stylised
 * @param grey its own values, if the result shall have such
 * @param styles at least one
 * @param start what the run starts from, if that is an image
 * @param regionLines what the Info says of masks and selections
 * @param inputs the same as the core takes them
 */
record OpenedImages(ImagePlus content, Optional<GreyValues> grey, List<ImagePlus> styles, Optional<ImagePlus> start,
	String regionLines, Inputs inputs)
{

	/**
	 * @param content the image that is stylised
	 * @param values of the options, with the names of the others
	 * @param settings of the same values
	 * @return all of them
	 * @throws IllegalArgumentException if one is missing, cannot be read or does not fit
	 */
	static OpenedImages of(final ImagePlus content, final Map<Option, String> values, final Settings settings) {
		final Optional<GreyValues> grey = settings.isGreyResult() ? Optional.of(GreyValues.of(content)) : Optional.empty();
		final PlanarImage seen = grey.map(GreyValues::seen).orElseGet(() -> Stylisation.content(content));
		final List<ImagePlus> styles = StyleSource.open(values.getOrDefault(Option.STYLE, ""));
		settings.styleShares(styles.size());
		final List<PlanarImage> planes = styles.stream().map(i -> DisplayedPlane.of(i, styles.size() == 1 ? "style image"
			: "style image \"" + i.getTitle() + "\"")).toList();
		final Optional<ImagePlus> start = StartSource.open(settings, values);
		final RegionSource.Named regions = RegionSource.open(content, styles, values, settings);
		return new OpenedImages(content, grey, styles, start, regions.lines(), new Inputs(seen, planes, start.map(
			i -> DisplayedPlane.of(i, "start image")), regions.regions()));
	}

	/** Their titles without file types. */
	String styleNames() {
		return styles.stream().map(Stylisation::name).collect(Collectors.joining(", "));
	}

	/** What the result's Info says. */
	String info(final Extent extent, final NamedWeights network, final Result result) {
		String info = Provenance.of(content.getTitle(), StyleSource.titles(styles), network.name(), network.weights(), result);
		if (start.isPresent()) info += "start_image: " + start.get().getTitle() + "\n";
		info += regionLines + computed(extent);
		final long nonFinite = DisplayedPlane.nonFinitePixels(content);
		if (nonFinite > 0) info += "content_non_finite_pixels: " + nonFinite + " (shown as ImageJ shows them)\n";
		return info + paths(Recipe.CONTENT_PATH, List.of(content)) + paths(Recipe.STYLE_PATH, styles);
	}

	private static String computed(final Extent extent) {
		return extent.weights().isEmpty() ? "" : "computed: " + extent.computed() + " at " + extent.cut().left() + ", " + extent
			.cut().top() + "\n";
	}

	/** A line with the files of images; none if one of them has no file. */
	private static String paths(final String key, final List<ImagePlus> images) {
		final List<String> paths = images.stream().flatMap(i -> NamedImage.file(i).stream()).map(Path::toString).toList();
		return paths.size() < images.size() ? "" : key + ": " + String.join("; ", paths) + "\n";
	}
}
