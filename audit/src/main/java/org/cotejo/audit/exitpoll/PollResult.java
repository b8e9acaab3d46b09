package org.cotejo.audit.exitpoll;

import java.util.List;
import org.cotejo.audit.survey.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What a poll gives.
 *
 * @param response share of those asked who answered, weighted as the interviews are; null if refusals were not counted everywhere
 * @param lead of the first over the second by the poll itself
 */
public record PollResult(
        int stations,
        long interviews,
        @Nullable Double response,
        List<PollShare> shares,
        int leader,
        int runnerUp,
        Estimate lead) {
    public PollResult {
        shares = List.copyOf(shares);
    }
}
