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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged files end in one sentence: no other exception, no hang, and no memory beyond what the file itself justifies.
 * Formats with checksums of their values (PyTorch's zip) give the right values or none; in the others a flipped bit of a
 * value is a value like any other, which only the checksum of the whole file can tell.
 */
class DamagedFilesTest {

	private static final int SAMPLES = 1000;
	/** What the readers themselves need for a file of any length. */
	private static final long ALLOWANCE = 2_000_000;
	private static final int ALLOWED_PER_BYTE = 100;

	private static final Weights REFERENCE = WeightsReader.read(WeightFiles.path(WeightFiles.REFERENCE),
		WeightFiles.GIVEN);
	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@TempDir
	Path folder;

	static Stream<String> all() {
		return WeightFiles.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void everyTruncationIsRefused(final String name) throws IOException {
		final byte[] whole = Files.readAllBytes(WeightFiles.path(name));
		final Random random = new Random(1);
		IntStream.concat(IntStream.range(0, 200), random.ints(200, 200, whole.length)).forEach(length -> {
			final byte[] part = Arrays.copyOf(whole, length);
			assertThrows(WeightsException.class, () -> read(part), () -> name + " cut at " + length);
		});
	}

	/** One file for each reader, every byte of its descriptions at the beginning and the end, and samples of the rest. */
	@ParameterizedTest
	@CsvSource({ "narrow_f32.safetensors,2100,0", "keras_old.h5,2000,0", "keras_latest.h5,1500,0", "torch.onnx,1000,500",
		"typed.onnx,1000,500", "strided_zip.pth,600,900", "legacy.pth,2500,0" })
	void everyFlippedByteIsHarmless(final String name, final int head, final int tail) throws IOException {
		final byte[] bytes = Files.readAllBytes(WeightFiles.path(name));
		final Random random = new Random(2);
		final IntStream places = IntStream.concat(IntStream.range(0, head), IntStream.concat(IntStream.range(bytes.length -
			tail, bytes.length), random.ints(SAMPLES, head, bytes.length)));
		read(bytes); // what is loaded once is not the file's doing
		assertTimeoutPreemptively(Duration.ofMinutes(2), () -> places.forEach(place -> {
			final byte before = bytes[place];
			bytes[place] ^= 1 << random.nextInt(8);
			if (random.nextInt(4) == 0) bytes[place] = (byte) random.nextInt();
			harmless(bytes, name, place);
			bytes[place] = before;
		}));
	}

	private void harmless(final byte[] bytes, final String name, final int place) {
		final long allocated = THREADS.getCurrentThreadAllocatedBytes();
		try {
			final Weights weights = read(bytes);
			assertEquals(REFERENCE.tensors().keySet(), weights.tensors().keySet());
			if (isChecked(name)) {
				REFERENCE.tensors().forEach((tensor, values) -> assertArrayEquals(values, weights.tensors().get(tensor), name +
					" at " + place));
			}
		}
		catch (final WeightsException refusal) {
			assertTrue(refusal.getMessage().endsWith(".") && !refusal.getMessage().contains("\n"), refusal.getMessage());
		}
		catch (final Throwable other) {
			throw new AssertionError(name + " with another byte at " + place, other);
		}
		final long used = THREADS.getCurrentThreadAllocatedBytes() - allocated;
		assertTrue(used < ALLOWANCE + (long) ALLOWED_PER_BYTE * bytes.length, name + " with another byte at " + place +
			" took " + used + " bytes of memory");
	}

	private static boolean isChecked(final String name) {
		return name.endsWith(".pth") && !name.contains("legacy");
	}

	/** Archives are read from disk only. */
	private Weights read(final byte[] bytes) throws IOException {
		final FileBytes file;
		if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
			file = FileBytes.of(Files.write(folder.resolve("file"), bytes), "damaged");
		}
		else file = FileBytes.of("damaged", ByteBuffer.wrap(bytes));
		return WeightsReader.read(TensorFiles.open(file), "none", WeightFiles.GIVEN);
	}
}
