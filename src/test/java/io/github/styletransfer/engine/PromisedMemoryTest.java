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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.engine.PromisedMemory.Amount;
import io.github.styletransfer.engine.PromisedMemory.Promise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisedMemoryTest {

	private Amount free = new Amount(1000, 300);
	private long resident = 50;
	private long heap = 10;
	private final List<Amount> seen = new ArrayList<>();
	private final PromisedMemory memory = new PromisedMemory(() -> free, () -> resident, () -> heap);

	@Test
	void whoIsAloneSeesAllThatIsFree() {
		promise(400, 100).close();
		assertEquals(List.of(free), seen);
	}

	@Test
	void whatOthersArePromisedIsNotFree() {
		promise(400, 100);
		promise(500, 150);
		promise(0, 0);
		assertEquals(List.of(free, new Amount(600, 200), new Amount(100, 50)), seen);
	}

	@Test
	void whatOthersHaveTakenAlreadyIsNotCountedTwice() {
		promise(400, 100);
		resident += 300;
		heap += 100;
		free = new Amount(700, 200);
		promise(0, 0);
		assertEquals(new Amount(600, 200), seen.get(1));
	}

	@Test
	void whatIsTakenBeyondThePromiseGivesNothingBack() {
		promise(400, 100);
		resident += 600;
		free = new Amount(400, 300);
		promise(0, 0);
		assertEquals(new Amount(400, 200), seen.get(1));
	}

	@Test
	void whatIsGivenBackIsFreeAgain() {
		final Promise first = promise(400, 100);
		promise(100, 10);
		first.close();
		first.close();
		promise(0, 0);
		assertEquals(new Amount(900, 290), seen.get(2));
	}

	@Test
	void aRefusedPlanPromisesNothing() {
		assertThrows(IllegalStateException.class, () -> memory.promise(f -> {
			throw new IllegalStateException("too much");
		}));
		promise(0, 0);
		assertEquals(List.of(free), seen);
	}

	@Test
	void runsKnowWhetherTheyWereAlone() {
		final Promise first = promise(1, 1);
		assertTrue(first.wasAlone());
		final Promise second = promise(1, 1);
		first.close();
		assertFalse(first.wasAlone() || second.wasAlone());
		second.close();
		assertTrue(promise(1, 1).wasAlone());
	}

	@Test
	void theProcessTellsItsMemoryWhereTheSystemDoes(@TempDir final Path folder) throws Exception {
		final Path status = folder.resolve("status");
		assertTrue(ProcessMemory.read(status, "VmHWM:").isEmpty());
		Files.writeString(status, "Name:\tjava\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n");
		assertEquals(OptionalLong.of(2 * 1024 * 1024), ProcessMemory.read(status, "VmHWM:"));
		assertTrue(ProcessMemory.read(status, "VmSwap:").isEmpty());
		if (Files.exists(Path.of("/proc/self/status"))) {
			assertTrue(ProcessMemory.peak().getAsLong() >= ProcessMemory.resident().getAsLong() - 50_000_000);
			assertTrue(ProcessMemory.resident().getAsLong() > 10_000_000);
		}
	}

	private Promise promise(final long bytes, final long heapBytes) {
		return memory.promise(f -> {
			seen.add(f);
			return new Amount(bytes, heapBytes);
		});
	}
}
