package org.cotejo.bench.photos;

import java.util.Arrays;

/** Softness: out of focus, and moved while the shutter was open. */
final class Lens {
    private Lens() {}

    /** Gaussian blur. */
    static double[] blur(double[] light, int width, int height, double sigma) {
        if (sigma < 0.2) {
            return light;
        }
        int radius = (int) Math.ceil(sigma * 3);
        double[] weights = new double[2 * radius + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        double[] across = new double[light.length];
        for (int y = 0; y < height; y++) {
            row(light, y * width, width, weights, across);
        }
        double[] both = new double[light.length];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < weights.length; i++) {
                int from = Math.clamp(y + i - (long) radius, 0, height - 1) * width;
                for (int x = 0; x < width; x++) {
                    both[y * width + x] += weights[i] * across[from + x];
                }
            }
        }
        return both;
    }

    /** Blurs one row; at its ends the last pixel goes on. */
    private static void row(double[] light, int start, int width, double[] weights, double[] to) {
        int radius = weights.length / 2;
        double[] longer = new double[width + 2 * radius];
        for (int i = 0; i < longer.length; i++) {
            longer[i] = light[start + Math.clamp(i - (long) radius, 0, width - 1)];
        }
        for (int x = 0; x < width; x++) {
            double value = 0;
            for (int i = 0; i < weights.length; i++) {
                value += weights[i] * longer[x + i];
            }
            to[start + x] = value;
        }
    }

    /** Smeared along a line of so many pixels. */
    static double[] smear(double[] light, int width, int height, double length, double angle) {
        int steps = (int) Math.round(length);
        if (steps < 2) {
            return light;
        }
        double[] smeared = new double[light.length];
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = 0; i < steps; i++) {
                    double t = i - steps / 2.0;
                    int px = Math.clamp(Math.round(x + t * cos), 0, width - 1);
                    int py = Math.clamp(Math.round(y + t * sin), 0, height - 1);
                    sum += light[py * width + px];
                }
                smeared[y * width + x] = sum / steps;
            }
        }
        return smeared;
    }
}
