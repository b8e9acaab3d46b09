package org.cotejo.audit.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.base.Fraction;
import org.junit.jupiter.api.Test;

class ForgerBoundTest {
    /** Rosnick and Weisbrot, CEPR, 26 April 2013. */
    @Test
    void theHotAuditOf2013IsAsPublished() {
        double chance = ForgerBound.chanceOfNone(39_303, 50, 20_825);
        assertEquals(3.946277056979723e-17, chance, 1e-9 * chance);
        assertEquals(Math.log10(chance), ForgerBound.log10ChanceOfNone(39_303, 50, 20_825), 1e-9);
    }

    /** STATISTICS.md, section 6: 4,505 false sheets of 24,532; 100 checks leave 1.5e-9, 500 about 3e-45. */
    @Test
    void agreeingChecksOfVenezuela2024() {
        assertEquals(1.5e-9, ForgerBound.chanceOfNone(24_532, 4_505, 100), 0.05e-9);
        assertEquals(-44.5, ForgerBound.log10ChanceOfNone(24_532, 4_505, 500), 0.2);
        assertTrue(ForgerBound.of(24_532, 100, 0, 0.95).excludes(4_505));
        assertFalse(ForgerBound.of(24_532, 10, 0, 0.95).excludes(4_505));
    }

    @Test
    void theRuleOfThreeIsNear() {
        ForgerBound bound = ForgerBound.of(30_026, 300, 0, 0.95);
        assertEquals(3.0 * 30_026 / 300, bound.atMost(), 10);
        assertEquals(0, bound.atLeast());
        assertTrue(ForgerBound.chanceOfNone(30_026, bound.atMost(), 300) >= 0.05);
        assertTrue(ForgerBound.chanceOfNone(30_026, bound.atMost() + 1, 300) < 0.05);
    }

    @Test
    void everythingCheckedLeavesNothingOpen() {
        assertEquals(new ForgerBound(50, 50, 3, 0.95, 3, 3), ForgerBound.of(50, 50, 3, 0.95));
        assertEquals(new ForgerBound(50, 0, 0, 0.95, 0, 50), ForgerBound.of(50, 0, 0, 0.95));
        assertEquals(Double.NEGATIVE_INFINITY, ForgerBound.log10ChanceOfNone(50, 3, 48));
        assertEquals(0, ForgerBound.chanceOfNone(50, 3, 48));
    }

    @Property(tries = 300)
    void theLimitsAreThoseOfExactArithmetic(
            @ForAll @IntRange(min = 1, max = 60) int sheets,
            @ForAll @IntRange(max = 60) int checkedOf,
            @ForAll @IntRange(max = 60) int mismatchesOf) {
        int checked = checkedOf % (sheets + 1);
        int mismatches = mismatchesOf % (checked + 1);
        Fraction risk = Fraction.of(5, 100);
        ForgerBound bound = ForgerBound.of(sheets, checked, mismatches, 0.95);
        int most = mismatches;
        int least = -1;
        for (int f = mismatches; f <= sheets - checked + mismatches; f++) {
            if (exactAtMost(sheets, f, checked, mismatches).compareTo(risk) >= 0) {
                most = f;
            }
            Fraction atLeast = mismatches == 0
                    ? Fraction.ONE
                    : Fraction.ONE.minus(exactAtMost(sheets, f, checked, mismatches - 1));
            if (least < 0 && atLeast.compareTo(risk) >= 0) {
                least = f;
            }
        }
        assertEquals(most, bound.atMost());
        assertEquals(least, bound.atLeast());
    }

    @Property(tries = 200)
    void soManyChecksAreNeededAndNoFewer(
            @ForAll @IntRange(min = 1, max = 500) int sheets, @ForAll @IntRange(min = 1, max = 500) int falseOf) {
        int falseSheets = 1 + falseOf % sheets;
        int needed = ForgerBound.checksNeeded(sheets, falseSheets, 0.95);
        assertTrue(1 - ForgerBound.chanceOfNone(sheets, falseSheets, needed) >= 0.95);
        assertTrue(needed == 1 || 1 - ForgerBound.chanceOfNone(sheets, falseSheets, needed - 1) < 0.95);
    }

    private static Fraction exactAtMost(int sheets, int falseSheets, int checked, int mismatches) {
        BigInteger ways = BigInteger.ZERO;
        for (int x = 0; x <= mismatches; x++) {
            ways = ways.add(choose(falseSheets, x).multiply(choose(sheets - falseSheets, checked - x)));
        }
        return new Fraction(ways, choose(sheets, checked));
    }

    private static BigInteger choose(int from, int take) {
        if (take < 0 || take > from) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= take; i++) {
            ways = ways.multiply(BigInteger.valueOf(from - take + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ForgerBound.of(10, 11, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ForgerBound.of(10, 5, 6, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ForgerBound.of(10, 5, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ForgerBound.chanceOfNone(10, 11, 1));
        assertThrows(IllegalArgumentException.class, () -> ForgerBound.checksNeeded(10, 0, 0.5));
    }

    @Test
    void theSentenceNamesItsCondition() {
        String said = ForgerBound.of(24_532, 100, 0, 0.95).sentence().en();
        assertTrue(said.contains("at most 723 are false") || said.contains("at most 72"), said);
        assertTrue(said.contains("only if the 100 were drawn at random"), said);
    }
}
