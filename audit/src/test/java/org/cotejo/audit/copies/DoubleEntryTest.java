package org.cotejo.audit.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class DoubleEntryTest {
    @Test
    void twoTypistsLeaveFewButNotNone() {
        DoubleEntry entry = new DoubleEntry(53_649, 155, 192, 99);
        assertEquals(155.0 / 53_649, entry.rateFirst());
        assertEquals(192.0 / 53_649, entry.rateSecond());
        assertEquals(0.5547167701168708, entry.expectedBothWrong(), 1e-12);
        assertEquals(0.00560319969815021, entry.expectedUnseen(), 1e-14);
        assertEquals(0.002452733346602919, entry.intervalFirst(0.95).low(), 1e-12);
        assertEquals(0.003380645044649017, entry.intervalFirst(0.95).high(), 1e-12);
        assertTrue(entry.intervalSecond(0.95).low() < entry.rateSecond());
        assertTrue(DoubleEntry.caveat().es().contains("cota inferior"));
    }

    @Property(tries = 200)
    void theLimitsLeaveTheirTailsOutside(@ForAll @IntRange(min = 1, max = 3000) int trials, @ForAll @IntRange int of) {
        int hits = Math.floorMod(of, trials + 1);
        Interval interval = Interval.ofRate(hits, trials, 0.9);
        if (hits > 0) {
            double above = BinomialDistribution.of(trials, interval.low()).survivalProbability(hits - 1);
            assertEquals(0.05, above, 1e-9);
        } else {
            assertEquals(0, interval.low());
        }
        if (hits < trials) {
            double below = BinomialDistribution.of(trials, interval.high()).cumulativeProbability(hits);
            assertEquals(0.05, below, 1e-9);
        } else {
            assertEquals(1, interval.high());
        }
    }

    /** Seber 1982: 10 marked, 15 caught, 5 both. */
    @Test
    void theTextbookCaseOfChapman() {
        CaptureRecapture found = new CaptureRecapture(10, 15, 5);
        assertEquals(11 * 16 / 6.0 - 1, found.chapman(), 1e-12);
        assertEquals(5.909368402852788, found.standardError(), 1e-12);
        assertEquals(30, found.lincolnPetersen());
        assertEquals(8.333333333333332, found.missed(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new CaptureRecapture(3, 5, 4));
    }

    @Test
    void agreeingCopiesWeighMoreTheMoreTheyAre() {
        CopyAgreement two = new CopyAgreement(2, 0.01, 1000);
        assertEquals(0.0001 / 1000, two.chanceOfSameError(), 1e-20);
        assertEquals(0.99 * 0.99 / 1e-7, two.likelihoodRatio(), 1);
        assertTrue(new CopyAgreement(3, 0.01, 1000).likelihoodRatio() > 1000 * two.likelihoodRatio());
        assertThrows(IllegalArgumentException.class, () -> new CopyAgreement(1, 0.01, 1000));
        assertThrows(IllegalArgumentException.class, () -> new CopyAgreement(2, 0, 1000));
        assertTrue(CopyAgreement.caveat().en().contains("independently"));
    }

    @Test
    void moreWrongThanTypedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DoubleEntry(5, 6, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> Interval.ofRate(6, 5, 0.95));
    }
}
