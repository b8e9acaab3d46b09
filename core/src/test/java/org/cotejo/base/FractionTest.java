package org.cotejo.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fractions against the platform's integers and decimals. */
class FractionTest {
    @Provide
    Arbitrary<Fraction> fractions() {
        Arbitrary<BigInteger> top =
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30));
        Arbitrary<BigInteger> bottom = top.filter(n -> n.signum() != 0);
        Arbitrary<Fraction> small = Combinators.combine(
                        Arbitraries.longs().between(-40, 40),
                        Arbitraries.longs().between(1, 40))
                .as(Fraction::of);
        return Arbitraries.oneOf(small, Combinators.combine(top, bottom).as(Fraction::new));
    }

    @Property
    void aFractionIsInLowestTermsOverAPositiveNumber(@ForAll("fractions") Fraction a) {
        assertEquals(BigInteger.ONE, a.numerator().gcd(a.denominator()));
        assertEquals(1, a.denominator().signum());
    }

    @Property
    void sumDifferenceProductAndQuotientAreThoseOfIntegersCrosswise(
            @ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        BigInteger n = a.numerator();
        BigInteger d = a.denominator();
        assertEquals(
                new Fraction(n.multiply(b.denominator()).add(b.numerator().multiply(d)), d.multiply(b.denominator())),
                a.plus(b));
        assertEquals(a, a.plus(b).minus(b));
        assertEquals(new Fraction(n.multiply(b.numerator()), d.multiply(b.denominator())), a.times(b));
        if (b.numerator().signum() != 0) {
            assertEquals(a, a.times(b).over(b));
        }
    }

    @Property
    void theOrderIsThatOfTheDifference(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        assertEquals(a.minus(b).numerator().signum(), Integer.signum(a.compareTo(b)));
        assertEquals(a.compareTo(b) == 0, a.equals(b));
    }

    @Property
    void floorCeilingAndRoundAreTheDecimalsRounding(@ForAll("fractions") Fraction a) {
        BigDecimal n = new BigDecimal(a.numerator());
        BigDecimal d = new BigDecimal(a.denominator());
        assertEquals(n.divide(d, 0, RoundingMode.FLOOR).toBigInteger(), a.floor());
        assertEquals(n.divide(d, 0, RoundingMode.CEILING).toBigInteger(), a.ceiling());
        Fraction rest = a.minus(new Fraction(a.round(), BigInteger.ONE));
        assertTrue(rest.compareTo(Fraction.of(-1, 2)) >= 0 && rest.compareTo(Fraction.of(1, 2)) < 0, a::toString);
    }

    @Property
    void printedDecimalsAreThePlatforms(@ForAll("fractions") Fraction a) {
        for (int places = 0; places < 6; places++) {
            BigDecimal expected =
                    new BigDecimal(a.numerator()).divide(new BigDecimal(a.denominator()), places, RoundingMode.HALF_UP);
            assertEquals(expected, a.decimal(places));
        }
    }

    @Property
    void aFiniteDecimalIsKeptExactly(@ForAll BigDecimal decimal) {
        Fraction fraction = Fraction.of(decimal);
        assertEquals(
                0,
                decimal.compareTo(new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()))));
    }

    @Property
    void scientificPrintIsTheValueRoundedToSoManyDigits(@ForAll("fractions") Fraction a) {
        for (int digits = 1; digits < 6; digits++) {
            BigDecimal printed = new BigDecimal(a.scientific(digits));
            BigDecimal expected = new BigDecimal(a.numerator())
                    .divide(new BigDecimal(a.denominator()), new MathContext(digits, RoundingMode.HALF_UP));
            assertEquals(0, printed.compareTo(expected), () -> a + " is printed as " + printed);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 4, 0", "1, 3, 4, 3.333e-1", "9995, 1000, 3, 1.00e1", "-1, 8, 2, -1.3e-1", "1234567, 1, 2, 1.2e6"
    })
    void scientificPrintLooksAsInPapers(long numerator, long denominator, int digits, String expected) {
        assertEquals(expected, Fraction.of(numerator, denominator).scientific(digits));
    }

    @Property(tries = 200)
    void aPowerIsRepeatedMultiplication(@ForAll("fractions") Fraction a) {
        Fraction product = Fraction.ONE;
        for (int exponent = 0; exponent < 6; exponent++) {
            assertEquals(product, a.power(exponent));
            product = product.times(a);
        }
    }

    @Test
    void nothingIsDividedByZero() {
        assertThrows(IllegalArgumentException.class, () -> Fraction.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Fraction.ONE.over(Fraction.ZERO));
    }

    @Test
    void wholeNumbersArePrintedWithoutADenominator() {
        assertEquals("7", Fraction.of(14, 2).toString());
        assertEquals("-1/2", Fraction.of(1, -2).toString());
    }
}
