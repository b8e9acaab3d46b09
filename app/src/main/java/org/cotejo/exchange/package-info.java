/**
 * What others published: taken into a folder as evidence after it was proven, and laid beside what somebody else published. (values)
 *
 * <p>Read first: {@link org.cotejo.exchange.ProvenLog}, {@link org.cotejo.exchange.Taking},
 * {@link org.cotejo.exchange.Comparison}. This room verifies nothing itself and never believes an entry that was not set against a
 * verified head; it never decides which of two publications is right.
 */
@NullMarked
package org.cotejo.exchange;

import org.jspecify.annotations.NullMarked;
