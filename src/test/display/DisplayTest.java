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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextComponent;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/**
 * Plain ImageJ with the packaged plug-in on a screen; run.sh starts it. Arguments: the repository, a folder for results. The
 * Java property {@code only} is a part of the names of the tests that are to run, if not all are.
 */
public final class DisplayTest {

	static String samples;
	private static Path repository;
	static Path out;
	private static final String ONLY = System.getProperty("only", "");
	private static Robot robot;
	private static int passed;
	private static final List<String> FAILED = new ArrayList<>();

	interface Test {

		void run() throws Exception;
	}

	public static void main(final String[] args) throws Exception {
		open(args);
		test("one menu entry each", DisplayTest::menu);
		test("dialog, recorder, result", DisplayTest::dialogRecorderResult);
		test("recorded line replays", DisplayTest::replay);
		test("a preset, Advanced..., and what differs is recorded", DisplayTest::presetAndAdvanced);
		test("Advanced... tells what is not accepted, and Cancel leaves everything", DisplayTest::advancedRefusesAndCancels);
		test("a cancelled dialog is not recorded", DisplayTest::cancelled);
		test("Settings from Command Line... fills the next dialog", DisplayTest::settingsFromCommandLine);
		test("batch mode", DisplayTest::batch);
		test("Esc keeps the best picture, preview is shown", DisplayTest::escape);
		test("preview closed by the user", DisplayTest::closedPreview);
		test("the event thread is never blocked", DisplayTest::eventThread);
		test("two runs at the same time", DisplayTest::twoRuns);
		test("no image open", DisplayTest::noImage);
		test("bad values stop the macro", DisplayTest::badValues);
		test("Stylise_Folder.ijm goes on after a bad file", DisplayTest::folderMacro);
		test("Export Gradient Graph", DisplayTest::export);
		test("Networks... shows the table, licences and what is asked before a download", DisplayTest::networks);
		test("the buttons of Networks... record their commands", DisplayTest::networksRecorded);
		test("Cancel ends a download, and no window freezes meanwhile", DisplayTest::cancelledDownload);
		test("Import Network... asks again after a refusal", DisplayTest::importRefused);
		test("bad networks stop the macro", DisplayTest::badNetworks);
		test("GoogLeNet is imported and stylises", DisplayTest::importedNetwork);
		SteeringDisplayTest.all();
		end();
	}

	static void open(final String[] args) throws Exception {
		repository = Path.of(args[0]);
		samples = repository.resolve("sample-images") + File.separator;
		out = Path.of(args[1]);
		robot = new Robot();
		new ImageJ();
	}

	static void end() {
		FAILED.forEach(System.out::println);
		System.out.println(passed + " passed, " + FAILED.size() + " failed");
		System.exit(FAILED.isEmpty() ? 0 : 1);
	}

	// -- Tests --

	private static void menu() {
		check(Menus.getCommands().get("Style Transfer...").toString().contains("plugin.Style_Transfer"), "menu entry");
		for (final String entry : new String[] { "Export Gradient Graph...", "Settings from Command Line...", "Networks...",
			"Download Network...", "Import Network...", "Verify Network...", "Remove Network...", "More Iterations...",
			"Same Settings..." })
		{
			check(Menus.getCommands().get(entry).toString().startsWith("io.github.styletransfer.plugin."), entry);
		}
	}

	private static void dialogRecorderResult() throws Exception {
		final Recorder recorder = new Recorder();
		small();
		IJ.doCommand("Style Transfer..."); // as the menu does, so that the recorder hears of it
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		IJ.wait(500);
		screenshot("dialog");
		check(fields(dialog) == 8, "eight fields, Advanced... among them: " + labels(dialog));
		set(dialog, "Style", samples + "cafe_terrace_at_night.jpg");
		set(dialog, "Output size", "96");
		final JDialog advanced = advanced(dialog);
		screenshot("advanced");
		check(advanced.getHeight() <= 768 && advanced.getWidth() <= 1024, "fits a small screen: " + advanced.getSize());
		set(advanced, "iterations", "2");
		press(advanced, "OK", dialog);
		check(labels(dialog).contains("Changed under Advanced: iterations."), labels(dialog).toString());
		check(labels(dialog).stream().anyMatch(l -> l.matches("About .* of memory for 96 x 96 pixels\\. On the processor: .*\\.")), "prediction: " +
			labels(dialog));
		press(dialog, "OK");
		final ImagePlus result = await(() -> image("ihc stylised by cafe_terrace_at_night"));
		IJ.wait(500);
		check(result == IJ.getImage() && result.getWidth() == 96, "the result is active");
		check(result.getWindow() != null, "the result has a window");
		screenshot("result");
		final String recorded = recorder.getText();
		Files.writeString(out.resolve("recorded.ijm"), recorded);
		check(recorded.contains("run(\"Style Transfer...\", \"style=" + samples +
			"cafe_terrace_at_night.jpg output_size=96 iterations=2\");"), recorded);
		recorder.close();
		IJ.run("Close All");
	}

