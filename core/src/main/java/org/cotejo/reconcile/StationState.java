package org.cotejo.reconcile;

import java.util.Locale;
import org.cotejo.base.Sentence;

/**
 * What is known of one station in one contest; exactly one of these, the first rule that fits. C are the countable copies
 * of all sides or, where a result is announced for the station, of all sides but the announcer's.
 */
public enum StationState {
    CONFIRMED(
            "The announced result equals every copy of the other sides.",
            "El resultado anunciado coincide con todas las copias de las demás partes."),
    CONTRADICTED(
            "The announced result differs from the copies of the other sides, which agree with each other.",
            "El resultado anunciado difiere de las copias de las demás partes, que coinciden entre sí."),
    AGREED(
            "No result is announced; copies of two or more sides agree.",
            "No hay resultado anunciado; coinciden copias de dos o más partes."),
    ONE_SIDE(
            "No result is announced; copies of one side only.",
            "No hay resultado anunciado; sólo hay copias de una parte."),
    CONFLICTING("Two copies that count differ.", "Difieren dos copias que cuentan."),
    ANNOUNCED_ONLY(
            "A result is announced and no copy of another side is there to compare: not evidence.",
            "Hay un resultado anunciado y ninguna copia de otra parte con que compararlo: no es prueba."),
    SET_ASIDE("There are copies, but none that counts.", "Hay copias, pero ninguna que cuente."),
    MISSING("There is nothing from this station.", "No hay nada de esta mesa.");

    private final Sentence sentence;

    StationState(String en, String es) {
        this.sentence = new Sentence(en, es);
    }

    /** What the state means, for people. */
    public Sentence sentence() {
        return sentence;
    }

    /** The name in JSON, in style sheets and in links: {@code announced_only}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the station's votes are taken as known: its copies agree with each other. */
    public boolean isKnown() {
        return this == CONFIRMED || this == CONTRADICTED || this == AGREED || this == ONE_SIDE;
    }

    /** Whether its votes are known by the strict grade too: two sides agree, or the announcer and another side do. */
    public boolean isKnownStrictly() {
        return this == CONFIRMED || this == AGREED;
    }
}
