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

import io.github.styletransfer.network.store.Checksum.Algorithm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Checksums of whole files. */
final class Digests {

	private static final int BLOCK = 1 << 20;

	private Digests() {
		// no instances
	}

	/** @return the checksum of a file */
	static Checksum of(final Path file, final Algorithm algorithm, final StoreMonitor monitor) throws IOException {
		return all(file, monitor, algorithm).get(algorithm);
	}

	/** @return several checksums of a file, which is read once */
	static Map<Algorithm, Checksum> all(final Path file, final StoreMonitor monitor, final Algorithm... algorithms)
		throws IOException
	{
		final MessageDigest[] digests = Arrays.stream(algorithms).map(Algorithm::digest).toArray(MessageDigest[]::new);
		final long total = Files.size(file);
		final Throttle progress = new Throttle(monitor);
		final byte[] block = new byte[BLOCK];
		try (InputStream in = Files.newInputStream(file)) {
			long done = 0;
			for (int n = in.read(block); n >= 0; n = in.read(block)) {
				for (final MessageDigest d : digests) d.update(block, 0, n);
				done += n;
				monitor.checkCancelled("Checking \"" + file.getFileName() + "\"");
				progress.report(Step.CHECKING, done, total);
			}
		}
		final Map<Algorithm, Checksum> checksums = new EnumMap<>(Algorithm.class);
		for (int i = 0; i < digests.length; i++) checksums.put(algorithms[i], Checksum.of(algorithms[i], digests[i]));
		return checksums;
	}
}
