package org.cotejo.audit.quickcount;

import org.cotejo.base.Sentence;

/**
 * One condition of the publishing rule and whether it is met.
 *
 * @param sentence what was asked and what was found, with the numbers
 */
public record Condition(Kind kind, Answer answer, Sentence sentence) {
    /** What is asked. */
    public enum Kind {
        /** Every stratum has reports enough. */
        STRATA,
        /** The estimate has settled. */
        STABLE,
        /** Late stations can't turn the lead, or not without differing more than is granted. */
        LATE,
        /** The lead is larger than chance and a fixed allowance. */
        CLOSE
    }

    /** What was found; only {@link #MET} is good enough to publish. */
    public enum Answer {
        MET,
        NOT_MET,
        CANNOT_SAY
    }
}
