/**
 * How far sheets that were checked speak for those that were not: how many could be false after a random check, how many a
 * forger must falsify, what the agreement of independent copies weighs, and how many errors double entry leaves (values).
 *
 * <p>Read first: {@link org.cotejo.audit.copies.ForgerBound}, {@link org.cotejo.audit.copies.FewestFalse},
 * {@link org.cotejo.audit.copies.DoubleEntry}. This room never multiplies chances whose independence nobody argued, and
 * takes a check for random only where the caller says that it was drawn.
 */
@NullMarked
package org.cotejo.audit.copies;

import org.jspecify.annotations.NullMarked;
