package org.cotejo.merkle;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.jspecify.annotations.Nullable;

/** Why a proof over a tree is refused, each with its public code. */
enum ProofProblem {
    INDEX(
            "PROOF-101",
            "there is no leaf {0} in a tree of {1} leaves",
            "no hay ninguna hoja {0} en un árbol de {1} hojas"),
    TOO_LONG("PROOF-102", "this proof has more hashes than its tree needs", "esta prueba tiene hashes de más"),
    TOO_SHORT("PROOF-103", "this proof has fewer hashes than its tree needs", "a esta prueba le faltan hashes"),
    OTHER_ROOT(
            "PROOF-104",
            "this proof leads to another root: {0} instead of {1}",
            "esta prueba lleva a otra raíz: {0} en vez de {1}"),
    SIZES(
            "PROOF-105",
            "a tree of {1} leaves can't be compared with one of {0} leaves before it",
            "un árbol de {1} hojas no se puede comparar con uno anterior de {0} hojas"),
    SUBTREE(
            "PROOF-106",
            "leaves {0} to {1} are no subtree of a tree of {2} leaves",
            "las hojas {0} a {1} no forman un subárbol de un árbol de {2} hojas");

    private final String code;
    private final Sentence sentence;

    ProofProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(@Nullable Object... values) {
        return new Problem(code, Where.file(""), sentence.with(values));
    }
}
