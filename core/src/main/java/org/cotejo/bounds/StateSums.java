package org.cotejo.bounds;

import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.reconcile.StationState;

/**
 * Registers and votes of the stations in each state, added up in one walk through all of them: every grade's bounds follow from these
 * sums, since a state is known or unknown as a whole.
 */
final class StateSums {
    private static final StationState[] STATES = StationState.values();

    /**
     * What the known stations of a grade add up to.
     *
     * @param registeredAtLeast voters of those that have a register, the smallest figure where sources differ
     * @param seenWithoutRegister all votes on the sheets of those that have none
     */
    record Known(int stations, long registeredAtLeast, long seenWithoutRegister) {}

    /**
     * What the listed unknown stations of a grade add up to.
     *
     * @param registered voters of those that have a register, the largest figure where sources differ
     * @param withoutRegister number of those that have none
     */
    record Unknown(long registered, int withoutRegister) {}

    private final int[] stations = new int[STATES.length];
    private final int[] withoutRegister = new int[STATES.length];
    private final long[] registered = new long[STATES.length];
    private final long[] registeredAtLeast = new long[STATES.length];
    private final long[] seenWithoutRegister = new long[STATES.length];
    private final long[][] votes;

    private StateSums(int candidates) {
        this.votes = new long[STATES.length][candidates];
    }

    static StateSums of(KnownVotes votes) {
        StateSums sums = new StateSums(votes.candidates().size());
        for (int station = 0; station < votes.listed(); station++) {
            StationState state = votes.state(station);
            if (state.isKnown()) {
                sums.addKnown(votes, station, state);
            } else {
                sums.addUnknown(votes.registered(station), state);
            }
        }
        return sums;
    }

    @SuppressWarnings("EnumOrdinal") // an index in memory, never written
    private void addKnown(KnownVotes known, int station, StationState state) {
        int index = state.ordinal();
        addUnknown(known.registered(station), state);
        int least = known.registeredAtLeast(station);
        if (least < 0) {
            seenWithoutRegister[index] += MissingRegister.seenAt(known, station);
        } else {
            registeredAtLeast[index] += least;
        }
        known.addVotes(station, votes[index]);
    }

    /** What is asked of every station, since one that is known by the first grade may be unknown by another. */
    @SuppressWarnings("EnumOrdinal")
    private void addUnknown(int most, StationState state) {
        int index = state.ordinal();
        stations[index]++;
        if (most < 0) {
            withoutRegister[index]++;
        } else {
            registered[index] += most;
        }
    }

    Known known(Grade grade) {
        int count = 0;
        long voters = 0;
        long seen = 0;
        for (int i = 0; i < STATES.length; i++) {
            if (grade.isKnown(STATES[i])) {
                count += stations[i];
                voters += registeredAtLeast[i];
                seen += seenWithoutRegister[i];
            }
        }
        return new Known(count, voters, seen);
    }

    Unknown unknown(Grade grade) {
        long voters = 0;
        int without = 0;
        for (int i = 0; i < STATES.length; i++) {
            if (!grade.isKnown(STATES[i])) {
                voters += registered[i];
                without += withoutRegister[i];
            }
        }
        return new Unknown(voters, without);
    }

    /** Votes at the known stations of a grade, of each candidate. */
    long[] votes(Grade grade) {
        long[] sums = new long[votes[0].length];
        for (int i = 0; i < STATES.length; i++) {
            for (int candidate = 0; candidate < sums.length && grade.isKnown(STATES[i]); candidate++) {
                sums[candidate] += votes[i][candidate];
            }
        }
        return sums;
    }
}
