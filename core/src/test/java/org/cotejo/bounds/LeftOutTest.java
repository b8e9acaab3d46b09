package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotejo.base.Fraction;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    /** The same by sorting exact fractions: slow and plain. */
    private static long bySorting(long[] votes, long[] sizes, long room) {
        long taken = 0;
        long left = room;
        int[] order = IntStream.range(0, votes.length)
                .filter(i -> sizes[i] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> Fraction.of(votes[i], sizes[i]))
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < votes.length; i++) {
            taken += sizes[i] == 0 ? votes[i] : 0;
        }
        for (int i : order) {
            long part = Math.min(left, sizes[i]);
            taken += part == sizes[i] ? votes[i] : votes[i] * part / sizes[i];
            left -= part;
            if (part < sizes[i]) {
                return taken;
            }
        }
        return taken;
    }

    /** The most votes of any set of whole stations that fits. */
    private static long byTryingAll(long[] votes, long[] sizes, long room) {
        long most = 0;
        for (int set = 0; set < 1 << votes.length; set++) {
            long inside = 0;
            long size = 0;
            for (int i = 0; i < votes.length; i++) {
                inside += (set >> i & 1) * votes[i];
                size += (set >> i & 1) * sizes[i];
            }
            most = size <= room ? Math.max(most, inside) : most;
        }
        return most;
    }

    private static long mostWithin(long[] votes, long[] sizes, long room) {
        return over(votes, sizes).mostWithin(room);
    }

    private static LeftOut over(long[] votes, long[] sizes) {
        return new LeftOut(votes.length).over(votes, sizes);
    }

    @Test
    void wholeStationsGoFirstThenAPartRoundedDown() {
        long[] votes = {30, 10, 7};
        long[] sizes = {30, 20, 10};
        assertEquals(0, mostWithin(votes, sizes, 0));
        assertEquals(29, mostWithin(votes, sizes, 29));
        assertEquals(30 + 6, mostWithin(votes, sizes, 39));
        assertEquals(30 + 7 + 4, mostWithin(votes, sizes, 49));
        assertEquals(47, mostWithin(votes, sizes, 60));
        assertEquals(47, mostWithin(votes, sizes, Long.MAX_VALUE));
    }

    @Test
    void stationsWithoutSizeAreFree() {
        assertEquals(9, mostWithin(new long[] {9, 5}, new long[] {0, 5}, 0));
        assertEquals(0, over(new long[] {9, 5}, new long[] {0, 5}).leastRoomFor(9));
    }

    @Test
    void noStationsHoldNothing() {
        assertEquals(0, mostWithin(new long[0], new long[0], 100));
        assertEquals(0, over(new long[0], new long[0]).leastRoomFor(0));
        assertEquals(LeftOut.NEVER, over(new long[] {4}, new long[] {2}).leastRoomFor(5));
    }

    @Test
    void sortingGivesTheSameAndNoSetOfStationsHoldsMore() {
        Random random = new Random(20240728);
        for (int round = 0; round < 3_000; round++) {
            int stations = random.nextInt(9);
            long[] votes = random.longs(stations, 0, 12).toArray();
            long[] sizes = random.longs(stations, 0, 12).toArray();
            for (long room = 0; room <= 40; room += 1 + random.nextInt(5)) {
                long most = mostWithin(votes, sizes, room);
                String what = Arrays.toString(votes) + Arrays.toString(sizes) + room;
                assertEquals(bySorting(votes, sizes, room), most, what);
                assertTrue(byTryingAll(votes, sizes, room) <= most, what);
            }
        }
    }

    @Test
    void byStationTheLargestAreExact() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            long[] votes = random.longs(random.nextInt(8), 0, 6).toArray();
            long[] ones = new long[votes.length];
            Arrays.fill(ones, 1);
            for (int room = 0; room <= votes.length + 1; room++) {
                assertEquals(byTryingAll(votes, ones, room), mostWithin(votes, ones, room));
            }
        }
    }

    @Test
    void theLeastRoomIsWhereTheMostFirstReachesIt() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            int stations = 1 + random.nextInt(8);
            long[] votes = random.longs(stations, 0, 12).toArray();
            long[] sizes = random.longs(stations, 0, 12).toArray();
            long wanted = 1L + random.nextInt(40);
            long room = over(votes, sizes).leastRoomFor(wanted);
            String what = Arrays.toString(votes) + Arrays.toString(sizes) + wanted;
            if (room == LeftOut.NEVER) {
                assertTrue(Arrays.stream(votes).sum() < wanted, what);
            } else {
                assertTrue(mostWithin(votes, sizes, room) >= wanted, what);
                assertTrue(room == 0 || mostWithin(votes, sizes, room - 1) < wanted, what);
            }
        }
    }

    @Test
    void nothingIsLeftOverFromTheStationsBefore() {
        LeftOut leftOut = new LeftOut(3);
        assertEquals(
                14, leftOut.over(new long[] {9, 5, 7}, new long[] {0, 5, 9}).mostWithin(5));
        assertEquals(3, leftOut.over(new long[] {3, 1}, new long[] {2, 2}).mostWithin(2));
    }

    @Test
    void ratiosAreComparedBeyondSixtyFourBits() {
        long big = 1L << 40;
        assertTrue(LeftOut.compareProducts(big + 1, big, big, big) > 0);
        assertTrue(LeftOut.compareProducts(big, big - 1, big, big) < 0);
        assertEquals(0, LeftOut.compareProducts(big, big, big, big));
        assertEquals(big + 1, mostWithin(new long[] {big, big + 1}, new long[] {big, big}, big));
    }

    @Test
    void aMillionStationsTakeAMoment() {
        Random random = new Random(1);
        long[] votes = random.longs(1_050_000, 0, 800).toArray();
        long[] sizes = random.longs(1_050_000, 0, 1_200).toArray();
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 10; i++) {
                assertTrue(mostWithin(votes, sizes, 60_000_000) > 0);
            }
        });
        long[] rising = IntStream.range(0, 1_050_000).asLongStream().toArray();
        long[] ones = new long[rising.length];
        Arrays.fill(ones, 1);
        assertTimeout(Duration.ofSeconds(10), () -> assertTrue(mostWithin(rising, ones, 500_000) > 0));
        assertTimeout(Duration.ofSeconds(10), () -> assertEquals(500_000, mostWithin(ones, ones, 500_000)));
    }
}
