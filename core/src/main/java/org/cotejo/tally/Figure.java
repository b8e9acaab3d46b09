package org.cotejo.tally;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.jspecify.annotations.Nullable;

/** What a cell counts. */
public sealed interface Figure {
    /** Votes for a candidate, over all its ballot options. */
    record OfCandidate(CandidateId candidate) implements Figure {
        /** Written out for the reason that {@link CandidateId} has. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfCandidate(CandidateId same) && candidate.equals(same);
        }

        @Override
        public int hashCode() {
            return candidate.hashCode();
        }

        @Override
        public String toString() {
            return candidate.value();
        }
    }

    /** Votes for one ballot option; those of a candidate's options add up to its votes. */
    record OfOption(int position) implements Figure {
        public OfOption {
            Check.that(position >= 1 && position <= Contest.OPTIONS_MOST, "option position %d", position);
        }

        @Override
        public String toString() {
            return "option " + position;
        }
    }

    /** The figures of a contest's ballot positions, in order: those of its options, or of its candidates where it has none. */
    static List<Figure> positions(Contest contest) {
        return contest.options().isEmpty()
                ? contest.candidates().stream()
                        .<Figure>map(candidate -> new OfCandidate(candidate.id()))
                        .toList()
                : contest.options().stream()
                        .<Figure>map(option -> new OfOption(option.position()))
                        .toList();
    }

    /** The counts that stand on a sheet beside the votes; their order is part of the entries' format. */
    enum Count implements Figure {
        /** Valid votes as stated, which should be the sum over the candidates. */
        VALID,
        /** Null (spoilt) votes. */
        NULL,
        /** Blank votes. */
        BLANK,
        /** Voters registered at the station. */
        REGISTERED,
        /** Voters who signed the poll book. */
        VOTERS,
        /** Ballots or receipts found in the box. */
        BALLOTS;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
