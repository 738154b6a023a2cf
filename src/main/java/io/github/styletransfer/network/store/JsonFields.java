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

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of one JSON object, each checked as it is taken out; what is wrong is told in one sentence. */
final class JsonFields {

	private static final int MAX_TEXT = 4000;

	private final String owner;
	private final JsonObject object;

	/**
	 * @param owner what sentences call the object, for example {@code The catalogue "/x/catalogue.json"}
	 * @param object its fields
	 */
	private JsonFields(final String owner, final JsonObject object) {
		this.owner = owner;
		this.object = object;
	}

	/**
	 * @param owner what sentences call the object
	 * @param text a JSON object and nothing else
	 * @return its fields
	 * @throws StoreException if the text is something else
	 */
	static JsonFields parse(final String owner, final String text) {
		try (JsonReader reader = new JsonReader(new StringReader(text))) {
			final JsonElement element = new Gson().getAdapter(JsonElement.class).read(reader);
			if (reader.peek() == JsonToken.END_DOCUMENT && element instanceof JsonObject o) return new JsonFields(owner, o);
		}
		catch (final IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
			throw new StoreException(owner + " is not the JSON that is expected there: " + firstLine(e) + ".", e);
		}
		throw new StoreException(owner + " is not the JSON that is expected there: it must be one object in braces.");
	}

	/** @throws StoreException if there is a field of another name */
	void allow(final List<String> keys) {
		for (final String key : object.keySet()) {
			if (!keys.contains(key)) {
				throw refused("has the unknown field " + new JsonPrimitive(key) + " (known are " + String.join(", ", keys) + ")");
			}
		}
	}

	/** @throws StoreException if the field is missing or no text of one line */
	String text(final String key) {
		return optionalText(key).orElseThrow(() -> refused("lacks the field \"" + key + "\""));
	}

	/** @throws StoreException if the field is there and no text of one line */
	Optional<String> optionalText(final String key) {
		if (!object.has(key)) return Optional.empty();
		if (object.get(key) instanceof JsonPrimitive p && p.isString()) {
			final String text = p.getAsString();
			if (!text.isBlank() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl)) {
				return Optional.of(text);
			}
		}
		throw refused("has no line of text in \"" + key + "\"");
	}

	/** @throws StoreException if the field is there and no whole number above 0 */
	OptionalLong optionalCount(final String key) {
		if (!object.has(key)) return OptionalLong.empty();
		try {
			if (object.get(key) instanceof JsonPrimitive p && p.isNumber() && p.getAsString().length() < 20) {
				final long count = new BigDecimal(p.getAsString()).longValueExact();
				if (count > 0) return OptionalLong.of(count);
			}
		}
		catch (final ArithmeticException fraction) {
			throw refused("has no whole number above 0 in \"" + key + "\"");
		}
		throw refused("has no whole number above 0 in \"" + key + "\"");
	}

	/** @throws StoreException if the field is there and neither true nor false */
	boolean flag(final String key) {
		if (!object.has(key)) return false;
		if (object.get(key) instanceof JsonPrimitive p && p.isBoolean()) return p.getAsBoolean();
		throw refused("has neither true nor false in \"" + key + "\"");
	}

	/** @throws StoreException if the field is no list of three numbers */
	float[] threeNumbers(final String key) {
		if (!(object.get(key) instanceof JsonArray a) || a.size() != 3) throw refused("lacks three numbers in \"" + key + "\"");
		final float[] numbers = new float[3];
		for (int i = 0; i < 3; i++) {
			if (!(a.get(i) instanceof JsonPrimitive p) || !p.isNumber() || !Float.isFinite(p.getAsFloat())) {
				throw refused("has something else than a number in \"" + key + "\"");
			}
			numbers[i] = p.getAsFloat();
		}
		return numbers;
	}

	/** @throws StoreException if the field is there and no object */
	Optional<JsonFields> optionalObject(final String key) {
		if (!object.has(key)) return Optional.empty();
		if (object.get(key) instanceof JsonObject o) return Optional.of(new JsonFields(owner + ", \"" + key + "\",", o));
		throw refused("has no object in braces in \"" + key + "\"");
	}

	/** @throws StoreException if the field is no list of objects */
	List<JsonFields> objects(final String key, final String item) {
		if (!(object.get(key) instanceof JsonArray array)) throw refused("lacks the list \"" + key + "\"");
		final List<JsonFields> list = new ArrayList<>();
		for (final JsonElement e : array) {
			final String name = owner + ", " + item + " " + (list.size() + 1) + ",";
			if (!(e instanceof JsonObject o)) throw new StoreException(name + " is no object in braces.");
			list.add(new JsonFields(name, o));
		}
		return list;
	}

	/** @return an exception whose sentence names the object */
	StoreException refused(final String how) {
		return new StoreException(owner + " " + how + ".");
	}

	/** Gson adds a line with the address of a help page. */
	private static String firstLine(final Exception e) {
		final String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
		return message.lines().findFirst().orElse("").replaceFirst("^Use JsonReader\\.set\\S+ to accept ", "");
	}
}