	private static void replay() throws Exception {
		final String line = Files.readAllLines(out.resolve("recorded.ijm")).stream().filter(l -> l.startsWith(
			"run(\"Style Transfer...")).findFirst().orElseThrow();
		small();
		final String title = IJ.runMacro(line + "\nreturn getTitle();");
		check("ihc stylised by cafe_terrace_at_night".equals(title), title);
		check(IJ.getImage().getInfoProperty().contains("iterations: 2\n"), IJ.getImage().getInfoProperty());
		IJ.run("Close All");
	}

	private static void presetAndAdvanced() throws Exception {
		final Recorder recorder = new Recorder();
		small();
		IJ.doCommand("Style Transfer...");
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		check(text(dialog, "Output size").equals("96") && labels(dialog).contains("Changed under Advanced: iterations."),
			"the last time's values: " + text(dialog, "Output size") + labels(dialog));
		EventQueue.invokeAndWait(() -> choose((Choice) labelled(dialog, "Preset"), "fzliu"));
		awaitTrue(() -> text(dialog, "Stroke size").equals("32768"));
		check(text(dialog, "Output size").equals("512") && text(dialog, "Style weight").equals("10000") && labels(dialog)
			.contains("Advanced: all as the preset has it."), "the preset's values: " + labels(dialog));
		set(dialog, "Output size", "64");
		final JDialog advanced = advanced(dialog);
		check("max".equals(named(advanced, "pooling", JComboBox.class).getSelectedItem()), "the preset's pooling");
		check(named(advanced, "iterations", JTextField.class).getText().equals("512"), "the preset's iterations");
		set(advanced, "iterations", "1");
		set(advanced, "history", "8.0");
		press(advanced, "OK", dialog);
		screenshot("dialog-preset");
		press(dialog, "OK");
		final String info = await(() -> image("ihc stylised by cafe_terrace_at_night")).getInfoProperty();
		IJ.wait(500);
		final String line = recorder.getText().lines().filter(l -> l.startsWith("run(\"Style Transfer...")).findFirst()
			.orElseThrow();
		check(line.equals("run(\"Style Transfer...\", \"preset=fzliu style=" + samples +
			"cafe_terrace_at_night.jpg output_size=64 iterations=1\");"), line);
		recorder.close();
		IJ.run("Close All");
		small();
		IJ.runMacro(line);
		check(settings(IJ.getImage().getInfoProperty()).equals(settings(info)), "the line gives the same settings: " + IJ.getImage()
			.getInfoProperty() + info);
		IJ.run("Close All");
	}

	/** All of an image's Info that is the same each time. */
	private static List<String> settings(final String info) {
		return info.lines().filter(l -> l.matches("[a-z_0-9]+: .*") && !l.matches(
			".*time_s: .*")).toList();
	}

	private static void advancedRefusesAndCancels() throws Exception {
		small();
		IJ.doCommand("Style Transfer...");
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		final JDialog advanced = advanced(dialog);
		set(advanced, "step_size", "fast");
		EventQueue.invokeAndWait(() -> jButton(advanced, "OK").doClick());
		check(advanced.isShowing() && shows(advanced, "step_size is \"fast\"; it must be a number from "), "refused");
		screenshot("advanced-refused");
		press(advanced, "Cancel", dialog);
		final JDialog again = advanced(dialog);
		check(!named(again, "step_size", JTextField.class).getText().equals("fast"), "Cancel leaves everything");
		set(again, "seed", "77");
		EventQueue.invokeAndWait(() -> jButton(again, "Preset's values").doClick());
		check(named(again, "seed", JTextField.class).getText().equals("1"), "the preset's values are back");
		press(again, "Cancel", dialog);
		press(dialog, "Cancel");
		IJ.run("Close All");
	}

