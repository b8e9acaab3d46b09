package org.cotejo.receipt;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a slip of a station is refused, with its public code. */
enum SlipProblem {
    MALFORMED("PROOF-109", "this is no slip of a station: {0}", "esto no es la papeleta de una mesa: {0}"),
    ROOT_LINE(
            "PROOF-110",
            "a printed root reads: COTEJO STATIONS, how many, 64 hexadecimal digits",
            "una raíz impresa dice: COTEJO STATIONS, cuántas, 64 dígitos hexadecimales");

    private final String code;
    private final Sentence sentence;

    SlipProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }
}
