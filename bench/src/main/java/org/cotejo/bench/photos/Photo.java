package org.cotejo.bench.photos;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cotejo.capture.picture.Grey;

/**
 * One photo and what stands on it.
 *
 * @param level of hardness, 1 to {@link Hardness#LEVELS}; 0 where there is no sheet to be read
 * @param text of its code; empty at level 0
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, never compared
record Photo(String name, int level, String text, byte[] jpeg) {
    private static final int KINDS = 3;

    /** The {@code number}th photo of a seed. */
    static Photo of(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int level = 1 + number % Hardness.LEVELS;
        int each = number / Hardness.LEVELS;
        String text = SheetTexts.of(each, random);
        Hardness hardness = Hardness.of(level, random);
        QrCode code = QrCode.encodeSegments(
                QrSegmentAdvanced.makeSegmentsOptimally(text, ecc(text), 1, 40), ecc(text), 1, 40, -1, false);
        Paper paper = each % KINDS == 2 ? Paper.form(code, random) : Paper.strip(code, 8 + random.nextInt(40), random);
        Grey shot = new Camera(paper, hardness, random).shot();
        return new Photo("photo-%05d.jpg".formatted(number), level, text, jpeg(shot, hardness.quality()));
    }

    /** A photo without a sheet that could be read: print without a code, or a code that says something else. */
    static Photo without(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 7_000_003 + number);
        Hardness hardness = Hardness.of(1 + number % Hardness.LEVELS, random);
        Paper paper = number % 2 == 0
                ? Paper.without(random)
                : Paper.strip(QrCode.encodeText("https://example.org/" + number, QrCode.Ecc.MEDIUM), 30, random);
        return new Photo(
                "none-%05d.jpg".formatted(number),
                0,
                "",
                jpeg(new Camera(paper, hardness, random).shot(), hardness.quality()));
    }

    private static QrCode.Ecc ecc(String text) {
        return text.startsWith("COTEJO") ? QrCode.Ecc.MEDIUM : QrCode.Ecc.QUARTILE;
    }

    /** In colour, as phones write it, with a warm tint. */
    private static byte[] jpeg(Grey shot, double quality) {
        BufferedImage image = new BufferedImage(shot.width(), shot.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < shot.height(); y++) {
            for (int x = 0; x < shot.width(); x++) {
                int value = shot.at(x, y);
                image.setRGB(x, y, Math.min(255, value + 6) << 16 | value << 8 | Math.max(0, value - 10));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
