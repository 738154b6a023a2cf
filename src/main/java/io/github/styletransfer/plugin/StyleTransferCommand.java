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

import io.github.styletransfer.image.ArgbImg;
import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.Map;
import java.util.Optional;

import net.imglib2.img.Img;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;

/**
 * Stylises an image. The menu shows {@link Style_Transfer}, which calls this; so it is not visible itself. The inputs bear
 * the names of the macro keys, underscores included, because SciJava has no other name for them; {@link Option} describes
 * them.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Style Transfer>Style Transfer...", visible = false, headless = true,
	initializer = "initialise")
public class StyleTransferCommand extends DynamicCommand implements Refusing {

	@Parameter
	private StatusService statusService;
	@Parameter
	private TaskService taskService;
	@Parameter
	private LogService log;

	@Parameter(persist = false)
	private ImagePlus content;
	@Parameter(callback = "predict")
	private String preset = Option.PRESET.defaultValue();
	@Parameter(style = "open", callback = "predict")
	private File style = new File(Option.STYLE.defaultValue());
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String open_images;
	@Parameter
	private String style_blend = Option.STYLE_BLEND.defaultValue();
	@Parameter
	private double style_scale = number(Option.STYLE_SCALE);
	@Parameter
	private double strength = number(Option.STRENGTH);
	@Parameter(callback = "predict")
	private int output_size = integer(Option.OUTPUT_SIZE);
	@Parameter(callback = "predict")
	private int stroke_size = integer(Option.STROKE_SIZE);
	@Parameter(callback = "predict")
	private double level_ratio = number(Option.LEVEL_RATIO);
	@Parameter(callback = "predict")
	private int iterations = integer(Option.ITERATIONS);
	@Parameter(callback = "predict")
	private int iterations_finer = integer(Option.ITERATIONS_FINER);
	@Parameter
	private double content_weight = number(Option.CONTENT_WEIGHT);
	@Parameter
	private double style_weight = number(Option.STYLE_WEIGHT);
	@Parameter
	private double tv_weight = number(Option.TV_WEIGHT);
	@Parameter
	private String tv_norm = Option.TV_NORM.defaultValue();
	@Parameter
	private String normalise = Option.NORMALISE.defaultValue();
	@Parameter(callback = "predict")
	private String convention = Option.CONVENTION.defaultValue();
	@Parameter(callback = "predict")
	private String network = Option.NETWORK.defaultValue();
	@Parameter(callback = "predict")
	private String content_layers = Option.CONTENT_LAYERS.defaultValue();
	@Parameter(callback = "predict")
	private String style_layers = Option.STYLE_LAYERS.defaultValue();
	@Parameter
	private String pooling = Option.POOLING.defaultValue();
	@Parameter
	private String padding = Option.PADDING.defaultValue();
	@Parameter
	private String initialisation = Option.INITIALISATION.defaultValue();
	@Parameter(style = "open")
	private File start_image = new File(Option.START_IMAGE.defaultValue());
	@Parameter
	private double noise_ratio = number(Option.NOISE_RATIO);
	@Parameter
	private double noise_deviation = number(Option.NOISE_DEVIATION);
	@Parameter
	private int pink_power = integer(Option.PINK_POWER);
	@Parameter
	private int seed = integer(Option.SEED);
	@Parameter(callback = "predict")
	private String optimiser = Option.OPTIMISER.defaultValue();
	@Parameter(callback = "predict")
	private int history = integer(Option.HISTORY);
	@Parameter
	private String line_search = Option.LINE_SEARCH.defaultValue();
	@Parameter
	private double step_size = number(Option.STEP_SIZE);
	@Parameter
	private double beta1 = number(Option.BETA1);
	@Parameter
	private double beta2 = number(Option.BETA2);
	@Parameter
	private double averaging = number(Option.AVERAGING);
	@Parameter
	private String bounds = Option.BOUNDS.defaultValue();
	@Parameter
	private String colour = Option.COLOUR.defaultValue();
	@Parameter
	private String colour_match = Option.COLOUR_MATCH.defaultValue();
	@Parameter
	private String grey_result = Option.GREY_RESULT.defaultValue();
	@Parameter(callback = "predict")
	private String region = Option.REGION.defaultValue();
	@Parameter(style = "open", callback = "predict")
	private File mask = new File(Option.MASK.defaultValue());
	@Parameter(style = "open")
	private File style_areas = new File(Option.STYLE_AREAS.defaultValue());
	@Parameter
	private double border = number(Option.BORDER);
	@Parameter(callback = "predict")
	private String device = Option.DEVICE.defaultValue();
	@Parameter(callback = "predict")
	private String memory = Option.MEMORY.defaultValue();
	@Parameter
	private int threads = integer(Option.THREADS);
	@Parameter(callback = "predict")
	private String fine_levels = Option.FINE_LEVELS.defaultValue();
	@Parameter
	private String preview = Option.PREVIEW.defaultValue();
	@Parameter
	private String plot = Option.PLOT.defaultValue();
	@Parameter
	private int save_every = integer(Option.SAVE_EVERY);
	@Parameter(style = "directory")
	private File save_folder = new File(Option.SAVE_FOLDER.defaultValue());
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String prediction;

	/** For programs: a network from elsewhere than the application's models folder, in place of a name. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false, required = false)
	private NetworkOpener opener;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stylised;
	/** On the same array as {@link #stylised}: of ARGBType, or of the content's type if the result is grey. */
	@Parameter(type = ItemIO.OUTPUT)
	private Img<?> stylised_img;

	/** Whether a macro or program gave the inputs, so that no dialog is shown. */
	private boolean called;
	private Optional<Prediction> predicted = Optional.empty();
	private String refusal = "";
	private Optional<String> notice = Optional.empty();

	// -- Runnable methods --

	@Override
	public void run() {
		try {
			final Stylisation.Stylised result = stylise();
			stylised = result.image();
			stylised_img = ArgbImg.ofAnyType(stylised);
			resolveOutput("stylised_img"); // one window is enough
			if (GraphicsEnvironment.isHeadless()) resolveOutput("stylised"); // and none without a screen
			notice = result.notice();
			notice.ifPresent(log::info);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			refusal = Failures.sentenceOrThrow(e);
			cancel(called ? "" : refusal); // SciJava shows a reason in a window; who called tells it in his own way
		}
	}

	/** @return a sentence if the run did not end as planned: SciJava writes over the status bar when a command ends */
	Optional<String> notice() {
		return notice;
	}

	// -- Refusing methods --

	@Override
	public Optional<String> refusal() {
		return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
	}

	// -- Initializers and callbacks --

	protected void initialise() {
		called = isInputResolved(Option.ITERATIONS.key());
		resolveInput("opener"); // no dialog asks for it
		OptionInputs.describe(this, Option.STYLISATION);
		if (GraphicsEnvironment.isHeadless()) {
			OptionInputs.resolveDefaults(this, Option.STYLISATION);
			return;
		}
		final NetworkChoice networks = NetworkChoice.now();
		OptionInputs.offer(this, Option.NETWORK, networks.names());
		if (content != null && !called) predicted = Optional.of(new Prediction(content, networks));
		open_images = "A file, or the title of an open image: " + String.join(", ", StyleSource.openTitles(content));
		predict();
	}

	protected void predict() {
		predicted.ifPresent(p -> prediction = p.line(OptionInputs.values(this, Option.STYLISATION)));
	}

	// -- Helper methods --

	private Stylisation.Stylised stylise() {
		try (SciJavaMonitor monitor = new SciJavaMonitor(statusService, taskService, Style_Transfer.TITLE)) {
			final Map<Option, String> values = OptionInputs.values(this, Option.STYLISATION);
			if (opener == null) return Stylisation.run(content, values, monitor);
			return Stylisation.run(content, values, opener, monitor);
		}
	}

	private static int integer(final Option o) {
		return Integer.parseInt(o.defaultValue());
	}

	private static double number(final Option o) {
		return Double.parseDouble(o.defaultValue());
	}
}
