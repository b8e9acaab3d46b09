package org.cotejo.formats.text;

import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a JSON file is refused, each with its public code. */
enum JsonProblem {
    SYNTAX(
            "JSON-101",
            "at column {0} a comma, quote or bracket is wrong or missing; JSON (RFC 8259) was expected, comments with // are allowed",
            "en la columna {0} falta o sobra una coma, comilla o corchete; se esperaba JSON (RFC 8259), con comentarios // si se quiere"),
    KEY_TWICE(
            "JSON-102",
            "the key '{0}' stands twice; once was expected",
            "la clave '{0}' está dos veces; se esperaba una"),
    UNKNOWN_KEY(
            "JSON-103",
            "the key '{0}' is not known here; one of these was expected: {1}",
            "aquí no se conoce la clave '{0}'; se esperaba una de estas: {1}"),
    NO_KEY("JSON-104", "the key '{0}' is missing; it was expected here", "falta la clave '{0}'; se esperaba aquí"),
    KIND("JSON-105", "{0} stands here; {1} was expected", "aquí está {0}; se esperaba {1}"),
    VALUE("JSON-106", "'{0}' can't be used here; {1} was expected", "'{0}' no se puede usar aquí; se esperaba {1}"),
    LARGE(
            "JSON-107",
            "this file has {0} bytes; at most {1} were expected",
            "este archivo tiene {0} bytes; se esperaban como máximo {1}");

    private final String code;
    private final Sentence sentence;

    JsonProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    RefusedException at(Where where, Object... values) {
        return new RefusedException(new Problem(code, where, sentence.with(values)));
    }

    /** As {@link #at}, where what was expected is said in words. */
    RefusedException at(Where where, Object found, Sentence expected) {
        Sentence said = new Sentence(
                sentence.with(found, expected.en()).en(),
                sentence.with(found, expected.es()).es());
        return new RefusedException(new Problem(code, where, said));
    }
}
