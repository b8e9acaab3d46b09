package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.cotejo.base.Workers;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.reconcile.StationState;

/**
 * Registers and votes of the stations in each state, added up in one walk through all of them: every grade's bounds follow from these
 * sums, since a state is known or unknown as a whole.
 */
final class StateSums {
    private static final StationState[] STATES = StationState.values();

    /** So many stations are walked through by one thread before a second one is worth beginning. */
    private static final int STATIONS_A_WORKER = 1 << 17;

    /**
     * What the known stations of a grade add up to.
     *
     * @param stations how many there are
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

    /** The registers of the stations that some grade does not know, by state: as many as {@link #stations} says, then room. */
    private final int[][] registers = new int[STATES.length][0];

    private StateSums(int candidates) {
        this.votes = new long[STATES.length][candidates];
    }

    static StateSums of(KnownVotes votes) {
        int stations = votes.listed();
        int parts = Math.clamp(stations / STATIONS_A_WORKER, 1, Workers.THREADS);
        List<FutureTask<StateSums>> walks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) stations * part / parts);
            int to = (int) ((long) stations * (part + 1) / parts);
            walks.add(new FutureTask<>(() -> of(votes, from, to)));
        }
        Workers.run(walks);
        StateSums sums = Workers.await(walks.getFirst());
        walks.subList(1, parts).forEach(walk -> sums.add(Workers.await(walk)));
        return sums;
    }

    private static StateSums of(KnownVotes votes, int from, int to) {
        StateSums sums = new StateSums(votes.candidates().size());
        for (int station = from; station < to; station++) {
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
        if (!state.isKnownStrictly()) {
            room(index, 1);
            registers[index][stations[index]] = most;
        }
        stations[index]++;
        if (most < 0) {
            withoutRegister[index]++;
        } else {
            registered[index] += most;
        }
    }

    private void room(int state, int more) {
        int size = stations[state] + more;
        if (size > registers[state].length) {
            registers[state] = Arrays.copyOf(registers[state], Math.max(size, registers[state].length * 2));
        }
    }

    private void add(StateSums other) {
        for (int i = 0; i < STATES.length; i++) {
            if (!STATES[i].isKnownStrictly()) {
                room(i, other.stations[i]);
                System.arraycopy(other.registers[i], 0, registers[i], stations[i], other.stations[i]);
            }
            stations[i] += other.stations[i];
            withoutRegister[i] += other.withoutRegister[i];
            registered[i] += other.registered[i];
            registeredAtLeast[i] += other.registeredAtLeast[i];
            seenWithoutRegister[i] += other.seenWithoutRegister[i];
            for (int candidate = 0; candidate < votes[i].length; candidate++) {
                votes[i][candidate] += other.votes[i][candidate];
            }
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

    /** The registers of the listed unknown stations of a grade, the smallest first; negative for one that has none. */
    int[] unknownRegisters(Grade grade) {
        int[] all = new int[0];
        for (int i = 0; i < STATES.length; i++) {
            if (!grade.isKnown(STATES[i])) {
                int size = all.length;
                all = Arrays.copyOf(all, size + stations[i]);
                System.arraycopy(registers[i], 0, all, size, stations[i]);
            }
        }
        Arrays.sort(all);
        return all;
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
