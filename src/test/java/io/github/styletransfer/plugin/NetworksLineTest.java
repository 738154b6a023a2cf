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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;

import io.github.styletransfer.CaffeNetFile;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.network.format.TensorFiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line's networks, in a models folder whose path has blanks and letters of several scripts. */
class NetworksLineTest {

	private static final String NAME = "Mein Netz ß";

	@TempDir
	private Path folder;
	private Path models;
	private Path file;
	private String content;
	private String style;
	private String out;
	private String err;

	@BeforeEach
	void files() throws IOException {
		System.setProperty("java.awt.headless", "true");
		models = folder.resolve("ein Ordner ö 重/models");
		file = Files.write(folder.resolve("caffe weights ä.bin"), CaffeNetFile.bytes());
		content = folder.resolve("content.tif").toString();
		style = folder.resolve("style.png").toString();
		ImageFiles.save(TestImages.colour("content", 40, 32), Path.of(content));
		ImageFiles.save(TestImages.colour("style", 40, 40), Path.of(style));
	}

	@Test
	void aFreshFolderHasTheEmbeddedNetworkAndTheCatalogue() {
		assertEquals(0, networks("list"), () -> err);
		final List<String> lines = out.lines().toList();
		assertTrue(lines.get(0).matches("Name +Network +Origin +State +Size +Licence"), out);
		assertTrue(lines.get(1).matches("VGG-16 +VGG-16 +oxford +embedded +29.4 MB +CC-BY-4.0"), out);
		assertTrue(out.contains("available") && out.contains("import only"), out);
		assertFalse(Files.exists(models), "listing makes no folder");
	}

	@Test
	void aFileIsImportedListedVerifiedUsedAndRemoved() throws IOException {
		assertEquals(0, networks("import", file.toString(), "--network", "caffenet", "--origin", "bvlc", "--name", NAME),
			() -> err);
		assertTrue(out.startsWith("Stored \"" + NAME + "\": CaffeNet, origin bvlc, 9.3 MB;"), out);
		networks("list");
		assertTrue(out.lines().anyMatch(l -> l.matches(NAME + " +CaffeNet +bvlc +stored +9.3 MB +unknown")), out);
		assertEquals(0, networks("verify", NAME), () -> err);
		assertTrue(out.contains("as it was stored"), out);
		assertEquals(0, networks("verify"), () -> err);
		assertEquals(2, out.lines().count(), out);

		final String info = stylise("--network", "mein NETZ ß", "--models", models.toString());
		assertTrue(info.contains("network: " + NAME + "\narchitecture: CaffeNet\nweights: " + NAME +
			".safetensors, made of caffe weights ä.bin (SHA-256 " + TensorFiles.sha256(file) + ")\nweights_sha256: " + TensorFiles
				.sha256(stored()) + "\norigin: bvlc\n"), info);
		assertTrue(info.contains("content_layers: conv4\nstyle_layers: conv1,conv2,conv3,conv4,conv5\n"), info);

		final Path graph = folder.resolve("g.onnx");
		assertEquals(0, run("export-graph", "--output", graph.toString(), "--network", NAME, "--models", models.toString()),
			() -> err);
		assertTrue(new String(Files.readAllBytes(graph), StandardCharsets.ISO_8859_1).contains("gram_conv5"));

		assertEquals(0, networks("remove", NAME), () -> err);
		assertFails("is not stored", "remove", NAME);
		assertEquals(List.of(), storedFiles());
	}

	@Test
	void aFileIsUsedWithoutBeingStored() {
		final String info = stylise("--weights", file.toString(), "--architecture", "CaffeNet", "--origin", "other",
			"--channel_order", "rgb", "--mean", "1,2,3", "--standard_deviation", "255,255,255", "--models", models.toString());
		assertFalse(info.contains("\nnetwork:"), info);
		assertTrue(info.contains("architecture: CaffeNet\nweights: " + file + "\nweights_sha256: " + TensorFiles.sha256(
			file) + "\norigin: other\nnetwork_input: RGB 0 to 255, minus 1.0,2.0,3.0, times 0.003"), info);
		assertFalse(Files.exists(models));
		assertEquals(0, run("export-graph", "--output", folder.resolve("w.onnx").toString(), "--weights", file.toString(),
			"--architecture", "CaffeNet", "--origin", "bvlc"), () -> err);
	}

	@Test
	void aStoredNetworkKeepsItsOtherInput() {
		assertEquals(0, networks("import", file.toString(), "--architecture", "CaffeNet", "--origin", "other", "--channel_order",
			"rgb", "--mean", "1,2,3", "--standard_deviation", "1,1,1"), () -> err);
		final String info = stylise("--network", "caffe weights ä", "--models", models.toString());
		assertTrue(info.contains("origin: other\nnetwork_input: RGB 0 to 255, minus 1.0,2.0,3.0, times 1.0,1.0,1.0\n"), info);
	}

