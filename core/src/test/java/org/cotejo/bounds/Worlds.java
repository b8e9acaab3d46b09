package org.cotejo.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/**
 * A tiny election with two candidates and everything that could truly have happened in it: each split of the roll over the
 * stations without a register, each content of the unknown stations, each part that a total may cover.
 */
final class Worlds {
    /** One thing that could have happened: registers and votes (A, B, null) by station; a bit for each covered station. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record World(int[] registers, int[][] votes, int covered) {
        int coveredStations() {
            return Integer.bitCount(covered);
        }

        int coveredVoters() {
            return sum(registers);
        }

        /** The sum of a figure over the covered stations. */
        int total(int figure) {
            int total = 0;
            for (int station = 0; station < votes.length; station++) {
                total += (covered >> station & 1) * votes[station][figure];
            }
            return total;
        }

        private int sum(int[] values) {
            int total = 0;
            for (int station = 0; station < values.length; station++) {
                total += (covered >> station & 1) * values[station];
            }
            return total;
        }
    }

    private final int[] registers;
    private final List<int @Nullable []> known;
    private final int unlisted;
    private final int roll;

    private Worlds(int[] registers, List<int @Nullable []> known, int unlisted, int roll) {
        this.registers = registers;
        this.known = known;
        this.unlisted = unlisted;
        this.roll = roll;
    }

    /** Two known stations, one unknown, and now and then one that is not listed; some have no register. */
    static Worlds random(Random random) {
        int unlisted = random.nextInt(3) == 0 ? 1 : 0;
        int[] registers = new int[3 + unlisted];
        List<int @Nullable []> known = new ArrayList<>();
        int truth = 0;
        for (int station = 0; station < registers.length; station++) {
            int voters = random.nextInt(4);
            truth += voters;
            registers[station] = station == 3 || random.nextInt(4) == 0 ? -1 : voters;
            int a = random.nextInt(voters + 1);
            int b = random.nextInt(voters - a + 1);
            known.add(station < 2 ? new int[] {a, b, random.nextInt(voters - a - b + 1)} : null);
        }
        return new Worlds(registers, known, unlisted, truth);
    }

    int stations() {
        return registers.length;
    }

    int roll() {
        return roll;
    }

    boolean hasAllRegisters() {
        return Arrays.stream(registers).allMatch(voters -> voters >= 0);
    }

    SmallElection election() {
        SmallElection election = SmallElection.of("A", "B").roll((long) roll).unlisted(unlisted);
        for (int station = 0; station < registers.length - unlisted; station++) {
            int[] votes = known.get(station);
            if (votes == null) {
                election.missing(registers[station]);
            } else {
                election.station(StationState.ONE_SIDE, registers[station], votes);
            }
        }
        return election;
    }

    void forEach(Consumer<World> visit) {
        List<int[]> allRegisters = new ArrayList<>();
        split(0, new int[registers.length], roll, allRegisters);
        for (int[] voters : allRegisters) {
            fill(0, voters, new int[registers.length][3], visit);
        }
    }

    private void split(int station, int[] voters, int left, List<int[]> splits) {
        if (station == voters.length) {
            if (left == 0) {
                splits.add(voters.clone());
            }
            return;
        }
        int[] votes = known.get(station);
        int least = votes == null ? 0 : votes[0] + votes[1] + votes[2];
        int from = registers[station] >= 0 ? registers[station] : least;
        int to = registers[station] >= 0 ? registers[station] : left;
        for (int number = from; number <= Math.min(to, left); number++) {
            voters[station] = number;
            split(station + 1, voters, left - number, splits);
        }
    }

    private void fill(int station, int[] voters, int[][] votes, Consumer<World> visit) {
        if (station == votes.length) {
            for (int covered = 0; covered < 1 << votes.length; covered++) {
                visit.accept(new World(voters, votes, covered));
            }
            return;
        }
        int[] seen = known.get(station);
        if (seen != null) {
            votes[station] = seen;
            fill(station + 1, voters, votes, visit);
            return;
        }
        for (int a = 0; a <= voters[station]; a++) {
            for (int b = 0; a + b <= voters[station]; b++) {
                for (int spoilt = 0; a + b + spoilt <= voters[station]; spoilt++) {
                    votes[station] = new int[] {a, b, spoilt};
                    fill(station + 1, voters, votes, visit);
                }
            }
        }
    }
}
