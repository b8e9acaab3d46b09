package org.cotejo.conformance.audit;

import java.util.List;

/** How the cases of one file are recomputed. */
interface Method {
    /** What the file calls its {@code method}. */
    String name();

    /**
     * What comes out of a case. Every member of its input must be read through {@code given}, or called a note; whatever cannot be
     * done with it is refused or an illegal argument, and fails the case.
     */
    Computed recompute(Given given);

    /** Members of a case beside {@code out} that are outputs too; the computed value then has members of these names. */
    default List<String> furtherOutputs() {
        return List.of();
    }
}
