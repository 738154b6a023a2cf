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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.Size;

import java.util.Optional;

/**
 * How much of a picture is computed. With a region that is its bounding box, border included, and some of what surrounds it, as
 * if the user had cut that out: the strokes are as large as they are in an image of that size, the box alone has the style's
 * statistics, and a small region of a large image takes little time. Immutable.
 */
public final class Extent {

	/** What surrounds a box is computed too, so that its edge is painted like its inside: a 16th of its longest side. */
	private static final int SHARE = 16;
	private static final int LEAST_CONTEXT = 16;

	private final Size content;
	private final Size output;
	private final int regions;
	private final String name;
	private final Optional<Mask> weights;
	private final Optional<Size> box;
	private final Margin cut;

	private Extent(final Size content, final Size output, final Regions regions, final Optional<Mask> weights,
		final Optional<Size> box, final Margin cut)
	{
		this.content = content;
		this.output = output;
		this.regions = regions.contents().size() > 1 ? regions.contents().size() : 0;
		name = regions.name();
		this.weights = weights;
		this.box = box;
		this.cut = cut;
	}

	/**
	 * @param content size of the content
	 * @param regions masks of that size
	 * @param settings output size and border
	 * @return what is computed; the masks are scaled with the content if the output size is not its own
	 * @throws IllegalArgumentException if a mask has another size
	 */
	public static Extent of(final Size content, final Regions regions, final Settings settings) {
		final Size output = StyleTransfer.outputSize(content, settings);
		final Optional<Mask> union = regions.union();
		if (union.isEmpty()) return new Extent(content, output, regions, union, Optional.empty(), new Margin(0, 0, 0, 0));
		if (!union.get().size().equals(content)) {
			throw new IllegalArgumentException("The " + regions.name() + " is " + union.get().size() +
				" pixels and the content " + content + "; both must have the same size.");
		}
		final Mask scaled = union.get().resize(output.width(), output.height());
		final Mask weights = scaled.softened(settings.border());
		final Margin around = weights.surroundings();
		final int context = Math.max(LEAST_CONTEXT, around.without(output).longest() / SHARE);
		return new Extent(content, output, regions, Optional.of(weights), Optional.of(scaled.surroundings().without(output)), around
			.narrower(context));
	}

	/** @return size of the content, which is held as it is, however little of it is computed */
	public Size content() {
		return content;
	}

	/** @return size of the result */
	public Size output() {
		return output;
	}

	/** @return size of what is computed */
	public Size computed() {
		return cut.without(output);
	}

	/** @return what of the result is not computed */
	public Margin cut() {
		return cut;
	}

	/** @return how much of the computed picture the result shows, of the output's size; nothing if all of it */
	public Optional<Mask> weights() {
		return weights;
	}

	/**
	 * @param mask of the content's size
	 * @return the mask of what is computed
	 */
	public Mask crop(final Mask mask) {
		return cut.crop(mask.resize(output.width(), output.height()));
	}

	/**
	 * @param losses layers in use
	 * @return the same, with as many regions as there are styles of their own
	 */
	public LossLayers withRegions(final LossLayers losses) {
		return losses.withRegions(regions);
	}

	/**
	 * @param losses layers in use
	 * @throws IllegalArgumentException if the region's bounding box is too small for the deepest layer
	 */
	void checkSize(final LossLayers losses) {
		box.ifPresent(b -> losses.checkSize(b.height(), b.width(), name));
	}
}
