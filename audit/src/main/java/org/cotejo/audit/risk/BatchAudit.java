package org.cotejo.audit.risk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;

/**
 * The batch comparison of boxes against sheets: bounds, draws in proportion to them, hand counts, P (Stark 2009 as
 * MACRO; Stark 2023, section 5, for the other tests). Taints are exact; P is a double from exact taints rounded once each.
 *
 * <p>It confirms the reported winners of the sheets that were committed, not the figures of any one sheet. Where sheets or their
 * hash were not published before the seed there is nothing to audit.
 */
public final class BatchAudit {
    /** Most clean boxes that are tried when looking for a size; beyond it a count of everything is nearer. */
    private static final int SIZE_MOST = 10_000_000;

    private final BatchBounds.Known bounds;
    private final double nullMean;

    public BatchAudit(BatchBounds.Known bounds) {
        this.bounds = bounds;
        Fraction total = bounds.total();
        Check.that(total.numerator().signum() > 0, "no batch can hold an error");
        this.nullMean = number(Fraction.ONE.minus(Fraction.ONE.over(total)));
    }

    static double number(Fraction exact) {
        return exact.numerator().bitLength() < Long.SIZE && exact.denominator().bitLength() < Long.SIZE
                ? exact.numerator().doubleValue() / exact.denominator().doubleValue()
                : exact.decimal(40).doubleValue();
    }

    /** {@code 1 - 1/U}: the mean of {@code 1 - taint} at which the result would just be wrong. */
    public double nullMean() {
        return nullMean;
    }

    /** One draw with what its box showed. */
    public record Draw(int batch, BatchCount count) {}

    /**
     * What a draw weighs.
     *
     * @param taint the part of what the batch could hold that was found, from 0 to 1
     * @param isBroken the count goes beyond what the bound said is possible: the bound, and so {@code U}, was too small
     */
    public record Taint(int batch, Fraction taint, boolean isBroken) {}

    /** The taint of a draw. */
    public Taint taint(Draw draw) {
        return switch (draw.count()) {
            case BatchCount.Missing() -> new Taint(draw.batch(), Fraction.ONE, false);
            case BatchCount.Counted(List<Long> votes) -> taint(draw.batch(), Set.of(draw.batch()), votes);
            case BatchCount.CountedTogether(Set<Integer> batches, List<Long> votes) -> {
                Check.that(batches.contains(draw.batch()), "box %d is not among %s", draw.batch(), batches);
                yield taint(draw.batch(), batches, votes);
            }
        };
    }

    /**
     * The taint of boxes that were counted together: their error over the sum of what each could hold. A draw falls on one of them with the
     * sum of their chances, so the mean over all draws is what it would be had they been one box from the beginning.
     */
    private Taint taint(int drawn, Set<Integer> batches, List<Long> votes) {
        Fraction most = Fraction.ZERO;
        long ballots = 0;
        for (int batch : batches) {
            most = most.plus(bounds.bound(batch));
            ballots = Math.addExact(ballots, bounds.contest().mostBallots(batch));
        }
        Fraction found = bounds.overstatement(
                batches, votes.stream().mapToLong(Long::longValue).toArray());
        long there = ballots;
        // The sum is not held against the ballots: one may carry several votes.
        boolean isBroken = found.compareTo(most) > 0 || votes.stream().anyMatch(one -> one > there);
        if (found.numerator().signum() <= 0) {
            return new Taint(drawn, Fraction.ZERO, isBroken);
        }
        return new Taint(drawn, isBroken ? Fraction.ONE : found.over(most), isBroken);
    }

    /**
     * The audit after draws, in their order; a batch that was drawn twice stands twice.
     *
     * @param taints by draw
     * @param p by test; all 1 while a bound is broken, since {@code U} must be made anew and the draw with it
     */
    public record Assessment(List<Taint> taints, Map<BatchTest, PValues> p) {
        public Assessment {
            taints = List.copyOf(taints);
            p = Map.copyOf(p);
        }

        public boolean isBroken() {
            return taints.stream().anyMatch(Taint::isBroken);
        }

        /** P after each draw by one test. */
        public PValues by(BatchTest test) {
            return Objects.requireNonNull(p.get(test));
        }
    }

    /** Judges draws. */
    public Assessment assess(List<Draw> draws) {
        List<Taint> taints = draws.stream().map(this::taint).toList();
        boolean isBroken = taints.stream().anyMatch(Taint::isBroken);
        double[] x = taints.stream()
                .mapToDouble(taint -> isBroken ? 0 : number(Fraction.ONE.minus(taint.taint())))
                .toArray();
        Map<BatchTest, PValues> p = new EnumMap<>(BatchTest.class);
        for (BatchTest test : BatchTest.values()) {
            p.put(test, test.start(nullMean).take(x));
        }
        return new Assessment(taints, p);
    }

    /**
     * Boxes still to draw until P is at most {@code limit}, if nothing more is found in them; empty if no number of them suffices.
     *
     * @param limit risk limit, above 0 and below 1
     */
    public OptionalInt further(BatchTest test, double limit, List<Draw> drawn) {
        Check.that(limit > 0 && limit < 1, "a risk limit is between 0 and 1: %s", limit);
        Assessment soFar = assess(drawn);
        if (soFar.isBroken()) {
            return OptionalInt.empty();
        }
        if (bounds.isSafe() || soFar.by(test).anytime() <= limit) {
            return OptionalInt.of(0);
        }
        if (nullMean <= 0) {
            return OptionalInt.empty();
        }
        Martingale martingale = test.start(nullMean);
        soFar.taints().forEach(taint -> martingale.add(number(Fraction.ONE.minus(taint.taint()))));
        if (Double.isInfinite(martingale.logOwned())) {
            return OptionalInt.empty();
        }
        for (int more = 1; more <= SIZE_MOST; more++) {
            if (martingale.add(1) <= limit) {
                return OptionalInt.of(more);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The same for Kaplan-Markov by its formula, {@code ceil((ln limit - ln P) / ln(1 - 1/U))}, from P as published methods print it.
     *
     * @param p P so far, 1 before the first draw
     */
    public static long furtherByFormula(double limit, double p, double nullMean) {
        Check.that(limit > 0 && limit < 1 && p > 0 && nullMean > 0, "limit %s, P %s, null %s", limit, p, nullMean);
        return p <= limit ? 0 : (long) Math.ceil((Math.log(limit) - Math.log(p)) / Math.log(nullMean));
    }
}
