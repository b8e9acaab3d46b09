package org.cotejo.audit.draw;

import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;

/** Why a text is refused as a seed, each with its public code. */
enum DrawProblem {
    SEED_TOO_SHORT(
            "DRAW-101",
            "this seed begins with {0} decimal digits; at least {1} were expected, one from each throw of a ten-sided"
                    + " die",
            "esta semilla empieza con {0} dígitos decimales; se esperaban al menos {1}, uno por cada tiro de un dado"
                    + " de diez caras"),
    SEED_FORM(
            "DRAW-102",
            "'{0}' is no seed; digits of dice were expected, and after them at most {1} parts +name=value of plain"
                    + " letters, digits and . : _ -",
            "'{0}' no es una semilla; se esperaban dígitos de dados y después a lo sumo {1} partes +nombre=valor de"
                    + " letras simples, dígitos y . : _ -");

    private static final int SHOWN_MOST = 60;

    private final String code;
    private final Sentence sentence;

    DrawProblem(String code, String en, String es) {
        this.code = code;
        this.sentence = new Sentence(en, es);
    }

    Problem with(Object... values) {
        return new Problem(code, Where.field("seed"), sentence.with(values));
    }

    static String shown(String text) {
        return text.length() <= SHOWN_MOST ? text : text.substring(0, SHOWN_MOST) + "...";
    }
}
