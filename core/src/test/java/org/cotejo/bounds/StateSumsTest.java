package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.reconcile.StationState;
import org.junit.jupiter.api.Test;

/** The sums of one walk, by as many threads as it takes, against a walk for each of them. */
class StateSumsTest {
    private static final List<StationState> STATES = List.of(StationState.values());

    /** Stations whose state, registers and votes come from a seed; some have no register, and some two that differ. */
    private static SmallElection stations(int size, long seed) {
        Random random = new Random(seed);
        SmallElection election = SmallElection.of("A", "B", "C").unlisted(3);
        for (int i = 0; i < size; i++) {
            StationState state = STATES.get(random.nextInt(STATES.size()));
            int most = random.nextInt(50) == 0 ? -1 : random.nextInt(1_000);
            int least = most < 0 ? -1 : most - random.nextInt(most + 1) / 100;
            election.station(state, most, random.nextInt(300), random.nextInt(300), random.nextInt(300), 2, 1)
                    .atLeast(least);
        }
        return election;
    }

    @Test
    void everySumIsThatOfAWalkOfItsOwn() {
        for (int size : new int[] {0, 1, 7, 1_000, (1 << 17) - 1, (1 << 18) + 5}) {
            SmallElection stations = stations(size, size);
            StateSums sums = StateSums.of(stations);
            for (Grade grade : Grade.values()) {
                assertSums(stations, sums, grade);
                assertEquals(
                        Bounds.of(stations, grade), Bounds.byGrade(stations).get(grade));
            }
        }
    }

    private static void assertSums(SmallElection stations, StateSums sums, Grade grade) {
        int[] known = IntStream.range(0, stations.listed())
                .filter(station -> stations.isKnown(station, grade))
                .toArray();
        int[] unknown = IntStream.range(0, stations.listed())
                .filter(station -> !stations.isKnown(station, grade))
                .toArray();
        assertEquals(
                new StateSums.Known(
                        known.length,
                        registers(stations::registeredAtLeast, known).sum(),
                        IntStream.of(known)
                                .filter(station -> stations.registeredAtLeast(station) < 0)
                                .mapToLong(station -> MissingRegister.seenAt(stations, station))
                                .sum()),
                sums.known(grade));
        assertEquals(
                new StateSums.Unknown(registers(stations::registered, unknown).sum(), (int) IntStream.of(unknown)
                        .filter(station -> stations.registered(station) < 0)
                        .count()),
                sums.unknown(grade));
        assertArrayEquals(
                IntStream.of(unknown).map(stations::registered).sorted().toArray(), sums.unknownRegisters(grade));
        assertArrayEquals(
                IntStream.range(0, 3)
                        .mapToLong(candidate -> IntStream.of(known)
                                .mapToLong(station -> stations.votes(station, candidate))
                                .sum())
                        .toArray(),
                sums.votes(grade));
    }

    private static LongStream registers(IntUnaryOperator voters, int[] stations) {
        return IntStream.of(stations)
                .map(voters)
                .filter(registered -> registered >= 0)
                .asLongStream();
    }
}
