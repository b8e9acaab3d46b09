package org.cotejo.entry;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.jspecify.annotations.Nullable;

/** Any valid contest of a definition, with options and without, with a write-in and without. */
final class AnyContest {
    private AnyContest() {}

    static Arbitrary<Contest> contest() {
        Arbitrary<List<Candidate>> candidates = Combinators.combine(AnyEntry.candidateId(), AnyEntry.name())
                .as(Candidate::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .uniqueElements(Candidate::id);
        Arbitrary<List<Long>> options = Combinators.combine(Arbitraries.longs().between(0, 99), AnyEntry.name())
                .as((number, _) -> number)
                .list()
                .ofMaxSize(8);
        return Combinators.combine(
                        AnyEntry.id().map(ContestId::new),
                        AnyEntry.name(),
                        candidates,
                        options,
                        AnyEntry.name(),
                        Arbitraries.of(true, false))
                .as((id, title, all, numbers, party, hasWriteIn) -> {
                    List<BallotOption> positions = options(all, numbers, party);
                    return new Contest(id, title, all, positions, hasWriteIn ? writeIn(all, positions) : null);
                });
    }

    /** The last candidate, if it has one position. */
    private static @Nullable CandidateId writeIn(List<Candidate> candidates, List<BallotOption> options) {
        CandidateId last = candidates.getLast().id();
        long positions = options.stream()
                .filter(option -> option.candidate().equals(last))
                .count();
        return options.isEmpty() || positions == 1 ? last : null;
    }

    private static List<BallotOption> options(List<Candidate> candidates, List<Long> numbers, String party) {
        List<BallotOption> options = new ArrayList<>();
        for (long number : numbers) {
            Candidate candidate = candidates.get((int) (number % candidates.size()));
            options.add(new BallotOption(options.size() + 1, party, candidate.id()));
        }
        return options;
    }
}
