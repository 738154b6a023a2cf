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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The processor's cores, which the runs of a process share: a run that is alone has all; runs at the same time have equal
 * parts of them, at least one core each. A run that was given a number of threads has that many, and the others share what is
 * left. May be used from any thread.
 */
public final class Cores {

	/** Those of this computer. */
	public static final Cores HERE = new Cores(physical(Path.of("/sys/devices/system/cpu")), System::nanoTime);

	/** Of ONNX Runtime: one thread on each physical core, and bound to it. */
	private static final int ALL = 0;
	/** A session that gets another number of threads is loaded anew, half a second; short runs beside it shall not cause that. */
	private static final long SETTLED_NS = 3_000_000_000L;

	private final int count;
	private final LongSupplier clock;
	private final List<Share> shares = new ArrayList<>();

	/**
	 * @param count of cores, at least 1
	 * @param clock in nanoseconds
	 */
	Cores(final int count, final LongSupplier clock) {
		this.count = count;
		this.clock = clock;
	}

	/** @return how many there are */
	public int count() {
		return count;
	}

	/** A run's part, until it is closed. */
	public final class Share implements IntSupplier, AutoCloseable {

		private final int wanted;
		private int threads;
		/** Whether another number is due, and since when. */
		private boolean waiting;
		private long since;

		private Share(final int wanted) {
			this.wanted = wanted;
		}

		/**
		 * @return threads that the run may use now; 0 for one on each physical core. When another run begins or ends, the number
		 *         changes three seconds later.
		 */
		@Override
		public int getAsInt() {
			synchronized (Cores.this) {
				if (waiting && clock.getAsLong() - since >= SETTLED_NS) {
					threads = due(this);
					waiting = false;
				}
				return threads;
			}
		}

		private void look() {
			final boolean differs = due(this) != threads;
			if (differs && !waiting) since = clock.getAsLong();
			waiting = differs;
		}

		/** Leaves the cores to the other runs. */
		@Override
		public void close() {
			synchronized (Cores.this) {
				shares.remove(this);
				shares.forEach(Share::look);
			}
		}
	}

	/**
	 * A run begins.
	 *
	 * @param threads that it was given; 0 for its part of the cores
	 * @return its part; to be closed when it ends
	 * @throws IllegalArgumentException if the number is negative
	 */
	public synchronized Share join(final int threads) {
		if (threads < 0) {
			throw new IllegalArgumentException("threads is " + threads + "; it must be 0 (its part of the cores) or more.");
		}
		final Share share = new Share(threads);
		shares.add(share);
		share.threads = due(share);
		shares.forEach(Share::look);
		return share;
	}

	// -- Helper methods --

	/** What is left over in the division goes to those that came first. */
	private int due(final Share share) {
		if (share.wanted > 0) return share.wanted;
		if (shares.size() <= 1) return ALL;
		final List<Share> sharing = shares.stream().filter(s -> s.wanted == 0).toList();
		final int left = count - shares.stream().mapToInt(s -> s.wanted).sum();
		final int place = sharing.indexOf(share);
		return Math.max(1, left / sharing.size() + (place < left % sharing.size() ? 1 : 0));
	}

	/**
	 * Linux names the threads of each core; elsewhere Java's number is taken, which counts every hardware thread.
	 *
	 * @param folder of the processors, as Linux has it
	 * @return cores that this process may use
	 */
	static int physical(final Path folder) {
		final int usable = Runtime.getRuntime().availableProcessors();
		final Set<String> cores = new HashSet<>();
		for (int i = 0;; i++) {
			final Path siblings = folder.resolve("cpu" + i).resolve("topology").resolve("thread_siblings_list");
			if (!Files.exists(siblings)) break;
			try {
				cores.add(Files.readString(siblings));
			}
			catch (final IOException e) {
				return usable;
			}
		}
		return cores.isEmpty() ? usable : Math.min(usable, cores.size());
	}
}
