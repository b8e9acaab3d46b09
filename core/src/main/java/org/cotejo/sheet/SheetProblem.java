package org.cotejo.sheet;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a text is refused as a sheet, or a key as that of a machine, each with its public code. */
enum SheetProblem {
    MAGIC(
            "SHEET-101",
            "this text does not begin with COTEJO1/, or COTEJO1* for a part of one: it is no sheet of this version",
            "este texto no empieza por COTEJO1/, ni por COTEJO1* si es una parte: no es un acta de esta versión"),
    ALGORITHM(
            "SHEET-102",
            "the algorithm of the signature is not known; ED25519 or ED25519-DEMO was expected",
            "no se conoce el algoritmo de la firma; se esperaba ED25519 o ED25519-DEMO"),
    PART(
            "SHEET-103",
            "character {0} is wrong or missing in the part \"{1}\"; {2} was expected there",
            "el carácter {0} está mal o falta en la parte «{1}»; allí se esperaba {2}"),
    SIGNATURE(
            "SHEET-104",
            "the text does not end with a signature; 155 digits, at most 2^512-1, were expected",
            "el texto no termina con una firma; se esperaban 155 dígitos, como máximo 2^512-1"),
    TEXT(
            "SHEET-105",
            "this is longer than 16000 bytes or not UTF-8; a sheet is neither",
            "esto tiene más de 16000 bytes o no es UTF-8; un acta no es así"),
    REHEARSAL(
            "KEY-102",
            "this is a key of a rehearsal, and the election is none; only one whose id begins with sim- or demo- takes it",
            "esta es la clave de un simulacro y la elección no lo es; sólo la admite una cuyo id empieza por sim- o demo-"),
    CERTIFICATE(
            "SHEET-107",
            "this is no certificate of a count of receipts: a line that begins with COTEJOCOUNT1/ was expected, as the station's machine"
                    + " signed it",
            "esto no es una constancia de un conteo de comprobantes: se esperaba una línea que empiece por COTEJOCOUNT1/, como la firmó la"
                    + " máquina de la mesa"),
    MACHINE_LOG(
            "SHEET-108",
            "this is no log of a machine: line {0} is wrong, {1} was expected",
            "esto no es la bitácora de una máquina: la línea {0} está mal, se esperaba {1}"),
    CHAINED("SHEET-106", "this can't be put together to a sheet: {0}", "esto no se puede juntar en un acta: {0}");

    private final String code;
    private final Sentence sentence;

    SheetProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem problem(String field) {
        return new Problem(code, Where.field(field), sentence);
    }

    RefusedException refusal() {
        return new RefusedException(problem(""));
    }

    /** With values that are sentences themselves, each in its language. */
    Problem problem(String field, Sentence... values) {
        Object[] en = new Object[values.length];
        Object[] es = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            en[i] = values[i].en();
            es[i] = values[i].es();
        }
        return new Problem(
                code,
                Where.field(field),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
