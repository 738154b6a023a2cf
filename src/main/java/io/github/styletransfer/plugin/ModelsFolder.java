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
package io.github.styletransfer.plugin;

import ij.IJ;

import io.github.styletransfer.network.store.ModelStore;
import io.github.styletransfer.network.store.NetworkLibrary;
import io.github.styletransfer.network.store.WeightsConverter;
import io.github.styletransfer.transfer.Option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where networks are stored. In ImageJ and Fiji: in the folder that the system property {@code styletransfer.models} names,
 * else in {@code models} of the application's own folder. On the command line: in the folder that {@code --models} names,
 * else in the property's, else in {@code .style-transfer/models} of the user's home.
 */
final class ModelsFolder {

	static final String PROPERTY = "styletransfer.models";

	private ModelsFolder() {
		// no instances
	}

	/** @return the folder of the application, which need not exist */
	static Path current() {
		final String imageJ = IJ.getDirectory("imagej"); // where there is no application, the working directory
		return property().orElseGet(() -> imageJ == null ? home() : Path.of(imageJ, "models"));
	}

	/**
	 * @param given what the command line says
	 * @return the folder of the command line, which need not exist
	 * @throws IllegalArgumentException if it is no path
	 */
	static Path ofCommandLine(final Optional<String> given) {
		return given.map(ModelsFolder::of).or(ModelsFolder::property).orElseGet(ModelsFolder::home);
	}

	/** @return the store in the present folder */
	static ModelStore store() {
		return store(current());
	}

	/**
	 * @param models the folder
	 * @return the store in it
	 */
	static ModelStore store(final Path models) {
		return new ModelStore(models, new WeightsConverter());
	}

	/** @return the networks that can be used */
	static NetworkLibrary library() {
		return new NetworkLibrary(store());
	}

	private static Optional<Path> property() {
		return Optional.of(System.getProperty(PROPERTY, "")).filter(p -> !p.isBlank()).map(ModelsFolder::of);
	}

	private static Path home() {
		return Path.of(System.getProperty("user.home"), ".style-transfer", "models");
	}

	private static Path of(final String text) {
		try {
			if (!text.isBlank()) return Path.of(text.strip());
		}
		catch (final InvalidPathException e) {
			throw Option.MODELS.refused(text);
		}
		throw Option.MODELS.refused(text);
	}
}
