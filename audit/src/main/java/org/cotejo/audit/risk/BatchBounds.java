package org.cotejo.audit.risk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.audit.risk.BatchContest.Pair;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;

/**
 * How much of the margin each batch could at most have taken, before anything is counted: {@code u_k}, the largest over all pairs of
 * {@code ((v_w - v_l) + b_k) / (V_w - V_l - pending)}; its sum is {@code U} (Stark, "Auditing a collection of races
 * simultaneously", 2009; Stark, EVT/WOTE 2009). Exact: all bounds are whole numbers over one denominator, and these are also
 * the weights of the draw. If {@code U} is below 1, no error that fits into the boxes turns the result.
 */
public sealed interface BatchBounds {
    /** Bounds of a contest. */
    static BatchBounds of(BatchContest contest) {
        List<Pair> pairs = contest.pairs();
        if (pairs.isEmpty()) {
            return new NoLoser();
        }
        for (Pair pair : pairs) {
            if (pair.margin() <= 0) {
                return new CountAll(pair);
            }
        }
        return Known.of(contest, pairs);
    }

    /** Whether a tie, or the pending ballots, leave open who won one of the pairs. */
    static boolean isOpen(List<Pair> pairs) {
        return pairs.stream().anyMatch(pair -> pair.margin() <= 0);
    }

    /** Everybody who stood was elected: there is nothing to test. */
    record NoLoser() implements BatchBounds {}

    /** A tie, or a margin that the pending ballots alone can turn: no draw helps, only a count of everything. */
    record CountAll(Pair pair) implements BatchBounds {}

    /** There are bounds. */
    final class Known implements BatchBounds {
        private final BatchContest contest;
        private final List<Pair> pairs;
        private final BigInteger denominator;
        private final List<BigInteger> numerators;
        private final BigInteger sum;

        private Known(BatchContest contest, List<Pair> pairs, BigInteger denominator, List<BigInteger> numerators) {
            this.contest = contest;
            this.pairs = pairs;
            this.denominator = denominator;
            this.numerators = numerators;
            this.sum = sum(numerators);
        }

        private static Known of(BatchContest contest, List<Pair> pairs) {
            long[] votes = new long[contest.size()];
            int[] binding = new int[contest.size()];
            boolean[] used = new boolean[pairs.size()];
            Pair[] all = pairs.toArray(Pair[]::new);
            for (int k = 0; k < votes.length; k++) {
                binding[k] = binding(contest, all, k);
                votes[k] = contest.overstated(k, all[binding[k]].winner(), all[binding[k]].loser());
                used[binding[k]] |= votes[k] > 0;
            }
            BigInteger denominator = IntStream.range(0, used.length)
                    .filter(p -> used[p])
                    .mapToObj(p -> BigInteger.valueOf(pairs.get(p).margin()))
                    .reduce(BigInteger.ONE, Known::commonMultiple);
            BigInteger[] factors = new BigInteger[used.length];
            for (int p = 0; p < factors.length; p++) {
                factors[p] = denominator.divide(BigInteger.valueOf(pairs.get(p).margin()));
            }
            List<BigInteger> numerators = new ArrayList<>(votes.length);
            for (int k = 0; k < votes.length; k++) {
                BigInteger most = BigInteger.valueOf(Math.max(0, votes[k]));
                BigInteger factor = factors[binding[k]];
                numerators.add(factor.equals(BigInteger.ONE) ? most : most.multiply(factor));
            }
            return new Known(contest, pairs, denominator, List.copyOf(numerators));
        }

        /** In a {@code long} as long as it is large enough. */
        private static BigInteger sum(List<BigInteger> numbers) {
            BigInteger large = BigInteger.ZERO;
            long small = 0;
            for (BigInteger number : numbers) {
                if (number.bitLength() < Long.SIZE / 2 && small <= Long.MAX_VALUE / 2) {
                    small += number.longValue();
                } else {
                    large = large.add(number);
                }
            }
            return large.add(BigInteger.valueOf(small));
        }

        private static BigInteger commonMultiple(BigInteger a, BigInteger b) {
            return a.divide(a.gcd(b)).multiply(b);
        }

        /** The pair that bounds a batch: the one with the largest quotient of votes over margin. */
        private static int binding(BatchContest contest, Pair[] pairs, int k) {
            int largest = 0;
            long most = contest.overstated(k, pairs[0].winner(), pairs[0].loser());
            for (int p = 1; p < pairs.length; p++) {
                long votes = contest.overstated(k, pairs[p].winner(), pairs[p].loser());
                if (isMore(votes, pairs[largest].margin(), most, pairs[p].margin())) {
                    largest = p;
                    most = votes;
                }
            }
            return largest;
        }

        /** Whether a x b is more than c x d, in 128 bits. */
        private static boolean isMore(long a, long b, long c, long d) {
            int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
            return high > 0 || (high == 0 && Long.compareUnsigned(a * b, c * d) > 0);
        }

        public BatchContest contest() {
            return contest;
        }

        List<Pair> pairs() {
            return pairs;
        }

        /** Weights of the draw, by place: what {@link #denominator} times {@code u_k} is. */
        public List<BigInteger> weights() {
            return numerators;
        }

        public BigInteger denominator() {
            return denominator;
        }

        /** {@code u_k} of a batch by its place. */
        public Fraction bound(int batch) {
            return new Fraction(numerators.get(batch), denominator);
        }

        /** {@code U}. */
        public Fraction total() {
            return new Fraction(sum, denominator);
        }

        /** Whether no error that fits into the boxes can have turned the result: nothing needs to be drawn. */
        public boolean isSafe() {
            return sum.compareTo(denominator) < 0;
        }

        private long reported(Set<Integer> batches, Pair pair) {
            long lead = 0;
            for (int batch : batches) {
                lead += contest.votes(batch, pair.winner()) - contest.votes(batch, pair.loser());
            }
            return lead;
        }

        /**
         * The part of the reported margin that a hand count takes away, the largest over all pairs; below 0 if the count makes every
         * margin larger.
         */
        public Fraction overstatement(int batch, long... counted) {
            return overstatement(Set.of(batch), counted);
        }

        /** The same of boxes that were counted together. */
        Fraction overstatement(Set<Integer> batches, long... counted) {
            Check.that(
                    counted.length == contest.candidates().size(),
                    "%d counts for %s",
                    counted.length,
                    contest.candidates());
            return pairs.stream()
                    .map(pair -> Fraction.of(
                            reported(batches, pair) - counted[pair.winner()] + counted[pair.loser()], pair.margin()))
                    .max(Fraction::compareTo)
                    .orElseThrow();
        }
    }
}
