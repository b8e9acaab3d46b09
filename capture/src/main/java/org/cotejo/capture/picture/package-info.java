/**
 * Picture files of any kind that a phone or a scanner makes, decoded to planes of brightness within limits: no file takes more
 * memory than {@link org.cotejo.capture.picture.PictureLimits} grants, and a file that is none is refused with a code.
 *
 * <p>Read first: {@link org.cotejo.capture.picture.PictureDecoder}, {@link org.cotejo.capture.picture.Grey},
 * {@link org.cotejo.capture.picture.PictureProblem}. This room never opens a file, and of what stands in a picture beside its pixels
 * it reads the orientation and nothing else.
 */
@NullMarked
package org.cotejo.capture.picture;

import org.jspecify.annotations.NullMarked;
