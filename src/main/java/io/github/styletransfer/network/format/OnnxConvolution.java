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

/**
 * A convolution that an ONNX graph applies to what comes from the image.
 *
 * @param node what messages call it
 * @param kernel name of the tensor
 * @param bias name of the tensor, empty if it has none
 * @param strides one per axis, empty for 1
 * @param pads at the beginnings of the axes, then at their ends, empty for 0
 * @param dilations one per axis, empty for 1
 * @param groups of channels
 * @param autoPad {@code NOTSET} if the pads count, {@code SAME_UPPER}, {@code SAME_LOWER} or {@code VALID}
 */
record OnnxConvolution(String node, String kernel, String bias, List<Long> strides, List<Long> pads,
	List<Long> dilations, long groups, String autoPad)
{

	/** The convolution that a node says. */
	static OnnxConvolution of(final OnnxNode node, final String kernel, final String bias) {
		final List<Long> groups = node.numbers().getOrDefault("group", List.of());
		final String autoPad = node.texts().getOrDefault("auto_pad", "NOTSET");
		return new OnnxConvolution(node.called(), kernel, bias, numbers(node, "strides"), numbers(node, "pads"), numbers(
			node, "dilations"), groups.isEmpty() ? 1 : groups.get(0), autoPad);
	}

	/**
	 * @param stride of both axes
	 * @param pad on all four sides
	 * @param group number of groups
	 * @return whether this is that convolution, not dilated
	 */
	boolean isLike(final long stride, final long pad, final long group) {
		final boolean same = autoPad.startsWith("SAME_") && stride == 1; // symmetric: kernels are odd
		final boolean padded = same || (autoPad.equals("VALID") ? pad == 0 : (autoPad.equals("NOTSET") || autoPad
			.isEmpty()) && all(pads, pad, 0));
		return padded && all(strides, stride, 1) && all(dilations, 1, 1) && groups == group;
	}

	/** How it works, for messages. */
	String described() {
		final String padding = autoPad.equals("NOTSET") || autoPad.isEmpty() ? "pads " + pads : "auto_pad " + Brief.name(
			autoPad);
		return "strides " + strides + ", " + padding + ", dilations " + dilations + ", group " + groups;
	}

	private static boolean all(final List<Long> numbers, final long expected, final long ifNone) {
		return numbers.isEmpty() ? expected == ifNone : numbers.stream().allMatch(n -> n == expected);
	}

	private static List<Long> numbers(final OnnxNode node, final String attribute) {
		return node.numbers().getOrDefault(attribute, List.of());
	}
}
