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

import java.util.Optional;

/** The types of numbers that PyTorch stores, by the names that its files use. */
enum TorchType {

	FLOAT("FloatStorage", 4, FloatType.F32),
	HALF("HalfStorage", 2, FloatType.F16),
	BFLOAT16("BFloat16Storage", 2, FloatType.BF16),
	DOUBLE("DoubleStorage", 8, FloatType.F64),
	LONG("LongStorage", 8, null),
	INT("IntStorage", 4, null),
	SHORT("ShortStorage", 2, null),
	CHAR("CharStorage", 1, null),
	BYTE("ByteStorage", 1, null),
	BOOL("BoolStorage", 1, null);

	private final String storage;
	private final int bytes;
	private final FloatType floats;

	TorchType(final String storage, final int bytes, final FloatType floats) {
		this.storage = storage;
		this.bytes = bytes;
		this.floats = floats;
	}

	/** Bytes of one number. */
	int bytes() {
		return bytes;
	}

	/** How its numbers are read; empty for integers. */
	Optional<FloatType> floats() {
		return Optional.ofNullable(floats);
	}

	/** The type of a storage's class, as it is called in Python. */
	static Optional<TorchType> ofStorage(final String name) {
		for (final TorchType type : values()) {
			if (type.storage.equals(name)) return Optional.of(type);
		}
		return Optional.empty();
	}
}
