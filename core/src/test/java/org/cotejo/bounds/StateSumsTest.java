package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.CandidateId;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sums of one walk, by as many threads as it takes, against a walk for each of them. */
class StateSumsTest {
    /** Stations whose state, registers and votes come from a seed; some have no register, and some two that differ. */
    private static final class Stations implements KnownVotes {
        private static final List<StationState> STATES = List.of(StationState.values());

        private final StationState[] states;
        private final int[] most;
        private final int[] least;
        private final int[][] votes;

        Stations(int size, long seed) {
            Random random = new Random(seed);
            states = new StationState[size];
            most = new int[size];
            least = new int[size];
            votes = new int[size][];
            for (int i = 0; i < size; i++) {
                states[i] = STATES.get(random.nextInt(STATES.size()));
                most[i] = random.nextInt(50) == 0 ? -1 : random.nextInt(1_000);
                least[i] = most[i] < 0 ? -1 : most[i] - random.nextInt(most[i] + 1) / 100;
                votes[i] = new int[] {random.nextInt(300), random.nextInt(300), random.nextInt(300), 2, 1};
            }
        }

        @Override
        public int listed() {
            return states.length;
        }

        @Override
        public int unlisted() {
            return 3;
        }

        @Override
        public StationState state(int station) {
            return states[station];
        }

        @Override
        public int registered(int station) {
            return most[station];
        }

        @Override
        public int registeredAtLeast(int station) {
            return least[station];
        }

        @Override
        public int votes(int station, int figure) {
            return votes[station][figure];
        }

        @Override
        public boolean isCarried(int station, int figure) {
            return true;
        }

        @Override
        public int place(int station) {
            return 0;
        }

        @Override
        public List<CandidateId> candidates() {
            return List.of(new CandidateId("A"), new CandidateId("B"), new CandidateId("C"));
        }

        @Override
        public @Nullable Long roll() {
            return null;
        }
    }

    @Test
    void everySumIsThatOfAWalkOfItsOwn() {
        for (int size : new int[] {0, 1, 7, 1_000, (1 << 17) - 1, (1 << 18) + 5}) {
            Stations stations = new Stations(size, size);
            StateSums sums = StateSums.of(stations);
            for (Grade grade : Grade.values()) {
                assertSums(stations, sums, grade);
                assertEquals(
                        Bounds.of(stations, grade), Bounds.byGrade(stations).get(grade));
            }
        }
    }

    private static void assertSums(Stations stations, StateSums sums, Grade grade) {
        int[] known = IntStream.range(0, stations.listed())
                .filter(station -> stations.isKnown(station, grade))
                .toArray();
        int[] unknown = IntStream.range(0, stations.listed())
                .filter(station -> !stations.isKnown(station, grade))
                .toArray();
        assertEquals(
                new StateSums.Known(
                        known.length,
                        registers(stations.least, known).sum(),
                        IntStream.of(known)
                                .filter(station -> stations.least[station] < 0)
                                .mapToLong(station -> MissingRegister.seenAt(stations, station))
                                .sum()),
                sums.known(grade));
        assertEquals(
                new StateSums.Unknown(registers(stations.most, unknown).sum(), (int) IntStream.of(unknown)
                        .filter(station -> stations.most[station] < 0)
                        .count()),
                sums.unknown(grade));
        assertArrayEquals(
                IntStream.of(unknown)
                        .map(station -> stations.most[station])
                        .sorted()
                        .toArray(),
                sums.unknownRegisters(grade));
        assertArrayEquals(
                IntStream.range(0, 3)
                        .mapToLong(candidate -> IntStream.of(known)
                                .mapToLong(station -> stations.votes(station, candidate))
                                .sum())
                        .toArray(),
                sums.votes(grade));
    }

    private static LongStream registers(int[] voters, int[] stations) {
        return IntStream.of(stations)
                .map(station -> voters[station])
                .filter(registered -> registered >= 0)
                .asLongStream();
    }
}
