package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** All stations of Guanajuato's election of 2012, which nobody calls falsified. */
class GuanajuatoTest {
    private static StationTable table() throws IOException {
        Path file = Path.of(System.getProperty("cotejo.shared", "../../shared"))
                .resolve("vectors/audit/quickcount_gto2012_population.csv");
        Assumptions.assumeTrue(Files.exists(file), "no shared data at " + file);
        List<String> lines = Files.readAllLines(file);
        StationTable.Builder table = StationTable.of(4);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int[] votes = new int[4];
            int total = Integer.parseInt(cells[6]);
            for (int i = 0; i < 3; i++) {
                votes[i] = Integer.parseInt(cells[3 + i]);
                total -= votes[i];
            }
            votes[3] = total;
            int station = Integer.parseInt(cells[0]);
            table.add(station / 20, station / 400, Integer.parseInt(cells[2]), votes, 0, 0);
        }
        return table.build();
    }

    @Test
    void wholePercentagesAreSilent() throws IOException {
        IntegerPercentages test = IntegerPercentages.of(table(), 0, 10_000, new SplittableRandom(1));
        assertEquals(6_665, test.stations());
        assertEquals(List.of(1_230, 672, 626), test.observed());
        for (int kind = 0; kind < 3; kind++) {
            assertTrue(Math.abs(test.z(kind)) < 3, test::toString);
        }
    }

    @Test
    void theBadTestRejectsAndTheOthersDoNot() throws IOException {
        ForensicReport report =
                Forensics.of(table(), ForensicSettings.of(1, 2_000).withBadTest());
        assertTrue(report.of(Indicator.SECOND_DIGITS).orElseThrow().p() < 1e-5);
        for (Indicator indicator : List.of(
                Indicator.INTEGER_PERCENTAGES,
                Indicator.SPIKES,
                Indicator.FINGERPRINT_SLOPE,
                Indicator.LAST_DIGITS,
                Indicator.LAST_PAIRS,
                Indicator.ZERO_VOTES)) {
            assertTrue(!report.of(indicator).orElseThrow().standsOut(), indicator::key);
        }
    }

    /** Thirteen pairs, most of neighbouring stations: some sheets were captured twice, which the indicator is for. */
    @Test
    void sheetsThatWereCapturedTwiceAreSeen() throws IOException {
        IndicatorResult result = Forensics.of(table(), ForensicSettings.of(1, 100))
                .of(Indicator.DUPLICATES)
                .orElseThrow();
        assertEquals(13, result.effect());
        assertTrue(result.standsOut());
    }
}
