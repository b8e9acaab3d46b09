package org.cotejo.audit.quickcount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the lead if late stations are not like the others. */
class LateSensitivityTest {
    private static final List<String> CANDIDATES = List.of("A", "B");

    private static SamplePoint point(String station, long registered, @Nullable Double past) {
        return new SamplePoint(station, "S", station, 1, OptionalLong.of(registered), past);
    }

    private static Report report(String station, long a, long b) {
        return new Report(station, List.of(a, b), a + b, null);
    }

    private static LateSensitivity of(List<SamplePoint> points, List<Report> reports) {
        QuickDesign design = QuickDesign.of(List.of(PlannedStratum.of("S", 1_000)), points);
        return QuickCount.of(design, CANDIDATES).estimate(reports).late().sensitivity();
    }

    private static double at(LateSensitivity sensitivity, double odds) {
        return sensitivity.tilted().stream()
                .filter(tilted -> tilted.odds() == odds)
                .findFirst()
                .orElseThrow()
                .lead();
    }

    /** Two reports of leads 0.4 and 0.2, and two late: by hand the late ones are these two in the ratio of 1 to the odds squared. */
    @Test
    void theTiltIsTheOneOfItsFormula() {
        List<SamplePoint> points =
                List.of(point("1", 300, null), point("2", 300, null), point("3", 300, null), point("4", 300, null));
        LateSensitivity found = of(points, List.of(report("1", 70, 30), report("2", 60, 40)));
        for (double odds : new double[] {1, 1.25, 1.5, 2, 3, 5}) {
            double leaning = odds * odds;
            double late = (0.4 + leaning * 0.2) / (1 + leaning);
            assertEquals((0.3 + late) / 2, at(found, odds), 1e-12, "odds " + odds);
        }
        assertNull(found.tippingOdds(), "no report has a lead below 0.2, so no tilt of them makes a tie");
    }

