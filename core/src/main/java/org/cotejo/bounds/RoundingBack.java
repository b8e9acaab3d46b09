package org.cotejo.bounds;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;

/**
 * Whether announced counts are what rounded percentages of their total give: then the votes were computed from the
 * percentages, and not the other way round. Source: STATISTICS.md, section 5.1; Gelman (31 July 2024), Tao (2 August 2024).
 * A hint, not proof: a clerk may have recomputed the votes from percentages.
 *
 * <p>With N votes, m counts and d decimals: k_i = round(c_i 10^(d+2) / N), and all c_i = round(N k_i / 10^(d+2)).
 *
 * @param decimals d, the decimals of the percentages
 * @param counts the counts c_i; they add up to N
 * @param units the k_i: percentages in units of their last decimal
 * @param recomputed round(N k_i / 10^(d+2))
 * @param informative m: the counts above zero, since nothing is computed to give a zero
 * @param tries how many numbers of decimals were tried
 */
public record RoundingBack(
        int decimals, List<Long> counts, List<Long> units, List<Long> recomputed, int informative, int tries) {

    /** Decimals that are tried: 0, 1 and 2. */
    public static final int TRIES = 3;

    /** Chance, over all tries, from which on it is said. */
    public static final Fraction FIRES_BELOW = Fraction.of(1, 1000);

    public RoundingBack {
        counts = List.copyOf(counts);
        units = List.copyOf(units);
        recomputed = List.copyOf(recomputed);
    }

    /** Compares counts with percentages of so many decimals; does not say that it fired. */
    public static RoundingBack compare(List<Long> counts, int decimals) {
        long total = counts.stream().reduce(0L, Math::addExact);
        Check.that(total > 0 && counts.stream().allMatch(count -> count >= 0), "counts %s", counts);
        Fraction scale = Fraction.of(BigInteger.TEN.pow(decimals + 2).longValueExact(), total);
        List<Long> units = counts.stream()
                .map(count -> Fraction.of(count, 1).times(scale).round().longValueExact())
                .toList();
        List<Long> recomputed = units.stream()
                .map(unit -> Fraction.of(unit, 1).over(scale).round().longValueExact())
                .toList();
        int informative = (int) counts.stream().filter(count -> count > 0).count();
        return new RoundingBack(decimals, counts, units, recomputed, informative, TRIES);
    }

    /** The test with the fewest decimals that fires for an announcement's candidates and groups; empty if none does. */
    public static Optional<RoundingBack> of(Announcement announcement) {
        List<AnnouncedFigure> figures = Amount.ofCandidates(announcement);
        List<Long> counts = OwnArithmetic.countsOf(figures);
        long total = counts.stream().reduce(0L, Math::addExact);
        Long valid = Amount.validOf(announcement);
        boolean isWhole = counts.size() == figures.size() && total > 0 && (valid == null || valid == total);
        if (!isWhole || OwnArithmetic.overlaps(figures)) {
            return Optional.empty();
        }
        for (int decimals = 0; decimals < TRIES; decimals++) {
            RoundingBack test = compare(counts, decimals);
            if (test.fires()) {
                return Optional.of(test);
            }
        }
        return Optional.empty();
    }

    /** N. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every count is exactly what its percentage gives. */
    public boolean matches() {
        return counts.equals(recomputed);
    }

    /** The largest difference, in votes, between a count and what its percentage gives. */
    public long largestDifference() {
        long largest = 0;
        for (int i = 0; i < counts.size(); i++) {
            largest = Math.max(largest, Math.abs(counts.get(i) - recomputed.get(i)));
        }
        return largest;
    }

    /** Chance that all match if each free count is as likely as its neighbours: (10^(d+2) / N)^(m-1). */
    public Fraction chance() {
        return chanceWithin(0);
    }

    /** The same for counts that may be off by so many votes: ((2r+1) 10^(d+2) / N)^(m-1). */
    public Fraction chanceWithin(long votes) {
        return Fraction.of(Math.multiplyExact(2 * votes + 1, scale()), total()).power(Math.max(0, informative - 1));
    }

    /** The same by counting: results of percentages among all results, C(10^(d+2)+m-1, m-1) / C(N+m-1, m-1). */
    public Fraction chanceByCounting() {
        int free = Math.max(0, informative - 1);
        return new Fraction(choose(scale() + free, free), choose(total() + free, free));
    }

    /** The chance times the number of tries. */
    public Fraction chanceOverTries() {
        return chance().times(Fraction.of(tries, 1));
    }

    /** Whether all match, there are two counts or more, and the chance over all tries is below {@link #FIRES_BELOW}. */
    public boolean fires() {
        return informative >= 2 && matches() && chanceOverTries().compareTo(FIRES_BELOW) < 0;
    }

    private long scale() {
        return BigInteger.TEN.pow(decimals + 2).longValueExact();
    }

    private static BigInteger choose(long from, int take) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= take; i++) {
            ways = ways.multiply(BigInteger.valueOf(from - take + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
