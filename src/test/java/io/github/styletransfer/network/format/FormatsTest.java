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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.styletransfer.network.Weights;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same weights in every format. */
class FormatsTest {

	private static final Weights REFERENCE = WeightsReader.read(WeightFiles.path(WeightFiles.REFERENCE),
		WeightFiles.GIVEN);

	static Stream<String> all() {
		return WeightFiles.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("all")
	void everyFormatGivesTheSameTensorsToTheLastBit(final String name) {
		final Weights weights = WeightsReader.read(WeightFiles.path(name), WeightFiles.GIVEN);
		assertEquals(REFERENCE.tensors().keySet(), weights.tensors().keySet());
		assertEquals(26, weights.tensors().size());
		REFERENCE.tensors().forEach((tensor, values) -> assertArrayEquals(values, weights.tensors().get(tensor),
			tensor));
	}

	/** Read off the file by eye, so that not all readers can be wrong in the same way. */
	@Test
	void theReferenceHasWhatPythonWrote() {
		final float[] kernel = REFERENCE.tensors().get("conv1_2.weight");
		assertEquals(-0.2578125f, kernel[0]);
		assertEquals(-0.1943359375f, kernel[(2 * 3 + 1) * 9 + 2 * 3]); // [2, 1, 2, 0]
	}

	@ParameterizedTest
	@CsvSource({ "narrow_f16.safetensors,safetensors", "keras_old.h5,HDF5", "torch.onnx,ONNX", "zip.pth,PyTorch",
		"legacy.pth,PyTorch" })
	void theFormatIsNamed(final String name, final String format) {
		assertEquals(format, TensorFiles.open(WeightFiles.path(name)).format());
	}

	@Test
	void kerasKernelsAreTurnedToOurOrder() {
		assertArrayEquals(new long[] { 4, 3, 3, 3 }, TensorFiles.open(WeightFiles.path("keras_old.h5")).shape(
			"block2_conv1.weight"));
	}

	@Test
	void tensorsThatAreNoNumbersOfFloatingPointAreRefusedWhenAskedForOnly() {
		final TensorFile file = TensorFiles.open(WeightFiles.path("strided_zip.pth"));
		assertArrayEquals(new long[0], file.shape("batches"));
		WeightFiles.assertRefused(() -> file.floats("batches"), "batches", "LONG", "FLOAT, HALF");
	}
}
