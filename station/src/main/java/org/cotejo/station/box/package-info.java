/**
 * The electronic box of one machine: how many votes each position has, and the one vote whose receipt is still being looked at,
 * sealed anew with a fresh key at every step and in a fixed number of bytes, so that whoever takes the disk learns the sums and
 * nothing about who voted how.
 *
 * <p>Read first: {@link org.cotejo.station.box.VoteBox}, {@link org.cotejo.station.box.Ballot}, {@link
 * org.cotejo.station.box.Disk}. This room never keeps a list of votes, an order or a time, never gives out a single vote but the one that
 * waits for its receipt, and gives out no sum before it is closed. (values)
 */
@NullMarked
package org.cotejo.station.box;

import org.jspecify.annotations.NullMarked;
