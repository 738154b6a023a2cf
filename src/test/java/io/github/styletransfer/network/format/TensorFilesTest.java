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
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFilesTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "with blanks in its name.bin", "größe_模型_☃.pth", "no-extension" })
	void everyNameWillDo(final String name) throws IOException {
		for (final String original : WeightFiles.ALL) {
			final Path copy = Files.createDirectories(folder.resolve("Ordner mit Ümläuten ☃")).resolve(name);
			Files.write(copy, Files.readAllBytes(WeightFiles.path(original)));
			assertEquals(26, WeightsReader.read(copy, WeightFiles.GIVEN).tensors().size());
			Files.delete(copy);
			assertFalse(Files.exists(copy)); // nothing holds it open
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "<!DOCTYPE html><html><head><title>404</title>|web page",
		"'  \n<html lang=en>'|web page", "<?xml version='1.0'?><Error><Code>NoSuchKey</Code>|web page",
		"'version https://git-lfs.github.com/spec/v1\noid sha256:57b0\nsize 553433881'|Git LFS pointer",
		"{\"error\": \"Invalid username or password.\"}|JSON", "weights|no known format", "P|no known format" })
	void whatStandsInThePlaceOfWeightsIsNamed(final String content, final String expected) throws IOException {
		final Path file = Files.write(folder.resolve("vgg16.safetensors"), content.getBytes(StandardCharsets.UTF_8));
		WeightFiles.assertRefused(() -> TensorFiles.open(file), expected, "vgg16.safetensors", "safetensors, Keras HDF5");
	}

	@ParameterizedTest
	@CsvSource({ "1f8b0800,gzip", "80047d942e,pickle that PyTorch did not save", "504b050600,no known format", "0000000000000000,no known format" })
	void otherBinaryFilesAreNamed(final String hex, final String expected) throws IOException {
		final Path file = Files.write(folder.resolve("weights"), HexFormat.of().parseHex(hex));
		WeightFiles.assertRefused(() -> TensorFiles.open(file), expected);
	}

	@Test
	void missingEmptyAndFolderAreRefused() throws IOException {
		WeightFiles.assertRefused(() -> TensorFiles.open(folder.resolve("none")), "none", "does not exist");
		WeightFiles.assertRefused(() -> TensorFiles.open(folder.resolve("part-1"), "VGG-19"), "\"VGG-19\" does not exist");
		WeightFiles.assertRefused(() -> TensorFiles.open(folder), "is a folder");
		final Path empty = Files.createFile(folder.resolve("empty"));
		WeightFiles.assertRefused(() -> TensorFiles.open(empty), "empty", "0 bytes");
	}

	@Test
	void aFileThatShrinksWhileItIsReadIsRefused() throws IOException {
		final Path file = Files.copy(WeightFiles.path("torch.onnx"), folder.resolve("shrinking"));
		final TensorFile opened = TensorFiles.open(file);
		Files.write(file, new byte[100]);
		WeightFiles.assertRefused(() -> opened.floats("features.28.weight"), "shrinking", "shorter");
	}

	/** A file of 4 GB, nearly all of it a hole that takes no room on the disk. */
	@Test
	void onlyWhatIsAskedForIsReadFromAFileOverTwoGigabytes() throws IOException {
		final String header = "{\"fc\":{\"dtype\":\"F32\",\"shape\":[1000000000],\"data_offsets\":[0,4000000000]}," +
			"\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4000000000,4000000008]}}";
		final Path file = folder.resolve("large.safetensors");
		try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
			StandardOpenOption.SPARSE))
		{
			final ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
			out.write(bytes.putLong(0, header.length()));
			out.write(ByteBuffer.wrap(header.getBytes(StandardCharsets.US_ASCII)));
			out.write(bytes.clear().putFloat(0, 1.5f).putFloat(4, -2), out.position() + 4_000_000_000L);
		}
		final TensorFile opened = TensorFiles.open(file);
		assertArrayEquals(new float[] { 1.5f, -2 }, opened.floats("b"));
		WeightFiles.assertRefused(() -> opened.floats("fc"), "4000000000 bytes", "up to 2 GB");
	}

	@Test
	void checksumIsOfTheWholeFile() throws IOException {
		final Path file = Files.write(folder.resolve("abc"), "abc".getBytes(StandardCharsets.UTF_8));
		assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", TensorFiles.sha256(file));
		WeightFiles.assertRefused(() -> TensorFiles.sha256(folder.resolve("none")), "none", "could not be read");
	}
}
