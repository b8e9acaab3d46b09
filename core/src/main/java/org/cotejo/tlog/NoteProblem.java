package org.cotejo.tlog;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** Why a key or a note is refused, each with its public code. */
enum NoteProblem {
    MALFORMED("NOTE-101", "this is no signed note: {0}", "esto no es una nota firmada: {0}"),
    TOO_LARGE(
            "NOTE-102",
            "a note has at most {0} bytes and {1} signatures",
            "una nota tiene como máximo {0} bytes y {1} firmas"),
    VKEY(
            "NOTE-103",
            "this is no public key of the form name+id+base64: {0}",
            "esto no es una clave pública de la forma nombre+id+base64: {0}"),
    KIND(
            "NOTE-104",
            "this key is of the type {0}; 1, 4 and 6 are known",
            "esta clave es del tipo {0}; se conocen 1, 4 y 6"),
    KEY_ID(
            "NOTE-105",
            "the key ID {0} does not belong to this name and key; {1} does",
            "el identificador {0} no corresponde a este nombre y clave; corresponde {1}"),
    FALSE_SIGNATURE(
            "NOTE-106",
            "the signature in the name of {0} is false: nothing of this note is to be believed",
            "la firma a nombre de {0} es falsa: no hay que creer nada de esta nota"),
    NO_KNOWN_SIGNATURE(
            "NOTE-107",
            "no signature of this note is by a known key",
            "ninguna firma de esta nota es de una clave conocida"),
    SECRET(
            "NOTE-108",
            "this is no private key of the form PRIVATE+KEY+name+id+base64: {0}",
            "esto no es una clave privada de la forma PRIVATE+KEY+nombre+id+base64: {0}"),
    AMBIGUOUS(
            "NOTE-109",
            "two different keys have the name and ID {0}; one of them must go",
            "dos claves distintas tienen el nombre y el identificador {0}; sobra una");

    private final String code;
    private final Sentence sentence;

    NoteProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(@Nullable Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }

    Problem because(String en, String es) {
        return new Problem(
                code,
                Where.file(""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
