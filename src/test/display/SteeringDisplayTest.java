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
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;

import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JSlider;

/** Preview, plot, pause, stop, a change of the strength, closed windows, and what is done with a result; see DisplayTest. */
public final class SteeringDisplayTest {

	private static final String RESULT = "ihc stylised by cafe_terrace_at_night";
	private static final String PREVIEW = "Preview of ihc.png";
	private static final String PLOT = "Losses of ihc.png";

	public static void main(final String[] args) throws Exception {
		DisplayTest.open(args);
		all();
		DisplayTest.end();
	}

	static void all() {
		DisplayTest.test("the preview stands beside the content, keeps its zoom and becomes the result",
			SteeringDisplayTest::previewBecomesTheResult);
		DisplayTest.test("plot and table of the losses", SteeringDisplayTest::plot);
		DisplayTest.test("a plot closed by the user stays closed and the run goes on", SteeringDisplayTest::closedPlot);
		DisplayTest.test("pause, go on, another strength, stop and keep", SteeringDisplayTest::steering);
		DisplayTest.test("closing the steering window ends a pause", SteeringDisplayTest::closedSteering);
		DisplayTest.test("a macro that wants to see nothing gets no window", SteeringDisplayTest::quietMacro);
		DisplayTest.test("pictures on the way become a stack behind the result", SteeringDisplayTest::stack);
		DisplayTest.test("More Iterations... and Same Settings... from their dialogs", SteeringDisplayTest::moreAndRepeat);
		DisplayTest.test("an image without settings is refused in one sentence", SteeringDisplayTest::noRecipe);
	}

	// -- Tests --

	private static void previewBecomesTheResult() throws Exception {
		final ImagePlus content = DisplayTest.small();
		content.getCalibration().pixelWidth = .5;
		content.getCalibration().setUnit("um");
		content.getWindow().setLocation(40, 200);
		final Thread run = stylise("iterations=60 stroke_size=64 preview=yes");
		final ImagePlus preview = DisplayTest.await(() -> DisplayTest.image(PREVIEW));
		IJ.wait(500);
		DisplayTest.check(preview.getWindow().getX() >= content.getWindow().getX() + content.getWindow().getWidth() && preview
			.getWindow().getY() == content.getWindow().getY(), "beside the content: " + preview.getWindow().getBounds());
		DisplayTest.check(preview.getWidth() == 160 && !preview.changes, "of the result's size");
		EventQueue.invokeAndWait(() -> preview.getCanvas().zoomIn(80, 80));
		final double zoom = preview.getCanvas().getMagnification();
		DisplayTest.check(zoom > 1, "zoomed");
		DisplayTest.screenshot("preview-zoomed");
		final int[] early = ((int[]) preview.getProcessor().getPixels()).clone();
		DisplayTest.awaitTrue(() -> !Arrays.equals(early, (int[]) preview.getProcessor().getPixels()));
		final long slowest = slowestEvent(run);
		run.join();
		final ImagePlus result = IJ.getImage();
		DisplayTest.check(result == preview && result.getTitle().equals(RESULT), "the same window: " + result.getTitle());
		DisplayTest.check(result.getWindow().getTitle().startsWith(RESULT), result.getWindow().getTitle());
		DisplayTest.check(result.getCanvas().getMagnification() == zoom, "still zoomed");
		DisplayTest.check(result.getCalibration().pixelWidth == .5 && result.getInfoProperty().contains("preview") == false &&
			result.getInfoProperty().contains("\niterations: 60\n"), "calibration and Info");
		DisplayTest.check(WindowManager.getImageCount() == 2, "no third window");
		DisplayTest.check(window().isEmpty(), "the steering window is gone");
		DisplayTest.screenshot("preview-became-result");
		System.out.println("slowest answer of the event thread during the run: " + slowest / 1_000_000 + " ms");
		IJ.run("Close All");
	}

	private static void plot() throws Exception {
		DisplayTest.small();
		final Thread run = stylise("iterations=30 stroke_size=64 plot=yes");
		DisplayTest.await(() -> DisplayTest.image(PLOT));
		IJ.wait(1500);
		DisplayTest.screenshot("plot-growing");
		run.join();
		DisplayTest.check(IJ.getImage().getTitle().equals(RESULT), "the result is active: " + IJ.getImage().getTitle());
		DisplayTest.screenshot("plot");
		final ResultsTable table = ResultsTable.getResultsTable("Table of " + PLOT);
		DisplayTest.check(table != null && table.size() > 30 && table.columnExists("style_loss_conv5_1") && table.getValue("loss",
			0) > table.getValue("loss", 29), "table");
		DisplayTest.check(Double.isNaN(table.getValue("style_loss_conv5_1", table.size() - 1)) && table.getValue("level", table
			.size() - 1) == 3, "a fine level has fewer terms");
		WindowManager.getFrame("Table of " + PLOT).dispose();
		IJ.run("Close All");
	}

