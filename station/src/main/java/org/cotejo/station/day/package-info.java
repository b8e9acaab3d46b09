/**
 * A polling station's day on one machine: set up, opened with a report of zeros, a ballot released for each voter, a receipt for each
 * vote, closed with sheets in several copies, counted by hand beside it. One sealed state, one place where it changes, one signed log
 * of what happened, in which no choice ever stands.
 *
 * <p>Read first: {@link org.cotejo.station.day.Machine}, {@link org.cotejo.station.day.MachineState}, {@link
 * org.cotejo.station.day.Printing}. This room never knows who votes, shows no sum before closing, opens no socket and draws no paper.
 * (values)
 */
@NullMarked
package org.cotejo.station.day;

import org.jspecify.annotations.NullMarked;
