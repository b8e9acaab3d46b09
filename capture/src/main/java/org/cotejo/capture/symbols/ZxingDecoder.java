package org.cotejo.capture.symbols;

import com.google.zxing.Binarizer;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.decoder.QRCodeDecoderMetaData;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotejo.capture.picture.Grey;

/**
 * ZXing: fast, and good where a code lies flat. Where one symbol was read it is wiped out and the rest is looked through again, until
 * nothing more is read.
 */
final class ZxingDecoder implements Decoder {
    static final String NAME = "zxing";

    private static final int MARKS_OF_A_SYMBOL = 3;
    private static final double QUIET = 1.15;

    private final boolean isGlobal;

    /** With one threshold for the whole plane, or one for each part of it. */
    ZxingDecoder(boolean isGlobal) {
        this.isGlobal = isGlobal;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer decode(Grey plane) {
        BitMatrix bits;
        try {
            LuminanceSource source = new PlanarYUVLuminanceSource(
                    plane.pixels(), plane.width(), plane.height(), 0, 0, plane.width(), plane.height(), false);
            Binarizer binarizer = isGlobal ? new GlobalHistogramBinarizer(source) : new HybridBinarizer(source);
            bits = binarizer.getBlackMatrix();
        } catch (ReaderException e) {
            return Answer.NOTHING;
        }
        List<Seen> seen = new ArrayList<>();
        List<Seen> failed = new ArrayList<>();
        Marks marks = new Marks();
        while (seen.size() < Symbols.MOST && one(bits, seen, failed, marks)) {
            wipe(bits, seen.getLast().place().grown(QUIET));
        }
        return new Answer(seen, failed, !seen.isEmpty() && marks.outside(seen) >= MARKS_OF_A_SYMBOL);
    }

    private static boolean one(BitMatrix bits, List<Seen> seen, List<Seen> failed, Marks marks) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.CHARACTER_SET, "UTF-8");
        hints.put(DecodeHintType.NEED_RESULT_POINT_CALLBACK, marks);
        DetectorResult found;
        try {
            found = new Detector(bits).detect(hints);
        } catch (ReaderException | RuntimeException e) {
            return false;
        }
        int modules = found.getBits().getWidth();
        Quad place = place(found.getPoints(), modules);
        try {
            DecoderResult decoded = new com.google.zxing.qrcode.decoder.Decoder().decode(found.getBits(), hints);
            if (decoded.getOther() instanceof QRCodeDecoderMetaData mirrored) {
                mirrored.applyMirroredCorrection(found.getPoints());
            }
            seen.add(new Seen(decoded.getText(), place, place.side() / modules));
            return true;
        } catch (ReaderException | RuntimeException e) {
            failed.add(new Seen("", place, place.side() / modules));
            return false;
        }
    }

    /** The corners of a symbol whose marks, lower left, upper left, upper right, have their centres 3.5 modules inside. */
    private static Quad place(ResultPoint[] marks, int modules) {
        Point lowerLeft = point(marks[0]);
        Point upperLeft = point(marks[1]);
        Point upperRight = point(marks[2]);
        Quad centres = Quad.of(upperLeft, upperRight, lowerLeft);
        if (marks.length > MARKS_OF_A_SYMBOL) {
            // The alignment mark has its centre 6.5 modules inside: further out on the diagonal lies the missing
            // corner.
            Point inner = point(marks[MARKS_OF_A_SYMBOL]);
            double between = modules - 7.0;
            centres = new Quad(upperLeft, upperRight, upperLeft.towards(inner, between / (between - 3)), lowerLeft);
        }
        return centres.grown(modules / (modules - 7.0));
    }

    private static Point point(ResultPoint point) {
        return new Point(point.getX(), point.getY());
    }

    private static void wipe(BitMatrix bits, Quad quad) {
        Box box = quad.box(0);
        int left = Math.clamp((long) box.left(), 0, bits.getWidth() - 1);
        int top = Math.clamp((long) box.top(), 0, bits.getHeight() - 1);
        int right = Math.clamp((long) box.right(), left, bits.getWidth() - 1);
        int bottom = Math.clamp((long) box.bottom(), top, bits.getHeight() - 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                bits.unset(x, y);
            }
        }
    }

    /** Remembers what looked like the mark in a symbol's corner, each place once. */
    private static final class Marks implements ResultPointCallback {
        private static final double LIKE = 0.3;

        private record Mark(Point place, double module) {}

        private final List<Mark> marks = new ArrayList<>();

        @Override
        public void foundPossibleResultPoint(ResultPoint point) {
            if (point instanceof FinderPattern mark) {
                Mark found = new Mark(point(point), mark.getEstimatedModuleSize());
                if (marks.stream().noneMatch(known -> known.place().distance(found.place()) < 3 * found.module())) {
                    marks.add(found);
                }
            }
        }

        /** Marks beside the symbols that were read and about as large as theirs: print has specks of all sizes. */
        long outside(List<Seen> seen) {
            return marks.stream()
                    .filter(mark -> seen.stream()
                            .noneMatch(s -> s.place().grown(QUIET).box(0).holds(mark.place())))
                    .filter(mark ->
                            seen.stream().anyMatch(s -> Math.abs(s.module() - mark.module()) < LIKE * s.module()))
                    .count();
        }
    }
}
