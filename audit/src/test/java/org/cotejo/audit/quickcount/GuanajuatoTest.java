package org.cotejo.audit.quickcount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.cotejo.audit.SharedFiles;
import org.cotejo.audit.survey.Allocation;
import org.cotejo.audit.survey.Combination;
import org.cotejo.audit.survey.Estimate;
import org.cotejo.audit.survey.Sample;
import org.cotejo.audit.survey.SampleUnit;
import org.cotejo.audit.survey.Spread;
import org.cotejo.audit.survey.Stratum;
import org.junit.jupiter.api.Test;

/** Every figure that is published of the sample of Guanajuato 2012, to nine digits. */
class GuanajuatoTest {
    private static void close(String within, String key, double got) {
        double expected = SharedFiles.number(SharedFiles.text("quickcount_gto2012.json"), within, key);
        assertEquals(expected, got, Math.abs(expected) * 1e-9, within + " " + key);
    }

    private static void close(List<Double> expected, List<Double> got) {
        assertEquals(expected.size(), got.size());
        for (int i = 0; i < got.size(); i++) {
            assertEquals(expected.get(i), got.get(i), Math.abs(expected.get(i)) * 1e-9, "place " + i);
        }
    }

    private static QuickEstimate estimate(List<Report> reports) {
        return QuickCount.of(Guanajuato.design(), Guanajuato.CANDIDATES).estimate(reports);
    }

    @Test
    void sharesTotalsTurnoutAndLeadAreThePublishedOnes() {
        QuickEstimate estimate = estimate(Guanajuato.reports());
        close("expected", "n", estimate.reported());
        close("expected", "strata", estimate.coverage().size());
        for (int c = 0; c < 3; c++) {
            String candidate = Guanajuato.CANDIDATES.get(c);
            Estimate share = Objects.requireNonNull(estimate.shares().get(c).estimate());
            close("combined_ratio", candidate, share.value());
            close("combined_ratio_se", candidate, share.standardError());
            Estimate total = Objects.requireNonNull(estimate.totals().get(c).estimate());
            close("totals", candidate, total.value());
            close("totals_se", candidate, total.standardError());
        }
        Estimate lead = Objects.requireNonNull(estimate.lead().estimate());
        assertEquals("pan_na", estimate.candidates().get(estimate.leader()));
        assertEquals("pri_pvem", estimate.candidates().get(estimate.runnerUp()));
        close("expected", "lead", -lead.value());
        close("expected", "lead_se", lead.standardError());
        Estimate turnout = Objects.requireNonNull(
                Objects.requireNonNull(estimate.turnout()).estimate());
        close("expected", "turnout", turnout.value());
        close("expected", "turnout_se", turnout.standardError());
    }

    @Test
    void theTotalOfAllVotesTheJackknifeAndTheSampleWithoutStrataAreThePublishedOnes() {
        QuickDesign design = Guanajuato.design();
        Map<String, Long> drawn = new LinkedHashMap<>();
        design.strata().forEach(s -> drawn.put(s.name(), design.units(s.name())));
        List<Stratum> strata = new ArrayList<>();
        design.strata().forEach(s -> strata.add(Stratum.of(s.name(), s.units())));
        List<SampleUnit> units = new ArrayList<>();
        List<SampleUnit> flat = new ArrayList<>();
        for (Report report : Guanajuato.reports()) {
            String stratum = design.point(report.station()).orElseThrow().stratum();
            double all = strata.stream()
                    .filter(s -> s.name().equals(stratum))
                    .findFirst()
                    .orElseThrow()
                    .units();
            List<Double> values = new ArrayList<>();
            report.votes().forEach(v -> values.add((double) v));
            values.add((double) report.total());
            double weight = all / drawn.getOrDefault(stratum, 0L);
            units.add(new SampleUnit(stratum, report.station(), weight, values));
            flat.add(new SampleUnit("all", report.station(), weight, values));
        }
        Sample sample = Sample.of(strata, units);
        Combination total = Combination.of(3, 4);
        close("totals", "total", sample.total(total).value());
        close("totals_se", "total", sample.total(total).standardError());
        for (int c = 0; c < 3; c++) {
            close("jackknife_se", Guanajuato.CANDIDATES.get(c), sample.jackknife(Combination.of(c, 4), total));
        }
        Sample unstratified = Sample.of(List.of(new Stratum("all", 6746, false)), flat);
        close(
                "expected",
                "se_if_treated_as_unstratified",
                unstratified.ratio(Combination.of(0, 4), total).standardError());
    }

    @Test
    void spreadsAndBothAllocationsAreThePublishedOnes() {
        Map<String, List<List<Double>>> byStratum = new LinkedHashMap<>();
        for (SharedFiles.Fields row : SharedFiles.rows("quickcount_gto2012_population.csv")) {
            List<List<Double>> columns =
                    byStratum.computeIfAbsent(row.get("st"), _ -> List.of(new ArrayList<>(), new ArrayList<>()));
            columns.get(0).add(Double.parseDouble(row.get("pri_pvem")));
            columns.get(1).add(Double.parseDouble(row.get("total")));
        }
        List<Long> units = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        byStratum.keySet().stream().sorted().forEach(stratum -> {
            List<List<Double>> columns = Objects.requireNonNull(byStratum.get(stratum));
            units.add((long) columns.get(0).size());
            spreads.add(Spread.of(columns.get(0), columns.get(1)).deviation());
        });
        String json = SharedFiles.text("quickcount_gto2012.json");
        close(
                SharedFiles.numbers(json, "allocation_n500", "Nh"),
                units.stream().map(Long::doubleValue).toList());
        close(SharedFiles.numbers(json, "allocation_n500", "Sh"), spreads);
        close(SharedFiles.numbers(json, "allocation_n500", "proportional"), Allocation.proportional(500, units));
        close(SharedFiles.numbers(json, "allocation_n500", "neyman"), Allocation.neyman(500, units, spreads));
        for (List<Double> parts :
                List.of(Allocation.proportional(500, units), Allocation.neyman(500, units, spreads))) {
            List<Integer> whole = Allocation.whole(parts, units);
            assertEquals(500, whole.stream().mapToInt(Integer::intValue).sum());
            for (int h = 0; h < whole.size(); h++) {
                assertEquals(parts.get(h), whole.get(h), 1, "place " + h);
            }
        }
    }

    @Test
    void theIntervalOfTheSampleHoldsTheTruth() {
        Estimate.Interval interval =
                Objects.requireNonNull(estimate(Guanajuato.reports()).leadInterval(0.95));
        double truth = (1111379.0 - 948445) / 2314165;
        assertTrue(interval.low() < truth && truth < interval.high(), () -> interval + " " + truth);
    }

    @Test
    void theWholeSampleIsPublished() {
        Verdict verdict = Publisher.judge(PublishingRule.USUAL, List.of(estimate(Guanajuato.reports())));
        assertEquals(Verdict.Call.PUBLISH, verdict.call(), verdict::toString);
    }

    @Test
    void theOrderOfArrivalsChangesNoBitOfTheEstimate() {
        List<Report> reports = new ArrayList<>(Guanajuato.reports());
        QuickEstimate first = estimate(reports);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(reports, new Random(seed));
            assertEquals(first, estimate(reports));
        }
    }
}
