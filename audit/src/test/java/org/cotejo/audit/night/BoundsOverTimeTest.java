package org.cotejo.audit.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.KnownVotes;
import org.cotejo.bounds.KnownVotes.Grade;
import org.cotejo.definition.CandidateId;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundsOverTimeTest {
    /** A small night: two candidates, registers, and stations of which some stay unknown. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Night(
            int[][] votes,
            int[] registered,
            boolean[] known,
            int unlisted,
            @Nullable Long roll) implements KnownVotes {
        @Override
        public int listed() {
            return votes.length;
        }

        @Override
        public StationState state(int station) {
            return known[station] ? StationState.AGREED : StationState.MISSING;
        }

        @Override
        public int registered(int station) {
            return registered[station];
        }

        @Override
        public int votes(int station, int figure) {
            return known[station] && figure < 2 ? votes[station][figure] : 0;
        }

        @Override
        public boolean isCarried(int station, int figure) {
            return known[station];
        }

        @Override
        public int place(int station) {
            return 0;
        }

        @Override
        public List<CandidateId> candidates() {
            return List.of(new CandidateId("A"), new CandidateId("B"));
        }
    }

    private static Night night(Random random, boolean withRegisters) {
        int stations = 1 + random.nextInt(40);
        int[][] votes = new int[stations][2];
        int[] registered = new int[stations];
        boolean[] known = new boolean[stations];
        long roll = 0;
        for (int i = 0; i < stations; i++) {
            int register = 50 + random.nextInt(200);
            roll += register;
            registered[i] = withRegisters || random.nextInt(5) > 0 ? register : -1;
            votes[i][0] = random.nextInt(register);
            votes[i][1] = random.nextInt(register - votes[i][0]) / 3;
            known[i] = random.nextInt(8) > 0;
        }
        return new Night(votes, registered, known, withRegisters ? 0 : random.nextInt(2), withRegisters ? null : roll);
    }

    private static long[] inOrder(int stations) {
        long[] arrival = new long[stations];
        for (int i = 0; i < stations; i++) {
            arrival[i] = (long) stations - i;
        }
        return arrival;
    }

    @Property(tries = 300)
    void theLastMomentIsTheBoundsAsTheyStand(@ForAll long seed, @ForAll boolean withRegisters) {
        Night night = night(new Random(seed), withRegisters);
        BoundsOverTime followed = BoundsOverTime.of(night, Grade.SHEETS_UNKNOWN, inOrder(night.listed()));
        Bounds bounds = Bounds.of(night, Grade.SHEETS_UNKNOWN);
        assertEquals(bounds.knownStations(), followed.known());
        if (followed.known() > 0) {
            Moment last = followed.moments().getLast();
            assertEquals(bounds.lead(), last.lead());
            Long most = bounds.missingRegisteredAtMost();
            assertEquals(most == null ? BoundsOverTime.UNKNOWN : most, last.missing());
            assertEquals(bounds.canFlip() == Bounds.CanFlip.NO, last.isDecided());
        }
    }

    @Property(tries = 300)
    void onceDecidedItStaysDecided(@ForAll long seed) {
        Night night = night(new Random(seed), true);
        BoundsOverTime followed = BoundsOverTime.of(night, Grade.STRICT, inOrder(night.listed()));
        Moment decided = followed.decided();
        for (Moment moment : followed.moments()) {
            boolean isAfter = decided != null && moment.stations() >= decided.stations();
            assertEquals(isAfter, moment.isDecided(), moment::toString);
            if (decided != null && isAfter) {
                assertEquals(decided.leader(), moment.leader());
            }
        }
    }

    @Test
    void theFirstMomentIsFoundByTheOrderOfArrival() {
        Night night = new Night(
                new int[][] {{90, 0}, {80, 0}, {1, 70}},
                new int[] {100, 100, 100},
                new boolean[] {true, true, true},
                0,
                null);
        Moment decided =
                BoundsOverTime.of(night, Grade.STRICT, new long[] {1, 2, 3}).decided();
        assertEquals(new Moment(2, 0, 1, 170, 100), decided);
        BoundsOverTime other = BoundsOverTime.of(night, Grade.STRICT, new long[] {3, 2, 1});
        assertEquals(new Moment(3, 0, 1, 101, 0), other.decided());
        assertEquals(1, other.moments().getFirst().leader());
    }

    @Test
    void withoutRegistersAndRollNothingIsDecided() {
        Night night = new Night(new int[][] {{90, 0}}, new int[] {-1}, new boolean[] {true}, 3, null);
        BoundsOverTime followed = BoundsOverTime.of(night, Grade.STRICT, new long[1]);
        assertNull(followed.decided());
        assertEquals(BoundsOverTime.UNKNOWN, followed.moments().getLast().missing());
        String svg = BoundsChart.of(followed, "night").svg("es");
        assertTrue(svg.contains("Nunca decidido"), svg);
        assertThrows(IllegalArgumentException.class, () -> BoundsOverTime.of(night, Grade.STRICT, new long[2]));
    }

    @Test
    void theChartSaysFromWhereItWasDecided() {
        Night night = night(new Random(4), true);
        BoundsOverTime followed = BoundsOverTime.of(night, Grade.SHEETS_UNKNOWN, inOrder(night.listed()));
        Moment decided = followed.firstDecided().orElseThrow();
        assertTrue(BoundsChart.of(followed, "night").svg("en").contains("Decided after " + decided.stations() + " of"));
    }
}
