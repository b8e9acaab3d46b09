package org.cotejo.bounds;

import java.util.List;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Register;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/**
 * What bounds are computed from: the reconciled stations of one contest with their votes and registers. Stations are
 * indexes 0 to {@link #listed()}-1; figures are the candidates in the definition's order, then null, then blank votes. It
 * does not change while it is read.
 */
public interface KnownVotes {

    /** Which stations count as known. */
    enum Grade {
        /** Unknown are the stations of which no sheet counts: missing, set aside, announced only, conflicting. */
        SHEETS_UNKNOWN,
        /** Unknown are, besides, the contradicted ones and those of which one side alone has copies. */
        STRICT;

        boolean isKnown(StationState state) {
            return switch (this) {
                case SHEETS_UNKNOWN -> state.isKnown();
                case STRICT -> state.isKnownStrictly();
            };
        }
    }

    /** Number of stations that the definition lists. */
    int listed();

    /** Number of stations that exist but have no code and no register; nothing is known of them. */
    int unlisted();

    /** Number of all stations. */
    default int stations() {
        return Math.addExact(listed(), unlisted());
    }

    StationState state(int station);

    default boolean isKnown(int station, Grade grade) {
        return grade.isKnown(state(station));
    }

    /** Registered voters of a station, or {@link Register#UNKNOWN}; the largest figure where sources differ. */
    int registered(int station);

    /** The smallest figure where sources differ on a station's register: what is certain to lie there, and not elsewhere. */
    default int registeredAtLeast(int station) {
        return registered(station);
    }

    /** Votes on the sheets of a known station; 0 where no copy carries the figure. */
    int votes(int station, int figure);

    /** Adds the votes of a known station to sums, the first figure to the first sum and so on. */
    default void addVotes(int station, long[] sums) {
        for (int figure = 0; figure < sums.length; figure++) {
            sums[figure] += votes(station, figure);
        }
    }

    /** Whether a copy that counts at the station carries the figure: a file without a blank column says nothing on blank. */
    boolean isCarried(int station, int figure);

    /** The place of a station in the definition's tree of places. */
    int place(int station);

    /** The candidates in the definition's order. */
    List<CandidateId> candidates();

    /** The candidate whose votes are the sum of all names that voters wrote in; null where none can be written in. */
    default @Nullable CandidateId writeIn() {
        return null;
    }

    /** Number of figures of a station: the candidates, null and blank. */
    default int figures() {
        return candidates().size() + 2;
    }

    /** The figure index of null votes; blank votes are the next one. */
    default int nullFigure() {
        return candidates().size();
    }

    /** Voters on the national roll, if it is known. */
    @Nullable
    Long roll();

    /** The votes of a reconciled contest as they stand. */
    static KnownVotes of(ContestResult result, Register register, @Nullable Long roll) {
        return new ReconciledVotes(result, register, ReconciledVotes.candidatesOf(result), roll);
    }
}
