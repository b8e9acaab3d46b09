package org.cotejo.audit.forensics;

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
import org.cotejo.audit.forensics.HonestElection.Kind;
import org.junit.jupiter.api.Test;

/** The fingerprint against a second, slower writing of the same formulas, and what must not change it. */
class FingerprintTest {
    /** Columns of stations, as a fingerprint takes them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Columns(int[] registered, int[] cast, int[] leader) {
        static Columns of(Random random, int stations) {
            Columns columns = new Columns(new int[stations], new int[stations], new int[stations]);
            for (int i = 0; i < stations; i++) {
                columns.registered[i] = 100 + random.nextInt(500);
                columns.cast[i] = 1 + random.nextInt(columns.registered[i]);
                columns.leader[i] = random.nextInt(columns.cast[i] + 1);
            }
            return columns;
        }

        Columns inOrder(List<Integer> order) {
            Columns moved = new Columns(new int[order.size()], new int[order.size()], new int[order.size()]);
            for (int i = 0; i < order.size(); i++) {
                moved.registered[i] = registered[order.get(i)];
                moved.cast[i] = cast[order.get(i)];
                moved.leader[i] = leader[order.get(i)];
            }
            return moved;
        }

        Fingerprint fingerprint() {
            return Fingerprint.of(registered, cast, leader);
        }
    }

    private static double naiveCorrelation(double[] x, double[] y) {
        double n = x.length;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (int i = 0; i < x.length; i++) {
            sumX += x[i];
            sumY += y[i];
            sumXx += x[i] * x[i];
            sumYy += y[i] * y[i];
            sumXy += x[i] * y[i];
        }
        return (n * sumXy - sumX * sumY) / Math.sqrt((n * sumXx - sumX * sumX) * (n * sumYy - sumY * sumY));
    }

    /** The rank of each value: how many are smaller, and half of those that are equal. */
    private static double[] naiveRanks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (double other : values) {
                ranks[i] += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
            }
        }
        return ranks;
    }

    @Property(tries = 60)
    void itIsWhatTheSlowFormulasGive(@ForAll @IntRange(min = 5, max = 80) int stations, @ForAll int seed) {
        Columns columns = Columns.of(new Random(seed), stations);
        double[] turnout = new double[stations];
        double[] share = new double[stations];
        for (int i = 0; i < stations; i++) {
            turnout[i] = (double) columns.cast[i] / columns.registered[i];
            share[i] = (double) columns.leader[i] / columns.cast[i];
        }
        Fingerprint found = columns.fingerprint();
        assertEquals(stations, found.stations());
        assertEquals(naiveCorrelation(turnout, share), found.pearson(), 1e-9);
        assertEquals(naiveCorrelation(naiveRanks(turnout), naiveRanks(share)), found.spearman(), 1e-9);
    }

    /** Weighted least squares by its normal equations. */
    @Property(tries = 60)
    void theSlopeSolvesTheNormalEquations(@ForAll @IntRange(min = 5, max = 80) int stations, @ForAll int seed) {
        Columns columns = Columns.of(new Random(seed), stations);
        Fingerprint found = columns.fingerprint();
        double off = 0;
        double offTurnout = 0;
        for (int i = 0; i < stations; i++) {
            double turnout = (double) columns.cast[i] / columns.registered[i];
            double perVoter = (double) columns.leader[i] / columns.registered[i];
            double residual = perVoter - found.intercept() - found.slope() * turnout;
            off += columns.registered[i] * residual;
            offTurnout += columns.registered[i] * residual * turnout;
        }
        assertEquals(0, off, 1e-6);
        assertEquals(0, offTurnout, 1e-6);
    }

    @Property(tries = 40)
    void theOrderOfStationsChangesNothing(@ForAll @IntRange(min = 5, max = 60) int stations, @ForAll int seed) {
        Random random = new Random(seed);
        Columns columns = Columns.of(random, stations);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        Fingerprint one = columns.fingerprint();
        Fingerprint other = columns.inOrder(order).fingerprint();
        assertEquals(one.stations(), other.stations());
        assertEquals(one.bothOver99(), other.bothOver99());
        assertEquals(one.pearson(), other.pearson(), 1e-9);
        assertEquals(one.spearman(), other.spearman(), 1e-9);
        assertEquals(one.slope(), other.slope(), 1e-9);
        assertEquals(one.rateSkewness(), other.rateSkewness(), 1e-9);
        assertEquals(one.rateKurtosis(), other.rateKurtosis(), 1e-9);
    }

    @Test
    void whatCanNotBeIsCountedAndLeftOut() {
        Fingerprint found =
                Fingerprint.of(new int[] {100, 100, 100, 0, 100, -1}, new int[] {50, 101, 60, 10, 0, 30}, new int[] {
                    20, 50, 61, 5, 0, 3
                });
        assertEquals(1, found.stations());
        assertEquals(1, found.overRegister());
        assertEquals(1, found.leaderOverCast());
        assertThrows(
                IllegalArgumentException.class,
                () -> Fingerprint.of(new int[] {1, 2}, new int[] {1}, new int[] {1, 1}));
    }

    @Test
    void aStationAtNinetyNinePercentExactlyIsNotOverIt() {
        Fingerprint found =
                Fingerprint.of(new int[] {1_000, 1_000, 1_000, 1_000}, new int[] {990, 991, 991, 1_000}, new int[] {
                    990, 981, 982, 1_000
                });
        assertEquals(2, found.bothOver99());
    }

    @Test
    void theRateOfASymmetricCountryIsNotSkewed() {
        int[] registered = new int[9];
        int[] cast = new int[9];
        int[] leader = new int[9];
        for (int i = 0; i < 9; i++) {
            registered[i] = 1_000_000;
            cast[i] = 999_999;
            // Log vote rates -4 to 4 in steps of 1.
            leader[i] = (int) Math.round(1_000_000 / (1 + Math.exp(i - 4)));
        }
        Fingerprint found = Fingerprint.of(registered, cast, leader);
        assertEquals(0, found.rateMean(), 1e-4);
        assertEquals(0, found.rateSkewness(), 1e-4);
        assertEquals(Math.sqrt(60.0 / 9), found.rateDeviation(), 1e-4);
        // Nine equally spaced values: 3 (3 n^2 - 7) / (5 (n^2 - 1)) - 3.
        assertEquals(3.0 * (3 * 81 - 7) / (5 * 80) - 3, found.rateKurtosis(), 1e-3);
    }

    /** Of an honest vote each further voter brings the leader's share; of a stuffed one, one vote: the slope lies between. */
    @Test
    void votesThatAreStuffedForTheLeaderRaiseTheSlopeTowardsOne() {
        StationTable honest = Falsified.honest(Kind.ALIKE, 10, 6).table();
        double stuffed = Fingerprint.of(stuffed(honest, false), 0).slope();
        assertTrue(stuffed > Fingerprint.of(honest, 0).slope() + 0.1 && stuffed < 1, () -> "slope " + stuffed);
    }

    @Test
    void votesThatAreStuffedAndTakenFromTheSecondRaiseTheSlopeAboveOne() {
        StationTable honest = Falsified.honest(Kind.ALIKE, 10, 6).table();
        double slope = Fingerprint.of(stuffed(honest, true), 0).slope();
        assertTrue(slope > 1.02, () -> "slope " + slope);
    }

    /** At a third of the stations half of those who stayed at home vote for the leader; the second may lose all votes there. */
    private static StationTable stuffed(StationTable honest, boolean taken) {
        return Falsified.of(honest, (station, registered, counts) -> {
            int abstained = registered;
            for (int count : counts) {
                abstained -= count;
            }
            if (station % 3 == 0) {
                counts[0] += abstained / 2 + (taken ? counts[1] : 0);
                counts[1] -= taken ? counts[1] : 0;
            }
        });
    }
}
