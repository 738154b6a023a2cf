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

import ij.ImagePlus;
import ij.ImageStack;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageFiles;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the picture every so many iterations, all levels counted together: in numbered files, or in a stack. All pictures
 * have the result's size.
 */
final class PictureSeries implements Monitor {

	private final OnTheWay wanted;
	private final Size size;
	private final String name;
	private final Consumer<String> notices;
	private final ImageStack stack;
	private int iterations;
	private boolean failed;

	/**
	 * @param wanted with the number of iterations, above 0, and a folder for files; without one, a stack is made
	 * @param size of the result
	 * @param name of the content, without its file type
	 * @param notices told once if a file cannot be written; the run goes on without any further one
	 */
	PictureSeries(final OnTheWay wanted, final Size size, final String name, final Consumer<String> notices) {
		this.wanted = wanted;
		this.size = size;
		this.name = name;
		this.notices = notices;
		stack = new ImageStack(size.width(), size.height());
	}

	@Override
	public void onProgress(final Progress progress) {
		iterations++;
		if (failed || iterations % wanted.saveEvery() != 0) return;
		final String label = String.format(Locale.ROOT, "iteration %d, level %d of %d, loss %.4g", iterations, progress.level(),
			progress.levels(), progress.terms().loss());
		final PlanarImage picture = Resampling.resize(progress.picture().get(), size.width(), size.height());
		if (wanted.saveFolder().isPresent()) save(picture, label, wanted.saveFolder().get());
		else stack.addSlice(label, RgbImage.processor(picture));
	}

	/** @return the stack, if there is one with a picture in it */
	Optional<ImagePlus> stack() {
		return stack.getSize() == 0 ? Optional.empty() : Optional.of(new ImagePlus(name + " every " + wanted.saveEvery() +
			" iterations", stack));
	}

	/**
	 * @param name of the content, without its file type
	 * @param iteration counted over all levels
	 * @return the name of its file
	 */
	static String fileName(final String name, final int iteration) {
		return String.format(Locale.ROOT, "%s_%06d.png", name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), iteration);
	}

	private void save(final PlanarImage picture, final String label, final Path folder) {
		final ImagePlus image = RgbImage.of(picture, label);
		image.setProperty("Info", label + "\n");
		try {
			ImageFiles.save(image, folder.resolve(fileName(name, iterations)));
		}
		catch (final ImageFileException e) {
			failed = true;
			notices.accept(e.getMessage() + " No further picture of this run is saved on its way.");
		}
	}
}
