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
