package org.cotejo.publication;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a succession of log keys, or a file that pins one, is refused, each with its public code. */
enum SuccessionProblem {
    MALFORMED(
            "SUCC-101",
            "this is no succession of a log's key: {0}",
            "esto no es una sucesión de clave de registro: {0}"),
    NOT_SIGNED(
            "SUCC-102",
            "the succession is not signed by the key that takes over: {0}",
            "la sucesión no está firmada por la clave que toma el relevo: {0}"),
    LAST_HEAD(
            "SUCC-103",
            "the last head of the old log is not one that its key signed: {0}",
            "la última cabeza del registro anterior no está firmada por su clave: {0}"),
    PIN(
            "SUCC-104",
            "a line of Cotejo in this policy can't be used: {0}",
            "una línea de Cotejo en esta política no sirve: {0}");

    private final String code;
    private final Sentence sentence;

    SuccessionProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem because(String en, String es) {
        return at(0, en, es);
    }

    Problem because(Problem reason) {
        return because(reason.line("en"), reason.line("es"));
    }

    Problem at(long line, String en, String es) {
        return new Problem(
                code,
                new Where("", line, ""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
