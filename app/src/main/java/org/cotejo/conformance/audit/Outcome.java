package org.cotejo.conformance.audit;

import java.util.List;
import org.cotejo.base.Sentence;

/**
 * What came of one case.
 *
 * @param got what came out otherwise, with its place; empty if all came out as published
 * @param expected what is published there
 * @param remarks what is told and not judged
 */
public record Outcome(String id, String got, String expected, List<Sentence> remarks) {
    public Outcome {
        remarks = List.copyOf(remarks);
    }

    static Outcome failed(String id, String got, String expected) {
        return new Outcome(id, got, expected, List.of());
    }

    /** Whether all came out as published. */
    public boolean isPassed() {
        return got.isEmpty();
    }
}
