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

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import io.github.styletransfer.network.WeightsException;
import io.github.styletransfer.network.format.OnnxTensor.Storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph of an ONNX file; the values of its tensors stay in the file. */
final class OnnxModel {

	/** A GoogLeNet has 143 nodes; a damaged file is to end at once. */
	private static final int MAX_PARTS = 20_000;
	private static final int MAX_NODE_PARTS = 1000;

	private final FileBytes file;
	private final List<OnnxNode> nodes = new ArrayList<>();
	private final List<OnnxTensor> initializers = new ArrayList<>();
	private final List<String> inputs = new ArrayList<>();
	private OnnxWire wire;
	private boolean hasGraph;

	/** @throws WeightsException if the file is no sound ONNX model */
	OnnxModel(final FileBytes file) {
		this.file = file;
		if (file.size() > Integer.MAX_VALUE) {
			throw damaged("it has " + file.size() + " bytes, and the format ends at 2 GB", null);
		}
		try (InputStream stream = file.stream()) {
			wire = new OnnxWire(stream, (int) file.size());
			wire.fields(this::model);
		}
		catch (final IOException e) {
			throw damaged(e.getMessage(), e);
		}
		if (!hasGraph) throw damaged("it has no graph", null);
	}

	/** All nodes, in the order of the file. */
	List<OnnxNode> nodes() {
		return nodes;
	}

	/** The tensors that the graph begins with. */
	List<OnnxTensor> initializers() {
		return initializers;
	}

	/** Names of the graph's inputs; older files name the initializers too. */
	List<String> inputs() {
		return inputs;
	}

	// -- Helper methods --

	private WeightsException damaged(final String how, final Throwable cause) {
		return new WeightsException("The weights " + file.source() + " are damaged or no ONNX model: " + how.replaceAll(
			"[.\\s]+$", "") + ".", cause);
	}

	private void model(final int number, final int tag) throws IOException {
		if (number == ModelProto.GRAPH_FIELD_NUMBER) {
			if (hasGraph) throw new IOException("it has two graphs");
			hasGraph = true;
			wire.message(tag, this::graph);
		}
		else wire.skip(tag);
	}

	private void graph(final int number, final int tag) throws IOException {
		if (nodes.size() + initializers.size() + inputs.size() > MAX_PARTS) {
			throw new IOException("it has more than " + MAX_PARTS + " nodes, tensors and inputs");
		}
		switch (number) {
			case GraphProto.NODE_FIELD_NUMBER -> nodes.add(new NodeParts().read(tag));
			case GraphProto.INITIALIZER_FIELD_NUMBER -> initializers.add(new TensorParts().read(tag));
			case GraphProto.INPUT_FIELD_NUMBER -> wire.message(tag, (n, t) -> {
				if (n == ValueInfoProto.NAME_FIELD_NUMBER) inputs.add(wire.text(t));
				else wire.skip(t);
			});
			default -> wire.skip(tag);
		}
	}

	/** A node while it is read. */
	private final class NodeParts {

		private final List<String> from = new ArrayList<>();
		private final List<String> to = new ArrayList<>();
		private final Map<String, List<Long>> numbers = new HashMap<>();
		private final Map<String, String> texts = new HashMap<>();
		private String name = "";
		private String operator = "";
		private OnnxTensor value;

		private OnnxNode read(final int tag) throws IOException {
			wire.message(tag, this::field);
			return new OnnxNode(name, operator, from, to, numbers, texts, value);
		}

		private void field(final int number, final int tag) throws IOException {
			if (from.size() + to.size() + numbers.size() > MAX_NODE_PARTS) {
				throw new IOException("a node has more than " + MAX_NODE_PARTS + " inputs, outputs and attributes");
			}
			switch (number) {
				case NodeProto.INPUT_FIELD_NUMBER -> from.add(wire.text(tag));
				case NodeProto.OUTPUT_FIELD_NUMBER -> to.add(wire.text(tag));
				case NodeProto.NAME_FIELD_NUMBER -> name = wire.text(tag);
				case NodeProto.OP_TYPE_FIELD_NUMBER -> operator = wire.text(tag);
				case NodeProto.ATTRIBUTE_FIELD_NUMBER -> attribute(tag);
				default -> wire.skip(tag);
			}
		}

		private void attribute(final int tag) throws IOException {
			final List<Long> integers = new ArrayList<>();
			final String[] called = { "", "" };
			wire.message(tag, (n, t) -> {
				switch (n) {
					case AttributeProto.NAME_FIELD_NUMBER -> called[0] = wire.text(t);
					case AttributeProto.S_FIELD_NUMBER -> called[1] = wire.text(t);
					case AttributeProto.I_FIELD_NUMBER, AttributeProto.INTS_FIELD_NUMBER -> wire.numbers(t, integers);
					case AttributeProto.T_FIELD_NUMBER -> value = new TensorParts().read(t);
					default -> wire.skip(t);
				}
			});
			numbers.put(called[0], integers);
			texts.put(called[0], called[1]);
		}
	}

	/** A tensor while it is read. */
	private final class TensorParts {

		private final List<Long> shape = new ArrayList<>();
		private String name = "";
		private int type;
		private Storage storage = Storage.NONE;
		private long[] place = { 0, 0 };

		private OnnxTensor read(final int tag) throws IOException {
			wire.message(tag, this::field);
			return new OnnxTensor(name, shape.stream().mapToLong(Long::longValue).toArray(), type, storage, place[0],
				place[1]);
		}

		private void field(final int number, final int tag) throws IOException {
			switch (number) {
				case TensorProto.DIMS_FIELD_NUMBER -> wire.numbers(tag, shape);
				case TensorProto.DATA_TYPE_FIELD_NUMBER -> type = wire.number(tag);
				case TensorProto.NAME_FIELD_NUMBER -> name = wire.text(tag);
				case TensorProto.RAW_DATA_FIELD_NUMBER -> values(tag, Storage.RAW);
				case TensorProto.FLOAT_DATA_FIELD_NUMBER -> values(tag, Storage.FLOATS);
				case TensorProto.INT32_DATA_FIELD_NUMBER -> values(tag, Storage.BITS);
				case TensorProto.DOUBLE_DATA_FIELD_NUMBER -> values(tag, Storage.DOUBLES);
				case TensorProto.EXTERNAL_DATA_FIELD_NUMBER -> {
					storage = Storage.EXTERNAL;
					wire.skip(tag);
				}
				default -> wire.skip(tag);
			}
		}

		private void values(final int tag, final Storage kind) throws IOException {
			final long[] found = wire.place(tag);
			if (found[1] == 0) return;
			if (storage != Storage.NONE) throw new IOException("the values of a tensor are stored twice");
			storage = kind;
			place = found;
		}
	}
}
