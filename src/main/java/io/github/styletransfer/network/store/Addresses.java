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
package io.github.styletransfer.network.store;

import java.net.URI;
import java.util.Locale;

/** Which addresses are asked at all: https, so that nobody on the way reads or changes anything. */
final class Addresses {

	private Addresses() {
		// no instances
	}

	/**
	 * @param address to be asked
	 * @param loopback whether http to this computer itself will do, as in tests and for tunnels; a redirect from elsewhere
	 *          must not reach the services of the user's own computer
	 * @throws StoreException if it must not be asked
	 */
	static void check(final URI address, final boolean loopback) {
		final String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
		final boolean plain = loopback && scheme.equals("http") && isLoopback(address);
		if (address.getHost() == null || address.getRawUserInfo() != null || !(scheme.equals("https") || plain)) {
			throw new StoreException("The address " + address + " is refused; it must be an https address.");
		}
	}

	/** By its text alone: a name could lead anywhere. */
	static boolean isLoopback(final URI address) {
		final String host = address.getHost() == null ? "" : address.getHost();
		return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
	}
}
