/**
 * Whether two pictures are one picture, saved twice: other sizes, other compression, other brightness. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.likeness.Likeness}, {@link org.cotejo.capture.likeness.Alike}. This room never says that two
 * pictures show the same sheet: all sheets of an election look alike to it from afar.
 */
@NullMarked
package org.cotejo.capture.likeness;

import org.jspecify.annotations.NullMarked;
