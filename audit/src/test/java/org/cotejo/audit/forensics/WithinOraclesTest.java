package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared within places and areas, against slower ways to the same figures; and the simulated elections themselves. */
class WithinOraclesTest {
    /** Least squares with one constant for each area, by demeaning each station by hand. */
    @ParameterizedTest
    @EnumSource
    void theSlopeWithinAreasLeavesNothingThatTurnoutExplains(Kind kind) {
        StationTable table = Falsified.honest(kind, 14, 31).table();
        AreaSlope found = AreaSlope.of(table, 0);
        Map<Integer, List<Integer>> areas = new HashMap<>();
        int stations = 0;
        for (int i = 0; i < table.size(); i++) {
            if (table.registered(i) >= 100 && table.cast(i) > 0) {
                areas.computeIfAbsent(table.area(i), _ -> new ArrayList<>()).add(i);
                stations++;
            }
        }
        assertEquals(stations, found.stations());
        assertEquals(areas.size(), found.areas());
        double off = 0;
        for (List<Integer> members : areas.values()) {
            double weight = 0;
            double x = 0;
            double y = 0;
            for (int i : members) {
                weight += table.registered(i);
                x += table.cast(i);
                y += table.votes(i, 0);
            }
            for (int i : members) {
                double ownX = (double) table.cast(i) / table.registered(i) - x / weight;
                double ownY = (double) table.votes(i, 0) / table.registered(i) - y / weight;
                off += table.registered(i) * ownX * (ownY - found.slope() * ownX);
            }
        }
        assertEquals(0, off, 1e-6);
        assertTrue(found.p() > 0.2, "honest: " + found);
    }

