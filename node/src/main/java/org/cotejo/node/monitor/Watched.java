package org.cotejo.node.monitor;

import java.time.Instant;
import org.cotejo.base.Sentence;

/**
 * One address of one mirror as it stands.
 *
 * @param entries that its head has; -1 where it shows none
 * @param since when it began to stand so
 */
public record Watched(String name, String url, State state, long entries, Sentence words, Instant since) {
    /** How an address stands, the worst last. */
    public enum State {
        CURRENT("up to date", "al día"),
        BEHIND("behind", "atrasada"),
        DOWN("down", "caída"),
        WRONG("not this log", "no es este registro"),
        DIFFERS("DIFFERS", "DIFIERE");

        private final Sentence words;

        State(String en, String es) {
            this.words = new Sentence(en, es);
        }

        /** For people. */
        public Sentence words() {
            return words;
        }

        /** Whether somebody cheats. */
        public boolean isAlarm() {
            return this == WRONG || this == DIFFERS;
        }
    }
}
