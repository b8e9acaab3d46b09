package org.cotejo.conformance;

import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;

/**
 * A kind of JSON file, known by the members that it has.
 *
 * @param needed members without which a file is not of this kind; {@code list[].member} for one of a list's elements
 * @param others members that it may have besides; any further one is a failure of its own
 */
record VectorKind(Sentence name, List<String> needed, List<String> others, Recomputation recomputation) {
    /** Members that say something to a reader and nothing to a program. */
    private static final List<String> INFORMATIVE = List.of("source", "rule", "note", "verified");

    private static final String LIST = "[].";

    /** Recomputes every case of a file. */
    @FunctionalInterface
    interface Recomputation {
        void run(JsonObject file, VectorFile where, Cases cases);
    }

    boolean fits(JsonObject file) {
        return needed.stream().allMatch(member -> has(file, member));
    }

    /** Whether a member is there; {@code list[].member} asks it of the list's first element. */
    private static boolean has(JsonObject file, String member) {
        int list = member.indexOf(LIST);
        if (list < 0) {
            return file.keys().contains(member);
        }
        return file.find(member.substring(0, list))
                .filter(JsonValue::isList)
                .flatMap(elements -> elements.list().stream().findFirst())
                .filter(JsonValue::isObject)
                .filter(first -> first.anyObject().keys().contains(member.substring(list + LIST.length())))
                .isPresent();
    }

    FileReport report(JsonObject file, VectorFile where) {
        Cases cases = new Cases();
        cases.read("-", () -> recomputation.run(file, where, cases));
        for (String key : file.keys()) {
            if (!isNeeded(key) && !others.contains(key) && !INFORMATIVE.contains(key)) {
                cases.failed(key, "cases of an unknown kind", "a member of " + String.join(", ", needed));
            }
        }
        return cases.report(where.name(), name);
    }

    private boolean isNeeded(String key) {
        return needed.stream().anyMatch(member -> member.equals(key) || member.startsWith(key + LIST));
    }
}