	@Test
	void everyRefusalIsOneSentenceAndStoresNothing() throws IOException {
		final byte[] bytes = CaffeNetFile.bytes();
		final String cut = write("cut.h5", Arrays.copyOf(bytes, bytes.length / 2));
		final String page = write("page.onnx", "<!DOCTYPE html><html>not found</html>".getBytes(StandardCharsets.US_ASCII));
		bytes[bytes.length - 1] = 0x7f; // the exponent of the last number: it becomes infinite or no number
		bytes[bytes.length - 2] = (byte) 0x80;
		final String infinite = write("infinite.safetensors", bytes);
		assertFails("which have the same names", "import", file.toString());
		assertFails("is not certain", "import", file.toString(), "--network", "CaffeNet");
		assertFails("origin is \"google\"", "import", file.toString(), "--origin", "google");
		assertFails("Unknown network \"AlexNet\"", "import", file.toString(), "--network", "AlexNet");
		assertFails("can be CaffeNet's", "import", file.toString(), "--network", "VGG-19", "--origin", "oxford");
		assertFails("\"a/x\" has the character /", "import", file.toString(), "--name", "a/x");
		assertFails("inside the plug-in", "import", file.toString(), "--name", "vgg-16");
		assertFails("is a web page", "import", page);
		assertFails("damaged", "import", cut, "--network", "CaffeNet", "--origin", "bvlc");
		assertFails("finite numbers", "import", infinite, "--network", "CaffeNet", "--origin", "bvlc");
		assertFails("does not exist", "import", folder.resolve("none").toString());
		assertFails("is a folder", "import", folder.toString());
		assertEquals(List.of(), storedFiles());
	}

	@Test
	void whatStopsOrContradictsItselfOnTheCommandLineIsRefused() {
		final String output = folder.resolve("x.png").toString();
		final String[] start = { "stylise", content, style, "--output", output, "--models", models.toString() };
		assertRunFails("There is no network \"GoogLeNet\"; there are VGG-16 (embedded)", start, "--network", "GoogLeNet");
		assertRunFails("\"VGG-19-Keras\" is not stored; download it first", start, "--network", "vgg-19-keras");
		assertRunFails("--network and --weights are both given", start, "--network", "VGG-16", "--weights", file.toString());
		assertRunFails("--origin is given without --weights", start, "--origin", "oxford");
		assertRunFails("does not exist", start, "--weights", "nowhere.h5");
		assertRunFails("which have the same names", start, "--weights", file.toString());
		assertRunFails("Unknown layer \"conv4_2\" of CaffeNet", start, "--weights", file.toString(), "--architecture",
			"caffe_net", "--origin", "bvlc", "--content_layers", "conv4_2");
		assertFails("list, import, download, verify, remove");
		assertFails("NAME", "remove");
		assertFails("Unmatched argument", "list", "x");
		assertTrue(Files.notExists(Path.of(output)));
	}

	@Test
	void aModelsFolderThatCannotBeWrittenIsTold() throws IOException {
		Files.createDirectories(models.getParent());
		Files.writeString(models, "a file where the folder should be");
		assertFails("could not be made", "import", file.toString(), "--network", "CaffeNet", "--origin", "bvlc");
		assertTrue(stylise("--iterations", "1", "--models", models.toString()).contains("network: VGG-16\n"),
			"the embedded network needs no folder");
	}

	@Test
	void aDamagedNetworkIsToldAndNotUsed() throws IOException {
		networks("import", file.toString(), "--network", "CaffeNet", "--origin", "bvlc", "--name", NAME);
		final byte[] bytes = Files.readAllBytes(stored());
		bytes[bytes.length / 2] ^= 1;
		Files.write(stored(), bytes);
		assertFails("is damaged", "verify", NAME);
		assertFails("is not stored", "verify", NAME);
		assertEquals(List.of(NAME + ".json.damaged-1", NAME + ".safetensors.damaged-1"), storedFiles());
	}

	@Test
	void verifyingAllFailsIfOneIsDamaged() throws IOException {
		networks("import", file.toString(), "--network", "CaffeNet", "--origin", "bvlc", "--name", NAME);
		Files.write(stored(), new byte[9]);
		assertEquals(1, networks("verify"));
		assertTrue(out.contains("\"VGG-16\" is as it was stored") && err.contains("\"" + NAME + "\" is damaged"), out + err);
	}

