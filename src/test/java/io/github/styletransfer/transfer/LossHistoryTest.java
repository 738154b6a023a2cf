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
package io.github.styletransfer.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.styletransfer.engine.LossTerms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossHistoryTest {

	@Test
	void termsThatALevelDoesNotLookAtAreEmptyCells(@TempDir final Path folder) throws Exception {
		final LossHistory history = new LossHistory();
		history.onProgress(progress(1, new LossTerms(7.5, Map.of("conv4_2", 2.), Map.of("conv1_1", .5))));
		history.onProgress(progress(2, new LossTerms(3, Map.of(), Map.of("conv1_1", .25))));
		assertEquals(List.of("iteration", "level", "loss", "content_loss_conv4_2", "style_loss_conv1_1"), history.names());
		assertArrayEquals(new double[] { 2, Double.NaN }, history.column("content_loss_conv4_2"));
		history.write(folder.resolve("new/losses.csv"));
		assertEquals(List.of("iteration,level,loss,content_loss_conv4_2,style_loss_conv1_1", "1,1,7.5,2,0.5", "2,2,3,,0.25"),
			Files.readAllLines(folder.resolve("new/losses.csv")));
	}

	@Test
	void itGrows() {
		final LossHistory history = new LossHistory();
		for (int i = 0; i < 1000; i++) {
			history.onProgress(progress(1, new LossTerms(i, i < 100 ? Map.of("a", 1.) : Map.of(), i < 500 ? Map.of() : Map.of("b",
				2.))));
		}
		assertEquals(1000, history.rows());
		assertEquals(999, history.column("loss")[999]);
		assertEquals(1000, history.column("iteration")[999]);
		assertArrayEquals(new double[] { 1, Double.NaN, Double.NaN, Double.NaN, 2 }, new double[] { history.column(
			"content_loss_a")[99], history.column("content_loss_a")[100], history.column("content_loss_a")[999], history.column(
				"style_loss_b")[499], history.column("style_loss_b")[500] });
		assertThrows(IllegalArgumentException.class, () -> history.column("tv"));
	}

	private static Progress progress(final int level, final LossTerms terms) {
		return new Progress(level, 2, 1, 1, terms, .5, Duration.ZERO, () -> {
			throw new AssertionError("nobody wants the picture");
		});
	}
}
