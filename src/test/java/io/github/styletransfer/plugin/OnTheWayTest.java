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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;

import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.image.ImageComment;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown and kept of a run on its way, without a screen. */
class OnTheWayTest {

	@TempDir
	private Path folder;

	@Test
	void nothingIsWantedUnlessItIsSaid() {
		assertEquals(new OnTheWay(false, false, 0, Optional.empty(), Optional.empty()), OnTheWay.of(Map.of()));
	}

	@Test
	void drawingTakesNoMoreThanItsShareAndKeepsItsDistance() {
		final AtomicLong clock = new AtomicLong();
		final DrawingBudget budget = new DrawingBudget(.02, 250, clock::get);
		assertTrue(budget.isDue(), "the first picture");
		budget.spend(() -> clock.addAndGet(3));
		clock.set(200);
		assertFalse(budget.isDue(), "too soon");
		clock.set(253);
		assertTrue(budget.isDue());
		budget.spend(() -> clock.addAndGet(17)); // 20 in all: due again at 1000
		clock.set(999);
		assertFalse(budget.isDue(), "too dear");
		clock.set(1000);
		assertTrue(budget.isDue());
	}

	@Test
	void whatADrawingTookIsCountedEvenIfItFailed() {
		final AtomicLong clock = new AtomicLong();
		final DrawingBudget budget = new DrawingBudget(.5, 1, clock::get);
		assertThrows(IllegalStateException.class, () -> budget.spend(() -> {
			clock.set(100);
			throw new IllegalStateException();
		}));
		clock.set(150);
		assertFalse(budget.isDue());
	}

	@Test
	void seriesIsAStackOfTheResultsSizeWithLabels() {
		final PictureSeries series = series(Optional.empty(), new ArrayList<>());
		assertTrue(series.stack().isEmpty());
		series.onProgress(progress(1, 10));
		series.onProgress(progress(1, 10));
		series.onProgress(progress(2, 20));
		series.onProgress(progress(2, 20));
		final ImagePlus stack = series.stack().orElseThrow();
		assertEquals("cell every 2 iterations", stack.getTitle());
		assertEquals(2, stack.getStackSize());
		assertEquals(24, stack.getBitDepth());
		assertEquals(20, stack.getWidth());
		assertEquals("iteration 2, level 1 of 2, loss 7.000", stack.getStack().getSliceLabel(1));
		assertEquals("iteration 4, level 2 of 2, loss 7.000", stack.getStack().getSliceLabel(2));
	}

	@Test
	void aFolderThatGoesAwayIsToldOnceAndTheRunGoesOn() throws Exception {
		final List<String> notices = new ArrayList<>();
		final Path there = Files.createDirectory(folder.resolve("there"));
		final PictureSeries series = series(Optional.of(there), notices);
		series.onProgress(progress(1, 10));
		series.onProgress(progress(1, 10));
		final Path first = there.resolve("cell_000002.png");
		assertEquals("iteration 2, level 1 of 2, loss 7.000\n", ImageComment.read(first).orElseThrow());
		Files.delete(first);
		Files.delete(there);
		Files.writeString(there, "a file in the way");
		for (int i = 0; i < 4; i++) series.onProgress(progress(1, 10));
		assertEquals(1, notices.size(), notices.toString());
		assertTrue(notices.get(0).contains("cell_000004.png") && notices.get(0).endsWith(
			"No further picture of this run is saved on its way."), notices.get(0));
	}

	@Test
	void namesThatNoFileCanHaveAreChanged() {
		assertEquals("a_b_c_000010.png", PictureSeries.fileName("a/b:c", 10));
	}

