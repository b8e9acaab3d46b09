package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared within places and areas, on figures that can be reckoned by hand. */
class WithinTest {
    private static StationTable.Builder line(StationTable.Builder table, int areas, int perVoter) {
        for (int area = 0; area < areas; area++) {
            for (int i = 0; i < 5; i++) {
                int cast = 400 + 50 * i;
                int leader = 50 * (area % 4) + perVoter * cast / 10 - 20 * (i % 2);
                table.add(area, area, 1_000, new int[] {leader, cast - leader}, 0, 0);
            }
        }
        return table;
    }

    @Test
    void theSlopeIsThatWithinAreasWhateverLiesBetweenThem() {
        AreaSlope found = AreaSlope.of(line(StationTable.of(2), 20, 5).build(), 0);
        assertEquals(0.5, found.slope(), 1e-12);
        assertEquals(List.of(100, 20), List.of(found.stations(), found.areas()));
    }

    @Test
    void fewAreasGiveASlopeAndNoChance() {
        AreaSlope found = AreaSlope.of(line(StationTable.of(2), 9, 5).build(), 0);
        assertEquals(0.5, found.slope(), 1e-12);
        assertTrue(Double.isNaN(found.p()));
    }

    @Test
    void stationsAloneInTheirAreaSayNothingAboutASlope() {
        StationTable table = StationTable.of(2)
                .add(0, 0, 1_000, new int[] {300, 200}, 0, 0)
                .add(1, 1, 1_000, new int[] {500, 200}, 0, 0)
                .build();
        assertEquals(0, AreaSlope.of(table, 0).stations());
        assertTrue(Double.isNaN(AreaSlope.of(table, 0).slope()));
    }

    private static StationTable late(int places, int stationsAPlace) {
        StationTable.Builder table = StationTable.of(2);
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < stationsAPlace; i++) {
                boolean isLate = (place + i) % 5 == 4;
                int leader = 30 + place % 20 + (isLate ? 10 : 0);
                table.add(
                        place,
                        place / 10,
                        StationTable.UNKNOWN,
                        new int[] {leader, 100 - leader},
                        0,
                        0,
                        isLate ? 2 : 1,
                        StationTable.UNKNOWN,
                        StationTable.UNKNOWN);
            }
        }
        return table.build();
    }

    @Test
    void theLateGapIsThatWithinPlaces() {
        LateTrend found = LateTrend.of(late(40, 5), 0);
        assertEquals(List.of(200, 40, 40), List.of(found.stations(), found.late(), found.compared()));
        assertFalse(found.isByArea());
        assertEquals(0.10, found.gap(), 1e-12);
        assertTrue(found.p() < 1e-6, found::toString);
    }

    @Test
    void wherePlacesHaveOneStationAreasAreCompared() {
        LateTrend found = LateTrend.of(late(200, 1), 0);
        assertTrue(found.isByArea());
        assertEquals(40, found.compared());
    }

    @Test
    void oneDeliveryHasNoLateStations() {
        StationTable.Builder table = StationTable.of(1);
        for (int i = 0; i < 100; i++) {
            table.add(i / 5, 0, 100, new int[] {50}, 0, 0, 0, StationTable.UNKNOWN, StationTable.UNKNOWN);
        }
        assertTrue(Double.isNaN(LateTrend.of(table.build(), 0).p()));
        assertTrue(Double.isNaN(LateTrend.of(StationTable.of(1).build(), 0).p()));
    }

    private static StationTable places(int places) {
        StationTable.Builder table = StationTable.of(2);
        for (int place = 0; place < places; place++) {
            int leader = 200 + 7 * place;
            table.add(place, 0, 900 + 3 * place, new int[] {leader, 700 - leader}, 0, 0);
        }
        return table.build();
    }

    private static EarlierElection same(StationTable table) {
        long[] votes = new long[table.size()];
        long[] valid = new long[table.size()];
        long[] registered = new long[table.size()];
        for (int i = 0; i < table.size(); i++) {
            votes[i] = table.votes(i, 0);
            valid[i] = table.valid(i);
            registered[i] = table.registered(i);
        }
        return new EarlierElection(votes, valid, registered);
    }

    @Test
    void anElectionLikeTheEarlierOneHasNoOutlier() {
        StationTable table = places(40);
        for (PastSwing swing :
                List.of(PastSwing.ofShares(table, 0, same(table)), PastSwing.ofRegisters(table, same(table)))) {
            assertEquals(40, swing.places());
            assertEquals(1, swing.slope(), 1e-9);
            assertEquals(1, swing.p(), swing::toString);
            assertEquals(List.of(), swing.outliers());
        }
    }

    @Test
    void fewPlacesOrUnknownOnesAreNotCompared() {
        assertTrue(
                Double.isNaN(PastSwing.ofShares(places(19), 0, same(places(19))).p()));
        StationTable table = places(40);
        EarlierElection earlier = same(table);
        java.util.Arrays.fill(earlier.leaderVotes(), StationTable.UNKNOWN);
        java.util.Arrays.fill(earlier.registered(), StationTable.UNKNOWN);
        assertEquals(0, PastSwing.ofShares(table, 0, earlier).places());
        assertEquals(0, PastSwing.ofRegisters(table, earlier).places());
        assertThrows(IllegalArgumentException.class, () -> new EarlierElection(new long[1], new long[2], new long[2]));
    }
}
