package org.cotejo.audit.exitpoll;

import java.util.List;
import java.util.OptionalLong;
import org.cotejo.base.Check;

/**
 * The interviews at one station of the poll, as sums: no single answer is kept.
 *
 * @param voters who voted at the station, by the poll's design, or are expected to
 * @param answers for each candidate, in the order of the poll
 * @param otherAnswers for anybody else, null or blank
 * @param refused people who were asked and did not answer; empty if nobody counted them
 */
public record PollStation(
        String station, String stratum, long voters, List<Long> answers, long otherAnswers, OptionalLong refused) {
    public PollStation {
        answers = List.copyOf(answers);
        Check.that(voters > 0, "%d voters at %s", voters, station);
        answers.forEach(count -> Check.that(count >= 0, "%d answers at %s", count, station));
        Check.that(otherAnswers >= 0 && refused.orElse(0) >= 0, "answers at %s", station);
        Check.that(sum(answers) + otherAnswers > 0, "no interview at %s", station);
    }

    /** People who answered. */
    public long interviews() {
        return sum(answers) + otherAnswers;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
