/**
 * The paper after closing: who holds which copy, what is signed, what was refused, where the boxes are, which audits the law
 * demands. Absence is a record here, with a reason.
 *
 * <p>Read first: {@link org.cotejo.custody.Source}, {@link org.cotejo.custody.StationFigures},
 * {@link org.cotejo.custody.Denial}. This room never holds a person's name and never decides which copy is right. (values)
 */
@NullMarked
package org.cotejo.custody;

import org.jspecify.annotations.NullMarked;
