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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class PaceTest {

	private final Pace pace = new Pace();

	@Test
	void whatComesBeforeTheFirstIterationComesOnce() {
		assertEquals(Duration.ofSeconds(100), pace.remaining(Duration.ofSeconds(10), 1, 11));
		assertEquals(Duration.ofSeconds(9), pace.remaining(Duration.ofSeconds(11), 2, 11));
		assertEquals(Duration.ofSeconds(5), pace.remaining(Duration.ofSeconds(15), 6, 11));
		assertEquals(Duration.ZERO, pace.remaining(Duration.ofSeconds(20), 11, 11));
	}

	@Test
	void onlyIterationLeavesNothing() {
		assertEquals(Duration.ZERO, pace.remaining(Duration.ofSeconds(3), 2, 2));
	}

	/** When memory runs out, a level's plan and with it the work of the run change. */
	@Test
	void paceBeginsAnewWhereWorkBecomesLess() {
		pace.remaining(Duration.ofSeconds(3), 4, 8);
		assertEquals(Duration.ofSeconds(2), pace.remaining(Duration.ofSeconds(4), 4, 6));
		assertEquals(Duration.ofSeconds(1), pace.remaining(Duration.ofSeconds(5), 5, 6));
	}
}
