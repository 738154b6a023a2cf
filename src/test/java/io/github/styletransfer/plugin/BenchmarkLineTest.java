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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.ImagePlus;

import io.github.styletransfer.image.DisplayedPlane;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.transfer.Benchmark;
import io.github.styletransfer.transfer.MemoryLimits;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkLineTest {

	@TempDir
	private Path folder;
	private String content;
	private String style;
	private String out;
	private String err;

	@BeforeEach
	void files() {
		content = folder.resolve("content.png").toString();
		style = folder.resolve("style.png").toString();
		ImageFiles.save(TestImages.colour("content", 40, 30), Path.of(content));
		ImageFiles.save(TestImages.colour("style", 50, 60), Path.of(style));
	}

	@Test
	void oneLineTellsTimesLossPlanAndMemory() {
		final JsonObject json = measure("--size", "24", "--evaluations", "3", "--threads", "1");
		assertEquals(1, out.lines().count(), out);
		assertEquals(24, json.get("size").getAsInt());
		assertEquals(1, json.get("threads").getAsInt());
		assertTrue(json.get("min_s").getAsDouble() > 0 && json.get("median_s").getAsDouble() >= json.get("min_s").getAsDouble());
		assertEquals("whole", json.get("plan").getAsString());
		final JsonObject terms = json.getAsJsonObject("terms");
		final double styles = Stream.of("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1").mapToDouble(l -> terms.get(
			"style_loss_" + l).getAsDouble()).sum();
		final double sum = terms.get("content_loss_conv4_2").getAsDouble() + 1000 * styles / 5;
		assertEquals(sum, json.get("loss").getAsDouble(), 1e-9 * sum);
		assertTrue(json.get("predicted_peak_bytes").getAsLong() > 100_000_000);
		if (Files.exists(Path.of("/proc/self/status"))) assertTrue(json.get("peak_bytes").getAsLong() > 100_000_000);
		assertTrue(json.has("device") && json.has("runtime"), out);
	}

	@Test
	void theGradientIsAStackOfThreeSlicesOf32Bits() {
		final Path file = folder.resolve("new/gradient.tif");
		measure("--size", "32", "--evaluations", "1", "--content", content, "--style", style, "--gradient", file.toString(),
			"--style_layers", "conv1_1,conv2_1", "--content_layers", "conv2_2", "--threads", "1");
		final ImagePlus gradient = ImageFiles.open(file, "gradient");
		assertEquals(32, gradient.getBitDepth());
		assertEquals(3, gradient.getStackSize());
		assertArrayEquals(new String[] { "R", "G", "B" }, Arrays.copyOf(gradient.getStack().getSliceLabels(), 3));
		final PlanarImage expected = Benchmark.run(resized(content), resized(style), EmbeddedWeights.vgg16(), Settings.parse(
			Map.of(Option.STYLE_LAYERS, "conv1_1,conv2_1", Option.CONTENT_LAYERS, "conv2_2", Option.THREADS, "1")), MemoryLimits.NONE, 1,
			i -> {}).gradient();
		for (int c = 0; c < 3; c++) {
			assertArrayEquals(Arrays.copyOfRange(expected.data(), c * 1024, (c + 1) * 1024), (float[]) gradient.getStack()
				.getPixels(c + 1), "slice " + c);
		}
		assertTrue(gradient.getStatistics().max > 0);
	}

	@Test
	void theSameNumbersComeOfTheSamePictures() {
		final String[] args = { "--size", "24", "--evaluations", "1", "--threads", "1", "--style_layers", "conv2_1",
			"--content_layers", "conv2_1" };
		final double loss = measure(args).get("loss").getAsDouble();
		assertEquals(loss, measure(args).get("loss").getAsDouble());
		final String[] files = Arrays.copyOf(args, args.length + 4);
		System.arraycopy(new String[] { "--content", content, "--style", style }, 0, files, args.length, 4);
		assertNotEquals(loss, measure(files).get("loss").getAsDouble());
	}

	@Test
	void everyFailureIsOneSentence() {
		assertFails("Missing required option: '--evaluations=K'", "--size", "32");
		assertFails("--size is \"15\"; it must be a whole number from 16 to 26754.", "--size", "15", "--evaluations", "1");
		assertFails("--size is \"99999999999\"", "--size", "99999999999", "--evaluations", "1");
		assertFails("--size is \"1e3\"", "--size", "1e3", "--evaluations", "1");
		assertFails("--evaluations is \"0\"; it must be", "--size", "32", "--evaluations", "0");
		assertFails("threads is \"-1\"; it must be", "--threads", "-1");
		assertFails("device is \"gpu\"; it must be", "--device", "gpu");
		assertFails("device is \"cuda:99\", but ", "--device", "cuda:99");
		assertFails("memory is \"2 TB\"; it must be auto, a number of bytes, or a number with MB or GB behind it.",
			"--memory", "2 TB");
		assertFails("memory is \"-1\"", "--memory", "-1");
		assertFails("so a size of ", "--memory", "700 MB", "--size", "4000", "--evaluations", "1");
		assertFails("so no size would fit", "--memory", "1000");
		assertFails("needs at least", "--size", "26754", "--evaluations", "1");
		assertFails("Of --content and --style only one is given", "--content", content);
		assertFails("does not exist", "--content", "nowhere.png", "--style", style);
		assertFails("--content is empty", "--content", "", "--style", style);
		assertFails("is no .tif", "--gradient", folder.resolve("g.png").toString());
		assertFails("Unknown layer \"relu1\"", "--style_layers", "relu1");
		assertFails("There is no network \"x\"", "--network", "x", "--models", folder.toString());
		assertFails("--stroke_size", "--stroke_size", "64");
	}

	// -- Helper methods --

	private PlanarImage resized(final String file) {
		return Resampling.resize(DisplayedPlane.of(ImageFiles.open(Path.of(file), "x"), "x"), 32, 32);
	}

	private JsonObject measure(final String... args) {
		assertEquals(0, run(args), () -> err);
		return JsonParser.parseString(out).getAsJsonObject();
	}

	/** Size and number of evaluations are added where they are not given. */
	private void assertFails(final String part, final String... args) {
		final boolean sized = Arrays.asList(args).contains("--size");
		final Stream<String> size = sized ? Stream.empty() : Stream.of("--size", "32", "--evaluations", "1");
		assertEquals(1, run(Stream.concat(Arrays.stream(args), size).toArray(String[]::new)), () -> out + err);
		final String last = err.strip().substring(err.strip().lastIndexOf('\n') + 1);
		assertTrue(last.contains(part), err);
		assertTrue(out.isEmpty() && !err.contains("\tat "), out + err);
	}

	private int run(final String... args) {
		final ByteArrayOutputStream o = new ByteArrayOutputStream();
		final ByteArrayOutputStream e = new ByteArrayOutputStream();
		final int code = new Main(new PrintStream(o, true), new PrintStream(e, true)).execute(Stream.concat(Stream.of(
			"benchmark"), Arrays.stream(args)).toArray(String[]::new));
		out = o.toString(StandardCharsets.UTF_8);
		err = e.toString(StandardCharsets.UTF_8);
		return code;
	}
}
