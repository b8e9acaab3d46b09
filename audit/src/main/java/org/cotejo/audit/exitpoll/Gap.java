package org.cotejo.audit.exitpoll;

import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The poll's lead beside that of a result, for the poll's first two.
 *
 * @param result what the poll is held beside
 * @param resultLead lead of the poll's leader over its second by that result; negative if it is the other way round
 * @param gap the poll's lead less that one
 * @param z the gap in standard errors of the poll's lead, which know nothing of refusals
 * @param chance of a gap so large or larger by the draw alone
 * @param leaderResponse how many of the leader's voters in a hundred would have had to answer, if the result were true and
 *     nothing but refusals made the gap; above 1 it cannot be refusals alone. Null without a response rate
 * @param runnerUpResponse the same for the voters of the second
 */
public record Gap(
        Sentence result,
        double resultLead,
        double gap,
        double z,
        double chance,
        @Nullable Double leaderResponse,
        @Nullable Double runnerUpResponse) {
    /** How far apart the two response rates would have to lie; null where they are not known. */
    public @Nullable Double differential() {
        Double first = leaderResponse;
        Double second = runnerUpResponse;
        return first == null || second == null ? null : first - second;
    }

    /** Whether no rate of refusals could make this gap by itself. */
    public boolean isBeyondRefusals() {
        Double first = leaderResponse;
        Double second = runnerUpResponse;
        return first != null && second != null && (first > 1 || second > 1);
    }
}
