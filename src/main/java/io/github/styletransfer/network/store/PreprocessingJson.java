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
package io.github.styletransfer.network.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.styletransfer.network.Preprocessing;

import java.util.List;
import java.util.Optional;

/**
 * The input of a network as JSON: {@code {"channels": "BGR", "mean": [103.9, 116.8, 123.7], "scale": [1, 1, 1]}}, in the
 * network's order of channels, for values 0…255.
 */
final class PreprocessingJson {

	private static final String KEY = "preprocessing";

	private PreprocessingJson() {
		// no instances
	}

	static Optional<Preprocessing> read(final JsonFields owner) {
		return owner.optionalObject(KEY).map(fields -> {
			fields.allow(List.of("channels", "mean", "scale"));
			final String channels = fields.text("channels");
			if (!channels.equals("BGR") && !channels.equals("RGB")) {
				throw fields.refused("has the channels \"" + channels + "\"; they must be BGR or RGB");
			}
			return new Preprocessing("other", channels.equals("BGR"), fields.threeNumbers("mean"), fields.threeNumbers("scale"));
		});
	}

	static void write(final JsonObject owner, final Preprocessing preprocessing) {
		final JsonObject object = new JsonObject();
		object.addProperty("channels", preprocessing.bgr() ? "BGR" : "RGB");
		object.add("mean", numbers(preprocessing.mean()));
		object.add("scale", numbers(preprocessing.scale()));
		owner.add(KEY, object);
	}

	private static JsonArray numbers(final float[] values) {
		final JsonArray array = new JsonArray();
		for (final float v : values) array.add(v);
		return array;
	}
}
