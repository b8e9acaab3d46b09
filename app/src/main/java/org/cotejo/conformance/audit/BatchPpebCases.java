package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.risk.BatchAudit;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.audit.risk.BatchCount;
import org.cotejo.audit.risk.BatchTest;
import org.cotejo.audit.risk.Bet;
import org.cotejo.audit.risk.Hypothesis;
import org.cotejo.audit.risk.MeanTest;
import org.cotejo.formats.text.JsonValue;

/** Boxes drawn in proportion to their bounds, judged by several tests. Rows are votes of winner and loser, and ballots. */
final class BatchPpebCases implements Method {
    @Override
    public String name() {
        return "batch_ppeb_martingale";
    }

    @Override
    public Computed recompute(Given given) {
        List<long[]> rows = given.list("reported").stream()
                .map(row -> row.list().stream().mapToLong(Given::whole).toArray())
                .toList();
        BatchContest contest = contest(rows, given.whole("V_wl"));
        if (!(BatchBounds.of(contest) instanceof BatchBounds.Known bounds)) {
            throw new IllegalArgumentException("a margin of " + given.whole("V_wl"));
        }
        long[] overstated = given.wholes("overstatement_votes");
        List<BatchAudit.Draw> draws = new ArrayList<>();
        for (JsonValue draw : given.list("draws")) {
            int place = Math.toIntExact(Given.whole(draw));
            draws.add(new BatchAudit.Draw(place, counted(rows.get(place), overstated[place])));
        }
        return answer(bounds, new BatchAudit(bounds), draws);
    }

    /** Votes in batches that are not listed would be missing from the margin: the difference is taken as out of reach. */
    private static BatchContest contest(List<long[]> rows, long margin) {
        BatchContest.Builder contest = BatchContest.of(List.of("winner", "loser"), 1);
        long lead = 0;
        for (int i = 0; i < rows.size(); i++) {
            contest.batch("batch " + i, rows.get(i)[2], rows.get(i)[0], rows.get(i)[1]);
            lead += rows.get(i)[0] - rows.get(i)[1];
        }
        return lead > margin
                ? contest.pending(lead - margin).build()
                : contest.unauditable(0, margin - lead, 0).build();
    }

    /** A hand count with this overstatement of the margin: first taken from one side, then given to the other. */
    private static BatchCount counted(long[] row, long overstated) {
        long lost = overstated >= 0 ? Math.min(row[0], overstated) : 0;
        long won = overstated < 0 ? Math.min(row[1], -overstated) : 0;
        return BatchCount.Counted.of(
                row[0] - lost + Math.max(0, -overstated - won), row[1] - won + Math.max(0, overstated - lost));
    }

    private static Computed answer(BatchBounds.Known bounds, BatchAudit audit, List<BatchAudit.Draw> draws) {
        BatchAudit.Assessment assessment = audit.assess(draws);
        double[] taints = assessment.taints().stream()
                .mapToDouble(taint -> taint.taint().decimal(30).doubleValue())
                .toArray();
        double[] x = new double[taints.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = 1 - taints[j];
        }
        Hypothesis hypothesis = Hypothesis.withReplacement(1, audit.nullMean());
        Computed.Members out = Computed.members();
        Computed.with(out, "U", Computed.of(bounds.total().decimal(30).doubleValue()));
        Computed.with(out, "t", Computed.of(audit.nullMean()));
        Computed.with(out, "taints", Computed.of(taints));
        Computed.with(
                out,
                "alpha_shrink_trunc_d50",
                Computed.of(assessment.by(BatchTest.ALPHA).anytime()));
        Computed.with(
                out,
                "betting_fixed_0.9_over_t",
                Computed.of(new MeanTest.Betting(new Bet.Fixed(0.9 / audit.nullMean()))
                        .history(hypothesis, x)
                        .anytime()));
        Computed.with(
                out,
                "betting_agrapa",
                Computed.of(new MeanTest.Betting(new Bet.Agrapa(0.5, 0.5, 0.95, 1))
                        .history(hypothesis, x)
                        .anytime()));
        Computed.with(
                out,
                "kaplan_wald_g0.1",
                Computed.of(assessment.by(BatchTest.KAPLAN_WALD).anytime()));
        Computed.with(
                out,
                "kaplan_markov_final",
                Computed.of(assessment.by(BatchTest.KAPLAN_MARKOV).last()));
        return Computed.with(
                out,
                "kaplan_markov_running_min",
                Computed.of(assessment.by(BatchTest.KAPLAN_MARKOV).anytime()));
    }
}
