package org.cotejo.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * One decision put to the voters.
 *
 * @param candidates in the order of the ballot; at most 500
 * @param options ballot positions 1..n in order, or none where each candidate has one position
 * @param writeIn the candidate that stands for whomever a voter writes in; null where nobody can be written in
 */
public record Contest(
        ContestId id,
        String title,
        List<Candidate> candidates,
        List<BallotOption> options,
        @Nullable CandidateId writeIn) {
    public static final int OPTIONS_MOST = 1000;
    public static final int CANDIDATES_MOST = 500;

    public Contest {
        Names.checkName("contest title", title);
        candidates = List.copyOf(candidates);
        options = List.copyOf(options);
        Check.that(candidates.size() <= CANDIDATES_MOST, "%d candidates", candidates.size());
        Set<CandidateId> known = new HashSet<>();
        for (Candidate candidate : candidates) {
            Check.that(known.add(candidate.id()), "candidate %s stands twice in %s", candidate.id(), id);
        }
        for (int i = 0; i < options.size(); i++) {
            Check.that(
                    options.get(i).position() == i + 1,
                    "option %d is at place %d",
                    options.get(i).position(),
                    i + 1);
            Check.that(known.contains(options.get(i).candidate()), "option %d names no candidate", i + 1);
        }
        if (writeIn != null) {
            Check.that(known.contains(writeIn), "the write-in %s is no candidate", writeIn);
            long positions = options.stream()
                    .filter(option -> option.candidate().equals(writeIn))
                    .count();
            Check.that(options.isEmpty() || positions == 1, "the write-in has %d positions", positions);
        }
    }

    /** A contest in which nobody can be written in. */
    public Contest(ContestId id, String title, List<Candidate> candidates, List<BallotOption> options) {
        this(id, title, candidates, options, null);
    }

    /** The ballot position, from 1, at which a voter may write a name; 0 where nobody can be written in. */
    public int writeInPosition() {
        CandidateId of = writeIn;
        if (of == null) {
            return 0;
        }
        return options.isEmpty()
                ? indexOf(of) + 1
                : options.stream()
                        .filter(option -> option.candidate().equals(of))
                        .findFirst()
                        .orElseThrow()
                        .position();
    }

    /** 0-based place of a candidate in {@link #candidates}, or -1. */
    public int indexOf(CandidateId candidate) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).id().equals(candidate)) {
                return i;
            }
        }
        return -1;
    }
}
