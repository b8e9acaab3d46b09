package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorTest {
    /** The bench program runs a thousand of each kind. */
    @ParameterizedTest
    @EnumSource
    void honestElectionsSetEachOffNoMoreOftenThanItsLevel(Kind kind) {
        BaseRates rates = BaseRates.measure(new HonestElection(kind, 12), 60, 200, 0.05, 20_240_728);
        for (Indicator indicator : Indicator.values()) {
            if (!indicator.isBadTest() && rates.asked().getOrDefault(indicator, 0) > 0) {
                assertTrue(
                        rates.rate(indicator) <= rates.limit(indicator),
                        () -> indicator + " " + rates.rate(indicator) + " above " + rates.limit(indicator));
            }
        }
    }

    @Test
    void theListIsFixedAndEveryOneCarriesItsCautions() {
        ForensicReport report = Forensics.of(
                Falsified.honest(Kind.ALIKE, 3, 1).table(),
                ForensicSettings.of(1, 100).withBadTest());
        assertEquals(
                Arrays.asList(Indicator.values()),
                report.indicators().stream().map(IndicatorResult::indicator).toList());
        for (Indicator indicator : Indicator.values()) {
            assertFalse(indicator.innocent().es().isBlank());
            assertFalse(indicator.source().isBlank());
            assertTrue(
                    indicator.isBadTest() || Double.isNaN(indicator.baseRate()) || indicator.baseRate() <= 0.071,
                    indicator::key);
        }
        assertEquals("a hint, not proof", Indicator.caution().en());
    }

    @Test
    void theBadTestIsLeftOutAndNeverStandsOut() {
        StationTable table = Falsified.honest(Kind.ALIKE, 10, 1).table();
        assertTrue(Forensics.of(table, ForensicSettings.of(1, 100))
                .of(Indicator.SECOND_DIGITS)
                .isEmpty());
        IndicatorResult bad = Forensics.of(table, ForensicSettings.of(1, 100).withBadTest())
                .of(Indicator.SECOND_DIGITS)
                .orElseThrow();
        assertTrue(bad.p() < 0.01, bad::toString);
        assertFalse(bad.standsOut());
    }

    @Test
    void theSameSeedGivesTheSameReport() {
        StationTable table = Falsified.honest(Kind.SMALL_STATIONS, 20, 4).table();
        ForensicReport one = Forensics.of(table, ForensicSettings.of(9, 2_000));
        assertEquals(one, Forensics.of(table, ForensicSettings.of(9, 2_000)));
    }

    @Test
    void aTableOfOneStationOrNoneIsNoError() {
        StationTable one =
                StationTable.of(3).add(0, 0, 100, new int[] {5, 4, 3}, 0, 0).build();
        ForensicReport report = Forensics.of(one, ForensicSettings.of(1, 10));
        assertEquals(0, report.standingOut());
        assertTrue(Forensics.of(StationTable.of(2).build(), ForensicSettings.of(1, 10)).indicators().stream()
                .noneMatch(IndicatorResult::standsOut));
    }

    /** Benjamini and Hochberg 1995, table of 15 p values: the four smallest are rejected at 0.05. */
    @Test
    void manyQuestionsAreCorrectedAsPublished() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double[] adjusted = FalseDiscovery.adjust(p);
        assertEquals(4, Arrays.stream(adjusted).filter(q -> q <= 0.05).count());
        assertArrayEquals(
                new double[] {Double.NaN, 0.04, 0.04}, FalseDiscovery.adjust(new double[] {Double.NaN, 0.04, 0.02}));
    }

    @Test
    void figuresThatCannotBeAreRefused() {
        StationTable.Builder table = StationTable.of(2);
        assertThrows(IllegalArgumentException.class, () -> table.add(0, 0, 5, new int[] {1}, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> table.add(0, 0, 5, new int[] {1, -1}, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> table.add(-1, 0, 5, new int[] {1, 1}, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> table.add(0, 0, -2, new int[] {1, 1}, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> table.add(0, 0, 5, new int[] {1, 1}, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> StationTable.of(0));
    }

    @Test
    void aTableGrowsAndKeepsItsColumns() {
        StationTable.Builder builder = StationTable.of(2);
        for (int i = 0; i < 1_000; i++) {
            builder.add(i, i / 10, 1_000 + i, new int[] {i, 2 * i}, 3, 4, 5 + i, 6, 7);
        }
        StationTable table = builder.build();
        assertEquals(1_000, table.size());
        for (int i = 0; i < 1_000; i++) {
            assertEquals(List.of(i, i / 10, 1_000 + i), List.of(table.place(i), table.area(i), table.registered(i)));
            assertEquals(3 * i, table.valid(i));
            assertEquals(3 * i + 7, table.cast(i));
            assertEquals(5 + i, table.arrival(i));
        }
        assertEquals(1, table.largest(-1));
        assertEquals(0, table.largest(1));
        assertEquals(-1, StationTable.of(1).build().largest(0));
    }

    @Test
    void theChartIsDrawnWithItsCaution() {
        StationTable table = Falsified.honest(Kind.TOWN_AND_COUNTRY, 5, 2).table();
        String svg = FingerprintChart.of(table, 0, Fingerprint.of(table, 0), "Ana <Gil>", "fingerprint")
                .svg("en");
        assertTrue(svg.contains("A hint, not proof"), svg);
        assertTrue(svg.contains("Ana &lt;Gil"), svg);
    }

    @Test
    void votersDrawnOneByOneAreBinomial() {
        SplittableRandom random = new SplittableRandom(8);
        double mean = 0;
        for (int i = 0; i < 2_000; i++) {
            mean += HonestElection.binomial(301, 0.37, random) / 2_000.0;
        }
        assertEquals(301 * 0.37, mean, 4 * Math.sqrt(301 * 0.37 * 0.63 / 2_000));
        assertEquals(301, HonestElection.binomial(301, 1, new SplittableRandom(1)), 0);
        assertEquals(0, HonestElection.binomial(301, 0, random));
    }
}
