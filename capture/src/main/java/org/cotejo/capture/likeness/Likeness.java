package org.cotejo.capture.likeness;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.capture.picture.Grey;

/**
 * A fingerprint of what a picture looks like: of the 256 lowest frequencies of its brightness, which are above their median (the
 * perceptual hash by discrete cosine transform, Zauner 2010, with four times its bits, since sheets differ in their details only).
 */
public final class Likeness {
    /** Bits of a fingerprint. */
    public static final int BITS = 256;

    private static final int SIDE = 64;
    private static final int LOW = 16;
    private static final double[][] COSINES = cosines();

    private final long[] bits;

    private Likeness(long[] bits) {
        this.bits = bits;
    }

    /** Of a plane. */
    public static Likeness of(Grey plane) {
        double[] small = small(plane);
        double[] low = new double[LOW * LOW];
        double[] across = new double[SIDE * LOW];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < LOW; u++) {
                double sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += small[y * SIDE + x] * COSINES[u][x];
                }
                across[y * LOW + u] = sum;
            }
        }
        for (int v = 0; v < LOW; v++) {
            for (int u = 0; u < LOW; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += across[y * LOW + u] * COSINES[v][y];
                }
                low[v * LOW + u] = sum;
            }
        }
        // How bright the whole is says nothing.
        low[0] = 0;
        double[] sorted = low.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2] + sorted[sorted.length / 2 - 1]) / 2;
        long[] bits = new long[BITS / Long.SIZE];
        for (int i = 0; i < low.length; i++) {
            if (low[i] > median) {
                bits[i / Long.SIZE] |= 1L << i % Long.SIZE;
            }
        }
        return new Likeness(bits);
    }

    private static double[][] cosines() {
        double[][] cosines = new double[LOW][SIDE];
        for (int u = 0; u < LOW; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] = Math.cos(Math.PI * u * (2 * x + 1) / (2.0 * SIDE));
            }
        }
        return cosines;
    }

    /** Means of the cells of a grid, at most eight by eight pixels of each. */
    private static double[] small(Grey plane) {
        double[] small = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int left = x * plane.width() / SIDE;
                int right = Math.max(left + 1, (x + 1) * plane.width() / SIDE);
                int top = y * plane.height() / SIDE;
                int bottom = Math.max(top + 1, (y + 1) * plane.height() / SIDE);
                int stepX = Math.max(1, (right - left) / 8);
                int stepY = Math.max(1, (bottom - top) / 8);
                long sum = 0;
                int pixels = 0;
                for (int py = top; py < bottom; py += stepY) {
                    for (int px = left; px < right; px += stepX) {
                        sum += plane.at(px, py);
                        pixels++;
                    }
                }
                small[y * SIDE + x] = (double) sum / pixels;
            }
        }
        return small;
    }

    /** In how many bits two differ: near 0 of one picture saved twice, near 128 of two that have nothing in common. */
    public int distance(Likeness other) {
        int distance = 0;
        for (int i = 0; i < bits.length; i++) {
            distance += Long.bitCount(bits[i] ^ other.bits[i]);
        }
        return distance;
    }

    /** A sixteenth of the bits, by which alike pictures are found. */
    int band(int index) {
        return (int) (bits[index * 16 / Long.SIZE] >>> index * 16 % Long.SIZE) & 0xffff;
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        StringBuilder hex = new StringBuilder();
        for (long part : bits) {
            hex.append(String.format(Locale.ROOT, "%016x", part));
        }
        return hex.toString();
    }

    /** Of 64 hexadecimal digits; empty of anything else. */
    public static Optional<Likeness> ofHex(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        long[] bits = new long[BITS / Long.SIZE];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = HexFormat.fromHexDigitsToLong(hex, i * 16, i * 16 + 16);
        }
        Check.that(bits.length * Long.SIZE == BITS, "%d parts", bits.length);
        return Optional.of(new Likeness(bits));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Likeness likeness && Arrays.equals(bits, likeness.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return hex();
    }
}
