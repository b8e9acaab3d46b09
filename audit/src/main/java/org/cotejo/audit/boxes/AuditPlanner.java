package org.cotejo.audit.boxes;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotejo.audit.risk.BatchAudit;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.audit.risk.BatchTest;
import org.cotejo.audit.risk.Martingale;
import org.cotejo.base.Fraction;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditPlan;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;

/** Makes the plan of an audit from its claim: pairs, bounds, test, and how many boxes to draw if nothing is wrong. */
public final class AuditPlanner {
    /**
     * What those who plan decide.
     *
     * @param expected taints that are reckoned with, each between 0 and 1
     * @param draws number of draws, or 0 for the planned size
     */
    public record Wishes(
            String audit,
            String election,
            ContestId contest,
            AuditClaim claim,
            int winners,
            BigDecimal limit,
            AuditPlan.Test test,
            List<BigDecimal> expected,
            int draws) {
        public Wishes {
            expected = List.copyOf(expected);
        }
    }

    private AuditPlanner() {}

    static BatchTest mathOf(AuditPlan.Test test) {
        return switch (test) {
            case KAPLAN_WALD -> BatchTest.KAPLAN_WALD;
            case KAPLAN_MARKOV -> BatchTest.KAPLAN_MARKOV;
            case ALPHA -> BatchTest.ALPHA;
        };
    }

    /** The bounds of a claim that is auditable. */
    static BatchBounds.Known bounds(BoxClaim.Auditable claim, int winners) {
        if (BatchBounds.of(claim.contest(winners)) instanceof BatchBounds.Known known) {
            return known;
        }
        throw new IllegalArgumentException("a claim without bounds was called auditable");
    }

    /** The plan; of a claim whose size no number of clean boxes would confirm, one of a single draw. */
    public static AuditPlan plan(BoxClaim.Auditable claim, Wishes wishes) {
        BatchBounds.Known bounds = bounds(claim, wishes.winners());
        List<CandidateId> byVotes = byVotes(claim);
        int planned =
                size(bounds, wishes.test(), wishes.limit(), wishes.expected()).orElse(1);
        return new AuditPlan(
                wishes.audit(),
                wishes.election(),
                wishes.contest(),
                wishes.claim(),
                Sha256.of(claim.results().bytes()),
                Sha256.of(claim.manifest().bytes()),
                claim.unauditable(),
                byVotes.subList(0, wishes.winners()),
                byVotes.subList(wishes.winners(), byVotes.size()),
                wishes.limit(),
                wishes.test(),
                bounds.total(),
                Math.max(1, wishes.draws() > 0 ? wishes.draws() : planned),
                wishes.expected());
    }

    /** Candidates by their claimed votes, most first; of equal ones in the order of the ballot. */
    static List<CandidateId> byVotes(BoxClaim.Auditable claim) {
        return IntStream.range(0, claim.results().candidates().size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> claim.results().total(c))
                        .reversed())
                .map(c -> claim.results().candidates().get(c))
                .toList();
    }

    /** Draws until the limit if the expected taints come first and nothing else is found; empty if no number suffices. */
    static OptionalInt size(
            BatchBounds.Known bounds, AuditPlan.Test test, BigDecimal limit, List<BigDecimal> expected) {
        if (bounds.isSafe()) {
            return OptionalInt.of(1);
        }
        double nullMean = new BatchAudit(bounds).nullMean();
        if (nullMean <= 0) {
            return OptionalInt.empty();
        }
        Martingale martingale = mathOf(test).start(nullMean);
        expected.forEach(taint -> martingale.add(1 - taint.doubleValue()));
        for (int more = 1; more <= AuditPlan.DRAWS_MOST - expected.size(); more++) {
            if (martingale.add(1) <= limit.doubleValue()) {
                return OptionalInt.of(expected.size() + more);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a plan is what its claim gives; refused with what differs. */
    static Result<AuditPlan> check(AuditPlan plan, BoxClaim.Auditable claim) {
        List<CandidateId> byVotes = byVotes(claim);
        int winners = plan.winners().size();
        if (winners >= byVotes.size() || !byVotes.subList(0, winners).equals(plan.winners())) {
            return differs(new Sentence(
                    "its winners are not those of the claim", "sus ganadores no son los de la afirmación"));
        }
        if (!byVotes.subList(winners, byVotes.size()).equals(plan.losers())) {
            return differs(new Sentence(
                    "its losers are not those of the claim", "sus perdedores no son los de la afirmación"));
        }
        if (!(BatchBounds.of(claim.contest(winners)) instanceof BatchBounds.Known bounds)) {
            return differs(new Sentence("its margin is nothing", "su margen es nulo"));
        }
        if (winners > 1) {
            return differs(new Sentence(
                            "it has {0} winners, and the definition says nothing of seats: 1 was expected",
                            "tiene {0} ganadores, y la definición no dice nada de escaños: se esperaba 1")
                    .with(winners));
        }
        Fraction total = bounds.total();
        return total.equals(plan.totalBound())
                ? Result.ok(plan)
                : differs(
                        new Sentence("its total bound is {0}, and {1} follows", "su cota total es {0}, y se sigue {1}")
                                .with(plan.totalBound(), total));
    }

    private static Result<AuditPlan> differs(Sentence why) {
        return Result.refused(
                new org.cotejo.base.Problem(AuditFault.PLAN.code(), org.cotejo.base.Where.field("plan"), why));
    }
}
