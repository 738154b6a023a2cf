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

import java.nio.ByteBuffer;

/** How floating-point numbers are stored. */
enum FloatType {

	/** IEEE 754 binary32. */
	F32(4) {
		@Override
		float at(final ByteBuffer bytes, final int index) {
			return bytes.getFloat(index);
		}

		@Override
		float[] all(final ByteBuffer bytes, final int count) {
			final float[] floats = new float[count];
			bytes.asFloatBuffer().get(floats);
			return floats;
		}
	},
	/** IEEE 754 binary16. */
	F16(2) {
		@Override
		float at(final ByteBuffer bytes, final int index) {
			return halfToFloat(bytes.getShort(index));
		}
	},
	/** The upper half of a binary32. */
	BF16(2) {
		@Override
		float at(final ByteBuffer bytes, final int index) {
			return Float.intBitsToFloat(bytes.getShort(index) << 16);
		}
	},
	/** IEEE 754 binary64, rounded to binary32. */
	F64(8) {
		@Override
		float at(final ByteBuffer bytes, final int index) {
			return (float) bytes.getDouble(index);
		}
	};

	private final int bytes;

	FloatType(final int bytes) {
		this.bytes = bytes;
	}

	/** Bytes of one number. */
	final int bytes() {
		return bytes;
	}

	/** The number that starts at a byte; the buffer's order counts. */
	abstract float at(ByteBuffer from, int index);

	/** The first numbers of a buffer whose position is 0; the buffer's order counts. */
	float[] all(final ByteBuffer from, final int count) {
		final float[] floats = new float[count];
		for (int i = 0; i < count; i++) floats[i] = at(from, i * bytes);
		return floats;
	}

	/**
	 * @param half bits of an IEEE 754 binary16 number
	 * @return the same number, exactly
	 */
	static float halfToFloat(final short half) {
		final int sign = (half & 0x8000) << 16;
		final int exponent = half >> 10 & 0x1f;
		final int fraction = half & 0x3ff;
		if (exponent == 0) { // zero and subnormal: fraction · 2^-24
			final float magnitude = fraction * 0x1p-24f;
			return sign == 0 ? magnitude : -magnitude;
		}
		if (exponent == 31) return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
		return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
	}
}
