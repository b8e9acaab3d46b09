package org.cotejo.capture;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.cotejo.capture.picture.Grey;

/** Codes drawn on white paper, and planes as files. */
public final class TestCodes {
    private static final int QUIET = 4;

    private TestCodes() {}

    /** White paper. */
    public static Grey paper(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 240);
        return new Grey(width, height, pixels);
    }

    /** A code with its quiet zone and nothing else. */
    public static Grey code(String text, int module) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = (code.size + 2 * QUIET) * module;
        Grey paper = paper(side, side);
        return draw(paper, text, 0, 0, module);
    }

    /** The paper with a code on it; its quiet zone begins at the place. */
    public static Grey draw(Grey paper, String text, int left, int top, int module) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        byte[] pixels = paper.pixels().clone();
        for (int y = 0; y < code.size * module; y++) {
            for (int x = 0; x < code.size * module; x++) {
                if (code.getModule(x / module, y / module)) {
                    pixels[(top + QUIET * module + y) * paper.width() + left + QUIET * module + x] = 20;
                }
            }
        }
        return new Grey(paper.width(), paper.height(), pixels);
    }

    /** How many modules a text's code has on a side, without its quiet zone. */
    public static int modules(String text) {
        return QrCode.encodeText(text, QrCode.Ecc.MEDIUM).size;
    }

    /** A plane turned about its middle, on white. */
    public static Grey turned(Grey plane, double radians) {
        int side = (int) Math.ceil(Math.hypot(plane.width(), plane.height()));
        byte[] pixels = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dx = x + 0.5 - side / 2.0;
                double dy = y + 0.5 - side / 2.0;
                double fromX = dx * Math.cos(radians) + dy * Math.sin(radians) + plane.width() / 2.0;
                double fromY = -dx * Math.sin(radians) + dy * Math.cos(radians) + plane.height() / 2.0;
                boolean isInside = fromX >= 0 && fromY >= 0 && fromX < plane.width() && fromY < plane.height();
                pixels[y * side + x] = (byte) (isInside ? plane.between(fromX, fromY) : 240);
            }
        }
        return new Grey(side, side, pixels);
    }

    /** A plane on paper that bows: its middle hangs {@code down} pixels lower than its sides, and {@code right} to the right of its ends. */
    public static Grey bent(Grey plane, double down, double right) {
        byte[] pixels = new byte[plane.width() * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double fromX = x + 0.5 - right * Math.sin(Math.PI * y / plane.height());
                double fromY = y + 0.5 - down * Math.sin(Math.PI * x / plane.width());
                pixels[y * plane.width() + x] = (byte) plane.between(fromX, fromY);
            }
        }
        return new Grey(plane.width(), plane.height(), pixels);
    }

    public static BufferedImage image(Grey plane) {
        BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                int value = plane.at(x, y);
                image.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        return image;
    }

    /** A plane as a file of a format that the platform writes. */
    public static byte[] file(Grey plane, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image(plane), format, bytes)) {
                throw new IllegalStateException("this platform writes no " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
