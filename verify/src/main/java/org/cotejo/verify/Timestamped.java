package org.cotejo.verify;

import java.time.Instant;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp that somebody attached, and what checking it came to. One that could not be checked lowers no level: anybody can add
 * one without a key.
 *
 * @param file path from the root of the publication
 * @param entries how many entries the head has that it is over
 * @param at the time that it proves or claims; null where it says none
 */
public record Timestamped(
        String file, long entries, Answer answer, @Nullable Instant at, Sentence evidence) {}
