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

import io.github.styletransfer.network.Origin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Published weights by what cannot be mistaken: the checksum of the file, or of the first convolution's numbers. */
final class KnownWeights {

	/** SHA-256 of whole files. */
	private static final Map<String, Origin> FILES = Map.of(
		"397923af8e79cdbb6a7127f12361acd7a2f83e06b05044ddf496e83de57a5bf0", Origin.TORCHVISION, // vgg16-397923af.pth
		"dcbb9e9dad569fff7a846263a77324fc34978fea2bfb039c012d710e1776ae44", Origin.TORCHVISION, // vgg19-dcbb9e9d.pth
		"57b026918159a6bf9faf8405c3a551903768e7138989d9c6224a14227203fad8", Origin.TORCHVISION, // timm's vgg16.tv_in1k
		"722c42f53ca03a5480296bf8f9c85a151de3eed9ec982d7d2302ff6e2900c67b", Origin.ONNX_ZOO); // vgg16-12.onnx

	/**
	 * SHA-256 of the first kernel and bias as little-endian binary32, of Oxford's VGG-16 and VGG-19: as published, the
	 * kernel rounded to binary16, and both rounded to binary16. The kernel is in, because the same numbers circulate with
	 * the channels turned to RGB.
	 */
	private static final Set<String> OXFORD = Set.of("49ff6ccab561ee255bddf9c6c300ad8181dddf5228b81a2abe7ac68e1fa73281",
		"109ace03c1e518a14cb5080dea954aba695b06f3960a608dc7f32b0194e60158",
		"319cd585aa56645a955136b6adca32720a96340bdf02df49f5d44184b1aae10f",
		"dd5c6eb7091a84de1e7c43f3bdba195a4e7652075a262a6168a36bd359c277e6",
		"c7da48bafb46f2131fa427ea88ca8d1fc44d4147c165573b6cfb322122d89be0",
		"b74adb1e821b2cc1c2e8901a6d4d9943ea3dd95af7a0e14c7be2caac65653605");

	private KnownWeights() {
		// no instances
	}

	/** @return who published the file of this checksum, if it is known */
	static Optional<Origin> bySha256(final String sha256) {
		return Optional.ofNullable(FILES.get(sha256));
	}

	/** @return who trained the first convolution, [O, 3, H, W] and [O], if it is known */
	static Optional<Origin> byFirstLayer(final float[] kernel, final float[] bias) {
		return OXFORD.contains(fingerprint(kernel, bias)) ? Optional.of(Origin.OXFORD) : Optional.empty();
	}

	/** @return whether the first convolution is Oxford's, but takes red first */
	static boolean isOxfordInRgb(final float[] kernel, final float[] bias) {
		final int area = kernel.length / bias.length / 3;
		final float[] turned = new float[kernel.length];
		for (int i = 0; i < kernel.length; i++) {
			final int channel = i / area % 3;
			turned[i + (2 - 2 * channel) * area] = kernel[i];
		}
		return OXFORD.contains(fingerprint(turned, bias));
	}

	static String fingerprint(final float[] kernel, final float[] bias) {
		final ByteBuffer bytes = ByteBuffer.allocate(4 * (kernel.length + bias.length)).order(ByteOrder.LITTLE_ENDIAN);
		for (final float k : kernel) bytes.putFloat(k);
		for (final float b : bias) bytes.putFloat(b);
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256.", e);
		}
	}
}
