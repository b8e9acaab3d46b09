/**
 * What is wrong with a picture, and where, in a sentence for the person who holds the phone. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.quality.Quality}, {@link org.cotejo.capture.quality.Remark}. This room never refuses a
 * picture: bad evidence beats none.
 */
@NullMarked
package org.cotejo.capture.quality;

import org.jspecify.annotations.NullMarked;
