/**
 * Pictures of a folder on their way to readings: batches side by side in bounded memory, readings as JSON lines and in words, and
 * readings as copies of a custodian (values).
 *
 * <p>Read first: {@link org.cotejo.pictures.PictureBatch}, {@link org.cotejo.pictures.ReadingJson}, {@link
 * org.cotejo.pictures.ImagesDelivery}. This room never decides what counts, and never publishes a picture or its name.
 */
@NullMarked
package org.cotejo.pictures;

import org.jspecify.annotations.NullMarked;
