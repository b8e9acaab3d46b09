/**
 * Hints that somebody may have changed a number on a sheet by hand: paper that is lighter around it than beside it, as under correction
 * fluid, and ink that is thicker or taller than its neighbours', as where something was written over. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.alteration.Alterations}, {@link org.cotejo.capture.alteration.Hint}. This room never
 * changes what a reading is worth: a hint is no proof, and where there is none nothing is shown to be untouched.
 */
@NullMarked
package org.cotejo.capture.alteration;

import org.jspecify.annotations.NullMarked;
