package org.cotejo.conformance.audit;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotejo.audit.forensics.IntegerPercentages;

/** Whole percentages of turnout or of the leader's share, and how many to expect. */
final class IntegerPercentageCases implements Method {
    private static final int ROUNDS = 1_000;
    private static final int KINDS = 3;

    @Override
    public String name() {
        return "integer_percentage";
    }

    @Override
    public Computed recompute(Given given) {
        CsvTable table = given.table("csv");
        int[] ballots = StationColumns.of(given, table, "given");
        if (!Arrays.equals(ballots, StationColumns.of(given, table, "received"))) {
            throw new IllegalArgumentException("ballots given and received differ, which is not done here");
        }
        IntegerPercentages test = IntegerPercentages.of(
                StationColumns.of(given, table, "registered"),
                ballots,
                StationColumns.of(given, table, "leader"),
                ROUNDS,
                new SplittableRandom(1));
        Computed.Members out = Computed.members();
        Computed.with(out, "n", Computed.of((double) test.stations()));
        Computed.with(
                out,
                "observed_any_leader_turnout",
                Computed.of(test.observed().stream()
                        .mapToDouble(Integer::doubleValue)
                        .toArray()));
        Computed.with(
                out,
                "mc_mean",
                Computed.of(test.meanDrawn().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
        Computed.with(
                out,
                "mc_sd",
                Computed.of(test.deviation().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
        return Computed.with(
                out,
                "anomaly",
                Computed.of(IntStream.range(0, KINDS).mapToDouble(test::anomaly).toArray()));
    }
}
