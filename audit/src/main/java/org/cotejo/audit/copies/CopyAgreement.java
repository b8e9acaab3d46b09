package org.cotejo.audit.copies;

import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * What it weighs that independent copies of one sheet agree: the chance that all of them are right against the chance that
 * all of them are wrong in the same way. Source: STATISTICS.md, section 6; the likelihood ratio as in Good, Probability and the
 * Weighing of Evidence (1950). Independence is the weak point, since a copy of a copy agrees by itself.
 *
 * @param copies that agree, of different holders; 2 or more
 * @param error e, the chance that a copy is wrong, above 0 and below 1
 * @param values V, the number of different wrong contents that a wrong copy may show
 */
public record CopyAgreement(int copies, double error, double values) {
    public CopyAgreement {
        Check.that(copies >= 2, "%d copies", copies);
        Check.that(error > 0 && error < 1, "error %s", error);
        Check.that(values >= 1, "values %s", values);
    }

    /** The chance that all are wrong and agree by accident, e^k / V^(k-1). */
    public double chanceOfSameError() {
        return Math.pow(error, copies) / Math.pow(values, copies - 1);
    }

    /** (1-e)^k over {@link #chanceOfSameError}. */
    public double likelihoodRatio() {
        return Math.pow(1 - error, copies) / chanceOfSameError();
    }

    /** What must be true for the ratio to mean anything. */
    public static Sentence caveat() {
        return new Sentence(
                "This holds only for copies that came about independently: another holder, another device, another picture, signatures of their own. A copy of a copy agrees with it by itself.",
                "Esto vale sólo para copias independientes entre sí: otro tenedor, otro aparato, otra imagen, firmas propias. La copia de una copia coincide con ella por sí sola.");
    }
}
