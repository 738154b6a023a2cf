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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that PyTorch would not write. */
class TorchZipTest {

	@TempDir
	Path folder;

	/** Changes an entry of a copy; null leaves it out. */
	@FunctionalInterface
	private interface Change {

		byte[] apply(String name, byte[] content);
	}

	@Test
	void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
		final Path bomb = copy(ZipEntry.DEFLATED, (name, content) -> name.endsWith("data/0") ? new byte[50_000_000] : content);
		WeightFiles.assertRefused(() -> WeightsReader.read(bomb, WeightFiles.GIVEN), "compressed", "bomb");
	}

	@Test
	void aCompressedStorageIsRefusedWhenAskedFor() throws IOException {
		final Path bomb = folder.resolve("bomb");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb)); ZipFile in = new ZipFile(WeightFiles
			.path("zip.pth").toFile()))
		{
			stored(out, "archive/data.pkl", in.getInputStream(in.getEntry("archive/data.pkl")).readAllBytes());
			out.setMethod(ZipOutputStream.DEFLATED);
			out.putNextEntry(new ZipEntry("archive/data/0"));
			out.write(new byte[50_000_000]);
		}
		WeightFiles.assertRefused(() -> WeightsReader.read(bomb, WeightFiles.GIVEN), "data/0", "compressed");
	}

	@Test
	void anotherLengthOfAStorageIsRefused() throws IOException {
		final Path file = copy(ZipEntry.STORED, (name, content) -> name.endsWith("data/0") ? new byte[8] : content);
		WeightFiles.assertRefused(() -> WeightsReader.read(file, WeightFiles.GIVEN), "storage 0", "8 bytes", "81 numbers");
	}

	@Test
	void aMissingStorageIsNamed() throws IOException {
		final Path file = copy(ZipEntry.STORED, (name, content) -> name.endsWith("data/3") ? null : content);
		WeightFiles.assertRefused(() -> WeightsReader.read(file, WeightFiles.GIVEN), "data/3", "missing");
	}

	@Test
	void archivesOfOthersAreRefused() throws IOException {
		final Path file = copy(ZipEntry.STORED, (name, content) -> name.endsWith("data.pkl") ? null : content);
		WeightFiles.assertRefused(() -> TensorFiles.open(file), "zip archive without data.pkl");
	}

	@Test
	void aProgramInTheArchiveIsRefused() throws IOException {
		final byte[] program = "\200\002cposix\nsystem\nX\4\0\0\0true\205R.".getBytes(StandardCharsets.ISO_8859_1);
		final Path file = copy(ZipEntry.STORED, (name, content) -> name.endsWith("data.pkl") ? program : content);
		WeightFiles.assertRefused(() -> TensorFiles.open(file), "posix.system", "nothing was executed");
	}

	@Test
	void aDictionaryWithoutTensorsIsRefused() throws IOException {
		final byte[] program = "\200\002}.".getBytes(StandardCharsets.ISO_8859_1);
		final Path file = copy(ZipEntry.STORED, (name, content) -> name.endsWith("data.pkl") ? program : content);
		WeightFiles.assertRefused(() -> TensorFiles.open(file), "no dictionary of tensors", "state_dict");
	}

	@Test
	void bigEndianArchivesAreTurned() throws IOException {
		final Path file = copy(ZipEntry.STORED, (name, content) -> {
			if (name.endsWith("byteorder")) return "big".getBytes(StandardCharsets.US_ASCII);
			if (!name.contains("/data/")) return content;
			final byte[] turned = new byte[content.length];
			for (int i = 0; i < turned.length; i++) turned[i] = content[i ^ 3];
			return turned;
		});
		final float[] expected = WeightsReader.read(WeightFiles.path("zip.pth"), WeightFiles.GIVEN).tensors().get(
			"conv3_2.weight");
		assertArrayEquals(expected, WeightsReader.read(file, WeightFiles.GIVEN).tensors()
			.get("conv3_2.weight"));
	}

	@Test
	void anArchiveInsideAnArchiveIsRefused() throws IOException {
		final Path outer = folder.resolve("outer.zip");
		try (FileSystem files = FileSystems.newFileSystem(outer, Map.of("create", "true"))) {
			final Path inner = Files.write(files.getPath("inner.pth"), Files.readAllBytes(WeightFiles.path("zip.pth")));
			WeightFiles.assertRefused(() -> TensorFiles.open(inner), "inner.pth", "ordinary folder");
		}
	}

	private Path copy(final int method, final Change change) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes); ZipFile in = new ZipFile(WeightFiles.path("zip.pth")
			.toFile()))
		{
			out.setMethod(method);
			for (final Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements();) {
				final ZipEntry entry = all.nextElement();
				final byte[] content = change.apply(entry.getName(), in.getInputStream(entry).readAllBytes());
				if (content == null) continue;
				if (method == ZipEntry.STORED) stored(out, entry.getName(), content);
				else {
					out.putNextEntry(new ZipEntry(entry.getName()));
					out.write(content);
				}
			}
		}
		return Files.write(folder.resolve("zip bomb ☃"), bytes.toByteArray());
	}

	private static void stored(final ZipOutputStream out, final String name, final byte[] content) throws IOException {
		final ZipEntry entry = new ZipEntry(name);
		final CRC32 crc = new CRC32();
		crc.update(content);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(crc.getValue());
		out.putNextEntry(entry);
		out.write(content);
	}
}
