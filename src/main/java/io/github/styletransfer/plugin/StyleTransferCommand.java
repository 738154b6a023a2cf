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
import java.util.List;
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
import org.scijava.widget.Button;

/**
 * Stylises an image. The menu shows {@link Style_Transfer}, which calls this; so it is not visible itself. The inputs bear
 * the names of the macro keys, underscores included, because SciJava has no other name for them; {@link Option} describes
 * them.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Style Transfer>Style Transfer...", visible = false, headless = true,
	initializer = "initialise")
public class StyleTransferCommand extends DynamicCommand implements Refusing {

	/** Inputs that are no options. */
	private static final List<String> DIALOG_ONLY = List.of("open_images", "advanced", "advanced_line", "prediction");

	@Parameter
	private StatusService statusService;
	@Parameter
	private TaskService taskService;
	@Parameter
	private LogService log;

	@Parameter(persist = false)
	private ImagePlus content;
	@Parameter(persist = false, callback = "choosePreset")
	private String preset = Option.PRESET.defaultValue();
	@Parameter(style = "open", persist = false, callback = "predict")
	private File style = new File(Option.STYLE.defaultValue());
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String open_images;
	@Parameter(persist = false, callback = "predict")
	private int output_size = integer(Option.OUTPUT_SIZE);
	@Parameter(persist = false, callback = "predict")
	private int stroke_size = integer(Option.STROKE_SIZE);
	@Parameter(persist = false, callback = "predict")
	private double style_weight = number(Option.STYLE_WEIGHT);
	@Parameter(persist = false, callback = "predict")
	private String colour = Option.COLOUR.defaultValue();
	@Parameter(persist = false, callback = "predict")
	private String preview = Option.PREVIEW.defaultValue();
	@Parameter(label = AdvancedDialog.TITLE, persist = false, required = false, callback = "askForMore")
	private Button advanced;
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String advanced_line;
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String prediction;

	// What the dialog does not ask for; Advanced... does.

	@Parameter(persist = false)
	private String style_blend = Option.STYLE_BLEND.defaultValue();
	@Parameter(persist = false)
	private double style_scale = number(Option.STYLE_SCALE);
	@Parameter(persist = false)
	private double strength = number(Option.STRENGTH);
	@Parameter(persist = false)
	private double level_ratio = number(Option.LEVEL_RATIO);
	@Parameter(persist = false)
	private int iterations = integer(Option.ITERATIONS);
	@Parameter(persist = false)
	private int iterations_finer = integer(Option.ITERATIONS_FINER);
	@Parameter(persist = false)
	private double content_weight = number(Option.CONTENT_WEIGHT);
	@Parameter(persist = false)
	private double tv_weight = number(Option.TV_WEIGHT);
	@Parameter(persist = false)
	private String tv_norm = Option.TV_NORM.defaultValue();
	@Parameter(persist = false)
	private String normalise = Option.NORMALISE.defaultValue();
	@Parameter(persist = false)
	private String convention = Option.CONVENTION.defaultValue();
	@Parameter(persist = false)
	private String network = Option.NETWORK.defaultValue();
	@Parameter(persist = false)
	private String content_layers = Option.CONTENT_LAYERS.defaultValue();
	@Parameter(persist = false)
	private String style_layers = Option.STYLE_LAYERS.defaultValue();
	@Parameter(persist = false)
	private String pooling = Option.POOLING.defaultValue();
	@Parameter(persist = false)
	private String padding = Option.PADDING.defaultValue();
	@Parameter(persist = false)
	private String initialisation = Option.INITIALISATION.defaultValue();
	@Parameter(persist = false)
	private double start_match = number(Option.START_MATCH);
	@Parameter(style = "open", persist = false)
	private File start_image = new File(Option.START_IMAGE.defaultValue());
	@Parameter(persist = false)
	private double noise_ratio = number(Option.NOISE_RATIO);
	@Parameter(persist = false)
	private double noise_deviation = number(Option.NOISE_DEVIATION);
	@Parameter(persist = false)
	private int pink_power = integer(Option.PINK_POWER);
	@Parameter(persist = false)
	private int seed = integer(Option.SEED);
	@Parameter(persist = false)
	private String optimiser = Option.OPTIMISER.defaultValue();
	@Parameter(persist = false)
	private int history = integer(Option.HISTORY);
	@Parameter(persist = false)
	private String line_search = Option.LINE_SEARCH.defaultValue();
	@Parameter(persist = false)
	private double step_size = number(Option.STEP_SIZE);
	@Parameter(persist = false)
	private double beta1 = number(Option.BETA1);
	@Parameter(persist = false)
	private double beta2 = number(Option.BETA2);
	@Parameter(persist = false)
	private double averaging = number(Option.AVERAGING);
	@Parameter(persist = false)
	private String bounds = Option.BOUNDS.defaultValue();
	@Parameter(persist = false)
	private String colour_match = Option.COLOUR_MATCH.defaultValue();
	@Parameter(persist = false)
	private String grey_result = Option.GREY_RESULT.defaultValue();
	@Parameter(persist = false)
	private String region = Option.REGION.defaultValue();
	@Parameter(style = "open", persist = false)
	private File mask = new File(Option.MASK.defaultValue());
	@Parameter(style = "open", persist = false)
	private File style_areas = new File(Option.STYLE_AREAS.defaultValue());
	@Parameter(persist = false)
	private double border = number(Option.BORDER);
	@Parameter(persist = false)
	private String device = Option.DEVICE.defaultValue();
	@Parameter(persist = false)
	private String memory = Option.MEMORY.defaultValue();
	@Parameter(persist = false)
	private int threads = integer(Option.THREADS);
	@Parameter(persist = false)
	private String fine_levels = Option.FINE_LEVELS.defaultValue();
	@Parameter(persist = false)
	private String plot = Option.PLOT.defaultValue();
	@Parameter(persist = false)
	private int save_every = integer(Option.SAVE_EVERY);
	@Parameter(style = "directory", persist = false)
	private File save_folder = new File(Option.SAVE_FOLDER.defaultValue());
	@Parameter(style = "save", persist = false)
	private File loss_table = new File(Option.LOSS_TABLE.defaultValue());

	/** For programs: a network from elsewhere than the application's models folder, in place of a name. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false, required = false)
	private NetworkOpener opener;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stylised;
	/** On the same array as {@link #stylised}: of ARGBType, or of the content's type if the result is grey. */
	@Parameter(type = ItemIO.OUTPUT)
	private Img<?> stylised_img;

	/** Stack of the pictures on the way; null if none was wanted. */
	@Parameter(type = ItemIO.OUTPUT, required = false)
	private ImagePlus pictures;

	/** Whether a macro or program gave the inputs, so that no dialog is shown. */
	private boolean called;
	private Optional<SciJavaDialog> dialog = Optional.empty();
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
			pictures = result.pictures().orElse(null);
			resolveOutput("pictures"); // who called shows it, before the result becomes the active image
			// and none without a screen, or where a preview has become the result
			if (GraphicsEnvironment.isHeadless() || stylised.getWindow() != null) resolveOutput("stylised");
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
		getInfo().set("no-record", "true"); // Style_Transfer lets the recorder write, in Fiji and ImageJ alike
		final Map<Option, String> given = OptionInputs.given(this, Option.STYLISATION);
		called = given.keySet().containsAll(Page.FIRST);
		resolveInput("opener"); // no dialog asks for it
		OptionInputs.describe(this, Option.STYLISATION);
		if (called || GraphicsEnvironment.isHeadless()) {
			OptionInputs.resolveMissing(this, Option.STYLISATION);
			for (final String input : DIALOG_ONLY) resolveInput(input);
			return;
		}
		if (!Option.PRESET.choices().contains(given.getOrDefault(Option.PRESET, Option.PRESET.defaultValue()))) {
			refusal = Option.PRESET.refused(given.get(Option.PRESET)).getMessage();
			cancel(refusal);
			return;
		}
		dialog = Optional.of(new SciJavaDialog(this, content, given));
		open_images = dialog.get().openLine();
		predict();
	}

	protected void choosePreset() {
		dialog.ifPresent(SciJavaDialog::followPreset);
		predict();
	}

	protected void askForMore() {
		dialog.ifPresent(SciJavaDialog::askForMore);
		predict();
	}

	protected void predict() {
		dialog.ifPresent(d -> {
			advanced_line = d.advancedLine();
			prediction = d.predictionLine();
		});
	}

	// -- Helper methods --

	private Stylisation.Stylised stylise() {
		dialog.ifPresent(SciJavaDialog::accepted);
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
