package org.cotejo.sim;

import java.util.List;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * What really happened in a simulated country: how people voted, and each lie that was told about it.
 *
 * @param votes votes cast for each candidate in the definition's order
 */
public record Truth(long registered, List<Long> votes, long nullVotes, long blank, List<Deed> told) {
    /**
     * One lie as it was told.
     *
     * @param station the station that it is about, which a phantom's register does not list; null if it is about no single one
     * @param code public code of the finding that must uncover it
     */
    public record Deed(Lie lie, @Nullable StationCode station, String code) {
        @Override
        public String toString() {
            return lie.label() + (station == null ? "" : " " + station) + " -> " + code;
        }
    }

    public Truth {
        votes = List.copyOf(votes);
        told = List.copyOf(told);
    }
}
