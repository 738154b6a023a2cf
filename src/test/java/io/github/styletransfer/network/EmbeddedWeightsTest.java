package io.github.styletransfer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.junit.jupiter.api.Test;

class EmbeddedWeightsTest {

	@Test
	void holdsAllThirteenConvolutionsOfTheOxfordNetwork() {
		final Weights weights = EmbeddedWeights.vgg16();
		assertEquals(26, weights.tensors().size());
		assertEquals(512 * 512 * 9, weights.tensors().get("conv5_3.weight").length);
		assertEquals(Preprocessing.OXFORD, weights.preprocessing());
		assertEquals(0.73429835f, weights.tensors().get("conv1_1.bias")[0]); // of the float32 source, to the bit
	}

	@Test
	void oneFlippedBitIsNoticed() throws IOException {
		final byte[] bytes;
		try (InputStream in = EmbeddedWeights.class.getResourceAsStream(EmbeddedWeights.RESOURCE)) {
			bytes = in.readAllBytes();
		}
		bytes[bytes.length / 2] ^= 1;
		final String message = assertThrows(WeightsException.class, () -> EmbeddedWeights.read(bytes)).getMessage();
		assertTrue(message.contains("damaged") && message.contains(EmbeddedWeights.SHA256), message);
	}

	@Test
	void missingTensorIsNamed() {
		final String message = assertThrows(WeightsException.class, () -> new Weights(Architecture.VGG16,
			Preprocessing.OXFORD, "nothing", "none", Map.of())).getMessage();
		assertTrue(message.contains("conv1_1.weight") && message.contains("VGG-16"), message);
	}
}
