package org.cotejo.app;

import java.util.List;
import org.cotejo.base.Sentence;

/**
 * One thing that somebody did in a drill, as it was typed, and what came of it.
 *
 * @param who did it
 * @param what it is for, in plain words
 * @param command as it was typed; empty for what no command does
 * @param expected the exit code that must come
 * @param mark what must stand in what was said: a public code or words in both languages; empty for anything
 * @param said the line with the mark, or the last one
 * @param then what a person would do now; empty where nothing
 */
record DrillStep(
        Kind kind,
        Sentence who,
        Sentence what,
        List<String> command,
        int expected,
        int exit,
        String mark,
        boolean isSaid,
        String said,
        long millis,
        Sentence then) {
    /** Nothing to do. */
    static final Sentence NOTHING = new Sentence("-", "-");

    /** What kind of step. */
    enum Kind {
        /** Something is set up that is as it should be. */
        READY("ready", "listo"),
        /** The attacker acts. */
        ATTACK("ATTACK", "ATAQUE"),
        /** Somebody must shout. */
        SHOUTS("shouts", "grita"),
        /** Somebody can't see it, which is as it must be told. */
        BLIND("can't see it", "no puede verlo"),
        /** What sets it right. */
        REMEDY("remedy", "remedio");

        private final Sentence words;

        Kind(String en, String es) {
            this.words = new Sentence(en, es);
        }

        Sentence words() {
            return words;
        }
    }

    DrillStep {
        command = List.copyOf(command);
    }

    /** Whether it came as it must. */
    boolean isRight() {
        return exit == expected && isSaid;
    }
}
