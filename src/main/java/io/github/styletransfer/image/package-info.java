/**
 * Pictures: planar float RGB and how ImageJ's and ImgLib2's images become it and come back; resampling, margins, files.
 * <p>
 * Calls nothing else of this project; {@code transfer} and {@code plugin} call it.
 */
package io.github.styletransfer.image;
