package org.cotejo.audit.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.cotejo.audit.boxes.AuditEvent;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.base.Sentence;
import org.cotejo.custody.EvidencePlan;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the limits: if no more than X of N sheets can be false, and at least K false ones would be needed, then the lead of
 * the sheets is not false where X is below K.
 */
record EvidenceAnswers(
        EvidencePlan plan,
        EvidenceClaim.Sheets claim,
        boolean isFull,
        List<EvidenceStation> stations,
        List<EvidenceReport.Limit> limits) {

    EvidenceAnswer answer(AuditState state) {
        if (limits.isEmpty()) {
            return EvidenceAnswer.of(
                    EvidenceVerdict.NOT_YET,
                    state instanceof AuditState.Seeded
                            ? new Sentence("nothing is drawn yet", "aún no se sorteó nada")
                            : new Sentence("the seed is not thrown yet", "aún no se echó la semilla"));
        }
        EvidenceAnswer whole = isFull ? whole() : null;
        return whole != null ? whole : sample();
    }

    private EvidenceReport.Limit best() {
        return limits.stream()
                .min(java.util.Comparator.comparingInt(EvidenceReport.Limit::atMost))
                .orElseThrow();
    }

    private EvidenceAnswer sample() {
        int atMost = best().atMost();
        Integer fewest = plan.fewest();
        Integer outside = plan.fewestOutside();
        Sentence why = why(atMost, fewest, outside);
        if (outside != null && atMost < outside) {
            return new EvidenceAnswer(EvidenceVerdict.HOLDS, why, agreed());
        }
        if (fewest != null && atMost < fewest) {
            return new EvidenceAnswer(EvidenceVerdict.SHEETS_HOLD, why, agreed());
        }
        boolean isOut = limits.getLast().out() > 0;
        boolean canGoOn = isOut || !isFull;
        if (fewest == null) {
            return EvidenceAnswer.of(isOut ? EvidenceVerdict.NOT_YET : EvidenceVerdict.LIMIT_ONLY, why);
        }
        return EvidenceAnswer.of(
                canGoOn && isHopeful(fewest) ? EvidenceVerdict.NOT_YET : EvidenceVerdict.NOT_EXCLUDED, why);
    }

    /** Whether those who are still out, or a check of all, could bring the limit below what it takes. */
    private boolean isHopeful(int fewest) {
        EvidenceReport.Limit last = limits.getLast();
        return last.mismatches() - last.out() < fewest;
    }

    private AuditEvent agreed() {
        return isFull ? new AuditEvent.FullCountAgreed() : new AuditEvent.LimitReached();
    }

    /** The sentence with X, N and K. */
    private Sentence why(int atMost, @Nullable Integer fewest, @Nullable Integer outside) {
        EvidenceReport.Limit best = best();
        String confidence = BigDecimal.valueOf(100)
                .multiply(plan.confidence())
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        Sentence limit = (isFull && best.confidence() == 1
                        ? new Sentence(
                                "all {1} sheets were asked for, and {0} of them did not match or were not shown",
                                "se pidieron las {1} actas, y {0} de ellas no coincidieron o no se mostraron")
                        : new Sentence(
                                "with confidence {2} % no more than {0} of {1} sheets can be false",
                                "con confianza {2} % no pueden ser falsas más de {0} de {1} actas"))
                .with(atMost, claim.size(), confidence);
        if (fewest == null) {
            return joined(
                    limit,
                    new Sentence(
                            "how many it would take to turn the lead can't be said: nothing bounds the votes of some stations",
                            "no se puede decir cuántas harían falta para dar vuelta la ventaja: nada acota los votos de algunas mesas"));
        }
        Sentence needed = fewest > claim.size()
                ? new Sentence(
                        "not even all of them could hold votes enough to turn the lead of {0}",
                        "ni todas juntas podrían tener votos bastantes para dar vuelta la ventaja de {0}")
                : new Sentence(
                        "at least {1} false ones would be needed to turn the lead of {0}",
                        "harían falta al menos {1} falsas para dar vuelta la ventaja de {0}");
        Sentence all = joined(limit, needed.with(claim.lead(), fewest));
        return outside == null ? all : joined(all, outside(outside));
    }

    private Sentence outside(int fewestOutside) {
        Long voters = claim.outside();
        return fewestOutside == 0
                ? new Sentence(
                                "the {0} voters of stations without a sheet could turn it by themselves",
                                "los {0} electores de mesas sin acta podrían darla vuelta por sí solos")
                        .with(voters)
                : new Sentence(
                                "{1} if besides all {0} voters of stations without a sheet had voted for the second",
                                "{1} si además los {0} electores de mesas sin acta hubieran votado al segundo")
                        .with(voters, fewestOutside);
    }

    private static Sentence joined(Sentence a, Sentence b) {
        return new Sentence(a.en() + "; " + b.en(), a.es() + "; " + b.es());
    }

    /** What papers of all sheets say; null where they decide nothing and the numbers of false sheets have to. */
    private @Nullable EvidenceAnswer whole() {
        long[] votes = new long[claim.results().candidates().size()];
        long unknown = 0;
        for (EvidenceStation station : stations) {
            List<Long> shown = shown(station);
            if (shown.isEmpty()) {
                Integer bound = claim.boundOf(station.station());
                if (bound == null) {
                    return null;
                }
                unknown += bound;
            }
            for (int c = 0; c < shown.size(); c++) {
                votes[c] += shown.get(c);
            }
        }
        int first = claim.results().candidates().indexOf(claim.winner());
        long smallest = Long.MAX_VALUE;
        for (int c = 0; c < votes.length; c++) {
            smallest = c == first ? smallest : Math.min(smallest, votes[first] - votes[c]);
        }
        boolean isOut = limits.getLast().out() > 0;
        Long outside = claim.outside();
        if (outside != null && smallest > unknown + outside) {
            return new EvidenceAnswer(EvidenceVerdict.HOLDS, counted(smallest, unknown), agreed());
        }
        if (smallest > unknown) {
            return new EvidenceAnswer(EvidenceVerdict.SHEETS_HOLD, counted(smallest, unknown), agreed());
        }
        return !isOut && outside != null && smallest < 0 && -smallest > unknown + outside
                ? new EvidenceAnswer(
                        EvidenceVerdict.REFUTED, counted(smallest, unknown), new AuditEvent.FullCountContradicted())
                : null;
    }

    private static Sentence counted(long smallest, long unknown) {
        return new Sentence(
                        "by the papers of all sheets the smallest lead is {0}; stations whose papers were not shown or contradict each other hold {1} votes at most",
                        "según los papeles de todas las actas la menor ventaja es {0}; las mesas cuyos papeles no se mostraron o se contradicen tienen a lo sumo {1} votos")
                .with(smallest, unknown);
    }

    /** The votes that all papers shown of a station agree on; empty where none do. */
    private static List<Long> shown(EvidenceStation station) {
        List<List<Long>> all = station.papers().stream()
                .filter(EvidenceStation.Held::isProduced)
                .map(EvidenceStation.Held::votes)
                .distinct()
                .toList();
        boolean isOverfull = station.papers().stream().anyMatch(held -> held.isAgainst() && !held.isProduced());
        boolean isKnown = station.outcome() == EvidenceOutcome.AGREES || station.outcome() == EvidenceOutcome.DIFFERS;
        return isKnown && !isOverfull && all.size() == 1 ? all.getFirst() : List.of();
    }
}
