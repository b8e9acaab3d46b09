package org.cotejo.node.keys;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why shares of a key are refused, each with its public code. */
enum KeysProblem {
    MALFORMED("KEYS-101", "this is no share of a key: {0}", "esto no es una parte de una clave: {0}"),
    MISTYPED(
            "KEYS-102",
            "row {0} is mistyped or was changed: its last group does not fit the others",
            "la fila {0} está mal tecleada o fue cambiada: su último grupo no concuerda con los demás"),
    CHANGED(
            "KEYS-103",
            "this share was changed, or lines of two shares were mixed: its check does not fit",
            "esta parte fue cambiada, o se mezclaron líneas de dos: su comprobación no concuerda"),
    MIXED(
            "KEYS-104",
            "share {0} is of another backup than share {1}: of the log {2}, made at another time",
            "la parte {0} es de otro respaldo que la parte {1}: del registro {2}, hecho en otro momento"),
    TWICE("KEYS-105", "share {0} was given twice", "la parte {0} se dio dos veces"),
    TOO_FEW("KEYS-106", "{0} shares were given, {1} are needed", "se dieron {0} partes, hacen falta {1}"),
    FALSE(
            "KEYS-107",
            "these shares restore nothing: at least one of them was altered by somebody who made its checks fit; try"
                    + " others",
            "estas partes no restauran nada: al menos una fue alterada por alguien que ajustó sus comprobaciones;"
                    + " pruebe con otras"),
    NUMBERS(
            "KEYS-108",
            "{1} of {0} shares can't be asked for; 2 to {0} of 2 to {2} were expected",
            "no se pueden pedir {1} de {0} partes; se esperaba de 2 a {0}, de 2 a {2}");

    private final String code;
    private final Sentence sentence;

    KeysProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }

    Problem at(long line, String en, String es) {
        return new Problem(
                code,
                new Where("", line, ""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
