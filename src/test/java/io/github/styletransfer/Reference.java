package io.github.styletransfer;

import io.github.styletransfer.network.Safetensors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Files of src/test/resources/reference. */
public final class Reference {

	private Reference() {}

	public static Safetensors read(final String name) {
		try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name)) {
			return new Safetensors(name, ByteBuffer.wrap(in.readAllBytes()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static float[] values(final Safetensors file, final String name) {
		return file.floats(name, file.shape(name));
	}
}
