package org.cotejo.verify;

import java.util.Locale;
import org.cotejo.base.Sentence;

/** What a check came to. Could-not-check is an answer of its own and never shown as fine. */
public enum Answer {
    /** There was nothing of the kind to check. */
    NONE("nothing to check", "nada que comprobar"),
    PROVEN("proven", "probado"),
    UNCHECKED("could not check", "no se pudo comprobar"),
    REFUTED("refuted", "refutado");

    private final Sentence sentence;

    Answer(String en, String es) {
        this.sentence = new Sentence(en, es);
    }

    /** The answer to both questions together: the worse one. */
    public Answer and(Answer other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** As it stands in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words, for people. */
    public Sentence sentence() {
        return sentence;
    }
}
