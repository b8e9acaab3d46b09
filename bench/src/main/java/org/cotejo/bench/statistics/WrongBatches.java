package org.cotejo.bench.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.cotejo.audit.risk.BatchAudit;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.audit.risk.BatchCount;
import org.cotejo.audit.risk.BatchTest;
import org.cotejo.bench.statistics.WrongElections.Audit;

/** Boxes against sheets where the sheets of some stations were changed until a tie became a win. */
final class WrongBatches {
    private static final int STATIONS = 500;
    private static final int REGISTERED = 400;
    private static final long VALID = 300;

    private final BatchAudit audit;
    private final long[] ends;
    private final double[] x;

    /** In {@code changed} stations 150 to 150 became {@code 150 + moved} to {@code 150 - moved}. */
    private WrongBatches(int changed, long moved) {
        BatchContest.Builder builder = BatchContest.of(java.util.List.of("A", "B"), 1);
        for (int k = 0; k < STATIONS; k++) {
            long extra = k < changed ? moved : 0;
            builder.batch("s" + k, REGISTERED, VALID / 2 + extra, VALID / 2 - extra);
        }
        if (!(BatchBounds.of(builder.build()) instanceof BatchBounds.Known bounds)) {
            throw new IllegalStateException("no margin");
        }
        audit = new BatchAudit(bounds);
        ends = new long[STATIONS];
        x = new double[STATIONS];
        long sum = 0;
        for (int k = 0; k < STATIONS; k++) {
            sum += bounds.weights().get(k).longValueExact();
            ends[k] = sum;
            BatchAudit.Draw draw = new BatchAudit.Draw(k, BatchCount.Counted.of(VALID / 2, VALID / 2));
            x[k] = 1 - audit.taint(draw).taint().decimal(18).doubleValue();
        }
    }

    private double draw(RandomGenerator random) {
        int at = Arrays.binarySearch(ends, random.nextLong(ends[STATIONS - 1]));
        return x[at < 0 ? -at - 1 : at + 1];
    }

    static Map<String, Audit> all() {
        Map<String, Audit> all = new LinkedHashMap<>();
        Map<String, WrongBatches> frauds = new LinkedHashMap<>();
        frauds.put("10 stations wholly turned", new WrongBatches(10, 150));
        frauds.put("100 stations by 15 votes", new WrongBatches(100, 15));
        frauds.put("all stations by 3 votes", new WrongBatches(STATIONS, 3));
        frauds.forEach((name, fraud) -> {
            for (BatchTest test : BatchTest.values()) {
                all.put(
                        "boxes, " + name + ": " + test.name().replace('_', '-'),
                        WrongAudits.sequential(() -> test.start(fraud.audit.nullMean()), fraud::draw));
            }
        });
        return all;
    }
}
