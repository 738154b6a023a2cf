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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes a safetensors file of a file of any format that this software reads. */
public interface Converter {

	/**
	 * A file to be converted.
	 *
	 * @param file that holds weights
	 * @param name what sentences call it
	 * @param known what is known of it already
	 */
	record Input(Path file, String name, Hints known) {}

	/**
	 * What a file turned out to hold.
	 *
	 * @param network its architecture, for example {@code VGG-16}
	 * @param origin one of {@link CatalogueEntry#ORIGINS}
	 * @param preprocessing what its input is, there if and only if the origin is {@code other}
	 */
	record Output(String network, String origin, Optional<Preprocessing> preprocessing) {}

	/**
	 * Called on the thread that asked for the download or import. What it throws reaches that caller, and the target is
	 * removed.
	 *
	 * @param input to be read; an origin that is neither known nor certain must be refused, not guessed
	 * @param target to be written, in our names and layout
	 * @param monitor may be told of {@link Step#CONVERTING} and asked whether to go on
	 * @return what the file holds
	 * @throws IOException if the file cannot be read or the target not be written
	 * @throws io.github.styletransfer.network.WeightsException if the file is not what it should be
	 */
	Output convert(Input input, Path target, StoreMonitor monitor) throws IOException;
}
