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
package io.github.styletransfer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

	@TempDir
	private Path empty;

	/** Asks twice, because Java's second answer to the same failure is a NoClassDefFoundError. */
	public static void main(final String[] args) {
		for (int i = 0; i < 2; i++) {
			try {
				OnnxRuntime.version();
			}
			catch (final EngineException e) {
				System.out.println(e.getMessage());
			}
		}
	}

	/** With 4000 characters ONNX Runtime 1.29 crashes Java if it starts on an ordinary thread. */
	@Test
	void longCommandLineDoesNotCrash() throws Exception {
		final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dlong=" +
			"x".repeat(50_000), "-cp", System.getProperty("java.class.path"), NativeLibraryTest.class.getName())
				.redirectErrorStream(true).start();
		final String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(java.waitFor(60, TimeUnit.SECONDS));
		assertEquals(0, java.exitValue(), output);
		assertEquals("", output);
	}

	@Test
	void missingNativeLibraryIsOneSentenceEveryTime() throws Exception {
		final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Donnxruntime.native.path=" + empty, "-cp", System.getProperty("java.class.path"), NativeLibraryTest.class
				.getName()).redirectErrorStream(true).start();
		final String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(java.waitFor(60, TimeUnit.SECONDS));
		final List<String> sentences = output.lines().filter(l -> l.contains("could not be loaded")).toList();
		assertEquals(2, sentences.size(), output);
		assertTrue(sentences.get(0).contains("ONNX Runtime's native library") && sentences.get(0).contains(System
			.getProperty("os.arch")), output);
		assertTrue(!output.contains("NoClassDefFoundError"), output);
	}
}
