package org.cotejo.audit.quickcount;

import java.time.Instant;
import java.util.List;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * What one station reported.
 *
 * @param votes of each candidate, in the order of the count
 * @param total votes that shares are taken of: all votes cast, or the valid ones; at least the sum of {@code votes}
 * @param at when it arrived; null if nobody noted it
 */
public record Report(
        String station,
        List<Long> votes,
        long total,
        @Nullable Instant at) {
    public Report {
        votes = List.copyOf(votes);
        votes.forEach(count -> Check.that(count >= 0, "%d votes at %s", count, station));
        long sum = votes.stream().mapToLong(Long::longValue).sum();
        Check.that(total >= sum, "a total of %d for %d votes at %s", total, sum, station);
    }
}