	private static void cancelled() throws Exception {
		final Recorder recorder = new Recorder();
		small();
		IJ.doCommand("Style Transfer...");
		press(await(DisplayTest::dialog), "Cancel");
		IJ.wait(500);
		check(!recorder.getText().contains("Style Transfer"), recorder.getText());
		recorder.close();
		IJ.run("Close All");
	}

	private static void settingsFromCommandLine() throws Exception {
		small();
		IJ.run("Settings from Command Line...", "command=[th neural_style.lua -style_image 'my picture.jpg' -pooling avg " +
			"-image_size 300 -backend cudnn]");
		check(IJ.getLog().contains("run(\"Style Transfer...\", \"preset=jcjohnson style=[my picture.jpg] output_size=300 " +
			"pooling=average\");\n-backend cudnn: "), IJ.getLog());
		IJ.doCommand("Style Transfer...");
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		check(text(dialog, "Style").equals("my picture.jpg") && text(dialog, "Output size").equals("300") && ((Choice) labelled(
			dialog, "Preset")).getSelectedItem().equals("jcjohnson") && labels(dialog).contains(
				"Changed under Advanced: pooling."), "the dialog begins with them: " + labels(dialog));
		screenshot("dialog-jcjohnson");
		EventQueue.invokeAndWait(() -> choose((Choice) labelled(dialog, "Preset"), "balanced"));
		awaitTrue(() -> text(dialog, "Output size").equals("0"));
		press(dialog, "Cancel");
		IJ.run("Close All");
		WindowManager.getWindow("Log").dispose();
		IJ.doCommand("Settings from Command Line...");
		final GenericDialog asking = (GenericDialog) await(DisplayTest::dialog);
		IJ.wait(300);
		screenshot("settings");
		set(asking, 0, "convert a.jpg b.jpg");
		press(asking, "OK");
		final Dialog message = await(() -> dialog().filter(d -> d != asking));
		check((labels(message) + texts(message)).contains("Which tool"), labels(message) + texts(message));
		press(message, "OK");
		IJ.runMacro("run('Settings from Command Line...', 'command=[style_transfer c.jpg s.jpg -ms 128]');");
		check(IJ.getLog().contains("run(\"Style Transfer...\", \"preset=crowsonkb style=s.jpg\");"), IJ.getLog());
		WindowManager.getWindow("Log").dispose();
		IJ.run("Settings from Command Line...", "command=[python style.py -s s.jpg -c c.jpg]");
		WindowManager.getWindow("Log").dispose();
	}

	private static void batch() {
		final String title = IJ.runMacro("setBatchMode(true); open('" + samples + "ihc.png'); run('Style Transfer...', 'style=[" +
			samples + "cafe_terrace_at_night.jpg] iterations=1 output_size=64'); return getTitle() + ' ' + getWidth();");
		check("ihc stylised by cafe_terrace_at_night 64".equals(title), title);
		check(WindowManager.getImageCount() == 0, "batch mode leaves no window");
	}

	private static void escape() throws Exception {
		small();
		final Thread command = later(() -> IJ.run("Style Transfer...", "style=[" + samples +
			"cafe_terrace_at_night.jpg] iterations=100000 preview=yes"));
		await(() -> image("Preview of ihc.png"));
		IJ.wait(1500);
		screenshot("preview");
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		final long start = System.currentTimeMillis();
		command.join(20_000);
		check(!command.isAlive() && System.currentTimeMillis() - start < 3000, "stopped in time");
		check(image("Preview of ihc.png").isEmpty(), "the preview has become the result");
		check(IJ.getImage().getInfoProperty().contains("notice: Stopped at level"), IJ.getImage().getInfoProperty());
		IJ.resetEscape();
		IJ.run("Close All");
	}

	private static void closedPreview() throws Exception {
		small();
		final Thread command = later(() -> IJ.run("Style Transfer...", "style=[" + samples +
			"cafe_terrace_at_night.jpg] iterations=40 preview=yes"));
		final ImagePlus preview = await(() -> image("Preview of ihc.png"));
		preview.changes = false;
		preview.getWindow().close();
		command.join();
		check(IJ.getImage().getTitle().startsWith("ihc stylised by"), "the run goes on: " + IJ.getImage().getTitle());
		IJ.run("Close All");
	}