	@Test
	void aNetworkIsDownloadedWithItsProgressAndLicence() throws IOException {
		final byte[] bytes = CaffeNetFile.bytes();
		final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		server.start();
		try {
			catalogue("http://127.0.0.1:" + server.getAddress().getPort() + "/c.safetensors", TensorFiles.sha256(file));
			assertEquals(0, networks("download", "my CAFFENET"), () -> err);
			assertTrue(out.startsWith("Stored \"My CaffeNet\": CaffeNet, origin bvlc, 9.3 MB; licence CC0-1.0, N. N."), out);
			assertTrue(err.contains("Downloading, ") && err.contains("of 9.3 MB"), err);
			catalogue("http://127.0.0.1:" + server.getAddress().getPort() + "/c.safetensors", "0".repeat(64));
			assertEquals(0, networks("remove", "My CaffeNet"), () -> err);
			assertFails("another file or damaged", "download", "My CaffeNet");
			assertEquals(List.of(), storedFiles());
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void withoutANetworkADownloadSaysSo() throws IOException {
		catalogue("https://models.invalid/c.safetensors", "0".repeat(64));
		assertFails("as without a network", "download", "My CaffeNet");
		assertFails("cannot be downloaded", "download", "GoogLeNet-BVLC");
		assertFails("The catalogue has no network \"x\"", "download", "x");
	}

	@Test
	void aDamagedCatalogueIsToldAndTheRestGoesOn() throws IOException {
		Files.createDirectories(models.resolve("style-transfer"));
		Files.writeString(models.resolve("style-transfer/catalogue.json"), "{}");
		assertEquals(0, networks("list"));
		assertTrue(err.contains("catalogue.json") && out.contains("VGG-19-Keras"), err);
	}

	/** The smallest check of the whole way with a published network. */
	@Test
	void publishedGoogLeNetNeedsNoFurtherWord() {
		final Path published = Path.of("..", "shared", "data", "models", "googlenet-bvlc-conv.safetensors");
		assumeTrue(Files.exists(published), () -> published + " is missing, so it was not imported");
		assertEquals(0, networks("import", published.toString(), "--name", "GoogLeNet-BVLC"), () -> err);
		assertTrue(out.startsWith("Stored \"GoogLeNet-BVLC\": GoogLeNet, origin bvlc, 23.9 MB; licence LicenseRef-BVLC"), out);
		final String info = stylise("--network", "GoogLeNet-BVLC", "--models", models.toString());
		assertTrue(info.contains("content_layers: inception_3a/output\n"), info);
	}

	// -- Helper methods --

	private String stylise(final String... more) {
		final Path output = folder.resolve("result.tif");
		final List<String> args = new ArrayList<>(List.of("stylise", content, style, "--output", output.toString(),
			"--iterations", "1"));
		if (List.of(more).contains("--iterations")) args.subList(args.size() - 2, args.size()).clear();
		args.addAll(List.of(more));
		assertEquals(0, run(args.toArray(new String[0])), () -> err);
		return ImageFiles.open(output, "result").getInfoProperty();
	}

	private void catalogue(final String address, final String sha256) throws IOException {
		final Path corner = Files.createDirectories(models.resolve("style-transfer"));
		Files.writeString(corner.resolve("catalogue.json"), "{\"networks\": [{\"name\": \"My CaffeNet\", \"network\": " +
			"\"CaffeNet\", \"origin\": \"bvlc\", \"licence\": \"CC0-1.0\", \"attribution\": \"N. N.\", \"address\": \"" +
			address + "\", \"checksum\": \"sha256:" + sha256 + "\"}]}");
	}

	private String write(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes).toString();
	}

	private Path stored() {
		return models.resolve("style-transfer").resolve(NAME + ".safetensors");
	}

	/** What is in our corner, apart from the catalogue and locks. */
	private List<String> storedFiles() throws IOException {
		final Path corner = models.resolve("style-transfer");
		if (!Files.exists(corner)) return List.of();
		try (Stream<Path> all = Files.walk(corner)) {
			return all.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).filter(f -> !f.endsWith(".lock") && !f
				.equals("catalogue.json")).sorted().toList();
		}
	}

	private void assertFails(final String part, final String... args) {
		assertEquals(1, networks(args), () -> out + err);
		assertSentence(part);
	}

	private void assertRunFails(final String part, final String[] start, final String... more) {
		final List<String> args = new ArrayList<>(List.of(start));
		args.addAll(List.of(more));
		assertEquals(1, run(args.toArray(new String[0])), () -> out + err);
		assertSentence(part);
	}

	private void assertSentence(final String part) {
		final String last = err.strip().substring(err.strip().lastIndexOf('\n') + 1);
		assertTrue(last.contains(part) && !err.contains("\tat "), err);
		assertEquals("", out);
	}

	private int networks(final String... args) {
		final List<String> all = new ArrayList<>(List.of("networks"));
		all.addAll(List.of(args));
		if (args.length > 0) all.addAll(List.of("--models", models.toString()));
		return run(all.toArray(new String[0]));
	}

	private int run(final String... args) {
		final ByteArrayOutputStream o = new ByteArrayOutputStream();
		final ByteArrayOutputStream e = new ByteArrayOutputStream();
		final int code = new Main(new PrintStream(o, true, StandardCharsets.UTF_8), new PrintStream(e, true,
			StandardCharsets.UTF_8)).execute(args);
		out = o.toString(StandardCharsets.UTF_8);
		err = e.toString(StandardCharsets.UTF_8);
		return code;
	}
}
