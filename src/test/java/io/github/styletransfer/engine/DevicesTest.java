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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.Names;
import io.github.styletransfer.graph.Operators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class DevicesTest {

	/** The first card works, the second is broken, no other is there. */
	private final List<Integer> tried = new ArrayList<>();
	private final Devices devices = new Devices(index -> {
		tried.add(index);
		return index == 0 ? Optional.empty() : Optional.of("card " + index + (index == 1 ? " is broken" : " is missing"));
	});
	private final Devices none = new Devices(index -> Optional.of("there is no card"));

	@Test
	void autoTakesTheFirstCardThatWorks() {
		assertEquals(new ChosenDevice(Device.cuda(0), Optional.empty()), devices.choose(Device.AUTO));
	}

	@Test
	void autoFallsBackToTheProcessorAndSaysWhy() {
		assertEquals(new ChosenDevice(Device.CPU, Optional.of("On the processor: there is no card.")), none.choose(
			Device.AUTO));
	}

	@Test
	void theProcessorNeedsNoReason() {
		assertEquals(new ChosenDevice(Device.CPU, Optional.empty()), none.choose(Device.CPU));
	}

	@Test
	void aCardThatIsAskedForAndMissingIsRefusedInOneSentence() {
		assertEquals("device is \"cuda:0\", but there is no card; choose cpu or auto.", refusal(none, 0));
		assertEquals("device is \"cuda:1\", but card 1 is broken; choose cpu or auto.", refusal(devices, 1));
	}

	@Test
	void everyCardIsTriedOnce() {
		assertFalse(devices.isKnown(Device.AUTO));
		devices.choose(Device.AUTO);
		devices.choose(Device.cuda(0));
		assertTrue(devices.isKnown(Device.AUTO) && devices.isKnown(Device.CPU) && !devices.isKnown(Device.cuda(1)));
		refusal(devices, 1);
		refusal(devices, 1);
		assertEquals(List.of(0, 1), tried);
	}

	@Test
	void whatIsPreparedIsNotTriedAgain() throws InterruptedException {
		devices.prepare(Device.cuda(1));
		while (!devices.isKnown(Device.cuda(1))) Thread.sleep(1);
		assertEquals("device is \"cuda:1\", but card 1 is broken; choose cpu or auto.", refusal(devices, 1));
		assertEquals(List.of(1), tried);
	}

	@Test
	void theDefaultBuildHasNoCudaAndSaysSo() {
		OnnxRuntime.environment();
		assumeFalse(OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA), "Skipped: built with -Pcuda.");
		assertEquals("On the processor: this build of ONNX Runtime has no CUDA (README, Devices).", Devices.HERE.choose(
			Device.AUTO).fallback().orElseThrow());
		assertEquals("device is \"cuda:2\", but this build of ONNX Runtime has no CUDA (README, Devices); choose cpu or auto.",
			refusal(Devices.HERE, 2));
	}

	/** Messages of ONNX Runtime 1.29.0: onnxruntime_gpu without cuBLAS, and as its source files write them. */
	@Test
	void theRuntimesMessageIsReducedToItsCause() {
		assertEquals("libcublasLt.so.12: cannot open shared object file: No such file or directory", Cuda.cause(
			"Error code - ORT_FAIL - message: /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:1988 " +
				"onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load " +
				"library /tmp/x/libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object " +
				"file: No such file or directory\n"));
		assertEquals("Failed to find CUDA shared provider", Cuda.cause(
			"Error code - ORT_EP_FAIL - message: Failed to find CUDA shared provider"));
		assertEquals("CUDA failure 100: no CUDA-capable device is detected ; GPU=-1", Cuda.cause(
			"Error code - ORT_FAIL - message: CUDA failure 100: no CUDA-capable device is detected ;\n GPU=-1 ;"));
	}

	/** On the processor, which is what there is everywhere. */
	@Test
	void theProbeSumsNineValues() throws Exception {
		try (OrtSession session = OnnxRuntime.environment().createSession(GraphWriter.deviceProbe().withoutKernels(),
				new OrtSession.SessionOptions());
				OnnxTensor x = Session.tensor(OnnxRuntime.environment(), KernelMemory.direct(9).put(new float[] { 1, 2, 3, 4, 5, 6,
					7, 8, 9 }).flip(), 1, 1, 3, 3);
				OrtSession.Result result = session.run(Map.of(Names.INPUT, x)))
		{
			assertEquals(45, ((OnnxTensor) result.get(0)).getFloatBuffer().get(0));
		}
	}

	@Test
	void cardsGetOneOperatorForEachLayer() {
		assertEquals(Operators.PLAIN, new Execution(OnnxRuntime.environment(), Device.cuda(1), () -> 0).operators());
		assertEquals("cpu:0;gpu:1", new Execution(OnnxRuntime.environment(), Device.cuda(1), () -> 0).arenas());
		assertTrue(new Execution(OnnxRuntime.environment(), Device.CPU, () -> 0).operators().winograd());
	}

	private static String refusal(final Devices devices, final int index) {
		return assertThrows(EngineException.class, () -> devices.choose(Device.cuda(index))).getMessage();
	}
}
