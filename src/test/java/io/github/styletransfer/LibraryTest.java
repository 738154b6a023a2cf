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
package io.github.styletransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import io.github.styletransfer.image.ImageFiles;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** What docs/library.md says runs: its Java, and the scripts for Fiji's Script Editor, through SciJava as Fiji runs them. */
class LibraryTest {

	private static final String IMPORTS = "import io.github.styletransfer.image.*;\n" +
		"import io.github.styletransfer.network.format.EmbeddedWeights;\nimport io.github.styletransfer.transfer.*;\n" +
		"import java.nio.file.Path;\n";

	@TempDir
	private Path folder;
	private Path content;
	private Path style;
	private Path output;

	/** As Fiji's scripting-groovy has it, which is not on Maven Central. */
	@Plugin(type = ScriptLanguage.class, name = "Groovy")
	public static class Groovy extends AdaptedScriptLanguage {

		/** Wraps Groovy's own engine. */
		public Groovy() {
			super("groovy");
		}
	}

	/** As Fiji's scripting-jython has it, which is not on Maven Central. */
	@Plugin(type = ScriptLanguage.class, name = "Python (Jython)")
	public static class Jython extends AdaptedScriptLanguage {

		/** Wraps Jython's own engine. */
		public Jython() {
			super("jython");
		}
	}

	@BeforeEach
	void files() {
		System.setProperty("java.awt.headless", "true");
		System.setProperty("python.import.site", "false"); // Jython without its library, which nobody needs here
		content = image("content.png", 40, 36);
		style = image("style.png", 30, 32);
		output = folder.resolve("result.png");
	}

	@Test
	void theJavaOfThePageCompilesAndRuns() throws Exception {
		final String page = Files.readString(Path.of("docs/library.md"));
		final String java = page.substring(page.indexOf("```java\n") + 8, page.indexOf("\n```\n"));
		assertTrue(java.lines().count() <= 10, "ten lines at most");
		final Path source = folder.resolve("Example.java");
		Files.writeString(source, IMPORTS + "public class Example { public static void main(String[] args) throws Exception {\n" +
			java + "\n} }\n");
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final ByteArrayOutputStream messages = new ByteArrayOutputStream();
		assertEquals(0, compiler.run(null, messages, messages, "-proc:none", "-cp", System.getProperty("java.class.path"),
			source.toString()), () -> messages.toString(StandardCharsets.UTF_8));
		final String printed = printedBy("Example");
		assertTrue(printed.contains("Level 1 of 1, iteration 2 of 2, loss ") && printed.contains("conv5_1=") && printed.contains(
			"\n40 x 36\n"), printed);
		assertEquals(40, ImageFiles.open(output, "result").getWidth());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Stylise_Script.groovy", "Stylise_Script.py" })
	void scriptsForTheScriptEditorRun(final String name) throws Exception {
		final Path script = Path.of("docs/scripts", name);
		try (Context context = new Context(ScriptService.class)) {
			final ScriptModule done = context.service(ScriptService.class).run(script.toFile(), true, Map.of("content_file", content
				.toFile(), "style_file", style.toFile(), "result_file", output.toFile(), "iterations", 2)).get();
			assertEquals("2 iterations, 40 x 36 pixels", done.getOutput("summary"));
		}
		assertEquals(40, ImageFiles.open(output, "result").getWidth());
	}

	// -- Helper methods --

	private String printedBy(final String type) throws Exception {
		final PrintStream before = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, getClass().getClassLoader())) {
			System.setOut(new PrintStream(printed, true));
			loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) new String[] { content.toString(), style
				.toString(), output.toString(), "2" });
		}
		catch (final InvocationTargetException e) {
			throw new AssertionError(e.getCause());
		}
		finally {
			System.setOut(before);
		}
		return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	private Path image(final String name, final int width, final int height) {
		final Random random = new Random(name.length());
		final int[] pixels = random.ints((long) width * height, 0, 0x1000000).toArray();
		final Path file = folder.resolve(name);
		ImageFiles.save(new ImagePlus(name, new ColorProcessor(width, height, pixels)), file);
		return file;
	}
}
