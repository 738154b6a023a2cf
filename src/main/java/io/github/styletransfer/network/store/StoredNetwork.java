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

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import io.github.styletransfer.network.Preprocessing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A network of the models folder: what the note beside its file says. Immutable.
 *
 * @param name that users choose it by; its file is {@code NAME.safetensors}, its note {@code NAME.json}
 * @param network its architecture, for example {@code VGG-16}
 * @param origin one of {@link CatalogueEntry#ORIGINS}
 * @param preprocessing what its input is, there if and only if the origin is {@code other}
 * @param source the address or the name of the file that it was made of
 * @param sourceChecksum of that file
 * @param sha256 of the safetensors file, 64 lower-case hexadecimal digits
 * @param size of the safetensors file in bytes
 * @param licence SPDX identifier, or {@code unknown}
 * @param attribution who made it, one line
 * @param date when it was stored, in UTC
 */
public record StoredNetwork(String name, String network, String origin, Optional<Preprocessing> preprocessing,
	String source, Checksum sourceChecksum, String sha256, long size, String licence, String attribution, Instant date)
{

	private static final List<String> KEYS = List.of("name", "network", "origin", "preprocessing", "source",
		"source_checksum", "sha256", "size", "licence", "attribution", "date");

	/**
	 * @param owner what sentences call the note
	 * @param text of the note
	 * @return what it says
	 * @throws StoreException if it is damaged
	 */
	static StoredNetwork parse(final String owner, final String text) {
		final JsonFields fields = JsonFields.parse(owner, text);
		fields.allow(KEYS);
		try {
			return new StoredNetwork(NetworkNames.checked(fields.text("name")), fields.text("network"), fields.text("origin"),
				PreprocessingJson.read(fields), fields.text("source"), Checksum.parse(fields.text("source_checksum")), Checksum
					.parse("sha256:" + fields.text("sha256")).hex(), fields.optionalCount("size").orElseThrow(() -> fields.refused(
						"lacks the field \"size\"")), fields.text("licence"), fields.text("attribution"), Instant.parse(fields.text(
							"date")));
		}
		catch (final IllegalArgumentException | DateTimeParseException e) {
			throw fields.refused("is damaged: " + e.getMessage().replaceFirst("\\.$", ""));
		}
	}

	/** @return what is known of its weights */
	Hints hints() {
		return new Hints(Optional.of(network), Optional.of(origin), preprocessing);
	}

	/** @return the text of its note */
	String toJson() {
		final JsonObject json = new JsonObject();
		json.addProperty("name", name);
		json.addProperty("network", network);
		json.addProperty("origin", origin);
		preprocessing.ifPresent(p -> PreprocessingJson.write(json, p));
		json.addProperty("source", source);
		json.addProperty("source_checksum", sourceChecksum.toString());
		json.addProperty("sha256", sha256);
		json.addProperty("size", size);
		json.addProperty("licence", licence);
		json.addProperty("attribution", attribution);
		json.addProperty("date", date.toString());
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
	}
}
