package org.cotejo.audit.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotejo.audit.risk.UnionIntersection.Stratum;
import org.junit.jupiter.api.Test;

/** The union-intersection test against its own definition, and against elections that are wrong. */
class UnionIntersectionTest {
    private static Stratum stratum(long size, boolean isReplaced, List<Double> draws) {
        return new Stratum(size, 1, isReplaced, 0.5, draws);
    }

    private static List<Double> draws(Random random, int count, double share) {
        List<Double> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            draws.add(random.nextDouble() < share ? 1.0 : 0.0);
        }
        return draws;
    }

    @Test
    void ofOneStratumItIsKaplanWald() {
        List<Double> draws = List.of(1.0, 1.0, 0.5, 1.0, 0.0, 1.0, 1.0, 1.0);
        double expected = new MeanTest.KaplanWald(0.5)
                .history(
                        Hypothesis.withReplacement(1, 0.5),
                        draws.stream().mapToDouble(Double::doubleValue).toArray())
                .last();
        assertEquals(expected, UnionIntersection.p(0.5, List.of(stratum(1_000, true, draws))), 1e-9);
    }

    /** The largest P over a fine grid of divisions is what comes out, and never more than it. */
    @Property(tries = 150)
    void noDivisionOfAGridIsAboveIt(
            @ForAll @IntRange(min = 0, max = 40) int first,
            @ForAll @IntRange(min = 0, max = 40) int second,
            @ForAll boolean isReplaced) {
        Random random = new Random(100L * first + second);
        Stratum one = stratum(300, isReplaced, draws(random, first, 0.7));
        Stratum other = stratum(100, isReplaced, draws(random, second, 0.55));
        double p = UnionIntersection.p(0.5, List.of(one, other));
        double largest = 0;
        for (int i = 0; i <= 4_000; i++) {
            double theta = i / 4_000.0;
            double rest = (0.5 - 0.75 * theta) / 0.25;
            if (rest < other.least() || rest > 1 || theta < one.least()) {
                continue;
            }
            double log = one.logOwned(theta) + other.logOwned(rest);
            largest = Math.max(largest, Math.min(1, Math.exp(-log)));
        }
        assertTrue(p >= largest - 1e-9, p + " and on the grid " + largest);
        assertTrue(p <= largest + 0.01, p + " and on the grid " + largest);
    }

    @Test
    void drawsThatAloneExceedTheMeanRefuteWithCertainty() {
        Stratum one = stratum(10, false, Collections.nCopies(9, 1.0));
        Stratum other = stratum(10, false, Collections.nCopies(3, 1.0));
        assertEquals(0, UnionIntersection.p(0.5, List.of(one, other)));
        assertTrue(UnionIntersection.p(0.7, List.of(one, other)) > 0);
    }

    @Test
    void nothingDrawnSaysNothingAndWhatIsNoListIsRefused() {
        assertEquals(1, UnionIntersection.p(0.5, List.of(stratum(10, false, List.of()), stratum(5, true, List.of()))));
        assertThrows(IllegalArgumentException.class, () -> stratum(10, true, List.of(1.5)));
        assertThrows(IllegalArgumentException.class, () -> stratum(1, false, List.of(1.0, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> UnionIntersection.p(0.5, List.of()));
    }

    /** Where Fisher's combination of many strata has lost its power. */
    @Test
    void withManyStrataItSaysMoreThanFisher() {
        List<Stratum> strata = new ArrayList<>();
        double[] alone = new double[12];
        for (int k = 0; k < alone.length; k++) {
            List<Double> clean = Collections.nCopies(6, 1.0);
            strata.add(stratum(1_000, true, clean));
            alone[k] = UnionIntersection.p(0.5, List.of(strata.getLast()));
        }
        double together = UnionIntersection.p(0.5, strata);
        assertTrue(together < 1e-6, "together " + together);
        assertTrue(alone[0] > 0.05, "one alone " + alone[0]);
    }

    /** Wrong elections, the loss in one stratum: over many audits, looked at after each draw, few are confirmed. */
    @Test
    void wrongElectionsAreConfirmedAtMostAsOftenAsTheLimitAllows() {
        double limit = 0.1;
        int audits = 400;
        for (boolean isReplaced : List.of(true, false)) {
            Random random = new Random(3);
            int confirmed = 0;
            for (int audit = 0; audit < audits; audit++) {
                List<Double> first = list(200, 130, random);
                List<Double> second = list(200, 70, random);
                boolean isConfirmed = false;
                for (int draws = 5; draws <= 60 && !isConfirmed; draws += 5) {
                    isConfirmed = UnionIntersection.p(
                                    0.5,
                                    List.of(
                                            stratum(200, isReplaced, first.subList(0, draws)),
                                            stratum(200, isReplaced, second.subList(0, draws))))
                            <= limit;
                }
                confirmed += isConfirmed ? 1 : 0;
            }
            double rate = confirmed / (double) audits;
            assertTrue(rate <= limit + 3 * Math.sqrt(limit * (1 - limit) / audits), isReplaced + ": " + rate);
        }
    }

    private static List<Double> list(int size, int ones, Random random) {
        List<Double> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(i < ones ? 1.0 : 0.0);
        }
        Collections.shuffle(list, random);
        return list;
    }
}