    @Test
    void oddsThatMakeATieAreFound() {
        List<SamplePoint> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            points.add(point("%02d".formatted(i), 300, null));
        }
        List<Report> reports =
                List.of(report("00", 90, 10), report("01", 60, 40), report("02", 20, 80), report("03", 60, 40));
        LateSensitivity found = of(points, reports);
        double odds = Objects.requireNonNull(found.tippingOdds());
        // At the tie the six late stations must lead by as much for B as the four reported lead for A.
        double g = Math.log(odds) / 0.10;
        double[] leads = {0.8, 0.2, -0.6, 0.2};
        double top = 0;
        double below = 0;
        double plain = 0;
        for (double lead : leads) {
            top += Math.exp(-g * lead) * lead;
            below += Math.exp(-g * lead);
            plain += lead / 4;
        }
        assertEquals(0, 0.4 * plain + 0.6 * top / below, 1e-9);
    }

    @Test
    void whereNothingIsLateThereIsNothingToSuppose() {
        LateSensitivity found = of(
                List.of(point("1", 300, 0.1), point("2", 300, 0.2)), List.of(report("1", 70, 30), report("2", 60, 40)));
        assertEquals(new LateSensitivity(List.of(), List.of(), null), found);
    }

    @Property(tries = 60)
    void oddsOfOneAreTheEstimateAndMoreNeverHelpsTheLeader(
            @ForAll @IntRange(min = 3, max = 30) int reported, @ForAll @IntRange(min = 1, max = 20) int late) {
        Random random = new Random(31L * reported + late);
        List<SamplePoint> points = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < reported + late; i++) {
            points.add(point("%03d".formatted(i), 400, null));
            if (i < reported) {
                long first = 40L + random.nextInt(60);
                reports.add(report("%03d".formatted(i), first, 100 - first + 20));
            }
        }
        QuickDesign design = QuickDesign.of(List.of(PlannedStratum.of("S", 1_000)), points);
        QuickEstimate estimate = QuickCount.of(design, CANDIDATES).estimate(reports);
        LateSensitivity found = estimate.late().sensitivity();
        assertEquals(estimate.lead().value(), at(found, 1), 1e-12);
        List<LateSensitivity.Tilted> tilted = found.tilted();
        for (int i = 1; i < tilted.size(); i++) {
            assertTrue(tilted.get(i).lead() <= tilted.get(i - 1).lead() + 1e-12, tilted::toString);
        }
    }

    /** Small stations report late and vote for B: their class makes up for it where the register is known. */
    @Test
    void classesBringBackWhatTheRegisterExplains() {
        Random random = new Random(5);
        double plainOff = 0;
        double alikeOff = 0;
        int rounds = 40;
        for (int round = 0; round < rounds; round++) {
            List<SamplePoint> points = new ArrayList<>();
            List<Report> reports = new ArrayList<>();
            double lead = 0;
            for (int i = 0; i < 400; i++) {
                boolean isSmall = random.nextInt(10) < 4;
                String station = "%03d".formatted(i);
                long registered = isSmall ? 100L + random.nextInt(100) : 400L + random.nextInt(100);
                points.add(point(station, registered, isSmall ? -0.2 : 0.3));
                long first = Math.round(100 * Math.clamp((isSmall ? 0.42 : 0.62) + 0.05 * random.nextGaussian(), 0, 1));
                lead += (2 * first - 100) / 100.0 / 400;
                if (random.nextDouble() < (isSmall ? 0.3 : 0.9)) {
                    reports.add(report(station, first, 100 - first));
                }
            }
            QuickDesign design = QuickDesign.of(List.of(PlannedStratum.of("S", 400)), points);
            QuickEstimate estimate = QuickCount.of(design, CANDIDATES).estimate(reports);
            plainOff += (estimate.lead().value() - lead) / rounds;
            List<LateSensitivity.Alike> alike = estimate.late().sensitivity().alike();
            assertEquals(2, alike.size(), alike::toString);
            assertEquals(LateSensitivity.Known.REGISTER, alike.getFirst().known());
            assertEquals(LateSensitivity.Known.PAST, alike.getLast().known());
            assertTrue(alike.getFirst().lowestRate() < 0.4 && alike.getFirst().highestRate() > 0.8, alike::toString);
            alikeOff += (alike.getFirst().lead() - lead) / rounds;
        }
        assertTrue(plainOff > 0.05, "the estimate alone is off by " + plainOff);
        assertEquals(0, alikeOff, 0.01);
    }

    /** Lateness that follows the votes by known odds: supposing these odds gives back the truth, supposing none does not. */
    @Test
    void theRightOddsBringBackTheTruthWhereTheVotesDecideWhoIsLate() {
        Random random = new Random(11);
        double g = Math.log(2) / 0.10;
        double plainOff = 0;
        double tiltedOff = 0;
        int rounds = 60;
        for (int round = 0; round < rounds; round++) {
            List<SamplePoint> points = new ArrayList<>();
            List<Report> reports = new ArrayList<>();
            double truth = 0;
            for (int i = 0; i < 500; i++) {
                String station = "%03d".formatted(i);
                points.add(point(station, 300, null));
                long first = Math.round(100 * Math.clamp(0.55 + 0.05 * random.nextGaussian(), 0, 1));
                double lead = (2 * first - 100) / 100.0;
                truth += lead / 500;
                double odds = 0.5 * Math.exp(-g * (lead - 0.1));
                if (random.nextDouble() >= odds / (1 + odds)) {
                    reports.add(report(station, first, 100 - first));
                }
            }
            QuickDesign design = QuickDesign.of(List.of(PlannedStratum.of("S", 500)), points);
            QuickEstimate estimate = QuickCount.of(design, CANDIDATES).estimate(reports);
            plainOff += (estimate.lead().value() - truth) / rounds;
            tiltedOff += (at(estimate.late().sensitivity(), 2) - truth) / rounds;
            assertNotNull(estimate.late().worst());
        }
        assertTrue(plainOff > 0.015, "the estimate alone is off by " + plainOff);
        assertEquals(0, tiltedOff, 0.006);
    }
}
