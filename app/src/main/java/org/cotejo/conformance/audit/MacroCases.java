package org.cotejo.conformance.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.cotejo.audit.risk.BatchAudit;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchContest;
import org.cotejo.audit.risk.BatchCount;
import org.cotejo.audit.risk.BatchTest;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;

/** The batch comparison as Arlo does it: bounds, taints, P and the next size, which Arlo makes one larger than the formula. */
final class MacroCases implements Method {
    private static final int PLACES = 30;

    @Override
    public String name() {
        return "macro_batch_comparison";
    }

    @Override
    public Computed recompute(Given given) {
        Check.that(given.list("combined_batches").isEmpty(), "combined batches are unknown here");
        MacroBatches batches = MacroBatches.of(given);
        BatchContest contest = batches.contest(given);
        Computed.Members out = Computed.members();
        Computed.with(out, "unauditable", Computed.of((double) batches.unauditable(given)));
        if (!(BatchBounds.of(contest) instanceof BatchBounds.Known bounds)) {
            Computed.with(out, "p", Computed.of(1.0));
            Computed.with(out, "stop", Computed.of(false));
            return Computed.with(out, "next_sample_size", Computed.of((double) contest.size()));
        }
        Computed.with(out, "U", number(bounds.total()));
        Computed.with(out, "u_by_batch", batches.byBatch(place -> number(bounds.bound(place))));
        judge(given, batches, bounds, out);
        return out;
    }

    private static Computed number(Fraction exact) {
        return Computed.of(exact.decimal(PLACES).doubleValue());
    }

    private static void judge(Given given, MacroBatches batches, BatchBounds.Known bounds, Computed.Members out) {
        double limit = given.number("risk_limit_percent") / 100;
        BatchAudit audit = new BatchAudit(bounds);
        given.note("sample"); // read where a draw needs it
        List<BatchAudit.Draw> draws = new ArrayList<>();
        for (int place : batches.draws(given)) {
            long[] counted = batches.counted(given, place);
            draws.add(new BatchAudit.Draw(place, BatchCount.Counted.of(counted)));
        }
        BatchAudit.Assessment assessment = audit.assess(draws);
        double p = assessment.by(BatchTest.KAPLAN_MARKOV).last();
        Computed.with(out, "p", Computed.of(p));
        Computed.with(out, "stop", Computed.of(p <= limit));
        Computed.with(out, "taint", batches.taints(assessment.taints()));
        boolean isHopeless =
                assessment.taints().stream().anyMatch(taint -> taint.taint().equals(Fraction.ONE));
        long all = bounds.contest().size();
        long next = p <= limit
                ? 0
                : isHopeless ? all : Math.min(all, BatchAudit.furtherByFormula(limit, p, audit.nullMean()) + 1);
        Computed.with(out, "next_sample_size", Computed.of((double) next));
    }

    static long sum(LongStream numbers) {
        return numbers.reduce(0, Math::addExact);
    }
}
