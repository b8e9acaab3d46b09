/**
 * What the election is: contests, candidates, ballot options, places, stations and their register, sides and custodians.
 *
 * <p>Read first: {@link org.cotejo.definition.ElectionDefinition}, {@link org.cotejo.definition.Register},
 * {@link org.cotejo.definition.PlaceTree}. This room never holds a vote.
 */
@NullMarked
package org.cotejo.definition;

import org.jspecify.annotations.NullMarked;
