package org.cotejo.audit.copies;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * How many of N published sheets can be false, if n of them, drawn at random, were compared with an independent copy or with
 * a hand count of the box, and d did not match. Exact hypergeometric limits, one side each (Clopper and Pearson, Biometrika 26,
 * 1934, for the hypergeometric case: Buonaccorsi, Biometrics 43, 1987). Random is the condition: sheets that one side
 * volunteered are no random check.
 *
 * @param sheets N, sheets that are published
 * @param checked n, sheets drawn at random and checked
 * @param mismatches d, checked sheets that did not match
 * @param confidence of each limit by itself, such as 0.95
 * @param atLeast fewest false sheets at that confidence; the mismatches that were seen are false for certain
 * @param atMost most false sheets at that confidence: the largest F with P(d or fewer mismatches) of 1 - confidence or more
 */
public record ForgerBound(int sheets, int checked, int mismatches, double confidence, int atLeast, int atMost) {
    private static final double TIES_WITHIN = 1e-9;

    public ForgerBound {
        Check.that(
                sheets >= 1 && checked >= 0 && checked <= sheets && mismatches >= 0 && mismatches <= checked,
                "%d mismatches in %d checked of %d sheets",
                mismatches,
                checked,
                sheets);
        Check.that(confidence > 0 && confidence < 1, "confidence %s", confidence);
        Check.that(
                mismatches <= atLeast && atLeast <= atMost && atMost <= sheets - checked + mismatches,
                "from %d to %d of %d",
                atLeast,
                atMost,
                sheets);
    }

    /** The limits after a random check. */
    public static ForgerBound of(int sheets, int checked, int mismatches, double confidence) {
        Check.that(
                sheets >= 1 && checked >= 0 && checked <= sheets && mismatches >= 0 && mismatches <= checked,
                "%d mismatches in %d checked of %d sheets",
                mismatches,
                checked,
                sheets);
        // A tie counts as possible, whatever the last digits of the chances are: the wider limits.
        double risk = (1 - confidence) * (1 - TIES_WITHIN);
        int most = sheets - checked + mismatches;
        int atMost = mismatches;
        for (int high = most; atMost < high; ) {
            int middle = (int) (((long) atMost + high + 1) / 2);
            if (chanceOfAtMost(sheets, middle, checked, mismatches) >= risk) {
                atMost = middle;
            } else {
                high = middle - 1;
            }
        }
        int atLeast = atMost;
        for (int low = mismatches; low < atLeast; ) {
            int middle = (int) (((long) low + atLeast) / 2);
            if (chanceOfAtLeast(sheets, middle, checked, mismatches) >= risk) {
                atLeast = middle;
            } else {
                low = middle + 1;
            }
        }
        return new ForgerBound(sheets, checked, mismatches, confidence, atLeast, atMost);
    }

    /**
     * P(no mismatch) = C(N-F, n) / C(N, n): the chance that a random check of n sheets meets none of F false ones. Relative
     * error below min(F, n) times 3e-16; 0 where it is below 1e-308 ({@link #log10ChanceOfNone} goes further).
     */
    public static double chanceOfNone(int sheets, int falseSheets, int checked) {
        Check.that(
                sheets >= 0 && falseSheets >= 0 && falseSheets <= sheets && checked >= 0 && checked <= sheets,
                "%d false and %d checked of %d sheets",
                falseSheets,
                checked,
                sheets);
        // Symmetric in F and n, so the shorter product.
        int few = Math.min(falseSheets, checked);
        int many = Math.max(falseSheets, checked);
        double chance = 1;
        for (int i = 0; i < few && chance > 0; i++) {
            chance *= (double) (sheets - many - i) / (sheets - i);
        }
        return Math.max(0, chance);
    }

    /** The decimal logarithm of {@link #chanceOfNone}; negative infinity where a mismatch is certain. */
    public static double log10ChanceOfNone(int sheets, int falseSheets, int checked) {
        int few = Math.min(falseSheets, checked);
        int many = Math.max(falseSheets, checked);
        if ((long) few + many > sheets) {
            return Double.NEGATIVE_INFINITY;
        }
        double log = 0;
        for (int i = 0; i < few; i++) {
            log += Math.log1p(-(double) many / (sheets - i));
        }
        return log / Math.log(10);
    }

    /** The fewest random checks that meet one of F false sheets with at least this chance; N - F + 1 are certain to. */
    public static int checksNeeded(int sheets, int falseSheets, double chance) {
        Check.that(falseSheets >= 1 && falseSheets <= sheets, "%d false of %d sheets", falseSheets, sheets);
        Check.that(chance > 0 && chance <= 1, "chance %s", chance);
        int low = 1;
        int high = sheets - falseSheets + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (1 - chanceOfNone(sheets, falseSheets, middle) >= chance) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double chanceOfAtMost(int sheets, int falseSheets, int checked, int mismatches) {
        return mismatches == 0
                ? chanceOfNone(sheets, falseSheets, checked)
                : HypergeometricDistribution.of(sheets, falseSheets, checked).cumulativeProbability(mismatches);
    }

    private static double chanceOfAtLeast(int sheets, int falseSheets, int checked, int mismatches) {
        return mismatches == 0
                ? 1
                : HypergeometricDistribution.of(sheets, falseSheets, checked).survivalProbability(mismatches - 1);
    }

    /** Whether the check leaves, at its confidence, fewer false sheets than a forger needed. */
    public boolean excludes(int fewestFalse) {
        return atMost < fewestFalse;
    }

    /** What the check says, and its condition. */
    public Sentence sentence() {
        return new Sentence(
                        "Of {0} published sheets, {1} drawn at random were checked and {2} did not match: with confidence {3} at most {4} are false. That holds only if the {1} were drawn at random, not chosen by whoever brought them.",
                        "De {0} actas publicadas se comprobaron {1} sacadas al azar y {2} no coincidieron: con confianza {3}, a lo sumo {4} son falsas. Eso vale sólo si las {1} se sacaron al azar, no si las eligió quien las trajo.")
                .with(sheets, checked, mismatches, confidence, atMost);
    }
}
