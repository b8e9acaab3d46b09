package org.cotejo.audit.evidence;

import java.util.Locale;
import org.cotejo.base.Sentence;

/** What the papers of one drawn station say of its published sheet. */
public enum EvidenceOutcome {
    AGREES("agrees", "coincide"),
    /** Some paper says something else, or more than there can be. */
    DIFFERS("differs", "difiere"),
    /** Everybody asked is on record, and too few sides showed a paper that can be held against the sheet: taken as false. */
    NOT_PRODUCED("not produced: taken as false", "no presentado: se toma como falsa"),
    /** Somebody asked is not on record yet: taken as false meanwhile. */
    OUT("not on record yet: taken as false meanwhile", "aún no consta: se toma como falsa mientras tanto");

    private final Sentence sentence;

    EvidenceOutcome(String en, String es) {
        this.sentence = new Sentence(en, es);
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