	private static void closedPlot() throws Exception {
		DisplayTest.small();
		final Thread run = stylise("iterations=30 plot=yes");
		final ImagePlus plot = DisplayTest.await(() -> DisplayTest.image(PLOT));
		plot.changes = false;
		plot.getWindow().close();
		run.join();
		DisplayTest.check(IJ.getImage().getTitle().equals(RESULT), "the run goes on: " + IJ.getImage().getTitle());
		DisplayTest.check(DisplayTest.image(PLOT).isEmpty(), "it stays closed");
		WindowManager.getFrame("Table of " + PLOT).dispose();
		IJ.run("Close All");
	}

	private static void steering() throws Exception {
		DisplayTest.small();
		final Thread run = stylise("iterations=100000 preview=yes plot=yes");
		final JFrame window = DisplayTest.await(SteeringDisplayTest::window);
		DisplayTest.await(() -> DisplayTest.image(PREVIEW));
		IJ.wait(2000);
		DisplayTest.screenshot("steering");
		click(window, "Pause");
		DisplayTest.check(DisplayTest.jButton(window, "Go on").isEnabled(), "the button is the other one now");
		IJ.wait(3000); // the iteration that was begun
		final ImagePlus preview = DisplayTest.image(PREVIEW).orElseThrow();
		final int[] then = ((int[]) preview.getProcessor().getPixels()).clone();
		final long processor = processorTime();
		IJ.wait(2000);
		System.out.println("processor time in 2 s of pause: " + (processorTime() - processor) / 1_000_000 + " ms");
		DisplayTest.check(run.isAlive() && Arrays.equals(then, (int[]) preview.getProcessor().getPixels()), "nothing moves");
		DisplayTest.screenshot("steering-paused");
		EventQueue.invokeAndWait(() -> DisplayTest.find(window, JSlider.class).setValue(40));
		click(window, "Go on");
		IJ.wait(4000);
		DisplayTest.check(!Arrays.equals(then, (int[]) preview.getProcessor().getPixels()), "and on");
		DisplayTest.check(labels(window).contains("Strength  40 %"), labels(window));
		DisplayTest.screenshot("steering-other-strength");
		click(window, "Stop and keep");
		run.join(20_000);
		DisplayTest.check(!run.isAlive(), "stopped");
		final String info = IJ.getImage().getInfoProperty();
		DisplayTest.check(info.contains("strength: 1.0\n") && info.matches(
			"(?s).*\nstrength_changed: 0.4 after iteration \\d+ of level 1\n.*") && info.contains("notice: Stopped at level 1"),
			info);
		DisplayTest.check(IJ.getImage() == preview, "the preview has become the result");
		WindowManager.getFrame("Table of " + PLOT).dispose();
		IJ.run("Close All");
	}

	private static void closedSteering() throws Exception {
		DisplayTest.small();
		final Thread run = stylise("iterations=15 preview=yes");
		final JFrame window = DisplayTest.await(SteeringDisplayTest::window);
		click(window, "Pause");
		DisplayTest.await(() -> DisplayTest.image(PREVIEW)).close();
		IJ.wait(1000);
		DisplayTest.check(run.isAlive(), "paused");
		EventQueue.invokeAndWait(window::dispose);
		run.join(60_000);
		DisplayTest.check(IJ.getImage().getTitle().equals(RESULT), "it went on: " + IJ.getImage().getTitle());
		IJ.run("Close All");
	}

	private static void quietMacro() throws Exception {
		DisplayTest.small();
		final Thread run = stylise("iterations=5");
		boolean seen = false;
		while (run.isAlive()) {
			seen |= window().isPresent();
			IJ.wait(20);
		}
		DisplayTest.check(!seen, "no steering window");
		IJ.run("Close All");
	}

	private static void stack() throws Exception {
		DisplayTest.small();
		stylise("iterations=6 save_every=3").join();
		final ImagePlus stack = DisplayTest.image("ihc every 3 iterations").orElseThrow();
		DisplayTest.check(stack.getStackSize() >= 2 && stack.getStack().getSliceLabel(1).startsWith("iteration 3, level 1"),
			"slices");
		DisplayTest.check(IJ.getImage().getTitle().equals(RESULT), "the result is active: " + IJ.getImage().getTitle());
		IJ.run("Close All");
	}

