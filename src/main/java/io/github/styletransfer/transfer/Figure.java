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
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

import java.util.List;

/**
 * A series of pictures that belong together: each is a run of {@link StyleTransfer} on the same two images, with settings of
 * its own. {@link Figures} makes those of the paper. Immutable.
 *
 * @param content of every run
 * @param style of every run
 * @param parts the pictures, row by row; at least one
 * @param columns how many pictures stand in a row
 */
public record Figure(PlanarImage content, PlanarImage style, List<Part> parts, int columns) {

	/**
	 * What an iteration takes besides the network, for each pixel, in the network's multiplications and additions: reading and
	 * writing the picture, the optimiser. Content reconstructions of 192 pixels, 200 iterations, two cores: conv1_1 3.1 s,
	 * conv2_1 9.2 s, conv3_1 14.7 s, conv4_1 22.0 s, conv5_1 29.0 s. With conv1_1 alone it is most of the time.
	 */
	private static final double OTHER_WORK = 110_000;

	/**
	 * One picture.
	 *
	 * @param name short, of letters, digits, points and signs: good for a file
	 * @param label what a reader is told about it
	 * @param row what its row is called in a montage
	 * @param column what its column is called in a montage; empty if there is but one
	 * @param settings of its run, with the names of all layers
	 */
	public record Part(String name, String label, String row, String column, Settings settings) {}

	/** Copies the list. */
	public Figure {
		parts = List.copyOf(parts);
	}

	/** @return width and height of every picture */
	public Size size() {
		return StyleTransfer.outputSize(content.size(), parts.get(0).settings());
	}

	/**
	 * @param architecture of the network
	 * @throws IllegalArgumentException if a layer is unknown, or the pictures or the style are too small for a layer
	 */
	void check(final Architecture architecture) {
		for (final Part part : parts) {
			final LossLayers losses = part.settings().lossLayers(architecture);
			losses.checkSize(size().height(), size().width(), "picture to be made");
			if (!losses.styleLayers().isEmpty()) losses.checkSize(style.height(), style.width(), "style image");
		}
	}

	/**
	 * @param part of this figure
	 * @param architecture of the network
	 * @return what the time of its run goes with
	 */
	double work(final Part part, final Architecture architecture) {
		return Schedule.of(size(), part.settings(), part.settings().lossLayers(architecture)).levels().stream().mapToDouble(
			l -> l.iterations() * (l.flops() + OTHER_WORK * l.pixels())).sum();
	}
}
