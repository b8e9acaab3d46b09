/**
 * From lines of print to the numbers of a sheet: finds its table, reads each figure and the words beside it, and says where the two
 * agree; and its places to sign, with whether there is handwriting. What it gives is what stands there, not what counts. (values)
 *
 * <p>Read first: {@link org.cotejo.capture.form.FormReader}, {@link org.cotejo.capture.form.PrintedForm}, {@link
 * org.cotejo.capture.form.PrintedCell}. This room never takes a figure for read that the words beside it do not say too, and never tells whose hand a signature is or what it says.
 */
@NullMarked
package org.cotejo.capture.form;

import org.jspecify.annotations.NullMarked;
