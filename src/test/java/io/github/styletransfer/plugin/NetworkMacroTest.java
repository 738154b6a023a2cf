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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import io.github.styletransfer.CaffeNetFile;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands around networks as macros call them, headless, in plain ImageJ; Fiji calls them in the same way. */
class NetworkMacroTest {

	private static final String IMPORT = "architecture=CaffeNet origin=bvlc";
	private static final ImagePlus ACTIVE = TestImages.grey("cell", 40, 32);

	@TempDir
	private Path folder;
	private Path file;
	private String style;

	@BeforeEach
	void files() throws IOException {
		System.setProperty("java.awt.headless", "true");
		System.setProperty(ModelsFolder.PROPERTY, folder.resolve("our models").toString());
		Interpreter.batchMode = true;
		file = Files.write(folder.resolve("caffe weights ä.pth"), CaffeNetFile.bytes());
		style = folder.resolve("a painting.png").toString();
		ImageFiles.save(TestImages.colour("a painting", 60, 50), Path.of(style));
	}

	@AfterEach
	void restore() {
		System.clearProperty(ModelsFolder.PROPERTY);
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void aNetworkIsImportedUsedVerifiedAndRemoved() throws Exception {
		assertEquals("", told(new Import_Network(), "file=[" + file + "] name=[my network] " + IMPORT));
		assertEquals(List.of("VGG-16", "my network"), NetworkChoice.now().names());
		assertEquals("", told(new Verify_Network(), "name=[my network]"));
		final ImagePlus result = MacroTest.inMacro(new Style_Transfer(), "style=[" + style +
			"] iterations=1 network=[My Network]", ACTIVE);
		final String info = result.getInfoProperty();
		assertTrue(info.contains("network: my network\narchitecture: CaffeNet\n") && info.contains(
			"style_layers: conv1,conv2,conv3,conv4,conv5\n"), info);
		final Path graph = folder.resolve("g.onnx");
		assertEquals("", told(new Export_Gradient_Graph(), "output=[" + graph + "] network=[my network]"));
		assertTrue(new String(Files.readAllBytes(graph), StandardCharsets.ISO_8859_1).contains("gram_conv5"));
		assertEquals("", told(new Remove_Network(), "name=[my network]"));
		assertEquals(List.of("VGG-16"), NetworkChoice.now().names());
	}

	@Test
	void optionalKeysMayBeLeftOut() throws Exception {
		assertEquals("", told(new Import_Network(), "file=[" + file + "] " + IMPORT));
		assertEquals(List.of("VGG-16", "caffe weights ä"), NetworkChoice.now().names());
	}

	@Test
	void whatTheRecorderWritesIsUnderstood() throws Exception {
		assertEquals("", told(new Import_Network(), "file=[" + file + "] name=x architecture=CaffeNet origin=other " +
			"channel_order=bgr mean=1,2,3 standard_deviation=[1, 1, 1]"));
		assertEquals("", told(new Import_Network(), "file=[" + file +
			"] name=y architecture=CaffeNet origin=bvlc channel_order=auto mean=[] standard_deviation=[]"));
		assertEquals(List.of("VGG-16", "x", "y"), NetworkChoice.now().names());
	}

	@Test
	void fijisWayUsesTheNetworkToo() throws Exception {
		told(new Import_Network(), "file=[" + file + "] name=x " + IMPORT);
		final Map<Option, String> values = MacroOptions.parse("style=[" + style + "] iterations=1 network=x",
			Option.STYLISATION);
		final ImagePlus result = MacroTest.inMacro(arg -> FijiHost.stylise(ACTIVE, Optional.of(values)), "", ACTIVE);
		assertTrue(result.getInfoProperty().contains("network: x\narchitecture: CaffeNet\n"), result.getInfoProperty());
		final Path graph = folder.resolve("g.onnx");
		MacroTest.inMacro(arg -> FijiHost.export(Optional.of(MacroOptions.parse("output=[" + graph + "] network=x",
			Option.GRAPH_EXPORT))), "", ACTIVE);
		assertTrue(Files.size(graph) > 9_000_000);
		final String message = assertThrows(CanceledException.class, () -> FijiHost.export(Optional.of(MacroOptions.parse(
			"output=[" + graph + "] network=z", Option.GRAPH_EXPORT)))).getMessage();
		assertTrue(message.contains("There is no network \"z\"; there are VGG-16 (embedded), x (stored)"), message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Import | file=[FILE] | can be CaffeNet's or AlexNet's", //
		"Import | file=[FILE] architecture=CaffeNet | is not certain", //
		"Import | file=[FILE] architecture=CaffeNet origin=google | origin is \"google\"", //
		"Import | file=[FILE] architecture=ResNet | Unknown network \"ResNet\"", //
		"Import | file=[FILE] architecture=CaffeNet origin=bvlc mean=1,2,3 | mean is given, but the origin is bvlc", //
		"Import | file=[FILE] architecture=CaffeNet origin=bvlc name=VGG-16 | inside the plug-in", //
		"Import | file=nowhere.h5 | does not exist", //
		"Import | name=x | No file was chosen", //
		"Import | file=[FILE] weight=3 | Unknown option \"weight\"", //
		"Download | name=VGG-17 | The catalogue has no network \"VGG-17\"", //
		"Download | name=VGG-16 | is inside the plug-in and needs no download", //
		"Download | name=GoogLeNet-BVLC | cannot be downloaded", //
		"Download | name=[] | No network was named", //
		"Verify | name=x | is not stored", //
		"Remove | name=x | is not stored", //
		"Remove | name=VGG-16 | cannot be removed" })
	void everyBadInputIsOneSentence(final String command, final String options, final String part) throws Exception {
		final PlugIn plugIn = switch (command) {
			case "Import" -> new Import_Network();
			case "Download" -> new Download_Network();
			case "Verify" -> new Verify_Network();
			default -> new Remove_Network();
		};
		final String told = told(plugIn, options.replace("FILE", file.toString()));
		assertTrue(told.contains(part) && told.endsWith(".") && !told.contains("\n"), told);
		assertEquals(List.of("VGG-16"), NetworkChoice.now().names());
	}

	@Test
	void aDamagedNetworkStopsTheMacro() throws Exception {
		told(new Import_Network(), "file=[" + file + "] name=x " + IMPORT);
		final Path stored = ModelsFolder.store().folder().resolve("x.safetensors");
		final byte[] bytes = Files.readAllBytes(stored);
		bytes[12345] ^= 4;
		Files.write(stored, bytes);
		final String told = told(new Style_Transfer(), "style=[" + style + "] iterations=1 network=x");
		assertTrue(told.contains("\"x\" is damaged") && told.contains("import it again"), told);
	}

	@Test
	void theWindowNeedsAScreen() throws Exception {
		assertTrue(told(new Networks_Window(), "").contains("Networks... needs a screen"));
	}

	@Test
	void thePredictionIsThatOfTheChosenNetwork() throws Exception {
		told(new Import_Network(), "file=[" + file + "] name=x " + IMPORT);
		final Prediction prediction = new Prediction(TestImages.grey("cell", 900, 900), NetworkChoice.now());
		Prefs.set("styletransfer.flops.VGG-16", 1e11);
		Prefs.set("styletransfer.flops.CaffeNet", 0);
		final String vgg = prediction.line(Map.of());
		final String first = prediction.line(Map.of(Option.NETWORK, "X", Option.DEVICE, "cpu"));
		Prefs.set("styletransfer.flops.CaffeNet", 1e9);
		final String slow = prediction.line(Map.of(Option.NETWORK, "x"));
		assertTrue(vgg.startsWith("About ") && !vgg.contains("guess"), vgg);
		assertTrue(first.endsWith("pixels. (A first guess.)"), first);
		assertTrue(slow.startsWith("About ") && !slow.contains("guess"), slow);
		assertFalse(first.startsWith(slow.substring(0, slow.indexOf(" and "))), first + slow);
		assertEquals("There is no network \"z\"; there are VGG-16, x.", prediction.line(Map.of(Option.NETWORK, "z")));
		assertTrue(prediction.line(Map.of(Option.NETWORK, "x", Option.STYLE_LAYERS, "conv1_1")).contains("of CaffeNet"));
	}

	@Test
	void aModelsFolderThatIsAFileLeavesTheEmbeddedNetwork() throws IOException {
		Files.writeString(folder.resolve("our models"), "a file");
		assertEquals(List.of("VGG-16"), NetworkChoice.now().names());
	}

	@Test
	void theModelsFolderIsTheGivenOneOrThePropertysOrTheApplicationsOrTheHomes() {
		final Path ours = folder.resolve("our models");
		assertEquals(ours, ModelsFolder.current());
		assertEquals(ours, ModelsFolder.ofCommandLine(Optional.empty()));
		assertEquals(Path.of("x y"), ModelsFolder.ofCommandLine(Optional.of("x y")));
		System.clearProperty(ModelsFolder.PROPERTY);
		assertEquals(Path.of(IJ.getDirectory("imagej"), "models"), ModelsFolder.current());
		assertEquals(Path.of(System.getProperty("user.home"), ".style-transfer", "models"), ModelsFolder.ofCommandLine(Optional
			.empty()));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ModelsFolder.ofCommandLine(Optional.of("a\0b")))
			.getMessage().startsWith("models is"));
	}

	/** What ImageJ says of a failure: without a window, it prints it. Empty if all went well. */
	private static String told(final PlugIn plugIn, final String options) throws Exception {
		final PrintStream before = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			MacroTest.inMacro(plugIn, options, ACTIVE);
		}
		finally {
			System.setOut(before);
		}
		return printed.toString(StandardCharsets.UTF_8).strip();
	}
}
