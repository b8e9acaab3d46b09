package org.cotejo.verify.time;

import java.time.Duration;
import java.time.Instant;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/** What a timestamp came to. What could not be checked is an answer of its own. */
public sealed interface TimeVerdict {
    /** In words, for people. */
    Sentence why();

    /**
     * The bytes existed before a time.
     *
     * @param at the time that was given
     * @param give how far the clock that gave it may be off by its own rules
     */
    record Proven(Instant at, Duration give, Sentence why) implements TimeVerdict {}

    /**
     * Nothing speaks against it, and something that is not here is needed to prove it.
     *
     * @param claimed the time that it claims; null where it claims none
     */
    record Unchecked(@Nullable Instant claimed, Sentence why) implements TimeVerdict {}

    /** It is false, or over something else. */
    record Refuted(Sentence why) implements TimeVerdict {}
}
