package org.cotejo.audit.quickcount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cotejo.audit.SharedFiles;

/** The published sample and population of Guanajuato 2012. */
final class Guanajuato {
    static final List<String> CANDIDATES = List.of("pri_pvem", "pan_na", "prd");

    private Guanajuato() {}

    static QuickDesign design() {
        Map<String, PlannedStratum> strata = new LinkedHashMap<>();
        List<SamplePoint> points = new ArrayList<>();
        for (SharedFiles.Fields row : SharedFiles.rows("quickcount_gto2012_sample.csv")) {
            strata.putIfAbsent(row.get("st"), PlannedStratum.of(row.get("st"), Long.parseLong(row.get("Nh"))));
            points.add(SamplePoint.of(
                    row.get("casilla_id"), row.get("st"), OptionalLong.of(Long.parseLong(row.get("ln")))));
        }
        return QuickDesign.of(List.copyOf(strata.values()), points);
    }

    static List<Report> reports() {
        return SharedFiles.rows("quickcount_gto2012_sample.csv").stream()
                .map(Guanajuato::report)
                .toList();
    }

    static Report report(SharedFiles.Fields row) {
        List<Long> votes =
                CANDIDATES.stream().map(c -> Long.parseLong(row.get(c))).toList();
        return new Report(row.get("casilla_id"), votes, Long.parseLong(row.get("total")), null);
    }
}
