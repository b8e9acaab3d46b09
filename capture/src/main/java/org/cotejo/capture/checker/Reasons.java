package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Problem;

/** What speaks against a reading, and what is only worth knowing. */
final class Reasons {
    private final List<Problem> against = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    void against(Problem problem) {
        against.add(problem);
    }

    void note(Problem problem) {
        notes.add(problem);
    }

    /** Speaks against it unless the text can't have been misread: then the sheet itself says something odd. */
    void oddity(boolean isProven, Problem problem) {
        (isProven ? notes : against).add(problem);
    }

    boolean isClean() {
        return against.isEmpty();
    }

    List<Problem> notes() {
        return List.copyOf(notes);
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(against);
        all.addAll(notes);
        return all;
    }
}
