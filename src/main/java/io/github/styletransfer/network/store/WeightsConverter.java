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

import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.SafetensorsWriter;
import io.github.styletransfer.network.format.WeightsReader;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads weights of every format that {@link WeightsReader} knows, with all of its checks, and writes safetensors. */
public final class WeightsConverter implements Converter {

	@Override
	public Output convert(final Input input, final Path target, final StoreMonitor monitor) throws IOException {
		final Weights read = WeightsReader.read(input.file(), input.known().given());
		monitor.checkCancelled("Storing \"" + input.name() + "\"");
		// by the file's name alone: where it lay is nobody's business
		final Weights weights = new Weights(read.architecture(), read.preprocessing(), input.file().getFileName().toString(),
			read.sha256(), read.tensors());
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
			SafetensorsWriter.write(out, weights, Map.of());
		}
		final Origin origin = weights.origin();
		return new Output(weights.architecture().name(), origin.key(), origin == Origin.OTHER ? Optional.of(weights
			.preprocessing()) : Optional.empty());
	}
}
