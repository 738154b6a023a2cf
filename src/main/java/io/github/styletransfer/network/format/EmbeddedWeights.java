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
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The VGG-16 inside the package: the 13 convolutions of the Oxford weights, kernels rounded to float16, biases float32
 * (CC BY 4.0, Visual Geometry Group, University of Oxford; the licence lies beside the resource). Made by
 * {@code src/tools/make_weights.py}.
 */
public final class EmbeddedWeights {

	static final String RESOURCE = "/io/github/styletransfer/network/vgg16-oxford-f16.safetensors";
	private static final String NAME = RESOURCE.substring(RESOURCE.lastIndexOf('/') + 1);
	/** Of the whole resource; {@code make_weights.py} prints it. */
	static final String SHA256 = "4a537acc895c59011740708a1282c83c29e624a1f5a94400c5abca3563c29c72";

	private EmbeddedWeights() {
		// no instances
	}

	/**
	 * Reads the resource and checks it; takes about a third of a second.
	 *
	 * @return VGG-16
	 * @throws WeightsException if the resource is missing or its checksum is another than it was when it was made
	 */
	public static Weights vgg16() {
		try (InputStream in = EmbeddedWeights.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new WeightsException("The embedded weights " + NAME +
					" are missing from the plug-in's jar; install the plug-in again.");
			}
			return read(in.readAllBytes());
		}
		catch (final IOException e) {
			throw new WeightsException("The embedded weights " + NAME +
				" could not be read from the plug-in's jar; install the plug-in again.", e);
		}
	}

	/** Split off so that a test can hand in damaged bytes. */
	static Weights read(final byte[] bytes) {
		final String found = sha256(bytes);
		if (!found.equals(SHA256)) {
			throw new WeightsException("The embedded weights " + NAME + " are damaged: SHA-256 is " + found +
				", expected " + SHA256 + "; install the plug-in again.");
		}
		return WeightsReader.read(new Safetensors(NAME, ByteBuffer.wrap(bytes)), found, Given.NOTHING.network(
			Architecture.VGG16).origin(Origin.OXFORD));
	}

	private static String sha256(final byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256.", e);
		}
	}
}