	/**
	 * From the open dialog, whose prediction follows what is typed, to the result. The aim is 50 ms; what fails is five times
	 * that beyond what a plain thread waits, because the machine may be shared. The figures are printed.
	 */
	private static void eventThread() throws Exception {
		small();
		IJ.doCommand("Style Transfer...");
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		IJ.wait(1000);
		final EventThreadProbe probe = new EventThreadProbe();
		try (probe) {
			set(dialog, 0, samples + "cafe_terrace_at_night.jpg");
			for (final String size : new String[] { "1", "14", "144" }) {
				set(dialog, "Output size", size); // waits, on this thread
			}
			press(dialog, "OK");
			await(() -> image("ihc stylised by cafe_terrace_at_night"));
		}
		System.out.println("event thread: " + probe);
		probe.slow().forEach(s -> System.out.println("an event waited for " + s));
		check(probe.longestBeyondPlain() <= 50 && probe.mostBeyondPlain() <= 20, probe.toString());
		IJ.run("Close All");
	}

	private static void twoRuns() throws Exception {
		final ImagePlus first = small();
		final Thread one = later(() -> IJ.run(first, "Style Transfer...", "style=[" + samples +
			"cafe_terrace_at_night.jpg] iterations=100000 preview=yes"));
		await(() -> image("Preview of ihc.png"));
		final String title = IJ.runMacro("open('" + samples + "cell.png'); run('Style Transfer...', 'style=[" + samples +
			"the_night_cafe.jpg] iterations=2 output_size=64'); return getTitle();");
		check("cell stylised by the_night_cafe".equals(title), title);
		check(one.isAlive() && image("Preview of ihc.png").isPresent(), "the first run is still going on");
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		one.join(20_000);
		check(!one.isAlive() && image("ihc stylised by cafe_terrace_at_night").isPresent(), "the first one's picture is there");
		IJ.resetEscape();
		IJ.run("Close All");
	}

	private static void noImage() throws Exception {
		final Thread command = later(() -> IJ.run("Style Transfer..."));
		final Dialog message = await(DisplayTest::dialog);
		check(labels(message).toString().contains("No image is open") || texts(message).contains("No image is open"),
			labels(message) + texts(message));
		screenshot("no-image");
		press(message, "OK");
		command.join();
	}

	private static void badValues() throws Exception {
		for (final String[] bad : new String[][] { { "style=[" + samples + "nope.jpg]", "does not exist" }, { "style=[" +
			repository.resolve("macros") + "]", "holds no image file" }, { "style=[" + samples + "cafe_terrace_at_night.jpg] iterations=abc",
				"iterations is" }, { "style=x.png blurring=3", "Unknown option" } })
		{
			small();
			final String[] answer = { null };
			final Thread macro = later(() -> answer[0] = IJ.runMacro("run('Style Transfer...', '" + bad[0] +
				"'); return 'went on';"));
			final Dialog message = await(DisplayTest::dialog);
			check((labels(message) + texts(message)).contains(bad[1]), bad[1] + ": " + labels(message) + texts(message));
			press(message, "OK");
			macro.join();
			check(!"went on".equals(answer[0]), "the macro is stopped");
			IJ.run("Close All");
		}
	}

	private static void folderMacro() throws Exception {
		final Path in = Files.createDirectories(out.resolve("in folder"));
		final ImagePlus content = small();
		IJ.saveAs(content, "Tiff", in.resolve("a.tif").toString());
		IJ.saveAs(content, "Tiff", in.resolve("c.tif").toString());
		IJ.run("Close All");
		Files.writeString(in.resolve("b.tif"), "no image");
		IJ.newImage("tiny", "8-bit black", 4, 4, 1);
		IJ.saveAs("Tiff", in.resolve("d.tif").toString());
		IJ.run("Close All");
		final Path results = out.resolve("results");
		final Thread macro = later(() -> IJ.runMacroFile(repository.resolve("macros/Stylise_Folder.ijm").toString(), in + "|" +
			samples + "cafe_terrace_at_night.jpg|" + results));
		final Dialog message = await(DisplayTest::dialog);
		final String said = labels(message) + texts(message);
		check(said.contains("b.tif") && said.contains("d.tif") && !said.contains("c.tif"), said);
		screenshot("folder-macro");
		press(message, "OK");
		macro.join();
		check(Files.exists(results.resolve("a stylised.tif")) && Files.exists(results.resolve("c stylised.tif")), "results");
		check(IJ.openImage(results.resolve("c stylised.tif").toString()).getInfoProperty().contains("weights_sha256"),
			"Info is in the file");
		IJ.run("Close All");
	}

