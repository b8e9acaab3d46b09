package org.cotejo.bench.photos;

import java.util.random.RandomGenerator;

/**
 * What one photo suffers, drawn from a level. Lengths are in modules of the code, so that a level means the same for every code.
 *
 * @param module pixels a module
 * @param tilt how far the camera leans, 0 none
 * @param turn radians
 * @param curl how far the paper bends, in modules at its edge
 * @param blur standard deviation
 * @param motion length of the smear
 * @param noise standard deviation, of 255
 * @param light how much light is left, 0 to 1
 * @param shadow how dark the shadow is, 0 none to 1
 * @param fading how much of the ink is gone, 0 to 1
 * @param folds creases across the code
 * @param strokes strokes of a pen
 * @param quality of the JPEG, 0 to 1
 */
record Hardness(
        double module,
        double tilt,
        double turn,
        double curl,
        double blur,
        double motion,
        double noise,
        double light,
        double shadow,
        double fading,
        int folds,
        int strokes,
        double quality) {
    /** Levels, from the easiest, 1. */
    static final int LEVELS = 5;

    /** Of all that is drawn so much is used at the last level: with all of it no program reads anything. */
    private static final double HARDEST = 0.76;

    static Hardness of(int level, RandomGenerator random) {
        double h = (level - 1) * HARDEST / (LEVELS - 1);
        return new Hardness(
                between(random, 6.5 - 3.7 * h, 9 - 4.5 * h),
                h * between(random, 0, 0.45),
                level == 1 ? between(random, -0.05, 0.05) : between(random, -0.25, 0.25) * (1 + h) + quarter(random, h),
                h * h * between(random, 0, 9),
                0.08 + h * between(random, 0.08, 0.42),
                level < 3 ? 0 : h * between(random, 0, 0.9),
                2 + h * between(random, 2, 16),
                1 - h * between(random, 0.1, 0.72),
                level < 2 ? 0 : h * between(random, 0.1, 0.75),
                h * between(random, 0, 0.6),
                level < 3 ? 0 : random.nextInt(0, level),
                level < 4 ? 0 : random.nextInt(0, 3),
                0.9 - h * between(random, 0.2, 0.7));
    }

    /** At harder levels one photo in four is held sideways or upside down. */
    private static double quarter(RandomGenerator random, double h) {
        return h > 0 && random.nextInt(4) == 0 ? random.nextInt(1, 4) * Math.PI / 2 : 0;
    }

    static double between(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
