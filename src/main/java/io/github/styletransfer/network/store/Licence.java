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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a licence asks, in a few lines of our own, and where its full text is. The texts are resources, a file each.
 *
 * @param id SPDX identifier, for example {@code CC-BY-4.0}
 * @param title its name
 * @param address of the full text
 * @param text title, identifier, address and what it asks, several lines
 */
public record Licence(String id, String title, String address, String text) {

	/**
	 * @param id SPDX identifier
	 * @return the licence, if it is one of those of the catalogue
	 */
	public static Optional<Licence> of(final String id) {
		if (!id.matches("[A-Za-z0-9.+-]{1,60}")) return Optional.empty();
		try (InputStream in = Licence.class.getResourceAsStream("licences/" + id + ".txt")) {
			if (in == null) return Optional.empty();
			final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			final String[] lines = text.split("\n", 4);
			return Optional.of(new Licence(id, lines[0], lines[2], text));
		}
		catch (final IOException e) {
			throw new UncheckedIOException("The licence " + id + " could not be read from the plug-in's jar.", e);
		}
	}
}