    /** Lateness dealt out anew within each place, many times: as often as large a gap as the normal distribution says. */
    @Test
    void theChanceOfALateGapIsThatOfDealingLatenessOutAnew() {
        StationTable.Builder built = StationTable.of(2);
        Random random = new Random(8);
        int places = 60;
        for (int place = 0; place < places; place++) {
            for (int s = 0; s < 5; s++) {
                int first = 100 + random.nextInt(60) + (s == 4 ? 12 : 0);
                built.add(place, place / 6, 400, new int[] {first, 260 - first}, 0, 0, s == 4 ? 9 : 1, -1, -1);
            }
        }
        StationTable table = built.build();
        LateTrend found = LateTrend.of(table, 0);
        assertEquals(places, found.compared());
        assertFalse(found.isByArea());
        double seen = 0;
        double[][] shares = new double[places][5];
        for (int i = 0; i < table.size(); i++) {
            shares[i / 5][i % 5] = (double) table.votes(i, 0) / table.valid(i);
        }
        double gap = 0;
        for (double[] place : shares) {
            double others = 0;
            for (int s = 0; s < 4; s++) {
                others += place[s] / 4;
            }
            gap += (place[4] - others) / places;
            seen += place[4] - mean(place);
        }
        assertEquals(gap, found.gap(), 1e-12);
        int rounds = 20_000;
        int asLarge = 0;
        for (int round = 0; round < rounds; round++) {
            double sum = 0;
            for (double[] place : shares) {
                sum += place[random.nextInt(5)] - mean(place);
            }
            asLarge += Math.abs(sum) >= Math.abs(seen) ? 1 : 0;
        }
        double rate = asLarge / (double) rounds;
        assertEquals(rate, found.p(), 4 * Math.sqrt(rate * (1 - rate) / rounds) + 0.01);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    @Test
    void whoClosedLateIsLateWhateverTheOrderOfArrivalWhereEverySheetSaysSo() {
        StationTable.Builder byHour = StationTable.of(2);
        StationTable.Builder byArrival = StationTable.of(2);
        Random random = new Random(2);
        for (int i = 0; i < 400; i++) {
            int place = i / 5;
            boolean isLate = i % 5 == 4;
            int first = 120 + random.nextInt(20) + (isLate ? 25 : 0);
            int[] votes = {first, 260 - first};
            byHour.add(place, place / 8, 400, votes, 0, 0, random.nextInt(50), isLate ? 1_300 : 1_080, -1);
            byArrival.add(place, place / 8, 400, votes, 0, 0, isLate ? 7 : 3, StationTable.UNKNOWN, -1);
        }
        LateTrend hours = LateTrend.of(byHour.build(), 0);
        LateTrend arrivals = LateTrend.of(byArrival.build(), 0);
        assertEquals(arrivals, hours);
        assertTrue(hours.p() < 1e-6 && hours.gap() > 0.05, hours::toString);
    }

    @Test
    void aPlaceThatMovedAloneIsNamedAndOneThatMovedWithAllIsNot() {
        HonestElection.Drawn drawn = Falsified.honest(Kind.ALIKE, 6, 3);
        StationTable moved = Falsified.of(drawn.table(), (station, _, counts) -> {
            // Everybody gains a tenth of the second's votes; place 17 gains nearly all of them.
            int taken = station / HonestElection.STATIONS == 17 ? counts[1] - 1 : counts[1] / 10;
            counts[0] += taken;
            counts[1] -= taken;
        });
        PastSwing found = PastSwing.ofShares(moved, 0, drawn.earlier());
        assertEquals(17, found.place());
        assertEquals(List.of(17), found.outliers());
        assertTrue(found.p() < 0.01 && found.difference() > 0.1, found::toString);
        PastSwing without = PastSwing.ofShares(drawn.table(), 0, drawn.earlier());
        assertEquals(List.of(), without.outliers());
    }

    @Test
    void aRegisterThatGrewAloneIsNamedByHowMuch() {
        HonestElection.Drawn drawn = Falsified.honest(Kind.ALIKE, 6, 5);
        long[] registered = drawn.earlier().registered().clone();
        registered[9] /= 3;
        EarlierElection earlier = new EarlierElection(
                drawn.earlier().leaderVotes(), drawn.earlier().valid(), registered);
        PastSwing found = PastSwing.ofRegisters(drawn.table(), earlier);
        assertEquals(9, found.place());
        assertEquals(List.of(9), found.outliers());
        // From the line through all places, which this one bends.
        assertEquals(Math.log(3), found.difference(), 0.35);
        assertThrows(IllegalArgumentException.class, () -> new EarlierElection(new long[1], new long[2], new long[2]));
    }

    @ParameterizedTest
    @EnumSource
    void simulatedVotersVoteOnceAndOnlyWhereTheyAreRegistered(Kind kind) {
        HonestElection.Drawn drawn = Falsified.honest(kind, 5, 77);
        StationTable table = drawn.table();
        assertEquals(5 * HonestElection.PLACES * HonestElection.STATIONS, table.size());
        assertEquals(5 * HonestElection.PLACES, drawn.earlier().places());
        for (int i = 0; i < table.size(); i++) {
            assertTrue(table.cast(i) <= table.registered(i), "station " + i);
            assertEquals(i / HonestElection.STATIONS, table.place(i));
            assertEquals(i / HonestElection.STATIONS / HonestElection.PLACES, table.area(i));
            assertEquals(i, table.serial(i));
        }
        for (int place = 0; place < drawn.earlier().places(); place++) {
            assertTrue(drawn.earlier().leaderVotes()[place] <= drawn.earlier().valid()[place]);
            assertTrue(drawn.earlier().registered()[place] > 0);
        }
        assertEquals(List.of(), HardCheck.of(table, java.util.Set.of(), LegalHours.NONE));
    }

    @Test
    void theSameSeedDrawsTheSameElectionAndAnotherDoesNot() {
        StationTable one = Falsified.honest(Kind.LINKED_TURNOUT, 2, 4).table();
        StationTable same = Falsified.honest(Kind.LINKED_TURNOUT, 2, 4).table();
        StationTable other = Falsified.honest(Kind.LINKED_TURNOUT, 2, 5).table();
        assertEquals(Forensics.of(one, ForensicSettings.of(1, 50)), Forensics.of(same, ForensicSettings.of(1, 50)));
        assertNotEquals(one.total(0), other.total(0));
    }

    @Test
    void aRateIsAlarmsOverThoseThatCouldBeAsked() {
        BaseRates rates = new BaseRates(
                Kind.ALIKE,
                200,
                0.05,
                Map.of(Indicator.SPIKES, 100, Indicator.LAST_DIGITS, 0),
                Map.of(Indicator.SPIKES, 7),
                3);
        assertEquals(0.07, rates.rate(Indicator.SPIKES), 1e-12);
        assertTrue(Double.isNaN(rates.rate(Indicator.LAST_DIGITS)), "never asked, so no rate");
        assertTrue(Double.isNaN(rates.rate(Indicator.DUPLICATES)));
        assertEquals(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 100), rates.limit(Indicator.SPIKES), 1e-12);
        assertThrows(
                IllegalArgumentException.class,
                () -> BaseRates.measure(new HonestElection(Kind.ALIKE, 1), 0, 10, 0.05, 1));
    }

