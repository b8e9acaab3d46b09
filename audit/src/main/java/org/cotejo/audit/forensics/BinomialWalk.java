package org.cotejo.audit.forensics;

/**
 * The distribution of a binomial count around an observed one: n trials at the observed share. Filled again and again, since a
 * null needs one for each station. By the ratio of neighbouring terms from the mode outward, down to 1e-15 of it.
 */
final class BinomialWalk {
    private static final double NEGLIGIBLE = 1e-15;

    private double[] chances = new double[64];
    private double[] below = new double[64];
    private int from;
    private int to;

    /** Fills with Binomial(n, k/n). */
    void fill(int n, int k) {
        if (k == 0 || k == n) {
            from = k;
            to = k + 1;
            chances[0] = 1;
            return;
        }
        double odds = (double) k / (n - k);
        int down = 0;
        double term = 1;
        double sum = 0;
        for (int at = k; at > 0; at--) {
            term *= at / ((n - at + 1) * odds);
            if (term < NEGLIGIBLE) {
                break;
            }
            if (down == below.length) {
                below = java.util.Arrays.copyOf(below, down * 2);
            }
            below[down++] = term;
            sum += term;
        }
        from = k - down;
        int count = 0;
        for (int i = down - 1; i >= 0; i--) {
            put(count++, below[i]);
        }
        term = 1;
        for (int at = k; at <= n && term >= NEGLIGIBLE; at++) {
            put(count++, term);
            sum += term;
            term *= (n - at) * odds / (at + 1);
        }
        to = from + count;
        double scale = 1 / sum;
        for (int i = 0; i < count; i++) {
            chances[i] *= scale;
        }
    }

    private void put(int index, double chance) {
        if (index == chances.length) {
            chances = java.util.Arrays.copyOf(chances, index * 2);
        }
        chances[index] = chance;
    }

    /** The smallest count that is not negligible. */
    int from() {
        return from;
    }

    /** One above the largest count that is not negligible. */
    int to() {
        return to;
    }

    double chance(int count) {
        return chances[count - from];
    }

    /** The chance that 100 times the count over n lies within 0.05 of a whole number. */
    double chanceOfInteger(int n) {
        int rest = (int) (100L * from % n);
        int step = 100 % n;
        double sum = 0;
        for (int i = 0; i < to - from; i++) {
            if (isNearInteger(rest, n)) {
                sum += chances[i];
            }
            rest += step;
            rest -= rest >= n ? n : 0;
        }
        return sum;
    }

    /** Whether rest/n is within 0.05 of 0 or 1. */
    private static boolean isNearInteger(int rest, int n) {
        return 20L * rest <= n || 20L * (n - rest) <= n;
    }

    /** Whether 100 times the count over n lies within 0.05 of a whole number, ends included. */
    static boolean isInteger(int count, int n) {
        return isNearInteger((int) (100L * count % n), n);
    }
}
