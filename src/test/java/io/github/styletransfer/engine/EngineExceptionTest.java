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
package io.github.styletransfer.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.util.Map;

import org.junit.jupiter.api.Test;

class EngineExceptionTest {

	/** ONNX Runtime's own words for it, from a graph whose output has 2^46 values. */
	@Test
	void wantOfMemoryIsToldFromOtherFailures() throws OrtException {
		try (OrtSession session = OnnxRuntime.environment().createSession(zeros().toByteArray());
				OnnxTensor shape = OnnxTensor.createTensor(OnnxRuntime.environment(), new long[] { 1L << 46 }))
		{
			final OrtException e = assertThrows(OrtException.class, () -> session.run(Map.of("shape", shape)).close());
			assertTrue(Session.failed(e).isOutOfMemory(), e.getMessage());
			final OrtException other = assertThrows(OrtException.class, () -> session.run(Map.of("form", shape)).close());
			assertFalse(Session.failed(other).isOutOfMemory(), other.getMessage());
		}
		assertFalse(new EngineException("x", null).isOutOfMemory());
	}

	private static ModelProto zeros() {
		final NodeProto node = NodeProto.newBuilder().setOpType("ConstantOfShape").addInput("shape").addOutput("zeros")
			.addAttribute(AttributeProto.newBuilder().setName("value").setType(AttributeProto.AttributeType.TENSOR).setT(TensorProto
				.newBuilder().addDims(1).setDataType(TensorProto.DataType.FLOAT.getNumber()).addFloatData(0))).build();
		return ModelProto.newBuilder().setIrVersion(8).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17)).setGraph(
			GraphProto.newBuilder().setName("zeros").addNode(node).addInput(value("shape", TensorProto.DataType.INT64))
				.addOutput(value("zeros", TensorProto.DataType.FLOAT))).build();
	}

	private static ValueInfoProto value(final String name, final TensorProto.DataType type) {
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor
			.newBuilder().setElemType(type.getNumber()).setShape(TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dimension
				.newBuilder().setDimParam("n"))))).build();
	}
}
