package org.cotejo.audit.risk;

/**
 * The draws so far: how many, and as far as a rule asks for them, their sum with the rounding carried along (Kahan), their mean and
 * variance (Welford). What nobody asks for is not kept: a million draws should take no longer than they must.
 */
final class Seen {
    private final boolean keepsSum;
    private final boolean keepsSpread;
    private int count;
    private double sum;
    private double carried;
    private double mean;
    private double squares;

    Seen(boolean keepsSum, boolean keepsSpread) {
        this.keepsSum = keepsSum;
        this.keepsSpread = keepsSpread;
    }

    void add(double x) {
        count++;
        if (keepsSum) {
            double corrected = x - carried;
            double larger = sum + corrected;
            carried = (larger - sum) - corrected;
            sum = larger;
        }
        if (keepsSpread) {
            double off = x - mean;
            mean += off / count;
            squares += off * (x - mean);
        }
    }

    int count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double mean() {
        return mean;
    }

    /** Of the draws themselves, not of what they are drawn from: squares over count. */
    double variance() {
        return count == 0 ? 0 : squares / count;
    }
}
