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

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.transfer.Figure;
import io.github.styletransfer.transfer.FigureSettings;
import io.github.styletransfer.transfer.Figures;
import io.github.styletransfer.transfer.Option;

import java.util.List;

/** The paper's figures: what menu and command line call them, and their options. */
enum FigureKind {

	/** What each layer keeps of a content. */
	CONTENT("Reconstruct Content", "reconstruct-content", Option.RECONSTRUCT_CONTENT),

	/** What sets of layers keep of a style. */
	STYLE("Reconstruct Style", "reconstruct-style", Option.RECONSTRUCT_STYLE),

	/** Sets of style layers against weights. */
	GRID("Layers against Weights", "grid", Option.GRID);

	private final String title;
	private final String line;
	private final List<Option> options;

	FigureKind(final String title, final String line, final List<Option> options) {
		this.title = title;
		this.line = line;
		this.options = options;
	}

	/** @return what the menu calls it, without the dots */
	String title() {
		return title;
	}

	/** @return its command on the command line */
	String line() {
		return line;
	}

	/** @return of its dialog and macro */
	List<Option> options() {
		return options;
	}

	/**
	 * @param image the active image: the style of a style reconstruction, the content of the others
	 * @param style of a grid; not looked at by the others
	 * @param architecture of the network
	 * @param settings of the figure
	 * @return what is to be made
	 * @throws IllegalArgumentException if a layer is not accepted, or an image is too small for it
	 */
	Figure figure(final PlanarImage image, final PlanarImage style, final Architecture architecture,
		final FigureSettings settings)
	{
		return switch (this) {
			case CONTENT -> Figures.content(image, architecture, settings);
			case STYLE -> Figures.style(image, architecture, settings);
			case GRID -> Figures.grid(image, style, architecture, settings);
		};
	}
}
