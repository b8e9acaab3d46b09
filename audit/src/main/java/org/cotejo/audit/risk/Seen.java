package org.cotejo.audit.risk;

/** The draws so far: how many, their sum with the rounding carried along (Kahan), their mean and variance (Welford). */
final class Seen {
    private int count;
    private double sum;
    private double carried;
    private double mean;
    private double squares;

    void add(double x) {
        count++;
        double corrected = x - carried;
        double larger = sum + corrected;
        carried = (larger - sum) - corrected;
        sum = larger;
        double off = x - mean;
        mean += off / count;
        squares += off * (x - mean);
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
