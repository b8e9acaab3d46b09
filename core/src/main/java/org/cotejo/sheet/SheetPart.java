package org.cotejo.sheet;

import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;

/** The parts of a sheet's text after the magic, in their order; each ends with a slash. */
enum SheetPart {
    ALGORITHM("algorithm", "algoritmo", "ED25519", "ED25519"),
    ELECTION("election", "elección", "the election's id", "el id de la elección"),
    DEFINITION(
            "definition", "definición", "40 digits of a number below 2^128", "40 dígitos de un número menor que 2^128"),
    STATION("station", "mesa", "the station's code", "el código de la mesa"),
    CONTEST("contest", "contienda", "the contest's id", "el id de la contienda"),
    NUMBER(
            "number",
            "número",
            "which sheet of how many, such as 1 3, up to 1000",
            "qué acta de cuántas, como 1 3, hasta 1000"),
    PAPER("paper", "papel", "FINAL or OPENING", "FINAL u OPENING"),
    MACHINE("machine", "máquina", "the machine's id", "el id de la máquina"),
    HOURS(
            "hours",
            "horas",
            "opening, closing not before it (the same time twice on an opening report) and offset, such as "
                    + "20240728T0600 20240728T1831 -0400",
            "apertura, cierre no anterior (dos veces la misma hora en un acta de instalación) y huso, como "
                    + "20240728T0600 20240728T1831 -0400"),
    COUNTS(
            "counts",
            "recuentos",
            "at least one of REG:512 VOT:340 BAL:340 in this order",
            "al menos uno de REG:512 VOT:340 BAL:340 en este orden"),
    VOTES(
            "votes",
            "votos",
            "every ballot position from 1 with its votes, such as 1:210 2:101",
            "cada posición de la boleta desde 1 con sus votos, como 1:210 2:101"),
    OTHERS(
            "others",
            "otros",
            "NULL:24 BLANK:5 in this order, one of them or neither, and a slash",
            "NULL:24 BLANK:5 en este orden, uno de ellos o ninguno, y una barra");

    private final Sentence name;
    private final Sentence expected;

    SheetPart(String en, String es, String expectedEn, String expectedEs) {
        this.name = new Sentence(en, es);
        this.expected = new Sentence(expectedEn, expectedEs);
    }

    /** Refuses a text whose part is wrong from a character on; {@code character} counts from 1 in the whole text. */
    RefusedException wrongAt(int character) {
        String place = Integer.toString(character);
        return new RefusedException(SheetProblem.PART.problem(name.en(), new Sentence(place, place), name, expected));
    }
}
