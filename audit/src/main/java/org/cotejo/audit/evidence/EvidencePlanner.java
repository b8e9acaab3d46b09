package org.cotejo.audit.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.copies.ForgerBound;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.EvidenceAsk;
import org.cotejo.custody.EvidencePlan;
import org.cotejo.definition.ContestId;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an audit of the evidence from its claim: how many false sheets it would take, and how many to check. */
public final class EvidencePlanner {
    /**
     * What those who plan decide.
     *
     * @param sides so many sides must show a paper that agrees
     * @param asked papers that are asked for
     * @param stages stations drawn in all after each stage
     */
    public record Wishes(
            String audit,
            String election,
            ContestId contest,
            AuditClaim claim,
            BigDecimal confidence,
            int sides,
            List<EvidenceAsk> asked,
            List<Integer> stages) {
        public Wishes {
            asked = asked.stream().sorted().distinct().toList();
            stages = List.copyOf(stages);
        }
    }

    private EvidencePlanner() {}

    /** The plan; its stages must fit the number of sheets. */
    public static EvidencePlan plan(EvidenceClaim.Sheets claim, Wishes wishes) {
        return new EvidencePlan(
                wishes.audit(),
                wishes.election(),
                wishes.contest(),
                wishes.claim(),
                Sha256.of(claim.results().bytes()),
                Sha256.of(claim.bounds().bytes()),
                claim.outside(),
                claim.winner(),
                claim.byVotes().subList(1, claim.byVotes().size()),
                claim.size(),
                claim.lead(),
                claim.fewest(),
                claim.fewestOutside(),
                wishes.confidence(),
                wishes.sides(),
                wishes.asked(),
                wishes.stages());
    }

    /** The number of false sheets that a check must exclude: with the stations outside at their worst, if that can be done. */
    static @Nullable Integer target(@Nullable Integer fewest, @Nullable Integer fewestOutside) {
        return fewestOutside != null && fewestOutside > 0 ? fewestOutside : fewest;
    }

    /**
     * Stations to draw so that fewer false sheets than it takes are left, if so many of them do not match; empty if nobody knows how many it
     * takes, or if even a check of all would not do.
     */
    public static OptionalInt size(EvidenceClaim.Sheets claim, BigDecimal confidence, int mismatches) {
        Integer target = target(claim.fewest(), claim.fewestOutside());
        if (target == null || target <= mismatches) {
            return OptionalInt.empty();
        }
        int sheets = claim.size();
        int low = Math.max(1, mismatches);
        int high = sheets;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ForgerBound.of(sheets, middle, mismatches, confidence.doubleValue())
                    .excludes(target)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low <= AuditPlan.DRAWS_MOST ? OptionalInt.of(low) : OptionalInt.empty();
    }

    /** The confidence of each stage's limit, so that all of them together have the plan's (Bonferroni). */
    static double ofStage(EvidencePlan plan) {
        return 1 - (1 - plan.confidence().doubleValue()) / plan.stages().size();
    }

    /** Whether a plan is what its claim gives; refused with what differs. */
    static Result<EvidencePlan> check(EvidencePlan plan, EvidenceClaim.Sheets claim) {
        EvidencePlan given;
        try {
            given = plan(
                    claim,
                    new Wishes(
                            plan.audit(),
                            plan.election(),
                            plan.contest(),
                            plan.claim(),
                            plan.confidence(),
                            plan.sides(),
                            plan.asked(),
                            plan.stages()));
        } catch (IllegalArgumentException e) {
            return differs(
                    "its stages do not fit the number of sheets", "sus etapas no encajan con el número de actas");
        }
        Check.that(given.results().equals(plan.results()), "a plan of other results");
        if (!given.winner().equals(plan.winner()) || !given.losers().equals(plan.losers())) {
            return differs(
                    "its winner and losers are not those of the sheets",
                    "su ganador y sus perdedores no son los de las actas");
        }
        return given.equals(plan)
                ? Result.ok(plan)
                : differs(
                        "its lead, its voters outside or its numbers of false sheets are not those that follow",
                        "su ventaja, sus electores fuera o sus números de actas falsas no son los que se siguen");
    }

    private static Result<EvidencePlan> differs(String en, String es) {
        return Result.refused(new Problem(AuditFault.PLAN.code(), Where.field("plan"), new Sentence(en, es)));
    }
}
