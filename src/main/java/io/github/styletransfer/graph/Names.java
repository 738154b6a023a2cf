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
package io.github.styletransfer.graph;

/** The names of a graph's inputs and outputs: a contract with everyone who loads one. */
public final class Names {

	/** Input [1, 3, H, W], RGB 0…255. */
	public static final String IMAGE = "image";
	/** Scalar input: factor of the content loss. */
	public static final String CONTENT_WEIGHT = "content_weight";
	/** Scalar input: factor of the style loss. */
	public static final String STYLE_WEIGHT = "style_weight";
	/** Scalar output: the weighted sum of all terms. */
	public static final String LOSS = "loss";
	/** Output of the shape of the input: the gradient of the loss. */
	public static final String GRADIENT = "gradient";
	/** Of a run that does not start at the image: what comes into its first layer, [1, C, h, w]. */
	public static final String INPUT = "input";
	/** Of a run that ends before the deepest layer in use: what its last layer gives, [1, C, h, w]. */
	public static final String OUTPUT = "output";
	/** Of such a run: the gradient of the loss of all later layers in its {@link #OUTPUT}, [1, C, h, w]. */
	public static final String OUTPUT_GRADIENT = "output_gradient";

	private Names() {
		// no instances
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of its Gram matrix F Fᵀ / M, [C, C]
	 */
	public static String gram(final String layer) {
		return "gram_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of its mean F 1 / M, [C, 1], for conventions that have one
	 */
	public static String mean(final String layer) {
		return "mean_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of the root of its covariance, [C, C], for conventions that have means
	 */
	public static String root(final String layer) {
		return "root_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @param region from 0
	 * @return the name of the region's guide there, [1, 1, h, w]: the square of its guidance map over the sum of the squares
	 */
	public static String guide(final String layer, final int region) {
		return "guide_" + inRegion(layer, region);
	}

	/**
	 * @param layer name of a style layer
	 * @param region from 0
	 * @return what stands for the layer in the names of a region's targets
	 */
	public static String inRegion(final String layer, final int region) {
		return layer + "_region_" + (region + 1);
	}

	/**
	 * @param layer name of a content layer
	 * @return the name of the L1 norm of its term's gradient there
	 */
	public static String contentNorm(final String layer) {
		return "content_norm_" + layer;
	}

	/**
	 * @param layer name of a content layer
	 * @return the name of the same norm where the layer's value is 0
	 */
	public static String targetNorm(final String layer) {
		return "target_norm_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of the L1 norm of its term's gradient there
	 */
	public static String styleNorm(final String layer) {
		return "style_norm_" + layer;
	}

	/**
	 * @param layer name of a content layer
	 * @return the name of its target, the content image's features, [1, C, h, w]
	 */
	public static String target(final String layer) {
		return "target_" + layer;
	}

	/**
	 * @param layer name of a content layer
	 * @return the name of its loss term
	 */
	public static String contentLoss(final String layer) {
		return "content_loss_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of its loss term
	 */
	public static String styleLoss(final String layer) {
		return "style_loss_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of F Fᵀ summed over the positions that a tile owns, [C, C]
	 */
	public static String gramSum(final String layer) {
		return "gram_sum_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of the matrix S, [C, C], with which the weighted gradient of its loss in F is S F
	 */
	public static String styleMap(final String layer) {
		return "style_map_" + layer;
	}

	/**
	 * @param layer name of a style or content layer
	 * @return the name of the input that is 1 at the positions that a tile owns, else 0, [h, w]
	 */
	public static String own(final String layer) {
		return "own_" + layer;
	}

	/**
	 * @param layer name of a style layer
	 * @return the name of its number of positions M in the whole image, a scalar input of {@link GraphWriter#styleHead}
	 */
	public static String positions(final String layer) {
		return layer + "_m_float";
	}
}
