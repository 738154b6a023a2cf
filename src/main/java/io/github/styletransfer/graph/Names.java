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
}
