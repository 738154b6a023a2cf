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
package io.github.styletransfer.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.macro.Interpreter;

import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.transfer.Option;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run plans within the memory that it was promised, so the promise must be what it needs: where there is plenty of memory,
 * nothing is done in tiles.
 */
class PromisedPlanTest {

	private static final RunMonitor QUIET = new RunMonitor() {};

	@TempDir
	private Path folder;
	private Path style;

	@BeforeEach
	void style() {
		Interpreter.batchMode = true;
		style = folder.resolve("style.png");
		ImageFiles.save(TestImages.colour("style", 60, 50), style);
	}

	@AfterEach
	void endBatchMode() {
		Interpreter.batchMode = false;
	}

	@Test
	void aLargeContentMayBeReduced() {
		assertWhole(stylise(TestImages.colour("large", 700, 600), Option.OUTPUT_SIZE, "40"));
	}

	@Test
	void aSmallPartOfALargeContentMayBeSelected() {
		final ImagePlus content = TestImages.colour("large", 700, 600);
		content.setRoi(new Roi(100, 100, 40, 36));
		assertWhole(stylise(content, Option.BORDER, "0"));
	}

	/** The finest level alone does more iterations than it did in the run, and so keeps more pairs. */
	@Test
	void moreIterationsTakeMoreThanTheFinestLevelDid() {
		final ImagePlus content = TestImages.colour("content", 160, 150);
		final Path file = folder.resolve("content.png");
		ImageFiles.save(content, file);
		final ImagePlus first = stylise(ImageFiles.open(file, "content"), Option.ITERATIONS_FINER, "1");
		assertWhole(first);
		assertWhole(new Repetition(first).more(first, Map.of(Option.ITERATIONS, "6"), QUIET).image());
	}

	private ImagePlus stylise(final ImagePlus content, final Option option, final String value) {
		final Map<Option, String> values = new EnumMap<>(Map.of(Option.STYLE, style.toString(), Option.ITERATIONS, "1"));
		values.put(option, value);
		return Stylisation.run(content, values, QUIET).image();
	}

	private static void assertWhole(final ImagePlus stylised) {
		final String info = stylised.getInfoProperty();
		final String plan = info.lines().filter(l -> l.startsWith("plan: ")).findFirst().orElseThrow();
		assertTrue(plan.matches("plan: whole(; whole)*"), info);
	}
}
