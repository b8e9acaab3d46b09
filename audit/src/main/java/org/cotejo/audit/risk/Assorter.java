package org.cotejo.audit.risk;

import org.cotejo.base.Check;

/**
 * Turns a ballot into a number from 0 to {@link #upper} such that the mean over all ballots is above a half exactly when what
 * is asserted is true (SHANGRLA: Stark, "Sets of Half-Average Nulls Generate Risk-Limiting Audits", 2020, arXiv:1911.10035).
 * A ballot that nobody can show is 0, the worst for the assertion.
 */
public sealed interface Assorter {
    double HALF = 0.5;

    /** Largest number that a ballot can give. */
    double upper();

    /** The number of a ballot as a person read it. */
    double of(Mark mark);

    /** More votes for one candidate than for another: 1, 0, or a half for all else (section 3.1). */
    record Plurality(int winner, int loser) implements Assorter {
        @Override
        public double upper() {
            return 1;
        }

        @Override
        public double of(Mark mark) {
            return switch (mark) {
                case Mark.NotThere() -> 0;
                case Mark.NoVote() -> HALF;
                case Mark.Vote vote -> {
                    boolean forWinner = vote.candidates().contains(winner);
                    boolean forLoser = vote.candidates().contains(loser);
                    yield forWinner == forLoser ? HALF : forWinner ? 1 : 0;
                }
            };
        }
    }

    /** More than {@code share} of the valid votes: {@code 1/(2 share)}, 0, or a half without a valid vote (section 3.2). */
    record SuperMajority(int winner, double share) implements Assorter {
        public SuperMajority {
            Check.that(share > 0 && share < 1, "a share of %s", share);
        }

        @Override
        public double upper() {
            return Math.max(HALF, HALF / share);
        }

        @Override
        public double of(Mark mark) {
            return switch (mark) {
                case Mark.NotThere() -> 0;
                case Mark.NoVote() -> HALF;
                case Mark.Vote vote ->
                    vote.candidates().contains(winner) && vote.candidates().size() == 1 ? upper() : 0;
            };
        }
    }
}
