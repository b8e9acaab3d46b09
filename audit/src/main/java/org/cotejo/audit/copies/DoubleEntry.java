package org.cotejo.audit.copies;

import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * The errors that two typists who do not see each other leave behind, from the fields where a third person found one of
 * them wrong. Source: Kawado and others, Controlled Clinical Trials 24 (2003), on double data entry; binomial limits of
 * Clopper and Pearson (1934).
 *
 * @param fields n, typed by both
 * @param wrongFirst fields where the first was wrong, by the third person's decision
 * @param wrongSecond fields where the second was wrong
 * @param valuesOfError k, different wrong values that a slip gives, all as likely
 */
public record DoubleEntry(long fields, long wrongFirst, long wrongSecond, double valuesOfError) {
    public DoubleEntry {
        Check.that(
                fields >= 1 && wrongFirst >= 0 && wrongFirst <= fields && wrongSecond >= 0 && wrongSecond <= fields,
                "%d and %d of %d fields wrong",
                wrongFirst,
                wrongSecond,
                fields);
        Check.that(valuesOfError >= 1, "%s values", valuesOfError);
    }

    public double rateFirst() {
        return (double) wrongFirst / fields;
    }

    public double rateSecond() {
        return (double) wrongSecond / fields;
    }

    /** Fields in which both are expected to be wrong if their slips are independent: n e1 e2. */
    public double expectedBothWrong() {
        return fields * rateFirst() * rateSecond();
    }

    /** Fields in which both are expected to be wrong in the same way, so that nobody sees it: n e1 e2 / k. A lower bound. */
    public double expectedUnseen() {
        return expectedBothWrong() / valuesOfError;
    }

    public Interval intervalFirst(double confidence) {
        return Interval.ofRate(wrongFirst, fields, confidence);
    }

    public Interval intervalSecond(double confidence) {
        return Interval.ofRate(wrongSecond, fields, confidence);
    }

    /** Why the number of unseen errors is a lower bound. */
    public static Sentence caveat() {
        return new Sentence(
                "A lower bound: a blurred picture leads both typists to the same wrong figure. Sheets whose figures are known, mixed in unseen, measure what is left.",
                "Es una cota inferior: una imagen borrosa lleva a ambos digitadores a la misma cifra errada. Actas de cifras conocidas, mezcladas sin aviso, miden lo que queda.");
    }
}
