package org.cotejo.custody;

import org.cotejo.base.Sentence;

/** What is refused of a file that an audit commits to. */
enum AuditFileProblem {
    MALFORMED(
            "AUDIT-101",
            "this is no file of an audit: {0} was expected",
            "no es un archivo de auditoría: se esperaba {0}");

    private final String code;
    private final Sentence sentence;

    AuditFileProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    String code() {
        return code;
    }

    Sentence because(Sentence expected) {
        return new Sentence(
                sentence.with(expected.en()).en(), sentence.with(expected.es()).es());
    }
}
