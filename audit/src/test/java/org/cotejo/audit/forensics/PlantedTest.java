package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.junit.jupiter.api.Test;

/** Each planted falsification is seen by its indicator, and by hardly any other. */
class PlantedTest {
    private static final int OPTIONS = HonestElection.OPTIONS;

    private static final HonestElection.Drawn HONEST = Falsified.honest(Kind.LINKED_TURNOUT, 60, 11);

    private static ForensicReport report(StationTable table) {
        return Forensics.of(table, ForensicSettings.of(3, 1_000).withEarlier(HONEST.earlier()));
    }

    private static void assertSeen(ForensicReport report, Indicator... wanted) {
        List<Indicator> out = new ArrayList<>();
        for (IndicatorResult result : report.indicators()) {
            if (result.standsOut()) {
                out.add(result.indicator());
            }
        }
        assertEquals(List.of(wanted), out, () -> report.indicators().toString());
    }

    @Test
    void anHonestElectionSetsNothingOff() {
        assertSeen(report(HONEST.table()));
        assertEquals(0, report(HONEST.table()).standingOut());
        assertEquals(List.of(), report(HONEST.table()).hardChecks());
    }

    @Test
    void percentagesMadeWholeAreSeen() {
        SplittableRandom random = new SplittableRandom(1);
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station % 4 == 0) {
                int cast = Arrays.stream(counts).sum();
                double share = Math.rint(100.0 * counts[0] / cast + random.nextInt(5)) / 100;
                Falsified.setLeader(counts, (int) Math.rint(share * cast));
            }
        });
        ForensicReport report = report(table);
        assertTrue(report.of(Indicator.INTEGER_PERCENTAGES).orElseThrow().standsOut());
        assertEquals(
                1.0 / 1001,
                report.of(Indicator.INTEGER_PERCENTAGES).orElseThrow().p(),
                1e-12);
    }

    @Test
    void aPileAtRoundSharesIsSeen() {
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            int cast = Arrays.stream(counts).sum();
            int wanted = (int) Math.rint(0.7 * cast);
            if (station % 10 == 0 && counts[0] < 0.8 * cast && wanted - counts[0] <= counts[1]) {
                Falsified.setLeader(counts, wanted);
            }
        });
        IndicatorResult spikes = report(table).of(Indicator.SPIKES).orElseThrow();
        assertTrue(spikes.standsOut(), spikes::toString);
        assertTrue(spikes.said().en().contains("70.0"), spikes::toString);
        assertTrue(spikes.said().es().contains("70,0"), spikes::toString);
    }

    @Test
    void copiedSheetsAreSeenAndNamed() {
        int[] first = new int[OPTIONS + 2];
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station % 400 == 10) {
                System.arraycopy(counts, 0, first, 0, first.length);
            } else if (station % 400 == 11) {
                System.arraycopy(first, 0, counts, 0, first.length);
            }
        });
        ForensicReport report = report(table);
        assertTrue(report.of(Indicator.DUPLICATES).orElseThrow().standsOut(), report::toString);
        assertTrue(report.duplicates().contains(new ForensicReport.Pair(410, 411)), report::toString);
    }

    @Test
    void inventedLastDigitsAreSeen() {
        SplittableRandom random = new SplittableRandom(2);
        int[] liked = {7, 3, 8, 2, 7, 3, 4, 6, 1, 9};
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station % 3 == 0 && counts[0] >= 10) {
                Falsified.setLeader(counts, counts[0] / 10 * 10 + liked[random.nextInt(liked.length)]);
            }
        });
        assertSeen(report(table), Indicator.LAST_DIGITS);
    }

    @Test
    void neighbouringLastDigitsAreSeen() {
        SplittableRandom random = new SplittableRandom(2);
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station % 3 == 0 && counts[0] >= 100) {
                int tens = counts[0] / 10 % 10;
                Falsified.setLeader(counts, counts[0] / 10 * 10 + (tens + 1 + random.nextInt(2) * 8) % 10);
            }
        });
        assertTrue(report(table).of(Indicator.LAST_PAIRS).orElseThrow().standsOut());
    }

    @Test
    void stuffedBoxesAreSeen() {
        SplittableRandom random = new SplittableRandom(3);
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station % 3 == 0) {
                int left = registered - Arrays.stream(counts).sum();
                int stuffed = (int) (left * random.nextDouble());
                int taken = (int) (counts[1] * 0.8 * random.nextDouble());
                counts[0] += stuffed + taken;
                counts[1] -= taken;
            }
        });
        IndicatorResult slope = report(table).of(Indicator.FINGERPRINT_SLOPE).orElseThrow();
        assertTrue(slope.effect() > 1 && slope.standsOut(), slope::toString);
        assertTrue(report(HONEST.table())
                        .of(Indicator.FINGERPRINT_SLOPE)
                        .orElseThrow()
                        .effect()
                < 1);
    }

    /** Colombia 2022. */
    @Test
    void aListThatAFormHidesIsSeen() {
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station == 77 || station == 402) {
                counts[2] = 0;
            }
        });
        ForensicReport report = report(table);
        assertSeen(report, Indicator.ZERO_VOTES);
        assertEquals(List.of(new ForensicReport.Spot(77, 2), new ForensicReport.Spot(402, 2)), report.zeros());
    }

    @Test
    void lateStationsThatFavourOneSideWithinTheirPlaceAreSeen() {
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (HONEST.table().arrival(station) > 1_500_000) {
                Falsified.setLeader(counts, counts[0] + counts[0] / 20);
            }
        });
        assertTrue(report(table).of(Indicator.LATE_TREND).orElseThrow().standsOut());
    }

    /** Bolivia 2019: country came in late and votes differently. */
    @Test
    void aLateTrendThatIsOnlyCompositionIsNotSeen() {
        LateTrend trend =
                LateTrend.of(Falsified.honest(Kind.TOWN_AND_COUNTRY, 80, 5).table(), 0);
        assertTrue(trend.rawGap() > 0.03, trend::toString);
        assertTrue(trend.p() > 0.01 && Math.abs(trend.gap()) < 0.01, trend::toString);
        assertFalse(trend.isByArea());
    }

    @Test
    void aPlaceThatMovedAloneIsSeen() {
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (HONEST.table().place(station) == 33) {
                Falsified.setLeader(counts, counts[0] + counts[1] * 9 / 10);
            }
        });
        ForensicReport report = report(table);
        assertTrue(report.of(Indicator.PAST_SHARE).orElseThrow().standsOut(), report::toString);
        assertEquals(33, PastSwing.ofShares(table, 0, HONEST.earlier()).place());
    }

    @Test
    void aRegisterThatGrewAloneIsSeen() {
        long[] registers = HONEST.earlier().registered().clone();
        registers[40] /= 2;
        EarlierElection earlier = new EarlierElection(
                HONEST.earlier().leaderVotes(), HONEST.earlier().valid(), registers);
        PastSwing swing = PastSwing.ofRegisters(HONEST.table(), earlier);
        assertEquals(List.of(40), swing.outliers());
        assertTrue(swing.p() < 1e-4, swing::toString);
    }

    @Test
    void whatCannotBeIsNamedUnlessExempt() {
        StationTable table = Falsified.of(HONEST.table(), (station, registered, counts) -> {
            if (station == 5 || station == 9) {
                counts[1] += registered;
            }
        });
        assertEquals(
                List.of(
                        new HardCheck(HardCheck.Kind.OVER_REGISTER, 5, -1),
                        new HardCheck(HardCheck.Kind.OVER_REGISTER, 9, -1)),
                HardCheck.of(table, Set.of(), LegalHours.NONE));
        assertEquals(1, HardCheck.of(table, Set.of(9), LegalHours.NONE).size());
    }

    @Test
    void oneSerialTwiceAndClosingTooEarlyAreNamed() {
        StationTable table = StationTable.of(1)
                .add(0, 0, 100, new int[] {10}, 0, 0, 1, 1_080, 7)
                .add(0, 0, 100, new int[] {10}, 0, 0, 2, 1_079, 8)
                .add(0, 0, StationTable.UNKNOWN, new int[] {500}, 0, 0, 3, StationTable.UNKNOWN, 7)
                .build();
        assertEquals(
                List.of(
                        new HardCheck(HardCheck.Kind.CLOSED_EARLY, 1, -1),
                        new HardCheck(HardCheck.Kind.SAME_SERIAL, 2, 0)),
                HardCheck.of(table, Set.of(), new LegalHours(1_080, StationTable.UNKNOWN)));
    }

    @Test
    void aStationThatIsOpenAfterTheLastLegalHourIsNamedAndOneWithoutHoursIsNot() {
        StationTable table = StationTable.of(1)
                .add(0, 0, 300, new int[] {10}, 0, 0, 0, 1_079, 1)
                .add(0, 0, 300, new int[] {10}, 0, 0, 1, 1_080, 2)
                .add(0, 0, 300, new int[] {10}, 0, 0, 2, 1_200, 3)
                .add(0, 0, 300, new int[] {10}, 0, 0, 3, 1_201, 4)
                .add(0, 0, 300, new int[] {10}, 0, 0, 4, StationTable.UNKNOWN, 5)
                .build();
        assertEquals(
                java.util.List.of(
                        new HardCheck(HardCheck.Kind.CLOSED_EARLY, 0, -1),
                        new HardCheck(HardCheck.Kind.CLOSED_LATE, 3, -1)),
                HardCheck.of(table, Set.of(), new LegalHours(1_080, 1_200)));
        assertEquals(java.util.List.of(), HardCheck.of(table, Set.of(), LegalHours.NONE));
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> new LegalHours(1_200, 1_080));
    }

    @Test
    void latenessIsTheHourOfClosingWhereEverySheetStatesItElseTheArrival() {
        StationTable timed = StationTable.of(1)
                .add(0, 0, 300, new int[] {10}, 0, 0, 7, 1_080, 1)
                .add(0, 0, 300, new int[] {10}, 0, 0, 3, 1_090, 2)
                .build();
        assertTrue(timed.isTimed());
        assertEquals(1_090, timed.lateness(1));
        StationTable half = StationTable.of(1)
                .add(0, 0, 300, new int[] {10}, 0, 0, 7, 1_080, 1)
                .add(0, 0, 300, new int[] {10}, 0, 0, 3, StationTable.UNKNOWN, 2)
                .build();
        assertEquals(3, half.lateness(1));
        assertEquals(7, half.lateness(0));
    }
}
