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

import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.MemoryLimits;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.util.Map;

/** For scaling.py: EstimateBench WIDTH HEIGHT OUTPUT_SIZE prints the bytes that the dialog predicts with default settings. */
public final class EstimateBench {

	public static void main(final String[] args) {
		final Settings settings = Settings.parse(Map.of(Option.OUTPUT_SIZE, args[2]));
		System.out.println(Estimate.of(new Size(Integer.parseInt(args[0]), Integer.parseInt(args[1])), settings, settings
			.lossLayers(Architecture.VGG16), 1, MemoryLimits.of(settings)).bytes());
	}
}
