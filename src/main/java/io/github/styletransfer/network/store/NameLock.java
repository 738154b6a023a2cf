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
package io.github.styletransfer.network.store;

import io.github.styletransfer.io.AtomicFile;
import io.github.styletransfer.io.Reasons;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write one network's files: one thread of one program has it at a time. The lock is the operating system's,
 * on a file that stays, so it ends with the program that holds it, however that ends.
 */
final class NameLock implements AutoCloseable {

	private static final long POLL_MS = 100;
	/**
	 * Java's file locks are the whole program's; this set tells its threads apart. It is asked before the file is opened,
	 * because on Linux and macOS a program that closes a file a second time loses the lock that it has through the first.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final Path file;
	private final FileChannel channel;

	private NameLock(final Path file, final FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Waits until nobody else has the lock.
	 *
	 * @param file of the lock; it is made
	 * @param what is to be done, as the subject of a sentence
	 * @param monitor hears of the waiting and can end it
	 * @throws StoreException if the file cannot be made or locked
	 */
	static NameLock acquire(final Path file, final String what, final StoreMonitor monitor) {
		for (;;) {
			final Optional<NameLock> lock = tryAcquire(file);
			if (lock.isPresent()) return lock.get();
			monitor.onProgress(Step.WAITING, 0, 0);
			monitor.pause(POLL_MS, what);
		}
	}

	/** @return the lock, unless somebody has it */
	static Optional<NameLock> tryAcquire(final Path file) {
		final Path key = file.toAbsolutePath().normalize();
		if (!HELD.add(key)) return Optional.empty();
		boolean locked = false;
		try {
			final FileChannel channel = open(key);
			locked = channel != null;
			return Optional.ofNullable(channel).map(c -> new NameLock(key, c));
		}
		catch (final IOException e) {
			throw new StoreException("The folder \"" + key.getParent() + "\" cannot be written to: its \"" + key
				.getFileName() + "\" could not be made or locked (" + Reasons.of(e) + ").", e);
		}
		finally {
			if (!locked) HELD.remove(key);
		}
	}

	/** @return the locked file, or null if another program has the lock */
	private static FileChannel open(final Path file) throws IOException {
		AtomicFile.makeFolder(file.getParent());
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
		}
		catch (final OverlappingFileLockException e) {
			// a copy of this class under another class loader has it
		}
		finally {
			if (lock == null) channel.close();
		}
		return lock == null ? null : channel;
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw new StoreException("The file \"" + file + "\" could not be closed: " + Reasons.of(e) + ".", e);
		}
		finally {
			HELD.remove(file);
		}
	}
}
