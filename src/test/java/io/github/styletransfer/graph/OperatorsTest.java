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
package io.github.styletransfer.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.styletransfer.network.Layer.Convolution;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {

	/** Channels in and out, kernel, stride, padding, groups. */
	@ParameterizedTest
	@CsvSource({ "256,256,3,1,1,1,true", "256,384,3,1,1,1,true", "255,256,3,1,1,1,false", "256,128,3,1,1,1,false",
		"512,512,1,1,0,1,false", "512,512,5,1,2,1,false", "512,512,3,2,1,1,false", "512,512,3,1,0,1,false",
		"512,512,3,1,2,1,false", "512,512,3,1,1,2,false" })
	void onlyWideThreeByThreeConvolutionsAreWinograd(final int inputs, final int outputs, final int kernel,
		final int stride, final int padding, final int groups, final boolean expected)
	{
		final Convolution c = new Convolution("c", "x", inputs, outputs, kernel, stride, padding, groups);
		assertEquals(expected, Operators.WINOGRAD.winograd(c));
		assertEquals(false, Operators.PLAIN.winograd(c));
	}
}
