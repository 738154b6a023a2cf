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
package io.github.styletransfer.network.format;

import java.util.List;
import java.util.Map;

/**
 * A node of an ONNX graph.
 *
 * @param name may be empty
 * @param operator for example {@code Conv}
 * @param inputs names of values, empty where an input is left out
 * @param outputs names of values
 * @param numbers attributes that are an integer or a list of them
 * @param texts attributes that are text
 * @param value of a node that is a constant, null otherwise
 */
record OnnxNode(String name, String operator, List<String> inputs, List<String> outputs,
	Map<String, List<Long>> numbers, Map<String, String> texts, OnnxTensor value)
{

	/** What messages call it. */
	String called() {
		final String output = outputs.isEmpty() ? "" : outputs.get(0);
		return operator + " " + Brief.name(name.isEmpty() ? output : name);
	}

	/** An input's name, empty if it is left out. */
	String input(final int index) {
		return index < inputs.size() ? inputs.get(index) : "";
	}
}
