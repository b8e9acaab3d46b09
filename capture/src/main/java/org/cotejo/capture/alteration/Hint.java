package org.cotejo.capture.alteration;

import java.util.Locale;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.capture.symbols.Quad;

/**
 * Something about a number that a person should look at; a hint, not proof.
 *
 * @param row of the number in its form
 * @param page from 0
 * @param place in the page
 */
public record Hint(Kind kind, String row, int page, Quad place) {
    /** What may have been done, each with its public code. */
    public enum Kind {
        /** Light smooth paper over a number. */
        CORRECTION_FLUID(
                "READ-401",
                "{0}: around this number the paper is lighter than beside it, as under correction fluid. A hint, not proof: compare with other copies",
                "{0}: alrededor de este número el papel es más claro que al lado, como bajo corrector. Un indicio, no una prueba: compare con otras copias"),
        /** Ink unlike that of the numbers around. */
        OVERWRITTEN(
                "READ-402",
                "{0}: the ink of this number is unlike that of the others, as where something was written over. A hint, not proof: compare with other copies",
                "{0}: la tinta de este número no es como la de los otros, como si se hubiera escrito encima. Un indicio, no una prueba: compare con otras copias");

        private final String code;
        private final Sentence sentence;

        Kind(String code, String en, String es) {
            this.code = code;
            this.sentence = new Sentence(en, es);
        }

        /** As JSON names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The hint in words. */
    public Problem problem() {
        return new Problem(kind.code, Where.file(""), kind.sentence.with(row));
    }
}
