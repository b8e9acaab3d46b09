package org.cotejo.verify.time;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a file about time is refused, each with its public code. */
enum TimeProblem {
    TOKEN(
            "TIME-101",
            "this is no RFC 3161 response or token: {0}",
            "esto no es una respuesta ni un sello RFC 3161: {0}"),
    NOT_GRANTED(
            "TIME-102",
            "the time-stamping authority granted no token: {0}",
            "la autoridad de sellado de tiempo no concedió ningún sello: {0}"),
    PROOF("TIME-103", "this is no OpenTimestamps proof: {0}", "esto no es una prueba OpenTimestamps: {0}"),
    CERTIFICATES(
            "TIME-104",
            "these are no certificates (PEM or DER was expected): {0}",
            "estos no son certificados (se esperaba PEM o DER): {0}"),
    HEADERS(
            "TIME-105",
            "these are no headers of Bitcoin blocks: {0}",
            "estas no son cabeceras de bloques de Bitcoin: {0}"),
    MANY(
            "TIME-106",
            "this token carries too many certificates to look for a path among them: {0}",
            "este sello lleva demasiados certificados para buscar un camino entre ellos: {0}");

    private final String code;
    private final Sentence sentence;

    TimeProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    String code() {
        return code;
    }

    Problem because(String en, String es) {
        return new Problem(
                code,
                Where.file(""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
