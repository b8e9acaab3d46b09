package org.cotejo.entry;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why bytes are refused as an entry, each with its public code. */
enum EntryProblem {
    VERSION(
            "ENTRY-101",
            "this entry has version {0}; this program reads version 1, so a newer one is needed",
            "este asiento tiene la versión {0}; este programa lee la versión 1: hace falta uno más nuevo"),
    KIND(
            "ENTRY-102",
            "this entry is of the unknown kind {0}; a newer program may know it",
            "este asiento es de la clase desconocida {0}; quizá la conozca un programa más nuevo"),
    MALFORMED("ENTRY-103", "these bytes are not a canonical entry: {0}", "estos bytes no son un asiento canónico: {0}"),
    TOO_LONG(
            "ENTRY-104",
            "an entry has at most 65535 bytes, this one has {0}",
            "un asiento tiene como máximo 65535 bytes; este tiene {0}");

    private final String code;
    private final Sentence sentence;

    EntryProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(Object value) {
        return new Problem(code, Where.file(""), sentence.with(value));
    }
}
