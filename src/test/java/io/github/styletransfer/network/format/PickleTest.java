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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.styletransfer.network.format.Pickle.Dict;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles written out by hand; in them {@code ~} stands for the end of a line. */
class PickleTest {

	private static final String TENSOR = "ctorch._utils~_rebuild_tensor_v2~";

	private static Object read(final String... parts) {
		final byte[] bytes = bytes(parts);
		return new Pickle("test file", new PickleInput(new ByteArrayInputStream(bytes), bytes.length)).read();
	}

	/** Text as it is, numbers from 0 to 255 in angle brackets as bytes. */
	private static byte[] bytes(final String... parts) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final String part : parts) {
			if (part.startsWith("<")) out.write(Integer.parseInt(part.substring(1, part.length() - 1), 16));
			else out.writeBytes(part.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1));
		}
		return out.toByteArray();
	}

	private static String[] text(final String text) {
		return new String[] { "U", "<" + Integer.toHexString(text.length()) + ">", text };
	}

	private static String[] all(final Object... parts) {
		final List<String> all = new ArrayList<>();
		for (final Object part : parts) {
			if (part instanceof String[] several) all.addAll(List.of(several));
			else all.add((String) part);
		}
		return all.toArray(String[]::new);
	}

	@Test
	void readsADictionaryOfPython2() { // OrderedDict([["a", 1], ["b", None]])
		final Object value = read(all("<80>", "<02>", "ccollections~OrderedDict~", "](", "](", text("a"), "K", "<01>", "e",
			"](", text("b"), "N", "e", "e", "<85>", "R."));
		final Dict dict = assertInstanceOf(Dict.class, value);
		assertEquals(1L, dict.get("a"));
		assertEquals(Pickle.NONE, dict.get("b"));
	}

	@Test
	void readsNumbersOfEveryKind() {
		final Object value = read(all("<80>", "<02>", "}(", text("long"), "<8a>", "<02>", "<00>", "<ff>", text("int"), "J",
			"<fe>", "<ff>", "<ff>", "<ff>", text("double"), "G", "<3f>", "<e0>", "<00>", "<00>", "<00>", "<00>",
			"<00>", "<00>", text("short"), "M", "<02>", "<01>", text("true"), "<88>", "u."));
		final Dict dict = assertInstanceOf(Dict.class, value);
		assertEquals(-256L, dict.get("long"));
		assertEquals(-2L, dict.get("int"));
		assertEquals(.5, dict.get("double"));
		assertEquals(258L, dict.get("short"));
		assertEquals(true, dict.get("true"));
	}

	@ParameterizedTest
	@CsvSource({ "posix,system", "os,system", "nt,system", "builtins,eval", "__builtin__,eval", "builtins,getattr",
		"subprocess,Popen", "torch,load", "torch.storage,_load_from_bytes", "torch,FloatStorageX", "numpy,FloatStorage",
		"torch._utils,_rebuild_sparse_tensor", "collections,defaultdict", "torchvision.models.vgg,VGG", "copyreg,_reconstructor",
		"io.github.styletransfer.plugin,Main", "java.lang,Runtime" })
	void everyOtherNameIsRefusedBeforeAnythingHappens(final String module, final String name) {
		WeightFiles.assertRefused(() -> read(all("<80>", "<02>", "c" + module + "~" + name + "~", text("touch /tmp/x"), "<85>",
			"R.")), "test file", module + "." + name, "nothing was executed", "state_dict");
		WeightFiles.assertRefused(() -> read(all("<80>", "<04>", text(module), text(name), "<93>", ")R.")), module + "." +
			name);
	}

	@ParameterizedTest
	@CsvSource({ "i,INST", "o,OBJ", "<81>,NEWOBJ", "<92>,NEWOBJ_EX", "<82>,EXT1", "P,PERSID", "I,0x49", "S,0x53", "d,0x64",
		"B,BINBYTES", "<8e>,0x8e", "<ff>,0xff", "0,0x30", "2,0x32", "<97>,0x97", "<00>,0x0" })
	void everyOtherInstructionIsRefusedByName(final String code, final String name) {
		WeightFiles.assertRefused(() -> read("<80>", "<02>", ")", code, "."), "test file", "instruction " + name,
			"nothing was executed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "R.", "a.", "]", "(", "t.", "e.", "u.", "}(]u.", "]]s.", "))R.", "]]b.", "Q.", ")Q.", "]Q.",
		"hx.", "q", "X", "Uxabc", "cnothing", "ccollections~OrderedDict~]R.", "ccollections~OrderedDict~)RR." })
	void whatMakesNoSenseIsRefusedInOneSentence(final String program) {
		WeightFiles.assertRefused(() -> read("<80>", "<02>", program), "test file");
	}

	@Test
	void tensorsOfUnknownFormAreRefused() {
		WeightFiles.assertRefused(() -> read("<80>", "<02>", TENSOR, ")R."), "makes a tensor");
		WeightFiles.assertRefused(() -> read(all("<80>", "<02>", "(", text("storage"), "ctorch~FloatStorage~", text("0"), text(
			"cpu"), "J", "<ff>", "<ff>", "<ff>", "<ff>", "tQ.")), "storage");
		WeightFiles.assertRefused(() -> read(all("<80>", "<02>", "(", text("module"), "ctorch~FloatStorage~", text("0"), text(
			"cpu"), "K", "<01>", "tQ.")), "storage");
	}

	/** A million nested lists, and a list inside itself: values are never followed down, so nothing recurses. */
	@Test
	void deepAndCircularValuesAreNoDanger() {
		read("<80>", "<02>", "]".repeat(100_000), "a".repeat(99_999), ".");
		read("<80>", "<02>", "]q", "<00>", "h", "<00>", "a.");
		final Object value = read(all("<80>", "<02>", "}q", "<00>", "(h", "<00>", "h", "<00>", text("self"), "h", "<00>", "u."));
		final List<Object> keys = new ArrayList<>(); // under itself as a key it is left out
		assertInstanceOf(Dict.class, value).forEach((k, v) -> keys.add(k));
		assertEquals(List.of("self"), keys);
	}

	@Test
	void endlessPicklesEnd() {
		WeightFiles.assertRefused(() -> read("<80>", "<02>", "]".repeat(600_000), "."), "500000 instructions");
		WeightFiles.assertRefused(() -> read("<80>", "<02>", "c", "x".repeat(200_000)), "line");
		WeightFiles.assertRefused(() -> read("<80>", "<02>", "X", "<ff>", "<ff>", "<ff>", "<7f>", "abc"), "ends in the middle");
		WeightFiles.assertRefused(() -> read("<80>", "<02>", "X", "<ff>", "<ff>", "<ff>", "<ff>", "abc"), "ends in the middle");
	}
}
