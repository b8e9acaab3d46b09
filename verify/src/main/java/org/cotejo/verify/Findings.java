package org.cotejo.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Problems as checks find them, by level. A publication that is wrong everywhere does not fill the memory. Safe for use by several threads. */
final class Findings {
    /** Problems kept; more are counted in the answer, but nobody reads them. */
    static final int KEPT_MOST = 1000;

    private static final Comparator<Trouble> ORDER = Comparator.comparing(
                    (Trouble trouble) -> trouble.kind().answer())
            .reversed()
            .thenComparing(Trouble::kind)
            .thenComparing(trouble -> trouble.spot().file())
            .thenComparingLong(trouble -> trouble.spot().entry())
            .thenComparingLong(trouble -> trouble.spot().offset());

    private final Map<Level, Answer> answers = new EnumMap<>(Level.class);
    private final List<Trouble> troubles = new ArrayList<>();
    private long found;

    synchronized void add(Level level, Trouble trouble) {
        answer(level, trouble.kind().answer());
        found++;
        if (troubles.size() < KEPT_MOST) {
            troubles.add(trouble);
        } else if (trouble.kind().answer() == Answer.REFUTED) {
            makeRoomFor(trouble);
        }
    }

    /** What refutes is never crowded out by what could not be checked. */
    private void makeRoomFor(Trouble refuting) {
        for (int i = 0; i < troubles.size(); i++) {
            if (troubles.get(i).kind().answer() != Answer.REFUTED) {
                troubles.set(i, refuting);
                return;
            }
        }
    }

    /** Says what a level came to, unless it came to something worse before. */
    synchronized void answer(Level level, Answer answer) {
        answers.merge(level, answer, Answer::and);
    }

    /** What a level came to so far. */
    synchronized Answer of(Level level) {
        return answers.getOrDefault(level, Answer.NONE);
    }

    synchronized Map<Level, Answer> answers() {
        Map<Level, Answer> all = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            all.put(level, of(level));
        }
        return all;
    }

    /** Number of problems found, kept or not. */
    synchronized long found() {
        return found;
    }

    /** The problems kept, the worst kinds first, in one order whatever was checked first. */
    synchronized List<Trouble> troubles() {
        return troubles.stream().sorted(ORDER).toList();
    }
}
