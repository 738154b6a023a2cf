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

import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes the grid of layers against weights; {@link Layers_Against_Weights} is its menu entry. */
@Plugin(type = Command.class, menuPath = "Plugins>Style Transfer>Layers against Weights...", visible = false,
	headless = true, initializer = "initialise")
public class GridCommand extends FigureCommand {

	@Parameter(style = "open")
	private File style = new File(Option.STYLE.defaultValue());
	@Parameter
	private String ratio_list = Option.RATIO_LIST.defaultValue();
	@Parameter
	private String layer_list = Option.LAYER_LIST.defaultValue();
	@Parameter
	private int output_size = Integer.parseInt(Option.OUTPUT_SIZE.defaultValue());
	@Parameter
	private int iterations_from_noise = Integer.parseInt(Option.ITERATIONS_FROM_NOISE.defaultValue());
	@Parameter
	private String figure_levels = Option.FIGURE_LEVELS.defaultValue();
	@Parameter
	private int seed = Integer.parseInt(Option.SEED.defaultValue());
	@Parameter
	private String network = Option.NETWORK.defaultValue();
	@Parameter
	private String pooling = Option.POOLING.defaultValue();
	@Parameter
	private int threads = Integer.parseInt(Option.THREADS.defaultValue());
	@Parameter
	private String content_layers = Option.CONTENT_LAYERS.defaultValue();
	/** Not kept: the next grid is another one. */
	@Parameter(style = "directory", persist = false)
	private File grid_folder = new File(Option.GRID_FOLDER.defaultValue());

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus montage;

	@Override
	FigureKind kind() {
		return FigureKind.GRID;
	}

	@Override
	void wrap(final FigureWork.Images made) {
		montage = made.montage().orElseThrow();
		if (GraphicsEnvironment.isHeadless()) resolveOutput("montage");
	}
}
