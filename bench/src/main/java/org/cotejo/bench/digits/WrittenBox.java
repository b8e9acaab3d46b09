package org.cotejo.bench.digits;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cotejo.capture.picture.Grey;

/** A digit as it looks in a box of a sheet that was photographed. */
final class WrittenBox {
    static final int SIDE = 56;
    private static final int DIGIT = 44;
    private static final int PAPER = 222;
    private static final int PEN = 60;
    private static final int FRAME = 50;
    private static final double NOISE = 5;

    private WrittenBox() {}

    /** {@code ink}: 0 paper to 1 ink, {@code side} by {@code side}; a frame, noise and paper are added. */
    static Grey of(float[] ink, int side, SplittableRandom random) {
        byte[] pixels = new byte[SIDE * SIDE];
        Arrays.fill(pixels, (byte) PAPER);
        int from = (SIDE - DIGIT) / 2;
        Grey source = plane(ink, side);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double value = PAPER;
                if (x < 2 || y < 2 || x >= SIDE - 2 || y >= SIDE - 2) {
                    value = FRAME;
                } else if (x >= from && y >= from && x < from + DIGIT && y < from + DIGIT) {
                    double share =
                            source.between((x - from + 0.5) * side / DIGIT, (y - from + 0.5) * side / DIGIT) / 255.0;
                    value = PAPER - share * (PAPER - PEN);
                }
                value += random.nextGaussian() * NOISE;
                pixels[y * SIDE + x] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        return new Grey(SIDE, SIDE, pixels);
    }

    private static Grey plane(float[] ink, int side) {
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(ink[i] * 255), 0, 255);
        }
        return new Grey(side, side, pixels);
    }
}
