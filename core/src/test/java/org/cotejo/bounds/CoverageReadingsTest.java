package org.cotejo.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.cotejo.bounds.Reading.Unit;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Coverage.Base;
import org.cotejo.bulletin.Coverage.Rounding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageReadingsTest {
    private final CoverageReadings thousand = new CoverageReadings(1_000, 50_000L);

    private List<@Nullable Long> leftOut(CoverageReadings readings, Coverage coverage) {
        return readings.readings(coverage).stream()
                .<@Nullable Long>map(Reading::leftOut)
                .toList();
    }

    private long stationsLeftOut(String percentage, Rounding rounding) {
        Long leftOut = leftOut(thousand, Bulletins.percent(percentage, Base.STATIONS, rounding))
                .getFirst();
        return java.util.Objects.requireNonNull(leftOut);
    }

    @Test
    void whatIsCountedIsSubtracted() {
        assertEquals(List.of(0L), leftOut(thousand, new Coverage.Full()));
        assertEquals(List.of(300L), leftOut(thousand, new Coverage.Stations(700)));
        assertEquals(List.of(1_234L), leftOut(thousand, new Coverage.Registered(48_766)));
    }

    @Test
    void aCoverageAboveTheWholeLeavesNothingOut() {
        assertEquals(List.of(0L), leftOut(thousand, new Coverage.Stations(1_001)));
        assertEquals(1, thousand.surplus(new Coverage.Stations(1_001)));
        assertEquals(List.of(0L), leftOut(thousand, new Coverage.Registered(50_007)));
        assertEquals(7, thousand.surplus(new Coverage.Registered(50_007)));
        assertEquals(0, thousand.surplus(new Coverage.Full()));
        assertEquals(0, new CoverageReadings(10, null).surplus(new Coverage.Registered(50_007)));
    }

    @Test
    void ofAPercentageTheEndCountsThatLeavesOutMost() {
        assertEquals(205, stationsLeftOut("80", Rounding.NEAREST));
        assertEquals(205, stationsLeftOut("80", Rounding.UNSTATED));
        assertEquals(200, stationsLeftOut("80", Rounding.DOWN));
        assertEquals(209, stationsLeftOut("80", Rounding.UP));
        assertEquals(200, stationsLeftOut("80.0", Rounding.NEAREST));
        assertEquals(200, stationsLeftOut("80.0", Rounding.UP));
    }

    @Test
    void theEndsOfTheScaleStayOnIt() {
        assertEquals(1_000, stationsLeftOut("0", Rounding.NEAREST));
        assertEquals(1_000, stationsLeftOut("0", Rounding.UP));
        assertEquals(1_000, stationsLeftOut("0", Rounding.DOWN));
        assertEquals(0, stationsLeftOut("100", Rounding.DOWN));
        assertEquals(5, stationsLeftOut("100", Rounding.NEAREST));
        assertEquals(9, stationsLeftOut("100", Rounding.UP));
    }

    @Test
    void anUnstatedBaseHasTwoReadings() {
        List<Reading> readings = thousand.readings(Bulletins.percent("80", Base.UNSTATED, Rounding.NEAREST));
        assertEquals(
                List.of(Unit.STATIONS, Unit.REGISTERED_VOTERS),
                readings.stream().map(Reading::unit).toList());
        assertEquals(10_250L, readings.get(1).leftOut());
    }

    @Test
    void withoutARegisterThatReadingCannotBeComputed() {
        CoverageReadings unknown = new CoverageReadings(1_000, null);
        assertEquals(
                Arrays.asList(205L, null), leftOut(unknown, Bulletins.percent("80", Base.UNSTATED, Rounding.NEAREST)));
        assertNull(leftOut(unknown, new Coverage.Registered(5)).getFirst());
    }

    @Test
    void theRegistersStandInForTheRollWhereEachStationHasOne() {
        SmallElection election = SmallElection.of("A", "B").oneSide(100, 1, 1).missing(50);
        assertEquals(150L, CoverageReadings.of(election).register());
        assertEquals(200L, CoverageReadings.of(election.roll(200L)).register());
        assertNull(CoverageReadings.of(election.roll(null).unlisted(1)).register());
        assertNull(CoverageReadings.of(SmallElection.of("A").missing(-1)).register());
    }

    /** Every number of covered stations that prints as the percentage leaves out no more than the reading says. */
    @Test
    void noCoveredNumberThatPrintsSoLeavesOutMore() {
        for (int stations = 1; stations <= 60; stations++) {
            CoverageReadings readings = new CoverageReadings(stations, null);
            for (int covered = 0; covered <= stations; covered++) {
                checkAll(readings, stations, covered);
            }
        }
    }

    private void checkAll(CoverageReadings readings, int stations, int covered) {
        int down = covered * 100 / stations;
        int nearest = (covered * 200 + stations) / (2 * stations);
        int up = (covered * 100 + stations - 1) / stations;
        check(readings, stations - covered, nearest, Rounding.NEAREST);
        check(readings, stations - covered, down, Rounding.DOWN);
        check(readings, stations - covered, up, Rounding.UP);
    }

    private void check(CoverageReadings readings, int leftOut, int percent, Rounding rounding) {
        Long most = leftOut(readings, Bulletins.percent(String.valueOf(percent), Base.STATIONS, rounding))
                .getFirst();
        org.junit.jupiter.api.Assertions.assertTrue(
                most != null && leftOut <= most, () -> leftOut + " of " + readings + " at " + percent + " " + rounding);
    }
}
