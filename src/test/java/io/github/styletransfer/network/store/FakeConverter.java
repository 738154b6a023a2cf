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

import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * "Converts" files that say {@code weights NETWORK} in their first line, and perhaps an origin; the result is the file
 * backwards, so that source and result cannot be mixed up.
 */
class FakeConverter implements Converter {

	final AtomicInteger calls = new AtomicInteger();

	static byte[] file(final String network, final String origin, final int length) {
		final byte[] file = DownloaderTest.bytes(7, length);
		final byte[] head = ("weights " + network + " " + origin + "\n").getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(head, 0, file, 0, head.length);
		return file;
	}

	static byte[] reversed(final byte[] bytes) {
		final byte[] reversed = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) reversed[i] = bytes[bytes.length - 1 - i];
		return reversed;
	}

	@Override
	public Output convert(final Input input, final Path target, final StoreMonitor monitor) throws IOException {
		calls.incrementAndGet();
		final byte[] bytes = Files.readAllBytes(input.file());
		final String[] head = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 2)[0].split(" ", -1);
		if (head.length != 3 || !head[0].equals("weights")) {
			throw new WeightsException("The weights " + input.name() + " are damaged.");
		}
		final String origin = head[2].isEmpty() ? input.known().origin().orElseThrow(() -> new WeightsException(
			"The origin of " + input.name() + " is not known.")) : head[2];
		Files.write(target, reversed(bytes));
		return new Output(head[1], origin, origin.equals("other") ? input.known().preprocessing() : Optional.empty());
	}
}
