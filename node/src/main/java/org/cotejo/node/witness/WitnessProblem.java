package org.cotejo.node.witness;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a log witness refuses to work, each with its public code. */
enum WitnessProblem {
    DAMAGED(
            "WITNESS-101",
            "the store of this witness is damaged: {0}; nothing is cosigned. Bring back the newest copy, or begin a"
                    + " new witness with another key",
            "el almacén de este testigo está dañado: {0}; no se cofirma nada. Recupere la copia más nueva o empiece un"
                    + " testigo nuevo con otra clave"),
    BUSY("WITNESS-102", "another program works with this witness already", "otro programa ya trabaja con este testigo"),
    NO_STORE(
            "WITNESS-103",
            "there is no store of a witness here; 'cotejo witness init' makes one, once",
            "aquí no hay almacén de un testigo; 'cotejo witness init' lo crea, una sola vez"),
    KEYS(
            "WITNESS-104",
            "a witness has one Ed25519 cosignature key, and one of ML-DSA-44 of the same name beside it if wanted: {0}",
            "un testigo tiene una clave de cofirma Ed25519 y, si se quiere, otra ML-DSA-44 del mismo nombre: {0}");

    private final String code;
    private final Sentence sentence;

    WitnessProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Object place, Object... values) {
        return new RefusedException(new Problem(code, Where.file(place.toString()), sentence.with(values)));
    }
}
