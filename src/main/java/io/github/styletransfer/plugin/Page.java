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

import io.github.styletransfer.transfer.Option;

import java.util.List;

/**
 * Where the options stand in the dialog of a stylisation: the few that a first-time user sees, and the groups of the others.
 *
 * @param title of a group under Advanced
 * @param options in it
 */
record Page(String title, List<Option> options) {

	/** What the first dialog asks for; with the button Advanced these are its eight fields. */
	static final List<Option> FIRST = List.of(Option.PRESET, Option.STYLE, Option.OUTPUT_SIZE, Option.STROKE_SIZE,
		Option.STYLE_WEIGHT, Option.COLOUR, Option.PREVIEW);

	/** All others. */
	static final List<Page> ADVANCED = List.of(new Page("Objective", List.of(Option.NETWORK, Option.CONVENTION,
		Option.CONTENT_WEIGHT, Option.CONTENT_LAYERS, Option.STYLE_LAYERS, Option.STYLE_BLEND, Option.STYLE_SCALE,
		Option.STRENGTH, Option.TV_WEIGHT, Option.TV_NORM, Option.NORMALISE, Option.POOLING, Option.PADDING)), new Page("Start",
			List.of(Option.INITIALISATION, Option.START_MATCH, Option.START_IMAGE, Option.NOISE_RATIO, Option.NOISE_DEVIATION,
				Option.PINK_POWER, Option.SEED)), new Page("Optimiser", List.of(Option.OPTIMISER, Option.BOUNDS, Option.HISTORY,
					Option.LINE_SEARCH, Option.STEP_SIZE, Option.BETA1, Option.BETA2, Option.AVERAGING)), new Page("Levels", List.of(
						Option.ITERATIONS, Option.ITERATIONS_FINER, Option.LEVEL_RATIO, Option.FINE_LEVELS)), new Page(
							"Colour and regions", List.of(Option.COLOUR_MATCH, Option.GREY_RESULT, Option.REGION, Option.MASK,
								Option.STYLE_AREAS, Option.BORDER)),
		new Page("Machine", List.of(Option.DEVICE, Option.MEMORY, Option.THREADS)), new Page("Progress", List.of(Option.PLOT,
			Option.SAVE_EVERY, Option.SAVE_FOLDER, Option.LOSS_TABLE)));
}