	@Test
	void picturesOfAnEarlierRunAreNotMixed() throws Exception {
		final OnTheWay way = new OnTheWay(false, false, 2, Optional.of(folder), Optional.empty());
		Files.writeString(folder.resolve("other_000010.png"), "");
		Files.writeString(folder.resolve("cell_notes.png"), "");
		assertDoesNotThrow(() -> way.checkWritable("cell"));
		Files.writeString(folder.resolve("cell_000010.png"), "");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> way.checkWritable("cell")).getMessage().contains(
			"cell_000010.png"));
	}

	@Test
	void aStackThatDoesNotFitIsRefused() {
		final OnTheWay way = OnTheWay.of(Map.of(Option.SAVE_EVERY, "1"));
		assertDoesNotThrow(() -> way.checkMemory(new Size(1000, 1000), 100, 400_000_000));
		final String message = assertThrows(IllegalStateException.class, () -> way.checkMemory(new Size(1000, 1000), 101,
			400_000_000)).getMessage();
		assertTrue(message.contains("101 pictures of 1000 x 1000") && message.contains("give a save_folder"), message);
		assertDoesNotThrow(() -> OnTheWay.of(Map.of(Option.SAVE_EVERY, "1", Option.SAVE_FOLDER, "x")).checkMemory(new Size(1000,
			1000), 101, 0));
	}

	@Test
	void curvesAreTheLossesAboveZeroAndTheLevelsAreMarked() {
		final LossHistory history = history();
		final LossCurves curves = LossCurves.of(history);
		assertEquals(List.of("loss", "content conv4_2", "style conv1_1"), curves.curves().stream().map(LossCurves.Curve::label)
			.toList());
		assertEquals(Map.of(2, 2.5), curves.levels());
		final double[] content = curves.curves().get(1).values();
		assertTrue(content[0] == 4 && Double.isNaN(content[1]) && Double.isNaN(content[2]), "0 and what is missing");
		assertEquals(.25, curves.limits()[2]);
		assertEquals(16, curves.limits()[3]);
	}

	@Test
	void longRunsAreThinnedAndEndWithTheLastValue() {
		final LossHistory history = new LossHistory();
		for (int i = 1; i <= 2500; i++) history.onProgress(progress(1, i, new LossTerms(i, Map.of(), Map.of("a", 1.))));
		final LossCurves curves = LossCurves.of(history);
		assertEquals(834, curves.iterations().length);
		assertEquals(2500, curves.iterations()[833]);
		assertEquals(2500, curves.curves().get(0).values()[833]);
	}

	@Test
	void plotAndTableHaveEveryTerm() {
		final Plot plot = LossPlot.plot(history(), "Losses of x");
		assertTrue(plot.getDataObjectDesignations().length >= 3, String.join(", ", plot.getDataObjectDesignations()));
		assertTrue(plot.getProcessor().getWidth() > 600);
		final ResultsTable table = LossPlot.table(history());
		assertEquals("iteration\tlevel\tloss\tcontent_loss_conv4_2\tstyle_loss_conv1_1", table.getColumnHeadings().trim());
		assertEquals(3, table.size());
		assertEquals(8, table.getValue("loss", 0));
		assertTrue(Double.isNaN(table.getValue("content_loss_conv4_2", 2)));
	}

	@Test
	void lossesThatAreAllZeroGiveAPlotToo() {
		final LossHistory history = new LossHistory();
		history.onProgress(progress(1, 1, new LossTerms(0, Map.of(), Map.of("a", 0.))));
		assertTrue(LossPlot.plot(history, "x").getProcessor().getWidth() > 600);
	}

	// -- Helper methods --

	private static LossHistory history() {
		final LossHistory history = new LossHistory();
		history.onProgress(progress(1, 1, new LossTerms(8, Map.of("conv4_2", 4.), Map.of("conv1_1", 2.))));
		history.onProgress(progress(1, 2, new LossTerms(7, Map.of("conv4_2", 0.), Map.of("conv1_1", 1.))));
		history.onProgress(progress(2, 1, new LossTerms(6, Map.of(), Map.of("conv1_1", .5))));
		return history;
	}

	private static PictureSeries series(final Optional<Path> folder, final List<String> notices) {
		return new PictureSeries(new OnTheWay(false, false, 2, folder, Optional.empty()), new Size(20, 20), "cell",
			notices::add);
	}

	private static Progress progress(final int level, final int side) {
		return new Progress(level, 2, 1, 1, new LossTerms(7, Map.of(), Map.of()), .5, Duration.ZERO, () -> new PlanarImage(side,
			side, new float[3 * side * side]));
	}

	private static Progress progress(final int level, final int iteration, final LossTerms terms) {
		return new Progress(level, 2, iteration, 1, terms, .5, Duration.ZERO, () -> {
			throw new AssertionError("nobody wants the picture");
		});
	}
}
