package org.cotejo.bench.photos;

import java.util.random.RandomGenerator;
import org.cotejo.capture.picture.Grey;

/** Takes a photo of a paper: where each pixel looks, what light falls there, and what lens and sensor make of it. */
final class Camera {
    private static final int WIDE_MOST = 2600;
    private static final int HIGH_MOST = 3400;
    private static final int TABLE = 96;

    /** Beyond so many times its width a crease moves nothing by more than a thousandth of a dot. */
    private static final double FOLD_REACH = 12;

    private final Paper paper;
    private final Hardness hardness;
    private final RandomGenerator random;
    /** Pixels a dot of the paper. */
    private final double scale;

    private final double leanX;
    private final double leanY;
    private final double[] folds;
    private final double[] shadow;
    private final double phase;
    private final double cosTurn;
    private final double sinTurn;

    Camera(Paper paper, Hardness hardness, RandomGenerator random) {
        this.paper = paper;
        this.hardness = hardness;
        this.random = random;
        this.scale = hardness.module() / paper.dots();
        this.leanX = hardness.tilt() * (random.nextDouble() - 0.5) * 1.6;
        this.leanY = hardness.tilt() * (random.nextDouble() - 0.5) * 1.6;
        this.folds = new double[hardness.folds()];
        for (int i = 0; i < folds.length; i++) {
            folds[i] = paper.codeTop() + random.nextDouble() * paper.codeSize();
        }
        this.shadow = new double[] {random.nextDouble() * Math.PI * 2, random.nextDouble() - 0.5};
        this.phase = random.nextDouble() * Math.PI * 2;
        this.cosTurn = Math.cos(hardness.turn());
        this.sinTurn = Math.sin(hardness.turn());
    }

    /** The photo, dark surroundings included. */
    Grey shot() {
        double margin = 1.06 + hardness.tilt();
        double turned = Math.abs(sinTurn);
        double wide = paper.plane().width() * scale * margin;
        double high = paper.plane().height() * scale * margin;
        int width = (int) Math.min(WIDE_MOST, wide * (1 - turned) + high * turned + 20);
        int height = (int) Math.min(HIGH_MOST, high * (1 - turned) + wide * turned + 20);
        double[] seen = new double[width * height];
        double midX = paper.codeLeft() + paper.codeSize() / 2.0;
        double midY = paper.codeTop() + paper.codeSize() / 2.0;
        // The code is in the frame, not always amid it.
        double atX = width / 2.0
                + (midX - paper.plane().width() / 2.0) * scale * cosTurn
                - (midY - paper.plane().height() / 2.0) * scale * sinTurn;
        double atY = height / 2.0
                + (midX - paper.plane().width() / 2.0) * scale * sinTurn
                + (midY - paper.plane().height() / 2.0) * scale * cosTurn;
        double room = paper.codeSize() * scale * 0.75;
        atX = Math.clamp(atX, Math.min(room, width / 2.0), Math.max(width - room, width / 2.0));
        atY = Math.clamp(atY, Math.min(room, height / 2.0), Math.max(height - room, height / 2.0));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                seen[y * width + x] = ray(x - atX, y - atY, midX, midY) * lit(x / (double) width, y / (double) height);
            }
        }
        double[] soft =
                Lens.smear(seen, width, height, hardness.motion() * hardness.module(), random.nextDouble() * Math.PI);
        soft = Lens.blur(soft, width, height, hardness.blur() * hardness.module());
        return sensor(soft, width, height);
    }

    /** What a pixel sees that lies so far from where the middle of the code is seen: four rays, so that nothing flickers. */
    private double ray(double x, double y, double midX, double midY) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double px = x + (i % 2 == 0 ? -0.25 : 0.25);
            double py = y + (i < 2 ? -0.25 : 0.25);
            double u = (px * cosTurn + py * sinTurn) / scale;
            double v = (-px * sinTurn + py * cosTurn) / scale;
            double far = 1 / Math.max(0.2, 1 - (leanX * u + leanY * v) / paper.codeSize());
            u *= far;
            v *= far;
            double bend = hardness.curl() * paper.dots();
            double along = v / paper.codeSize();
            if (bend > 0) {
                u += bend * 0.4 * Math.sin(along * 2.2 + phase);
                v += bend * Math.sin(u / paper.codeSize() * 2 + phase);
            }
            double paperX = midX + u;
            double paperY = midY + v;
            double crease = 1;
            for (double fold : folds) {
                double from = (paperY - fold) / (2.0 * paper.dots());
                if (Math.abs(from) > FOLD_REACH) {
                    continue;
                }
                paperY += Math.signum(from) * paper.dots() * 0.25 * Math.exp(-from * from / 16);
                crease *= 1 - 0.5 * Math.exp(-from * from * 4);
            }
            sum += look(paperX, paperY) * crease;
        }
        return sum / 4;
    }

    private double look(double x, double y) {
        if (x < 0 || y < 0 || x >= paper.plane().width() || y >= paper.plane().height()) {
            return TABLE;
        }
        double ink = paper.plane().between(x, y);
        if (hardness.fading() == 0) {
            return ink;
        }
        double stripe = 0.75 + 0.25 * Math.sin(x * 0.11 + phase);
        return ink + (245 - ink) * hardness.fading() * stripe;
    }

    private double lit(double x, double y) {
        if (hardness.shadow() == 0) {
            return hardness.light();
        }
        double side = Math.cos(shadow[0]) * (x - 0.5) + Math.sin(shadow[0]) * (y - 0.5) - shadow[1] * 0.5;
        double dark = 1 / (1 + Math.exp(-side * 60));
        double gradient = 1 - 0.25 * hardness.shadow() * (x + y) / 2;
        return hardness.light() * gradient * (1 - hardness.shadow() * dark);
    }

    private Grey sensor(double[] light, int width, int height) {
        byte[] pixels = new byte[light.length];
        for (int i = 0; i < light.length; i++) {
            double noisy = light[i] + random.nextGaussian() * hardness.noise() * (0.5 + light[i] / 255);
            pixels[i] = (byte) Math.clamp(Math.round(noisy), 0, 255);
        }
        strokes(pixels, width, height);
        return new Grey(width, height, pixels);
    }

    private void strokes(byte[] pixels, int width, int height) {
        for (int stroke = 0; stroke < hardness.strokes(); stroke++) {
            double x = width * random.nextDouble();
            double y = height * (0.3 + 0.6 * random.nextDouble());
            double angle = random.nextDouble() * Math.PI;
            for (double t = 0; t < paper.codeSize() * scale * 0.6; t += 0.5) {
                dot(pixels, width, height, x + t * Math.cos(angle), y + t * Math.sin(angle + t * 0.004));
            }
        }
    }

    private void dot(byte[] pixels, int width, int height, double x, double y) {
        int radius = (int) Math.max(1, hardness.module() * 0.4);
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int px = (int) x + dx;
                int py = (int) y + dy;
                if (px >= 0 && py >= 0 && px < width && py < height) {
                    pixels[py * width + px] = (byte) Math.min(pixels[py * width + px] & 0xff, 50);
                }
            }
        }
    }
}
