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
package io.github.styletransfer.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import com.google.protobuf.ByteString;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the nodes of one ONNX graph. A value has the name that it is given; every name is given once. */
final class GraphBuilder {

	/** Operator set 17 (ONNX 1.12, 2022) has everything needed and is read by every runtime in use. */
	private static final int OPSET = 17;
	private static final int IR_VERSION = 8;
	/** Of the operators that ONNX Runtime itself puts into a graph when it optimises it for a processor. */
	private static final String BLOCKED_DOMAIN = "com.microsoft.nchwc";

	private final GraphProto.Builder graph = GraphProto.newBuilder();
	private final Set<String> names = new HashSet<>();
	private boolean hasBlocks;
	private final Map<String, Kernel> kernels = new LinkedHashMap<>();
	private final Map<String, Kernel> sharedInputs = new LinkedHashMap<>();

	/** A large constant, kept apart from the protobuf; its values are written on demand. */
	record Kernel(long[] shape, Consumer<FloatBuffer> values) {

		int count() {
			long n = 1;
			for (final long axis : shape) n = Math.multiplyExact(n, axis);
			return Math.toIntExact(n);
		}
	}

	/** One attribute of a node. */
	interface Attribute {

		AttributeProto named();
	}

	static Attribute ints(final String name, final long... values) {
		final AttributeProto.Builder a = AttributeProto.newBuilder().setName(name).setType(
			AttributeProto.AttributeType.INTS);
		for (final long v : values) a.addInts(v);
		return a::build;
	}

	static Attribute integer(final String name, final long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value)::build;
	}

	static Attribute number(final String name, final float value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value)::build;
	}

	static Attribute text(final String name, final String value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRING).setS(ByteString
			.copyFromUtf8(value))::build;
	}

	/** Adds a node with one output and returns the output's name. An empty input name stands for one left out. */
	String node(final String operator, final String output, final List<String> inputs, final Attribute... attributes) {
		return node(operator, List.of(output), inputs, attributes);
	}

	/** Adds a node with any number of outputs; the first one's name is returned. */
	String node(final String operator, final List<String> outputs, final List<String> inputs,
		final Attribute... attributes)
	{
		return node("", operator, outputs, inputs, attributes);
	}

	/** Adds an operator of ONNX Runtime's blocked layout, see {@link BlockedLayout}. */
	String blockedNode(final String operator, final String output, final List<String> inputs,
		final Attribute... attributes)
	{
		hasBlocks = true;
		return node(BLOCKED_DOMAIN, operator, List.of(output), inputs, attributes);
	}

	private String node(final String domain, final String operator, final List<String> outputs, final List<String> inputs,
		final Attribute... attributes)
	{
		outputs.forEach(this::claim);
		final NodeProto.Builder node = NodeProto.newBuilder().setDomain(domain).setOpType(operator).setName(operator + "_" + outputs.get(
			0)).addAllInput(inputs).addAllOutput(outputs);
		for (final Attribute a : attributes) node.addAttribute(a.named());
		graph.addNode(node);
		return outputs.get(0);
	}

	/** In two steps, because a float sum of 262144 squares in one goes wrong in the fifth digit. */
	String sumOfSquares(final String of, final String sum, final long... firstAxes) {
		node("ReduceSumSquare", sum + "s", List.of(of), ints("axes", firstAxes), integer("keepdims", 0));
		return node("ReduceSum", sum, List.of(sum + "s"), integer("keepdims", 0));
	}

	/** A float constant; no axes make a scalar. */
	String constant(final String name, final float[] values, final long... shape) {
		graph.addInitializer(tensor(name, TensorProto.DataType.FLOAT, shape).setRawData(raw(values.length,
			b -> b.put(values))));
		return claim(name);
	}

	/** A double, a scalar. */
	String doubleConstant(final String name, final double value) {
		graph.addInitializer(tensor(name, TensorProto.DataType.DOUBLE).setRawData(ByteString.copyFrom(ByteBuffer.allocate(8)
			.order(ByteOrder.LITTLE_ENDIAN).putDouble(0, value))));
		return claim(name);
	}

	/** A vector of whole numbers. */
	String constant(final String name, final long... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asLongBuffer().put(values);
		graph.addInitializer(tensor(name, TensorProto.DataType.INT64, values.length).setRawData(ByteString.copyFrom(
			bytes)));
		return claim(name);
	}

	/** A large float constant. */
	String kernel(final String name, final float[] values, final long... shape) {
		kernels.put(claim(name), new Kernel(shape.clone(), buffer -> buffer.put(values)));
		return name;
	}

	/** A large float constant that is handed in with every run, so that the runtime neither copies nor rewrites it. */
	String sharedInput(final String name, final Consumer<FloatBuffer> values, final long... shape) {
		sharedInputs.put(name, new Kernel(shape.clone(), values));
		return input(name, "transformed kernel", Arrays.stream(shape).boxed().toArray());
	}

	/** An input; an axis is a number or a symbol. */
	String input(final String name, final String doc, final Object... axes) {
		graph.addInput(value(name, doc, axes));
		return claim(name);
	}

	/** Names a value that a node gives as an output of the graph. */
	void output(final String name, final String doc, final Object... axes) {
		graph.addOutput(value(name, doc, axes));
	}

	GraphModel build(final String name, final String doc, final Map<String, String> metadata) {
		final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName(
			"Style Transfer for ImageJ and Fiji").setDocString(doc).setGraph(graph.setName(name).setDocString(doc))
			.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
		metadata.forEach((key, value) -> model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(
			value)));
		if (hasBlocks) model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(BLOCKED_DOMAIN).setVersion(1));
		return new GraphModel(model.build(), kernels, sharedInputs, hasBlocks);
	}

	static TensorProto.Builder tensor(final String name, final TensorProto.DataType type, final long... shape) {
		final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
		for (final long axis : shape) tensor.addDims(axis);
		return tensor;
	}

	static ByteString raw(final int count, final Consumer<FloatBuffer> values) {
		final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, count)).order(ByteOrder.LITTLE_ENDIAN);
		values.accept(bytes.asFloatBuffer());
		return ByteString.copyFrom(bytes);
	}

	/** Whether no value has the name yet. */
	boolean isFree(final String name) {
		return !names.contains(name);
	}

	private String claim(final String name) {
		if (!names.add(name)) throw new IllegalStateException("Two values of the graph are named " + name + ".");
		return name;
	}

	private static ValueInfoProto value(final String name, final String doc, final Object... axes) {
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (final Object axis : axes) {
			final TensorShapeProto.Dimension.Builder d = TensorShapeProto.Dimension.newBuilder();
			shape.addDim(axis instanceof Number n ? d.setDimValue(n.longValue()) : d.setDimParam(axis.toString()));
		}
		return ValueInfoProto.newBuilder().setName(name).setDocString(doc).setType(TypeProto.newBuilder().setTensorType(
			TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber()).setShape(shape))).build();
	}
}
