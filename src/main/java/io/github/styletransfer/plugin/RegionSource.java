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
import ij.WindowManager;
import ij.io.FileInfo;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.MaskImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Regions;
import io.github.styletransfer.transfer.Settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Where the regions come from: the content's selection, masks and style areas, and the styles' own transparency. */
final class RegionSource {

	/**
	 * @param regions which pixels take part
	 * @param lines of provenance, each ended; empty if everything takes part
	 */
	record Named(Regions regions, String lines) {}

	private RegionSource() {
		// no instances
	}

	/**
	 * @param content the image to be stylised
	 * @param styles the images of the styles, in their order
	 * @param values of the options
	 * @param settings made of them
	 * @return the regions
	 * @throws IllegalArgumentException if the selection contains nothing, or a mask does not fit its image or is black
	 * @throws io.github.styletransfer.image.ImageFileException if a mask is neither an open image nor a readable image file
	 */
	static Named open(final ImagePlus content, final List<ImagePlus> styles, final Map<Option, String> values,
		final Settings settings)
	{
		final Named ofContent = ofContent(content, values, settings);
		final StringBuilder lines = new StringBuilder(ofContent.lines());
		final List<ImagePlus> areas = images(Option.STYLE_AREAS, values, "style area");
		if (!areas.isEmpty()) lines.append(line(Option.STYLE_AREAS, areas));
		final List<Mask> masks = areas.isEmpty() ? List.of() : areas(areas, styles);
		final Regions regions = new Regions(ofContent.regions().name(), ofContent.regions().contents(), opaque(masks, styles));
		regions.checkCounts(styles.size());
		return new Named(regions, lines.toString());
	}

	/** The same for the content alone, as long as no style is chosen. */
	static Named ofContent(final ImagePlus content, final Map<Option, String> values, final Settings settings) {
		final Optional<Mask> selected = settings.isSelectionWanted() ? Selection.of(content) : Optional.empty();
		final List<ImagePlus> images = images(Option.MASK, values, "mask");
		final StringBuilder lines = new StringBuilder();
		selected.ifPresent(s -> lines.append("selection: ").append(Selection.describe(content)).append('\n'));
		if (!images.isEmpty()) lines.append(line(Option.MASK, images));
		if (images.isEmpty()) {
			return new Named(selected.map(s -> Regions.of("selection", s)).orElse(Regions.WHOLE), lines.toString());
		}
		final List<Mask> masks = new ArrayList<>();
		for (final ImagePlus image : images) masks.add(mask(image, "mask", content, "image"));
		final String name = images.size() == 1 ? named("mask", images.get(0)) : "mask";
		if (selected.isEmpty()) return new Named(new Regions(name, masks, List.of()), lines.toString());
		masks.replaceAll(selected.get()::and);
		return new Named(new Regions("selection within the " + name, masks, List.of()), lines.toString());
	}

	// -- Helper methods --

	private static List<Mask> areas(final List<ImagePlus> areas, final List<ImagePlus> styles) {
		if (areas.size() != styles.size()) {
			throw new IllegalArgumentException("style_areas names " + areas.size() + " images for " + styles.size() + (styles
				.size() == 1 ? " style" : " styles") + "; it must name one for each.");
		}
		final List<Mask> masks = new ArrayList<>();
		for (int i = 0; i < areas.size(); i++) masks.add(mask(areas.get(i), "style area", styles.get(i), "style"));
		return masks;
	}

	/** The style areas without what is transparent; none if all of every style counts. */
	private static List<Mask> opaque(final List<Mask> areas, final List<ImagePlus> styles) {
		final List<Mask> masks = new ArrayList<>();
		boolean all = areas.isEmpty();
		for (int i = 0; i < styles.size(); i++) {
			final Optional<Mask> opacity = file(styles.get(i)).flatMap(MaskImage::opacity);
			all &= opacity.isEmpty();
			final Size size = new Size(styles.get(i).getWidth(), styles.get(i).getHeight());
			final Mask area = areas.isEmpty() ? Mask.full(size) : areas.get(i);
			masks.add(opacity.map(area::and).orElse(area));
		}
		return all ? List.of() : masks;
	}

	/** Of an image in a window nothing but its pixels counts, whatever its file was. */
	private static Optional<Path> file(final ImagePlus image) {
		if (WindowManager.getImage(image.getID()) != null) return Optional.empty();
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.directory == null || info.fileName == null) return Optional.empty();
		final Path file = Path.of(info.directory, info.fileName);
		return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
	}

	private static Mask mask(final ImagePlus image, final String kind, final ImagePlus of, final String what) {
		if (image.getWidth() != of.getWidth() || image.getHeight() != of.getHeight()) {
			throw new IllegalArgumentException("The " + named(kind, image) + " is " + image.getWidth() + " x " + image
				.getHeight() + " pixels and the " + named(what, of) + " " + of.getWidth() + " x " + of.getHeight() +
				"; both must have the same size.");
		}
		return MaskImage.of(image, named(kind, image));
	}

	private static String named(final String kind, final ImagePlus image) {
		return kind + " \"" + image.getTitle() + "\"";
	}

	private static String line(final Option option, final List<ImagePlus> images) {
		final StringJoiner titles = new StringJoiner("; ", option.key() + ": ", "\n");
		images.forEach(i -> titles.add(i.getTitle()));
		return titles.toString();
	}

	private static List<ImagePlus> images(final Option option, final Map<Option, String> values, final String what) {
		final String text = values.getOrDefault(option, "").trim();
		if (text.isEmpty()) return List.of();
		if (WindowManager.getImage(text) != null) return List.of(open(text, what)); // a title may have a semicolon in it
		return Arrays.stream(text.split(";")).map(String::trim).filter(t -> !t.isEmpty()).map(t -> open(t, what)).toList();
	}

	private static ImagePlus open(final String name, final String what) {
		final ImagePlus open = WindowManager.getImage(name);
		if (open != null) return open;
		try {
			return ImageFiles.open(Path.of(name), what);
		}
		catch (final InvalidPathException e) {
			throw new IllegalArgumentException("The " + what + " \"" + name + "\" is neither an open image nor a file's path.", e);
		}
	}
}
