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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.PictureFile;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridFolderTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = new PlanarImage(30, 24, NarrowNetwork.image(1, 24, 30));
	private static final PlanarImage STYLE = new PlanarImage(26, 20, NarrowNetwork.image(2, 20, 26));
	private static final int PICTURES = 4;

	@TempDir
	private Path temporary;
	private Path folder;
	private final List<Integer> made = new ArrayList<>();

	@BeforeEach
	void folder() {
		folder = temporary.resolve("new/grid");
	}

	@Test
	void stoppedGridGoesOnAndIsTheSameAsAnUnbrokenOne() {
		final List<int[]> unbroken = pixels(run(temporary.resolve("unbroken"), Integer.MAX_VALUE));
		final FigureRun.Outcome stopped = run(folder, 2);
		assertEquals(List.of(0, 1), stopped.panels().stream().map(Panel::index).toList());
		assertEquals(List.of("Stopped when 2 of 4 pictures were finished; these are kept."), stopped.notices());
		made.clear();
		final FigureRun.Outcome resumed = run(folder, Integer.MAX_VALUE);
		assertEquals(List.of(2, 3), made);
		assertEquals(List.of(), resumed.notices());
		final List<int[]> pixels = pixels(resumed);
		for (int i = 0; i < PICTURES; i++) assertArrayEquals(unbroken.get(i), pixels.get(i));
		assertEquals(List.of("info 0\n", "info 1\n", "info 2\n", "info 3\n"), resumed.panels().stream().map(Panel::info)
			.toList());
		made.clear();
		assertEquals(PICTURES, run(folder, Integer.MAX_VALUE).panels().size());
		assertEquals(List.of(), made);
	}

	@Test
	void stoppingInTheFirstPictureLeavesNoneAndSaysSo() throws IOException {
		assertEquals("Stopped before the first picture was finished.", assertThrows(CancellationException.class, () -> run(
			folder, 0)).getMessage());
		assertEquals(List.of("grid.txt"), files());
	}

	@Test
	void changedDamagedAndForeignPicturesAreNamedAndMadeAnew() throws IOException {
		final List<int[]> whole = pixels(run(folder, Integer.MAX_VALUE));
		final Path edited = folder.resolve("a_1e-4.tif");
		final PictureFile one = PictureFile.read(edited, "x");
		one.picture().data()[5] = 255 - one.picture().data()[5];
		one.write(edited);
		final Path cut = folder.resolve("a_1e-2.tif");
		Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 900));
		final Path copied = folder.resolve("b_1e-4.tif");
		Files.copy(folder.resolve("b_1e-2.tif"), copied, StandardCopyOption.REPLACE_EXISTING);
		made.clear();
		final FigureRun.Outcome again = run(folder, Integer.MAX_VALUE);
		assertEquals(List.of(0, 1, 2), made);
		assertEquals(3, again.notices().size());
		assertTrue(again.notices().get(0).startsWith("The grid's picture \"" + edited + "\" was changed or damaged"), again
			.notices().toString());
		final List<int[]> pixels = pixels(again);
		for (int i = 0; i < PICTURES; i++) assertArrayEquals(whole.get(i), pixels.get(i));
	}

	@Test
	void changedInfoIsFoundOut() {
		run(folder, Integer.MAX_VALUE);
		final Path file = folder.resolve("b_1e-2.tif");
		final PictureFile whole = PictureFile.read(file, "x");
		new PictureFile(whole.picture(), whole.info().replace("info 3", "info 4")).write(file);
		made.clear();
		run(folder, Integer.MAX_VALUE);
		assertEquals(List.of(3), made);
	}

	@Test
	void folderOfAnotherGridIsNamedAndNothingInItChanged() throws IOException {
		run(folder, 1);
		final List<String> before = files();
		assertOther("its first_iterations: 3, not 4", figure(CONTENT, Option.ITERATIONS_FROM_NOISE, "4"));
		assertOther("its style_sha256: ", Figures.grid(CONTENT, new PlanarImage(26, 20, NarrowNetwork.image(3, 20, 26)), WEIGHTS
			.architecture(), settings()));
		assertOther("its pictures: ", figure(CONTENT, Option.RATIO_LIST, "1e-4,1e-3"));
		assertOther("its content_size: 30 x 24, not 20 x 20", figure(new PlanarImage(20, 20, new float[1200])));
		assertEquals(before, files());
	}

	@Test
	void threadsDoNotMakeAnotherGrid() {
		run(folder, 1);
		final Figure figure = figure(CONTENT, Option.THREADS, "1");
		assertEquals(folder, GridFolder.open(folder.toString(), figure, GridIdentity.of(figure, WEIGHTS)).folder());
	}

	@Test
	void damagedIdentityIsNamed() throws IOException {
		run(folder, 1);
		final Path identity = folder.resolve("grid.txt");
		final String text = Files.readString(identity);
		Files.writeString(identity, text + "more\n");
		assertOther("says more than this grid's", figure(CONTENT));
		Files.writeString(identity, text.replaceFirst("style_sha256.*\n", ""));
		assertOther("its grid.txt says nothing of style_sha256", figure(CONTENT));
		Files.write(identity, new byte[] { (byte) 0xff, 0, 7 });
		assertOther("its grid.txt says nothing of software", figure(CONTENT));
	}

	@Test
	void folderOfOtherFilesIsRefused() throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("notes.txt"), "mine", StandardCharsets.UTF_8);
		final Figure figure = figure(CONTENT);
		final String message = assertThrows(IllegalArgumentException.class, () -> open(figure)).getMessage();
		assertTrue(message.contains("holds other files, \"notes.txt\" for example"), message);
		assertEquals(List.of("notes.txt"), files());
	}

	@Test
	void folderThatCannotBeMadeIsFoundBeforeTheStart() throws IOException {
		folder = Files.createFile(temporary.resolve("file")).resolve("grid");
		final Figure figure = figure(CONTENT);
		final String message = assertThrows(ImageFileException.class, () -> open(figure)).getMessage();
		assertTrue(message.startsWith("The grid folder \"" + folder + "\" cannot be used: "), message);
	}

	@Test
	void pictureThatCannotBeKeptIsStillInTheResult() throws IOException {
		final Figure figure = figure(CONTENT);
		final GridFolder store = open(figure);
		Files.delete(folder.resolve("grid.txt"));
		Files.delete(folder);
		Files.createFile(folder);
		final FigureRun.Outcome outcome = FigureRun.run(figure, WEIGHTS, r -> "", store, SeriesMonitor.NONE);
		assertEquals(PICTURES, outcome.panels().size());
		assertTrue(outcome.notices().get(0).contains("cannot be written"), outcome.notices().toString());
	}

	@Test
	void everyGridHasAFolderOfItsOwnInTheUsersHome() {
		final String home = System.getProperty("user.home");
		System.setProperty("user.home", temporary.toString());
		try {
			final Figure one = figure(CONTENT);
			final Figure other = figure(CONTENT, Option.SEED, "2");
			final Path first = GridFolder.open("", one, GridIdentity.of(one, WEIGHTS)).folder();
			assertEquals(temporary.resolve(".style-transfer/grids"), first.getParent());
			assertEquals(first, GridFolder.open(" ", one, GridIdentity.of(one, WEIGHTS)).folder());
			assertFalse(first.equals(GridFolder.open("", other, GridIdentity.of(other, WEIGHTS)).folder()));
		}
		finally {
			System.setProperty("user.home", home);
		}
	}

	@Test
	void progressIsOfAllPictures() {
		final List<SeriesProgress> heard = new ArrayList<>();
		final Figure figure = figure(CONTENT);
		FigureRun.run(figure, WEIGHTS, r -> "", open(figure), new SeriesMonitor() {

			@Override
			public void onSeries(final SeriesProgress p) {
				heard.add(p);
			}
		});
		for (int i = 1; i < heard.size(); i++) assertTrue(heard.get(i).fraction() > heard.get(i - 1).fraction());
		assertEquals(1, heard.get(heard.size() - 1).fraction(), 1e-9);
		assertTrue(heard.get(0).message().matches(
			"Picture 1 of 4 \\(a: conv1_1, α/β 1e-4\\), iteration 1 of 3, loss \\S+, \\d+ s left for all"), heard.get(0).message());
	}

	// -- Helper methods --

	/** Makes the grid until a number of pictures is finished and the next has begun. */
	private FigureRun.Outcome run(final Path where, final int pictures) {
		final Figure figure = figure(CONTENT);
		final GridFolder store = GridFolder.open(where.toString(), figure, GridIdentity.of(figure, WEIGHTS));
		final boolean[] stop = { false };
		final Map<Settings, Integer> indices = new HashMap<>();
		for (int i = 0; i < PICTURES; i++) indices.put(figure.parts().get(i).settings(), i);
		return FigureRun.run(figure, WEIGHTS, r -> {
			made.add(indices.get(r.settings()));
			return "info " + indices.get(r.settings()) + "\n";
		}, store, new SeriesMonitor() {

			@Override
			public void onSeries(final SeriesProgress p) {
				stop[0] = p.part() > pictures;
			}

			@Override
			public boolean isStopRequested() {
				return stop[0];
			}
		});
	}

	private GridFolder open(final Figure figure) {
		return GridFolder.open(folder.toString(), figure, GridIdentity.of(figure, WEIGHTS));
	}

	private static Figure figure(final PlanarImage content, final Object... pairs) {
		return Figures.grid(content, STYLE, WEIGHTS.architecture(), settings(pairs));
	}

	private static FigureSettings settings(final Object... pairs) {
		final List<Object> all = new ArrayList<>(List.of(Option.LAYER_LIST, "conv1_1,conv2_1", Option.RATIO_LIST, "1e-4,1e-2",
			Option.ITERATIONS_FROM_NOISE, "3"));
		all.addAll(List.of(pairs));
		return FiguresTest.settings(all.toArray());
	}

	private static List<int[]> pixels(final FigureRun.Outcome outcome) {
		return outcome.panels().stream().map(p -> {
			final float[] data = new PictureFile(p.picture(), "").rounded().picture().data();
			final int[] pixels = new int[data.length];
			for (int i = 0; i < data.length; i++) pixels[i] = (int) data[i];
			return pixels;
		}).toList();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	private void assertOther(final String part, final Figure figure) {
		final String message = assertThrows(IllegalArgumentException.class, () -> open(figure)).getMessage();
		assertTrue(message.contains("holds another grid") && message.contains(part), message);
	}
}
