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

import io.github.styletransfer.network.WeightsException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A file of tensors that exists in memory only. */
final class FakeFile implements TensorFile {

	final Map<String, long[]> shapes = new LinkedHashMap<>();
	final Map<String, float[]> values = new LinkedHashMap<>();
	final Map<String, String> metadata = new LinkedHashMap<>();

	/** The narrow network under the names that a pattern of the original ones gives. */
	static FakeFile of(final TensorFile original) {
		final FakeFile fake = new FakeFile();
		for (final String name : original.names()) fake.put(name, original.shape(name), original.floats(name));
		return fake;
	}

	FakeFile put(final String name, final long[] shape, final float[] numbers) {
		shapes.put(name, shape);
		values.put(name, numbers);
		return this;
	}

	/** Random numbers of a shape. */
	FakeFile put(final String name, final long... shape) {
		int count = 1;
		for (final long axis : shape) count *= axis;
		final Random random = new Random(name.hashCode());
		final float[] numbers = new float[count];
		for (int i = 0; i < count; i++) numbers[i] = random.nextFloat() - .5f;
		return put(name, shape, numbers);
	}

	FakeFile remove(final String name) {
		shapes.remove(name);
		values.remove(name);
		return this;
	}

	FakeFile rename(final String regex, final String replacement) {
		final FakeFile renamed = new FakeFile();
		shapes.forEach((name, shape) -> renamed.put(name.replaceFirst(regex, replacement), shape, values.get(name)));
		return renamed;
	}

	@Override
	public String source() {
		return "fake file";
	}

	@Override
	public String format() {
		return "fake";
	}

	@Override
	public List<String> names() {
		return List.copyOf(shapes.keySet());
	}

	@Override
	public long[] shape(final String name) {
		if (!shapes.containsKey(name)) throw new WeightsException("The fake file lacks " + name + ".");
		return shapes.get(name);
	}

	@Override
	public float[] floats(final String name) {
		return values.get(name);
	}

	@Override
	public Map<String, String> metadata() {
		return metadata;
	}
}
