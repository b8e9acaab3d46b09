package org.cotejo.audit.boxes;

import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.custody.BallotManifest;
import org.cotejo.custody.BoxCount;
import org.jspecify.annotations.Nullable;

/**
 * A box that was drawn, or that a full count takes in.
 *
 * @param claimed votes claimed at its station, a number for each candidate; empty if nothing was claimed
 * @param draws the numbers of the draws that gave it, from 1; none if only the full count takes it in
 * @param count the newest count on record, or null while there is none
 * @param earlier older counts, the oldest first; they stay in view
 * @param counted votes counted by candidate; empty where none count
 * @param taint how much of what it could hold was found, 0 to 1; null while nothing is on record
 */
public record BoxReport(
        BallotManifest.Box box,
        List<Long> claimed,
        List<Integer> draws,
        @Nullable BoxCount count,
        List<BoxCount> earlier,
        List<Long> counted,
        @Nullable Fraction taint) {
    public BoxReport {
        claimed = List.copyOf(claimed);
        draws = List.copyOf(draws);
        earlier = List.copyOf(earlier);
        counted = List.copyOf(counted);
    }
}
