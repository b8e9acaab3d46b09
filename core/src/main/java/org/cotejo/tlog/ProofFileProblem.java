package org.cotejo.tlog;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why the file of a proof is refused, with its public code. */
enum ProofFileProblem {
    MALFORMED("PROOF-107", "this is no proof of inclusion: {0}", "esto no es una prueba de inclusión: {0}"),
    COMPACT("PROOF-108", "this is no compact proof: {0}", "esto no es una prueba compacta: {0}");

    private final String code;
    private final Sentence sentence;

    ProofFileProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem because(String en, String es) {
        return new Problem(
                code,
                Where.file(""),
                new Sentence(sentence.with(en).en(), sentence.with(es).es()));
    }
}
