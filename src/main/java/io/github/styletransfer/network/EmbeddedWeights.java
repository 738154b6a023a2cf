package io.github.styletransfer.network;

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

	static final String RESOURCE = "vgg16-oxford-f16.safetensors";
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
				throw new WeightsException("The embedded weights " + RESOURCE +
					" are missing from the plug-in's jar; install the plug-in again.");
			}
			return read(in.readAllBytes());
		}
		catch (final IOException e) {
			throw new WeightsException("The embedded weights " + RESOURCE +
				" could not be read from the plug-in's jar; install the plug-in again.", e);
		}
	}

	/** Split off so that a test can hand in damaged bytes. */
	static Weights read(final byte[] bytes) {
		final String found = sha256(bytes);
		if (!found.equals(SHA256)) {
			throw new WeightsException("The embedded weights " + RESOURCE + " are damaged: SHA-256 is " + found +
				", expected " + SHA256 + "; install the plug-in again.");
		}
		return Weights.of(new Safetensors(RESOURCE, ByteBuffer.wrap(bytes)), Architecture.VGG16, Preprocessing.OXFORD,
			found);
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
