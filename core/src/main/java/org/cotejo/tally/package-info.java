/**
 * The numbers of one station in one contest and the arithmetic that they must satisfy.
 *
 * <p>Read first: {@link org.cotejo.tally.Tally}, {@link org.cotejo.tally.Figure}, {@link org.cotejo.tally.TallyRule}. This
 * room never compares two stations or two copies.
 */
@NullMarked
package org.cotejo.tally;

import org.jspecify.annotations.NullMarked;
