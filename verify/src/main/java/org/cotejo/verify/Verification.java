package org.cotejo.verify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * What verifying a publication came to: a tree of claims with their evidence, and every problem with its place.
 *
 * @param pinned the origin of the log that the policy pinned, or null without a policy
 * @param origin the origin that the publication's checkpoint names; empty if there is none to read
 * @param entries entries of the log
 * @param sheets signed sheets among them
 * @param signaturesChecked signatures that were computed, of log, cosigners and stations
 * @param levels an answer for each level
 * @param claims the tree, level by level
 * @param timestamps every timestamp that is attached
 */
public record Verification(
        @Nullable String pinned,
        String origin,
        long entries,
        long sheets,
        long signaturesChecked,
        Map<Level, Answer> levels,
        List<Trouble> problems,
        List<Claim> claims,
        List<Timestamped> timestamps) {
    public Verification {
        levels = new EnumMap<>(levels);
        problems = List.copyOf(problems);
        claims = List.copyOf(claims);
        timestamps = List.copyOf(timestamps);
        for (Level level : Level.values()) {
            Check.that(levels.containsKey(level), "no answer for %s", level);
        }
    }

    /** Proven, refuted or unchecked: the worst level; without a pinned policy unchecked at best. */
    public Answer verdict() {
        Answer worst = pinned == null ? Answer.UNCHECKED : Answer.PROVEN;
        for (Answer answer : levels.values()) {
            worst = worst.and(answer);
        }
        return worst;
    }

    /** Whether nothing is refuted and the one thing missing is a policy to hold the log against. */
    public boolean isIntactInItself() {
        return pinned == null
                && levels.entrySet().stream()
                        .filter(level -> level.getKey() != Level.SIGNATURES)
                        .allMatch(level -> level.getValue() == Answer.PROVEN || level.getValue() == Answer.NONE)
                && levels.get(Level.SIGNATURES) == Answer.UNCHECKED;
    }
}
