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

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.WeightsException;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.function.Executable;

/** Files of src/test/resources/format: one narrow network in every format, made by make_weight_files.py. */
final class WeightFiles {

	static final Architecture NARROW = Architecture.vgg("narrow", new int[][] { { 3, 3 }, { 4, 4 }, { 4, 4, 4 }, { 5, 5,
		5 }, { 5, 5, 5 } });

	/** The network is given, because no published one is so narrow. */
	static final Given GIVEN = Given.NOTHING.network(NARROW).origin(Origin.OXFORD);

	/** What the others are compared with. */
	static final String REFERENCE = "narrow_f32.safetensors";

	static final List<String> ALL = List.of(REFERENCE, "narrow_f16.safetensors", "narrow_bf16.safetensors",
		"narrow_f64.safetensors", "keras_old.h5", "keras_new.h5", "keras_latest.h5", "torch.onnx", "tf2onnx.onnx",
		"constants_raw.onnx", "typed.onnx", "zip.pth", "legacy.pth", "strided_zip.pth", "strided_legacy.pth",
		"checkpoint.pth", "protocol4.pth");

	private WeightFiles() {}

	static Path path(final String name) {
		try {
			return Path.of(WeightFiles.class.getResource("/format/" + name).toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** One sentence that has all parts. */
	static void assertRefused(final Executable action, final String... parts) {
		final String message = assertThrows(WeightsException.class, action).getMessage();
		for (final String part : parts) assertTrue(message.contains(part), message);
		assertTrue(message.endsWith(".") && !message.contains("\n"), message);
	}
}
