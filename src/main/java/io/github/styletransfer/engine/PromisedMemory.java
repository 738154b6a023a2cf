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

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Memory that runs of this process have been promised, so that one that starts beside others does not count on what they are
 * still going to take. Where the system tells how large the process is, what they have taken already is not counted twice;
 * elsewhere all that was promised counts as still to come. May be used from any thread.
 */
public final class PromisedMemory {

	/** Of this process. */
	public static final PromisedMemory HERE = new PromisedMemory(() -> new Amount(MachineMemory.free(), MachineMemory
		.freeHeap()), () -> ProcessMemory.resident().orElse(0), PromisedMemory::usedHeap);

	private final Supplier<Amount> free;
	private final LongSupplier resident;
	private final LongSupplier heap;
	private final List<Promise> promises = new ArrayList<>();
	private Amount before = new Amount(0, 0);

	/**
	 * An amount of memory.
	 *
	 * @param bytes of the whole process
	 * @param heapBytes of them in Java's heap
	 */
	public record Amount(long bytes, long heapBytes) {}

	/** What one run may take until it ends. */
	public final class Promise implements AutoCloseable {

		private final Amount amount;
		private boolean shared;

		private Promise(final Amount amount) {
			this.amount = amount;
		}

		/** @return what was promised */
		public Amount amount() {
			return amount;
		}

		/** @return whether no other run had memory promised at any time since this one began */
		public boolean wasAlone() {
			synchronized (PromisedMemory.this) {
				return !shared;
			}
		}

		/** The run has ended. */
		@Override
		public void close() {
			synchronized (PromisedMemory.this) {
				promises.remove(this);
			}
		}
	}

	PromisedMemory(final Supplier<Amount> free, final LongSupplier resident, final LongSupplier heap) {
		this.free = free;
		this.resident = resident;
		this.heap = heap;
	}

	/**
	 * Looks how much is free and promises a part of it; nobody else is promised anything meanwhile.
	 *
	 * @param plan is given what is free for one more run, and answers what this run needs; what it throws is thrown on
	 * @return to be closed when the run ends
	 */
	public synchronized Promise promise(final UnaryOperator<Amount> plan) {
		if (promises.isEmpty()) before = new Amount(resident.getAsLong(), heap.getAsLong());
		final Promise promise = new Promise(plan.apply(free()));
		promises.add(promise);
		if (promises.size() > 1) promises.forEach(p -> p.shared = true);
		return promise;
	}

	// -- Helper methods --

	private Amount free() {
		final Amount now = free.get();
		return new Amount(now.bytes() - toCome(promises.stream().mapToLong(p -> p.amount.bytes()).sum(), resident
			.getAsLong() - before.bytes()), now.heapBytes() - toCome(promises.stream().mapToLong(p -> p.amount.heapBytes())
				.sum(), heap.getAsLong() - before.heapBytes()));
	}

	private static long toCome(final long promised, final long taken) {
		return Math.max(0, promised - Math.max(0, taken));
	}

	private static long usedHeap() {
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