	private static void export() throws Exception {
		final Path file = out.resolve("results/graph.onnx");
		IJ.run("Export Gradient Graph...", "output=[" + file + "] style_layers=conv1_1 content_layers=conv2_1");
		check(Files.size(file) > 400_000, "graph of " + Files.size(file) + " bytes");
	}

	private static void networks() throws Exception {
		final JFrame window = window();
		final JTable table = find(window, JTable.class);
		check("VGG-16".equals(table.getValueAt(0, 0)) && "embedded".equals(table.getValueAt(0, 3)), "the embedded one first");
		check(details(window).contains("Creative Commons Attribution 4.0"), details(window));
		check(!jButton(window, "Remove").isEnabled() && !jButton(window, "Download...").isEnabled() && jButton(window, "Verify")
			.isEnabled(), "buttons for the embedded network");
		screenshot("networks");
		select(table, "GoogLeNet-BVLC");
		check(details(window).contains("import it") && details(window).contains("S. Guadarrama"), details(window));
		check(!jButton(window, "Download...").isEnabled(), "what is import only is not downloaded");
		screenshot("networks-import-only");
		select(table, "VGG-19-Keras");
		EventQueue.invokeLater(() -> jButton(window, "Download...").doClick());
		final Dialog question = await(DisplayTest::dialog);
		IJ.wait(300);
		final String asked = find(question, JTextArea.class).getText();
		check(asked.contains("80.1 MB") && asked.contains("CC-BY-4.0") && asked.contains("K. Simonyan"), asked);
		screenshot("networks-download");
		EventQueue.invokeAndWait(() -> jButton(question, "Cancel").doClick());
		awaitTrue(() -> jButton(window, "Verify").isEnabled() || jButton(window, "Download...").isEnabled());
		check(!Files.exists(models().resolve("style-transfer")), "nothing was downloaded");
		window.dispose();
	}

	private static void networksRecorded() throws Exception {
		final Recorder recorder = new Recorder();
		final JFrame window = window();
		select(find(window, JTable.class), "VGG-16");
		EventQueue.invokeAndWait(() -> jButton(window, "Verify").doClick());
		awaitTrue(() -> recorder.getText().contains("Verify"));
		check(recorder.getText().contains("run(\"Verify Network...\", \"name=VGG-16\");"), recorder.getText());
		window.dispose();
		recorder.close();
	}

	private static void cancelledDownload() throws Exception {
		final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(Executors.newCachedThreadPool());
		server.createContext("/", DisplayTest::drip);
		server.start();
		Files.createDirectories(models().resolve("style-transfer"));
		final Path catalogue = models().resolve("style-transfer/catalogue.json");
		Files.writeString(catalogue, "{\"networks\": [{\"name\": \"slow\", \"network\": \"CaffeNet\", \"origin\": \"bvlc\"," +
			"\"licence\": \"CC0-1.0\", \"attribution\": \"N. N.\", \"size\": 50000000, \"address\": \"http://127.0.0.1:" + server
				.getAddress().getPort() + "/slow\", \"checksum\": \"sha256:" + "0".repeat(64) + "\"}]}");
		final JFrame window = window();
		select(find(window, JTable.class), "slow");
		EventQueue.invokeLater(() -> jButton(window, "Download...").doClick());
		final Dialog question = await(DisplayTest::dialog);
		EventQueue.invokeAndWait(() -> jButton(question, "Download").doClick());
		awaitTrue(() -> shows(window, "Downloading, "));
		screenshot("networks-downloading");
		final long start = System.nanoTime();
		EventQueue.invokeAndWait(() -> jButton(window, "Cancel").doClick());
		awaitTrue(() -> shows(window, "was cancelled"));
		check(System.nanoTime() - start < 2_000_000_000L, "cancelled in time");
		check(Files.list(models().resolve("style-transfer")).noneMatch(f -> f.toString().endsWith(".safetensors")), "not stored");
		IJ.runMacro("run('Remove Network...', 'name=slow');"); // the part that came
		Files.delete(catalogue);
		window.dispose();
		server.stop(0);
	}

