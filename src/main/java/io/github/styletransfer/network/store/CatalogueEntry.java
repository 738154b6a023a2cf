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

import io.github.styletransfer.network.Preprocessing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One set of published weights. Immutable.
 *
 * @param name that users and macros choose it by, the name of a file
 * @param network its architecture, for example {@code VGG-16}
 * @param origin who trained it, which decides about its input: one of {@link #ORIGINS}
 * @param address of the file; none for import only
 * @param size of the file in bytes, if it is known to the byte
 * @param maximumSize of the file in bytes; a server that sends more is cut off
 * @param checksum of the file; without one it is not downloaded
 * @param licence SPDX identifier; {@link Licence} has the texts
 * @param attribution who made it, where it comes from and what was changed, one line
 * @param embedded whether it is inside the plug-in
 * @param preprocessing what its input is, there if and only if the origin is {@code other}
 */
public record CatalogueEntry(String name, String network, String origin, Optional<URI> address, OptionalLong size,
	long maximumSize, Optional<Checksum> checksum, String licence, String attribution, boolean embedded,
	Optional<Preprocessing> preprocessing)
{

	/** Who trained a network, as text. */
	public static final List<String> ORIGINS = List.of("oxford", "torchvision", "onnx-zoo", "bvlc", "other");
	/** Of a file whose size the catalogue does not say: twice the largest published VGG. */
	static final long LARGEST = 1_200_000_000;

	/** @return whether it can be downloaded: nothing is fetched that cannot be checked */
	public boolean isDownloadable() {
		return !embedded && address.isPresent() && checksum.isPresent();
	}
}