    /** A zero among many neighbours stands out; the same zero among neighbours that have few does not. */
    @Test
    void aZeroStandsOutOnlyWhereTheNeighboursHaveMany() {
        StationTable.Builder built = StationTable.of(3);
        Random random = new Random(1);
        for (int place = 0; place < 50; place++) {
            for (int s = 0; s < 4; s++) {
                int third = 38 + random.nextInt(5);
                boolean isHidden = place == 7 && s == 2;
                built.add(
                        place,
                        place / 5,
                        400,
                        new int[] {120, 100 + (isHidden ? third : 0), isHidden ? 0 : third},
                        0,
                        0);
            }
        }
        ZeroVotes found = ZeroVotes.of(built.build());
        assertEquals(1, found.found().size(), found::toString);
        ZeroVotes.Zero zero = found.found().getFirst();
        assertEquals(List.of(7 * 4 + 2, 2), List.of(zero.station(), zero.option()));
        assertTrue(zero.expected() > 30 && zero.chance() < 1e-6, zero::toString);
        StationTable.Builder few = StationTable.of(2);
        for (int i = 0; i < 60; i++) {
            few.add(i / 3, 0, 400, new int[] {200, i % 3 == 0 ? 0 : 1}, 0, 0);
        }
        assertEquals(0, ZeroVotes.of(few.build()).found().size());
    }

    @Test
    void anIndicatorThatWasNotAskedNeverStandsOut() {
        IndicatorResult silent =
                new IndicatorResult(Indicator.SPIKES, 0, Double.NaN, Double.NaN, Double.NaN, Indicator.caution());
        assertFalse(silent.isAsked());
        assertFalse(silent.standsOut());
        IndicatorResult loud = new IndicatorResult(Indicator.SPIKES, 9, 1, 0.001, 0.05, Indicator.caution());
        assertTrue(loud.standsOut());
        assertFalse(loud.adjustedTo(0.0501).standsOut());
        assertThrows(
                IllegalArgumentException.class,
                () -> new IndicatorResult(Indicator.SPIKES, 9, 1, 1.2, 1, Indicator.caution()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new IndicatorResult(Indicator.SPIKES, -1, 1, 0.2, 1, Indicator.caution()));
    }

    @Test
    void theOrderOfStationsChangesNoIndicatorButTheDrawnOne() {
        StationTable table = Falsified.honest(Kind.TOWN_AND_COUNTRY, 8, 6).table();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(9));
        StationTable.Builder built = StationTable.of(table.options());
        for (int i : order) {
            int[] votes = new int[table.options()];
            for (int option = 0; option < votes.length; option++) {
                votes[option] = table.votes(i, option);
            }
            built.add(
                    table.place(i),
                    table.area(i),
                    table.registered(i),
                    votes,
                    table.nullVotes(i),
                    table.blankVotes(i),
                    table.arrival(i),
                    table.time(i),
                    table.serial(i));
        }
        StationTable moved = built.build();
        assertEquals(SharePeaks.of(table, 0).p(), SharePeaks.of(moved, 0).p(), 1e-9);
        assertEquals(ZeroVotes.of(table).p(), ZeroVotes.of(moved).p(), 1e-9);
        assertEquals(AreaSlope.of(table, 0).slope(), AreaSlope.of(moved, 0).slope(), 1e-9);
        assertEquals(LateTrend.of(table, 0).gap(), LateTrend.of(moved, 0).gap(), 1e-9);
        assertEquals(Duplicates.of(table).identical(), Duplicates.of(moved).identical());
        assertEquals(
                IntegerPercentages.of(table, 0, 10, new SplittableRandom(1)).observed(),
                IntegerPercentages.of(moved, 0, 10, new SplittableRandom(1)).observed());
        assertEquals(DigitNull.of(table, 0).chiSquared(), DigitNull.of(moved, 0).chiSquared(), 1e-9);
    }
}
