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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two convolutions of one channel more each, in graphs of every kind. */
class OnnxFileTest {

	private static final Architecture TWO = Architecture.vgg("two", new int[][] { { 2, 1 } });

	private final GraphProto.Builder graph = GraphProto.newBuilder().addInput(ValueInfoProto.newBuilder().setName("image"));

	private static TensorProto.Builder tensor(final String name, final long... shape) {
		int count = 1;
		for (final long axis : shape) count *= axis;
		final ByteBuffer values = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
		while (values.hasRemaining()) values.putFloat(name.length() + values.position());
		return TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber()).addAllDims(Arrays
			.stream(shape).boxed().toList()).setRawData(ByteString.copyFrom(values.flip()));
	}

	private static NodeProto.Builder node(final String operator, final String inputs, final String output) {
		return NodeProto.newBuilder().setOpType(operator).setName("the " + output).addAllInput(List.of(inputs.split(",",
			-1))).addOutput(output);
	}

	private static NodeProto.Builder conv(final String inputs, final String output) {
		return node("Conv", inputs, output).addAttribute(ints("pads", 1, 1, 1, 1)).addAttribute(ints("strides", 1, 1));
	}

	private static AttributeProto.Builder ints(final String name, final long... values) {
		return AttributeProto.newBuilder().setName(name).addAllInts(Arrays.stream(values).boxed().toList());
	}

	private OnnxFileTest tensors() {
		graph.addInitializer(tensor("k", 2, 3, 3, 3)).addInitializer(tensor("b", 2)).addInitializer(tensor("kernel", 1, 2, 3,
			3)).addInitializer(tensor("bias", 1)).addInitializer(tensor("unused", 100));
		return this;
	}

	private OnnxFile file() {
		final byte[] bytes = ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build().toByteArray();
		return (OnnxFile) TensorFiles.open(FileBytes.of("test file", ByteBuffer.wrap(bytes)));
	}

	private Weights read() {
		return WeightsReader.read(file(), "none", Given.NOTHING.network(TWO).origin(Origin.ONNX_ZOO));
	}

	@Test
	void theGraphDecidesWhichTensorIsWhich() {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(node("Relu", "x", "y")).addNode(conv("y,kernel,bias", "z"));
		final Weights weights = read();
		assertEquals(1f, weights.tensors().get("conv1_1.bias")[0]);
		assertEquals(4f, weights.tensors().get("conv1_2.bias")[0]);
	}

	@Test
	void theOrderOfTheNodesInTheFileDoesNotMatter() {
		tensors().graph.addNode(conv("y,kernel,bias", "z")).addNode(node("Relu", "x", "y")).addNode(conv("image,k,b", "x"));
		assertEquals(4f, read().tensors().get("conv1_2.bias")[0]);
	}

	@Test
	void constantsBehindIdentitiesAreWeightsToo() {
		graph.addNode(NodeProto.newBuilder().setOpType("Constant").addOutput("k").addAttribute(AttributeProto.newBuilder()
			.setName("value").setT(tensor("", 2, 3, 3, 3)))).addInitializer(tensor("b", 2)).addInitializer(tensor("bias", 1))
			.addInitializer(tensor("kernel", 1, 2, 3, 3)).addNode(node("Identity", "k", "same")).addNode(conv("image,same,b",
				"x")).addNode(conv("x,kernel,bias", "z"));
		assertEquals(0f, read().tensors().get("conv1_1.weight")[0]);
	}

	@Test
	void aConvolutionBesideThePathOfTheImageDoesNotCount() {
		tensors().graph.addInitializer(tensor("noise", 1, 2, 5, 5)).addNode(conv("noise,kernel,bias", "beside")).addNode(conv(
			"image,k,b", "x")).addNode(conv("x,kernel,bias", "z"));
		assertEquals(2, file().convolutions().size());
		assertTrue(file().chain().isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "strides,2 2", "dilations,2 2", "pads,0 0 0 0", "pads,1 1 1 2", "group,3" })
	void aConvolutionThatWorksOtherwiseIsRefusedByName(final String attribute, final String values) {
		final NodeProto.Builder other = node("Conv", "x,kernel,bias", "z").addAttribute(ints("pads", 1, 1, 1, 1))
			.addAttribute(ints(attribute, Arrays.stream(values.split(" ")).mapToLong(Long::parseLong).toArray()));
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(other);
		WeightFiles.assertRefused(this::read, "test file", "the z", attribute, "conv1_2", "two");
	}

	@ParameterizedTest
	@CsvSource({ "SAME_UPPER,true", "SAME_LOWER,true", "VALID,false", "NOTSET,false" })
	void automaticPaddingIsUnderstood(final String padding, final boolean same) {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(node("Conv", "x,kernel,bias", "z").addAttribute(
			AttributeProto.newBuilder().setName("auto_pad").setS(ByteString.copyFromUtf8(padding))));
		if (same) assertEquals(4, read().tensors().size());
		else WeightFiles.assertRefused(this::read, "the z", "conv1_2");
	}

	@Test
	void externalDataAreRefused() {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(conv("x,kernel,bias", "z")).setInitializer(0, tensor("k", 2, 3,
			3, 3).clearRawData().setDataLocation(TensorProto.DataLocation.EXTERNAL).addExternalData(StringStringEntryProto
				.newBuilder().setKey("location").setValue("../../etc/passwd")));
		WeightFiles.assertRefused(this::read, "test file", "tensor k", "another file", "one file");
	}

	@Test
	void computedKernelsAreRefused() {
		tensors().graph.addNode(node("DequantizeLinear", "k,b", "computed")).addNode(conv("image,computed,b", "x"));
		WeightFiles.assertRefused(this::read, "the x", "computed", "quantised");
	}

	@Test
	void aMissingBiasIsNamed() {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(conv("x,kernel", "z"));
		WeightFiles.assertRefused(this::read, "the z", "no bias", "conv1_2");
	}

	@Test
	void anotherNumberOfConvolutionsIsRefused() {
		tensors().graph.addNode(conv("image,k,b", "x"));
		WeightFiles.assertRefused(this::read, "lack the layer conv1_2", "1 convolutions", "two has 2");
		graph.addNode(conv("x,kernel,bias", "y")).addNode(conv("y,kernel,bias", "z"));
		WeightFiles.assertRefused(this::read, "have 3 convolutions", "two has 2");
		WeightFiles.assertRefused(() -> WeightsReader.read(file(), "none", Given.NOTHING), "3 convolutions", "VGG-16 has 13",
			"VGG-19 has 16");
	}

	@Test
	void branchesAreReadByCaffesNamesOnly() {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(conv("image,kernel,bias", "y")).addNode(node("Concat", "x,y",
			"z"));
		WeightFiles.assertRefused(this::read, "branches");
		graph.clearNode().addInitializer(tensor("conv1_1_w_0", 2, 3, 3, 3)).addInitializer(tensor("conv1_2_w_0", 1, 2, 3, 3))
			.addNode(conv("image,conv1_2_w_0,bias", "y")).addNode(conv("image,conv1_1_w_0,b", "x"));
		assertArrayEquals(file().floats("conv1_2_w_0"), read().tensors().get("conv1_2.weight"));
	}

	@Test
	void circlesEnd() {
		tensors().graph.addNode(node("Add", "image,y", "x")).addNode(node("Relu", "x", "y")).addNode(conv("y,k,b", "z"));
		assertEquals(0, file().convolutions().size());
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 7, 9, 13 })
	void otherTypesAreRefusedByName(final int type) {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(conv("x,kernel,bias", "z")).setInitializer(1, tensor("b", 2)
			.setDataType(type));
		WeightFiles.assertRefused(this::read, "tensor b", TensorProto.DataType.forNumber(type).name(), "BFLOAT16");
	}

	@Test
	void moreOrFewerValuesThanTheShapeSaysAreRefused() {
		tensors().graph.addNode(conv("image,k,b", "x")).addNode(conv("x,kernel,bias", "z")).setInitializer(1, tensor("b", 3)
			.setDims(0, 2));
		WeightFiles.assertRefused(this::read, "damaged", "tensor b", "12 bytes");
		graph.setInitializer(1, tensor("b", 1).setDims(0, 2));
		WeightFiles.assertRefused(this::read, "damaged", "tensor b", "1 values");
		graph.setInitializer(1, tensor("b", 2).clearRawData().addAllFloatData(List.of(1f, 2f)).addInt32Data(3));
		WeightFiles.assertRefused(this::read, "damaged", "stored twice");
		graph.setInitializer(1, tensor("b", 2).clearRawData().addAllInt32Data(List.of(1, 2)));
		WeightFiles.assertRefused(this::read, "damaged", "tensor b", "bits");
	}

	@Test
	void twoTensorsOfOneNameAreRefused() {
		tensors().graph.addInitializer(tensor("k", 1));
		WeightFiles.assertRefused(this::file, "two tensors", "k");
	}

	/** A graph inside an attribute inside a graph …: not followed, so depth is no danger. */
	@Test
	void deepNestingIsPassedOver() throws IOException {
		ByteString inner = ByteString.EMPTY;
		for (int depth = 0; depth < 3000; depth++) { // attribute (5) holds graph (6) holds node (1)
			for (final int field : new int[] { 1, 6, 5 }) {
				final ByteString.Output out = ByteString.newOutput();
				final CodedOutputStream coded = CodedOutputStream.newInstance(out);
				coded.writeBytes(field, inner);
				coded.flush();
				inner = out.toByteString();
			}
		}
		final ByteString model = ByteString.copyFrom(new byte[] { 8, 8 }).concat(inner);
		WeightFiles.assertRefused(() -> TensorFiles.open(FileBytes.of("test file", model.asReadOnlyByteBuffer())),
			"no graph");
	}

	@Test
	void tooManyNodesEnd() {
		for (int i = 0; i < 20_010; i++) graph.addNode(NodeProto.newBuilder());
		WeightFiles.assertRefused(this::file, "more than 20000 nodes");
	}

	@ParameterizedTest
	@CsvSource({ "0800,no graph", "08083a05,middle", "08083bff,group", "0808,no graph", "08083a003a00,two graphs",
		"080838ff,type", "08,no ONNX model", "08083a040a020a7f,middle" })
	void brokenFilesAreRefused(final String hex, final String expected) {
		WeightFiles.assertRefused(() -> TensorFiles.open(FileBytes.of("test file", ByteBuffer.wrap(HexFormat.of()
			.parseHex(hex)))), "test file", "damaged or no ONNX model", expected);
	}
}
