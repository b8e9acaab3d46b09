/**
 * From the bytes of a picture to what it says: decodes it, reads every symbol, checks every text, and says what is wrong with the
 * picture to whoever holds the phone.
 *
 * <p>Read first: {@link org.cotejo.capture.PictureReader}, {@link org.cotejo.capture.PictureReading}.
 * This room never touches disk, clock or network, so that the same code runs in a command, an
 * intake server and a job over millions of pictures.
 */
@NullMarked
package org.cotejo.capture;

import org.jspecify.annotations.NullMarked;
