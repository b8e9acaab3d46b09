package org.cotejo.audit.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.audit.SharedFiles;
import org.junit.jupiter.api.Test;

/** The estimators on the classic API data, against the figures of Lumley's survey package. */
class PublishedSurveysTest {
    private static final String JSON = "exitpoll_cluster_stratified.json";
    private static final Combination SCORE = new Combination(List.of(1.0, 0.0, 0.0, 0.0));
    private static final Combination ENROLLED = new Combination(List.of(0.0, 1.0, 0.0, 0.0));
    private static final Combination TESTED = new Combination(List.of(0.0, 0.0, 1.0, 0.0));
    private static final Combination ONE = new Combination(List.of(0.0, 0.0, 0.0, 1.0));

    private static void close(String key, double got) {
        double expected = SharedFiles.number(SharedFiles.text(JSON), "expected", key);
        assertEquals(expected, got, Math.abs(expected) * 1e-9, key);
    }

    private static Sample sample(String file, String stratumColumn, String psuColumn) {
        Map<String, Stratum> strata = new LinkedHashMap<>();
        List<SampleUnit> units = new ArrayList<>();
        for (SharedFiles.Fields row : SharedFiles.rows(file)) {
            String stratum = row.getOrDefault(stratumColumn, "all");
            strata.putIfAbsent(stratum, Stratum.of(stratum, Long.parseLong(row.get("fpc"))));
            units.add(new SampleUnit(
                    stratum,
                    row.getOrDefault(psuColumn, String.valueOf(units.size())),
                    Double.parseDouble(row.get("pw")),
                    List.of(
                            Double.parseDouble(row.get("api00")),
                            Double.parseDouble(row.get("enroll")),
                            Double.parseDouble(row.get("api.stu")),
                            1.0)));
        }
        return Sample.of(List.copyOf(strata.values()), units);
    }

    @Test
    void theClusterSampleGivesThePublishedFigures() {
        Sample sample = sample("exitpoll_apiclus1.csv", "", "dnum");
        assertEquals(15, sample.psus());
        Estimate mean = sample.ratio(SCORE, ONE);
        close("clus1_mean", mean.value());
        close("clus1_se", mean.standardError());
        close("clus1_deff", sample.designEffect(SCORE, ONE));
        Estimate total = sample.total(ENROLLED);
        close("clus1_total_enroll", total.value());
        close("clus1_total_se", total.standardError());
        close("clus1_total_deff", sample.designEffectOfTotal(ENROLLED));
        Estimate ratio = sample.ratio(TESTED, ENROLLED);
        close("clus1_ratio_apistu_enroll", ratio.value());
        close("clus1_ratio_se", ratio.standardError());
    }

    @Test
    void theStratifiedSampleGivesThePublishedFigures() {
        Sample sample = sample("exitpoll_apistrat.csv", "stype", "");
        Estimate mean = sample.ratio(SCORE, ONE);
        close("strat_mean", mean.value());
        close("strat_se", mean.standardError());
        close("strat_deff", sample.designEffect(SCORE, ONE));
    }
}
