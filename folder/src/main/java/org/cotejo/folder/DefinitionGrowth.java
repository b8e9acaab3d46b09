package org.cotejo.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Where;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * How a definition grows by a delivery. One that was read off the files takes new contests and candidates; one that somebody
 * stated takes custodians and sides alone, and refuses the rest.
 */
final class DefinitionGrowth {
    private static final ContestId MAIN = new ContestId("main");

    private DefinitionGrowth() {}

    static ElectionDefinition grown(@Nullable ElectionDefinition before, DeliveryTerms terms, Where where) {
        ElectionDefinition start = before != null ? before : derived(terms);
        List<Side> sides = new ArrayList<>(start.sides());
        if (sides.stream().noneMatch(side -> side.id().equals(terms.side()))) {
            sides.add(new Side(terms.side(), terms.side().value()));
        }
        List<Custodian> custodians = new ArrayList<>(start.custodians());
        Optional<Custodian> known = start.custodian(terms.custodian());
        if (known.isEmpty()) {
            custodians.add(new Custodian(
                    terms.custodian(), terms.side(), terms.custodian().value()));
        } else if (!known.get().side().equals(terms.side())) {
            throw DeliveryProblem.OTHER_SIDE.at(
                    where, terms.custodian(), known.get().side(), terms.side());
        }
        boolean isDerived = start.origin() == ElectionDefinition.Origin.DERIVED;
        List<Contest> contests = isDerived ? grownContests(start, terms) : start.contests();
        ElectionDefinition grown = new ElectionDefinition(
                start.id(),
                start.title(),
                start.origin(),
                isDerived && start.levels().size() < terms.levels().size() ? terms.levels() : start.levels(),
                contests,
                sides,
                custodians,
                start.roll(),
                start.stations(),
                start.announcer());
        checkFigures(contestOf(grown, terms, where), terms, where);
        return grown;
    }

    private static ElectionDefinition derived(DeliveryTerms terms) {
        return new ElectionDefinition(
                "election",
                "Election",
                ElectionDefinition.Origin.DERIVED,
                terms.levels(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** The contest that the delivery is about, or a refusal that names those there are. */
    static Contest contestOf(ElectionDefinition definition, DeliveryTerms terms, Where where) {
        ContestId id = id(definition, terms);
        return definition
                .contest(id)
                .orElseThrow(() -> DeliveryProblem.CONTEST.at(
                        where,
                        id,
                        definition.contests().stream().map(Contest::id).toList()));
    }

    private static ContestId id(ElectionDefinition definition, DeliveryTerms terms) {
        if (terms.contest() != null) {
            return terms.contest();
        }
        return definition.contests().size() == 1
                ? definition.contests().getFirst().id()
                : MAIN;
    }

    private static List<Contest> grownContests(ElectionDefinition definition, DeliveryTerms terms) {
        ContestId id = id(definition, terms);
        List<Contest> contests = new ArrayList<>(definition.contests());
        Contest before = definition.contest(id).orElse(new Contest(id, id.value(), List.of(), List.of()));
        List<Candidate> candidates = new ArrayList<>(before.candidates());
        for (Figure figure : terms.figures()) {
            if (figure instanceof Figure.OfCandidate(CandidateId candidate) && before.indexOf(candidate) < 0) {
                candidates.add(new Candidate(candidate, candidate.value()));
            }
        }
        Contest after = new Contest(id, before.title(), candidates, before.options(), before.writeIn());
        int index = contests.stream().map(Contest::id).toList().indexOf(id);
        if (index < 0) {
            contests.add(after);
        } else {
            contests.set(index, after);
        }
        return contests;
    }

    private static void checkFigures(Contest contest, DeliveryTerms terms, Where where) {
        for (Figure figure : terms.figures()) {
            if (figure instanceof Figure.OfCandidate(CandidateId candidate) && contest.indexOf(candidate) < 0) {
                throw DeliveryProblem.CANDIDATE.at(
                        where,
                        contest.id(),
                        candidate,
                        contest.candidates().stream().map(Candidate::id).toList());
            }
            if (figure instanceof Figure.OfOption(int position)
                    && position > contest.options().size()) {
                throw DeliveryProblem.OPTION.at(where, contest.id(), position);
            }
        }
    }
}