	/** Half a megabyte at a time, without end. */
	private static void drip(final HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.sendResponseHeaders(200, 50_000_000);
			for (;;) {
				exchange.getResponseBody().write(new byte[500_000]);
				exchange.getResponseBody().flush();
				IJ.wait(200);
			}
		}
	}

	private static void importRefused() throws Exception {
		final Path page = Files.writeString(out.resolve("weights ä.h5"), "<!DOCTYPE html>");
		final Recorder recorder = new Recorder();
		IJ.doCommand("Import Network...");
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		IJ.wait(300);
		screenshot("import");
		set(dialog, 0, page.toString());
		press(dialog, "OK");
		final Dialog message = await(() -> dialog().filter(d -> d != dialog));
		final String said = labels(message) + texts(message);
		check(said.contains("is a web page"), said);
		press(message, "OK");
		final GenericDialog again = (GenericDialog) await(() -> dialog().filter(d -> d != dialog && d != message));
		check(((TextField) again.getStringFields().get(0)).getText().equals(page.toString()), "what was given is kept");
		press(again, "Cancel");
		IJ.wait(500);
		check(!recorder.getText().contains("weights"), "nothing is recorded that was not done: " + recorder.getText());
		recorder.close();
	}

	private static void badNetworks() throws Exception {
		for (final String[] bad : new String[][] { { "Style Transfer...", "style=[" + samples +
			"cafe_terrace_at_night.jpg] network=VGG-17", "There is no network" }, { "Download Network...", "name=VGG-17",
				"The catalogue has no network" }, { "Import Network...", "file=nowhere.h5 origin=oxford", "does not exist" },
			{ "Verify Network...", "name=VGG-17", "is not stored" }, { "Remove Network...", "name=VGG-16",
				"cannot be removed" } })
		{
			small();
			final String[] answer = { null };
			final Thread macro = later(() -> answer[0] = IJ.runMacro("run('" + bad[0] + "', '" + bad[1] +
				"'); return 'went on';"));
			final Dialog message = await(DisplayTest::dialog);
			check((labels(message) + texts(message)).contains(bad[2]), bad[2] + ": " + labels(message) + texts(message));
			press(message, "OK");
			macro.join();
			check(!"went on".equals(answer[0]), "the macro is stopped");
			IJ.run("Close All");
		}
	}

	private static void importedNetwork() throws Exception {
		final Path file = repository.resolve("../shared/data/models/googlenet-bvlc-conv.safetensors").normalize();
		if (!Files.exists(file)) {
			System.out.println("skipped: " + file.getFileName() + " is missing, so no real network was imported");
			return;
		}
		final Recorder recorder = new Recorder();
		IJ.doCommand("Import Network...");
		final GenericDialog asking = (GenericDialog) await(DisplayTest::dialog);
		set(asking, 0, file.toString());
		set(asking, 1, "My GoogLeNet");
		press(asking, "OK");
		awaitTrue(() -> recorder.getText().contains("Import Network..."));
		final String line = recorder.getText().lines().filter(l -> l.startsWith("run(\"Import")).findFirst().orElseThrow();
		check(line.contains("name=[My GoogLeNet]"), line);
		recorder.close();
		check("done".equals(IJ.runMacro("run('Remove Network...', 'name=[my googlenet]');\n" + line +
			"\nrun('Verify Network...', 'name=[My GoogLeNet]'); return 'done';")), "the recorded line replays: " + line);
		final JFrame fresh = window();
		select(find(fresh, JTable.class), "My GoogLeNet");
		check(jButton(fresh, "Remove").isEnabled(), "what is stored can be removed");
		screenshot("networks-stored");
		fresh.dispose();
		small();
		IJ.doCommand("Style Transfer...");
		final GenericDialog dialog = (GenericDialog) await(DisplayTest::dialog);
		EventQueue.invokeAndWait(() -> choose((Choice) labelled(dialog, "Preset"), "preview"));
		set(dialog, "Style", samples + "cafe_terrace_at_night.jpg");
		final JDialog advanced = advanced(dialog);
		final JComboBox<?> network = named(advanced, "network", JComboBox.class);
		check(network.getItemCount() == 2, "both networks are offered");
		EventQueue.invokeAndWait(() -> network.setSelectedItem("My GoogLeNet"));
		set(advanced, "iterations", "2");
		press(advanced, "OK", dialog);
		IJ.wait(500);
		check(labels(dialog).stream().anyMatch(l -> l.endsWith("(A first guess.)")), "prediction: " + labels(
			dialog));
		screenshot("dialog-googlenet");
		press(dialog, "OK");
		final ImagePlus result = await(() -> image("ihc stylised by cafe_terrace_at_night"));
		check(result.getInfoProperty().contains("network: My GoogLeNet\narchitecture: GoogLeNet\n") && result.getInfoProperty()
			.contains("content_layers: inception_3a/output\n"), result.getInfoProperty());
		IJ.run("Close All");
		IJ.runMacro("run('Remove Network...', 'name=[My GoogLeNet]');");
		check(!Files.exists(models().resolve("style-transfer/My GoogLeNet.safetensors")), "removed");
	}

	// -- Helper methods --

	private static Path models() {
		return Path.of(IJ.getDirectory("imagej"), "models");
	}

	/** Opens the window of networks and waits until its table is filled. */
	private static JFrame window() {
		IJ.doCommand("Networks...");
		final JFrame window = await(() -> Arrays.stream(Window.getWindows()).filter(w -> w instanceof JFrame f && f
			.isShowing() && f.getTitle().equals("Networks")).map(JFrame.class::cast).findFirst());
		awaitTrue(() -> find(window, JTable.class).getRowCount() > 5 && jButton(window, "Verify").isEnabled());
		return window;
	}

	private static void select(final JTable table, final String name) throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (int row = 0; row < table.getRowCount(); row++) {
				if (table.getValueAt(row, 0).equals(name)) table.setRowSelectionInterval(row, row);
			}
		});
		check(name.equals(table.getValueAt(table.getSelectedRow(), 0)), name + " is in the table");
	}

	/** As a user does it: the program's own selection tells nobody. */
	private static void choose(final Choice choice, final String item) {
		choice.select(item);
		final ItemEvent event = new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED);
		for (final java.awt.event.ItemListener l : choice.getItemListeners()) l.itemStateChanged(event);
	}

	private static boolean shows(final Container window, final String text) {
		return all(window).stream().anyMatch(c -> c instanceof JLabel l && l.getText().contains(text));
	}

	private static String details(final JFrame window) {
		return find(window, JTextArea.class).getText();
	}

	static JButton jButton(final Container in, final String text) {
		return all(in).stream().filter(c -> c instanceof JButton b && text.equals(b.getText())).map(JButton.class::cast)
			.findFirst().orElseThrow(() -> new AssertionError("no button " + text));
	}

	static <T> T find(final Container in, final Class<T> type) {
		return all(in).stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow(() -> new AssertionError(
			"no " + type));
	}

	static void awaitTrue(final BooleanSupplier what) {
		await(() -> what.getAsBoolean() ? Optional.of(true) : Optional.empty());
	}


	static void test(final String name, final Test test) {
		if (!name.contains(ONLY)) return;
		try {
			test.run();
			passed++;
			System.out.println("passed: " + name);
		}
		catch (final Throwable e) {
			FAILED.add("FAILED: " + name + ": " + e);
			e.printStackTrace();
			screenshot("failed-" + name.replaceAll("\\W+", "-"));
			for (final Window w : Window.getWindows()) if (w instanceof Dialog) w.dispose();
			IJ.run("Close All");
		}
	}

	static void check(final boolean holds, final String what) {
		if (!holds) throw new AssertionError(what);
	}

	static ImagePlus small() {
		final ImagePlus image = IJ.openImage(samples + "ihc.png").resize(160, 160, "bilinear");
		image.setTitle("ihc.png");
		image.show();
		return image;
	}

	static Thread later(final Runnable action) {
		final Thread thread = new Thread(action, "user");
		thread.start();
		return thread;
	}

	static <T> T await(final java.util.function.Supplier<Optional<T>> what) {
		for (int i = 0; i < 1800; i++) {
			final Optional<T> found = what.get();
			if (found.isPresent()) return found.get();
			IJ.wait(100);
		}
		throw new AssertionError("nothing came within 3 minutes");
	}

	static Optional<Dialog> dialog() {
		for (final Window w : Window.getWindows()) {
			if (w instanceof Dialog d && d.isShowing()) return Optional.of(d);
		}
		return Optional.empty();
	}

	static Optional<ImagePlus> image(final String title) {
		return Optional.ofNullable(WindowManager.getImage(title));
	}

	static void set(final GenericDialog dialog, final int field, final String value) {
		final TextField text = (TextField) dialog.getStringFields().get(field);
		text.setText(value);
	}

	/** Presses Advanced... as a user does, on the thread of events, which then waits. */
	private static JDialog advanced(final GenericDialog first) {
		EventQueue.invokeLater(() -> press(first, "Advanced..."));
		final JDialog advanced = await(() -> Arrays.stream(Window.getWindows()).filter(w -> w instanceof JDialog d && d
			.isShowing() && d.getTitle().startsWith("Advanced options")).map(JDialog.class::cast).findFirst());
		IJ.wait(300);
		return advanced;
	}

	private static void set(final JDialog advanced, final String option, final String value) throws Exception {
		EventQueue.invokeAndWait(() -> named(advanced, option, JTextField.class).setText(value));
	}

	/** Presses a button that closes the dialog, and waits until the first dialog is current again. */
	private static void press(final JDialog advanced, final String button, final GenericDialog first) throws Exception {
		EventQueue.invokeAndWait(() -> jButton(advanced, button).doClick());
		awaitTrue(() -> !advanced.isShowing() && first.isShowing());
		IJ.wait(500);
	}

	private static <T extends Component> T named(final Container in, final String name, final Class<T> type) {
		return all(in).stream().filter(c -> type.isInstance(c) && name.equals(c.getName())).map(type::cast).findFirst()
			.orElseThrow(() -> new AssertionError("no field " + name));
	}

	/** The field behind a label of ImageJ's dialog. */
	private static Component labelled(final GenericDialog dialog, final String label) {
		final List<Component> components = all(dialog);
		for (int i = 0; i < components.size(); i++) {
			if (components.get(i) instanceof Label l && l.getText().strip().equals(label)) {
				return components.subList(i, components.size()).stream().filter(c -> c instanceof TextField || c instanceof Choice)
					.findFirst().orElseThrow();
			}
		}
		throw new AssertionError("no label " + label);
	}

	private static String text(final GenericDialog dialog, final String label) {
		return ((TextField) labelled(dialog, label)).getText();
	}

	private static void set(final GenericDialog dialog, final String label, final String value) {
		((TextField) labelled(dialog, label)).setText(value);
		IJ.wait(300);
	}

	/** Text fields, lists, and the button for more. */
	private static long fields(final GenericDialog dialog) {
		return all(dialog).stream().filter(c -> c instanceof TextField || c instanceof Choice || c instanceof Button b && b
			.getLabel().equals("Advanced...")).count();
	}

	static void press(final Container in, final String label) {
		for (final Component c : all(in)) {
			if (c instanceof Button b && b.getLabel().trim().equals(label)) {
				final ActionEvent event = new ActionEvent(b, ActionEvent.ACTION_PERFORMED, b.getActionCommand());
				for (final java.awt.event.ActionListener l : b.getActionListeners()) l.actionPerformed(event);
				return;
			}
		}
		throw new AssertionError("no button " + label);
	}

	static List<String> labels(final Container in) {
		return all(in).stream().filter(Label.class::isInstance).map(c -> ((Label) c).getText()).toList();
	}

	/** Text of the components that ImageJ draws itself. */
	static String texts(final Container in) {
		final StringBuilder text = new StringBuilder();
		for (final Component c : all(in)) {
			if (c instanceof TextComponent t) text.append(t.getText()).append(' ');
			if (c instanceof ij.gui.MultiLineLabel) text.append(lines(c)).append(' ');
		}
		return text.toString();
	}

	private static String lines(final Component label) {
		try {
			final java.lang.reflect.Field f = ij.gui.MultiLineLabel.class.getDeclaredField("lines");
			f.setAccessible(true);
			return String.join(" ", (String[]) f.get(label));
		}
		catch (final ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	static List<Component> all(final Container in) {
		final List<Component> found = new ArrayList<>();
		for (final Component c : in.getComponents()) {
			found.add(c);
			if (c instanceof Container inner) found.addAll(all(inner));
		}
		return found;
	}

	static void screenshot(final String name) {
		try {
			IJ.wait(300);
			ImageIO.write(robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png", out
				.resolve(name + ".png").toFile());
		}
		catch (final Exception e) {
			throw new AssertionError(e);
		}
	}
}
