package org.cotejo.station.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotejo.sheet.SheetParts;

/** Reads the QR codes of a picture as a phone does that is moved along the paper. */
final class CodeReader {
    private static final int STEPS = 12;
    private static final int ROWS = 12;

    private CodeReader() {}

    /** The texts of all codes, each once, from the top. */
    static List<String> texts(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        LuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        Set<String> texts = new LinkedHashSet<>();
        int window = Math.min(height, width);
        for (int y = 0; y + window <= height; y += width / STEPS) {
            if (isInked(pixels, width, y + window / 2)) {
                text(source.crop(0, y, width, window)).ifPresent(texts::add);
            }
        }
        return new ArrayList<>(texts);
    }

    /** Whether about half of what lies around a row may be black, as in a code and not in text. */
    private static boolean isInked(int[] pixels, int width, int row) {
        int black = 0;
        for (int i = (row - ROWS) * width; i < (row + ROWS) * width; i++) {
            black += (pixels[i] & 0xff) < 128 ? 1 : 0;
        }
        return black * 8 > 2 * ROWS * width;
    }

    private static Optional<String> text(LuminanceSource part) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(part)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** The sheet's text of its codes in any order. */
    static String sheet(List<String> codes) {
        if (codes.size() == 1) {
            return codes.getFirst();
        }
        SheetParts parts = new SheetParts();
        Optional<String> whole = Optional.empty();
        for (String code : codes) {
            whole = whole.or(() -> parts.take(code).orThrow());
        }
        return whole.orElseThrow();
    }

    static BufferedImage picture(EscPosReader.Paper paper, int width) {
        BufferedImage picture = new BufferedImage(width, paper.rows().size(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < paper.rows().size(); y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, paper.isBlack(x, y) ? 0x000000 : 0xffffff);
            }
        }
        return picture;
    }
}
