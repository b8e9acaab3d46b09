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
        double[] across = new double[light.length];
        double[] both = new double[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0;
                for (int i = 0; i < weights.length; i++) {
                    value += weights[i] * light[y * width + Math.clamp(x + i - (long) radius, 0, width - 1)];
                }
                across[y * width + x] = value / sum;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0;
                for (int i = 0; i < weights.length; i++) {
                    value += weights[i] * across[Math.clamp(y + i - (long) radius, 0, height - 1) * width + x];
                }
                both[y * width + x] = value / sum;
            }
        }
        return both;
    }

    /** Smeared along a line of so many pixels. */
    static double[] smear(double[] light, int width, int height, double length, double angle) {
        int steps = (int) Math.round(length);
        if (steps < 2) {
            return light;
        }
        double[] smeared = new double[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = 0; i < steps; i++) {
                    double t = i - steps / 2.0;
                    int px = Math.clamp(Math.round(x + t * Math.cos(angle)), 0, width - 1);
                    int py = Math.clamp(Math.round(y + t * Math.sin(angle)), 0, height - 1);
                    sum += light[py * width + px];
                }
                smeared[y * width + x] = sum / steps;
            }
        }
        return smeared;
    }
}
