package org.cotejo.verify;

import java.util.List;
import org.cotejo.base.Sentence;

/**
 * One thing that a publication claims, what checking it came to, and by what.
 *
 * @param evidence what was recomputed, from what and by which rule
 * @param parts claims that this one rests on
 */
public record Claim(Sentence what, Answer answer, Sentence evidence, List<Claim> parts) {
    public Claim {
        parts = List.copyOf(parts);
    }

    /** A claim that rests on no others. */
    public static Claim of(Sentence what, Answer answer, Sentence evidence) {
        return new Claim(what, answer, evidence, List.of());
    }
}