	private static void moreAndRepeat() throws Exception {
		final ImagePlus content = DisplayTest.small();
		stylise("iterations=3 output_size=96").join();
		final ImagePlus first = IJ.getImage();
		final Recorder recorder = new Recorder();
		IJ.selectWindow(first.getID());
		IJ.doCommand("More Iterations...");
		final GenericDialog more = (GenericDialog) DisplayTest.await(DisplayTest::dialog);
		IJ.wait(500);
		DisplayTest.screenshot("more-iterations");
		DisplayTest.check("3".equals(text(more, 0)) && "ihc.png".equals(text(more, 2)) && text(more, 3).endsWith(
			"cafe_terrace_at_night.jpg"), "what the Info says: " + more.getStringFields());
		DisplayTest.set(more, 0, "4");
		DisplayTest.press(more, "OK");
		final ImagePlus second = DisplayTest.await(() -> DisplayTest.image(RESULT + " + 4"));
		DisplayTest.check(second.getInfoProperty().contains("\nmore_iterations: 4\n"), second.getInfoProperty());
		DisplayTest.awaitTrue(() -> recorder.getText().contains("run(\"More Iterations...\", \"iterations=4"));
		IJ.selectWindow(content.getID());
		IJ.doCommand("Same Settings...");
		final GenericDialog repeat = (GenericDialog) DisplayTest.await(DisplayTest::dialog);
		IJ.wait(500);
		DisplayTest.screenshot("same-settings");
		DisplayTest.set(repeat, 0, RESULT);
		first.setTitle("first");
		DisplayTest.set(repeat, 0, "first");
		DisplayTest.press(repeat, "OK");
		final ImagePlus again = DisplayTest.await(() -> DisplayTest.image(RESULT));
		DisplayTest.check(Arrays.equals((int[]) first.getProcessor().getPixels(), (int[]) again.getProcessor().getPixels()),
			"the same picture to the bit");
		DisplayTest.awaitTrue(() -> recorder.getText().contains("run(\"Same Settings...\", \"source=first"));
		final String line = recorder.getText().lines().filter(l -> l.startsWith("run(\"Same Settings...")).findFirst().orElseThrow();
		recorder.close();
		again.close();
		IJ.selectWindow(content.getID());
		DisplayTest.check(RESULT.equals(IJ.runMacro(line + "\nreturn getTitle();")), "the recorded line replays: " + line);
		IJ.run("Close All");
	}

	private static void noRecipe() throws Exception {
		DisplayTest.small();
		final Thread command = DisplayTest.later(() -> IJ.run("More Iterations..."));
		final var message = DisplayTest.await(DisplayTest::dialog);
		final String said = DisplayTest.labels(message) + DisplayTest.texts(message);
		DisplayTest.check(said.contains("has no settings of Style Transfer in its Info"), said);
		DisplayTest.press(message, "OK");
		command.join();
		IJ.run("Close All");
	}

	// -- Helper methods --

	private static Thread stylise(final String options) {
		return DisplayTest.later(() -> IJ.run("Style Transfer...", "style=[" + DisplayTest.samples +
			"cafe_terrace_at_night.jpg] " + options));
	}

	private static Optional<JFrame> window() {
		return Arrays.stream(Window.getWindows()).filter(w -> w instanceof JFrame f && f.isShowing() && f.getTitle().equals(
			"Steering ihc.png")).map(JFrame.class::cast).findFirst();
	}

	private static void click(final JFrame window, final String button) throws Exception {
		EventQueue.invokeAndWait(() -> DisplayTest.jButton(window, button).doClick());
	}

	private static String text(final GenericDialog dialog, final int field) {
		return ((TextField) dialog.getStringFields().get(field)).getText();
	}

	private static String labels(final JFrame window) {
		return DisplayTest.all(window).stream().filter(JLabel.class::isInstance).map(c -> ((JLabel) c).getText()).toList()
			.toString();
	}

	/** Nanoseconds. */
	private static long processorTime() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** The longest time that the event thread needed to come to an event, in nanoseconds. */
	private static long slowestEvent(final Thread run) throws Exception {
		long slowest = 0;
		while (run.isAlive()) {
			final long start = System.nanoTime();
			EventQueue.invokeAndWait(() -> {});
			slowest = Math.max(slowest, System.nanoTime() - start);
			IJ.wait(20);
		}
		return slowest;
	}
}
