package org.cotejo.verify;

import java.util.Locale;
import org.cotejo.base.Sentence;

/** The levels of verification (docs/formats/publication.md, section 5), in their order. */
public enum Level {
    BYTES("the bytes: tree, files, nothing extra", "los bytes: árbol, archivos, nada de más"),
    SIGNATURES("the signatures: log, cosigners, stations, times", "las firmas: registro, cofirmantes, mesas, horas"),
    VERDICTS("the verdicts, made again from the entries", "los veredictos, hechos de nuevo de las entradas"),
    AUDITS("the audits", "las auditorías"),
    PAGES("the pages, made again from the entries", "las páginas, hechas de nuevo de las entradas");

    private final Sentence sentence;

    Level(String en, String es) {
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
