package org.cotejo.crypto;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why bytes are refused as a public key, each with its public code. */
enum KeyProblem {
    ED25519("KEY-101", "this Ed25519 key can't be enrolled: {0}", "esta clave Ed25519 no se puede inscribir: {0}"),
    ML_DSA_44("KEY-103", "this ML-DSA-44 key can't be used: {0}", "esta clave ML-DSA-44 no se puede usar: {0}");

    private final String code;
    private final Sentence sentence;

    KeyProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem because(String en, String es) {
        Sentence whole = new Sentence(sentence.with(en).en(), sentence.with(es).es());
        return new Problem(code, Where.file(""), whole);
    }
}
