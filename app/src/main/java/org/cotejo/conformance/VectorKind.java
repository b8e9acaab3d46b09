package org.cotejo.conformance;

import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue.JsonObject;

/**
 * A kind of JSON file, known by the members that it has.
 *
 * @param needed members without which a file is not of this kind
 * @param others members that it may have besides; any further one is a failure of its own
 */
record VectorKind(Sentence name, List<String> needed, List<String> others, Recomputation recomputation) {
    /** Members that say something to a reader and nothing to a program. */
    private static final List<String> INFORMATIVE = List.of("source", "rule", "note", "verified");

    /** Recomputes every case of a file. */
    @FunctionalInterface
    interface Recomputation {
        void run(JsonObject file, VectorFile where, Cases cases);
    }

    boolean fits(JsonObject file) {
        return file.keys().containsAll(needed);
    }

    FileReport report(JsonObject file, VectorFile where) {
        Cases cases = new Cases();
        recomputation.run(file, where, cases);
        for (String key : file.keys()) {
            if (!needed.contains(key) && !others.contains(key) && !INFORMATIVE.contains(key)) {
                cases.failed(key, "cases of an unknown kind", "a member of " + String.join(", ", needed));
            }
        }
        return cases.report(where.name(), name);
    }
}
