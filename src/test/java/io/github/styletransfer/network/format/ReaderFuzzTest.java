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
package io.github.styletransfer.network.format;

import com.code_intelligence.jazzer.junit.FuzzTest;

import com.sun.management.ThreadMXBean;

import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes whatever are read or refused: no other exception, no memory beyond what they justify, no hang. Jazzer changes
 * the files of WeightFiles and goes where new code is reached; {@code mvn test} gives it a few seconds in a process of its
 * own. The same for an hour:
 *
 * <pre>
 * JAZZER_FUZZ=1 JAZZER_MAX_DURATION=1h mvn -B test -Dtest=ReaderFuzzTest
 * </pre>
 *
 * What it finds is written into the project's folder ({@code crash-…}); it belongs into {@link DamagedFilesTest} then.
 */
class ReaderFuzzTest {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private static final long ALLOWANCE = 40_000_000;
	private static final int ALLOWED_PER_BYTE = 200;
	private static final long ALLOWED_NANOSECONDS = 20_000_000_000L;

	static { // what Jazzer does to a class when it is loaded is not the file's doing
		seeds().forEach(ReaderFuzzTest::readOrRefuse);
	}

	static Stream<byte[]> seeds() {
		return WeightFiles.ALL.stream().map(name -> {
			try {
				return Files.readAllBytes(WeightFiles.path(name));
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "6s")
	void anyBytesAreReadOrRefused(final byte[] bytes) {
		check(bytes);
	}

	static void check(final byte[] bytes) {
		final long begin = System.nanoTime();
		final long allocated = THREADS.getCurrentThreadAllocatedBytes();
		readOrRefuse(bytes);
		final long used = THREADS.getCurrentThreadAllocatedBytes() - allocated;
		if (used > ALLOWANCE + ALLOWED_PER_BYTE * (long) bytes.length) throw new AssertionError(used + " bytes of memory");
		if (System.nanoTime() - begin > ALLOWED_NANOSECONDS) throw new AssertionError("It took too long.");
	}

	private static void readOrRefuse(final byte[] bytes) {
		final boolean archive = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K'; // read from disk only
		try {
			final Path file = archive ? Files.write(Files.createTempFile("fuzz", ""), bytes) : null;
			try {
				final TensorFile tensors = TensorFiles.open(archive ? FileBytes.of(file, "fuzz") : FileBytes.of("fuzz", ByteBuffer.wrap(
					bytes)));
				for (final String name : tensors.names()) readOrRefuse(tensors, name);
			}
			finally {
				if (archive) Files.delete(file);
			}
		}
		catch (final WeightsException refused) {
			// that is right
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void readOrRefuse(final TensorFile tensors, final String name) {
		try {
			tensors.shape(name);
			tensors.floats(name);
		}
		catch (final WeightsException refused) {
			// that is right
		}
	}
}
