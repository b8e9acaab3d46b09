package org.cotejo.bench.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotejo.audit.draw.Drawn;
import org.cotejo.audit.draw.PpebDraw;
import org.cotejo.audit.draw.Seed;
import org.cotejo.audit.draw.Weighted;
import org.cotejo.audit.risk.BatchAudit;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.crypto.Sha256;

/** The plan of a batch comparison of a country: exact bounds, U, the clean size at 5 %, and the draw of so many boxes. */
record PlanCost() implements Cost {
    private static final int STATIONS = 30_026;
    private static final int CANDIDATES = 10;
    private static final double LIMIT = 0.05;

    @Override
    public String name() {
        return "plan-30026";
    }

    @Override
    public Work prepare() {
        List<String> ids = new ArrayList<>(STATIONS);
        long[][] votes = new long[STATIONS][CANDIDATES];
        long[] registers = new long[STATIONS];
        for (int k = 0; k < STATIONS; k++) {
            ids.add(String.format(Locale.ROOT, "%07d.%d", k * 7_919L % 1_000_003, k % 7 + 1));
            registers[k] = 200 + Mix.below(2, k, 600);
            long valid = registers[k] * (50 + Mix.below(3, k, 40)) / 100;
            votes[k][0] = valid * (45 + Mix.below(4, k, 10)) / 100;
            votes[k][1] = valid * (42 + Mix.below(5, k, 10)) / 100;
            long left = Math.max(0, valid - votes[k][0] - votes[k][1]);
            for (int c = 2; c < CANDIDATES; c++) {
                votes[k][c] = left / (2L * c);
            }
        }
        return () -> plan(ids, votes, registers);
    }

    private static Map<String, String> plan(List<String> ids, long[][] votes, long[] registers) {
        BatchContest.Builder builder =
                BatchContest.of(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), 1, STATIONS);
        for (int k = 0; k < STATIONS; k++) {
            builder.batch(ids.get(k), registers[k], votes[k]);
        }
        if (!(BatchBounds.of(builder.build()) instanceof BatchBounds.Known bounds)) {
            throw new IllegalStateException("a contest without margin");
        }
        BatchAudit audit = new BatchAudit(bounds);
        int size = (int) BatchAudit.furtherByFormula(LIMIT, 1, audit.nullMean());
        List<Weighted> weighted = new ArrayList<>(STATIONS);
        for (int k = 0; k < STATIONS; k++) {
            weighted.add(new Weighted(ids.get(k), bounds.weights().get(k)));
        }
        String drawn = PpebDraw.draw(new Seed("31415926535897932384"), weighted, 1, size).stream()
                .map(Drawn::id)
                .collect(Collectors.joining(","));
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("U", bounds.total().decimal(12).toPlainString());
        answer.put("size", Integer.toString(size));
        answer.put("drawn", Sha256.of(drawn.getBytes(StandardCharsets.UTF_8)).hex());
        return answer;
    }
}
