package org.cotejo.audit.risk;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.cotejo.base.Check;

/**
 * How many draws an audit will take, found by holding it many times over what is expected: the reported result with errors at the
 * rates one must reckon with. A plan, never a promise: with more errors than expected it takes longer, and the risk limit holds
 * all the same. Figures of {@code n} runs are off by about {@code sd / sqrt(n)}.
 */
public final class SampleSizes {
    private final int[] sizes;
    private final int most;

    private SampleSizes(int[] sizes, int most) {
        this.sizes = sizes;
        this.most = most;
    }

    /**
     * Holds the audit {@code runs} times.
     *
     * @param test starts the test anew
     * @param draw makes one draw
     * @param most draws after which a run is given up
     * @param random seeded by the caller, so that everybody gets the same plan
     */
    public static SampleSizes of(
            Supplier<Martingale> test,
            ToDoubleFunction<RandomGenerator> draw,
            double limit,
            int runs,
            int most,
            RandomGenerator random) {
        Check.that(limit > 0 && limit < 1 && runs > 0 && most > 0, "limit %s, runs %d, most %d", limit, runs, most);
        int[] sizes = new int[runs];
        for (int run = 0; run < runs; run++) {
            Martingale martingale = test.get();
            int drawn = 0;
            boolean isDone = false;
            while (!isDone && drawn < most) {
                isDone = martingale.add(draw.applyAsDouble(random)) <= limit;
                drawn++;
            }
            sizes[run] = isDone ? drawn : most + 1;
        }
        Arrays.sort(sizes);
        return new SampleSizes(sizes, most);
    }

    /**
     * The same without replacement from a list: each run draws it in an order of its own, and ends with it.
     *
     * @param list numbers as they would be drawn; not changed
     */
    public static SampleSizes ofList(
            Supplier<Martingale> test, double[] list, double limit, int runs, RandomGenerator random) {
        Check.that(limit > 0 && limit < 1 && runs > 0 && list.length > 0, "limit %s, runs %d", limit, runs);
        double[] left = list.clone();
        int[] sizes = new int[runs];
        for (int run = 0; run < runs; run++) {
            Martingale martingale = test.get();
            sizes[run] = list.length + 1;
            for (int j = 0; j < left.length; j++) {
                int at = random.nextInt(j, left.length);
                double x = left[at];
                left[at] = left[j];
                left[j] = x;
                martingale.add(x);
                if (martingale.anytime() <= limit) {
                    sizes[run] = j + 1;
                    break;
                }
            }
        }
        Arrays.sort(sizes);
        return new SampleSizes(sizes, list.length);
    }

    /** Mean size; runs that were given up count as one draw more than the most. */
    public double mean() {
        return Arrays.stream(sizes).average().orElseThrow();
    }

    /** A size that {@code share} of the runs needed at most; above the most if so many were given up. */
    public int quantile(double share) {
        Check.that(share > 0 && share <= 1, "a share of %s", share);
        return sizes[(int) Math.ceil(share * sizes.length) - 1];
    }

    /** The part of the runs that reached the limit at all. */
    public double confirmed() {
        return (double) Arrays.stream(sizes).filter(size -> size <= most).count() / sizes.length;
    }
}
