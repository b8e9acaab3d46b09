package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/**
 * Reads a number where nothing else can stand. The network learned from lines, and takes a lone digit for anything; so the ink is cut out
 * closely, and looked at once by itself and once laid beside itself three times, which makes a line of it.
 */
final class NumberReader {
    /** Pixels of the plane in which the ink is looked for, in height. */
    private static final int HIGH = 72;

    private static final int COPIES = 3;
    private static final double MARGIN = 0.16;
    private static final double GAP = 0.3;
    private static final double FAR = 2;

    private final LineReader reader;

    NumberReader(LineReader reader) {
        this.reader = reader;
    }

    /** Both readings; without digits where there is no ink, or what was read three times is not three times the same. */
    NumberLooks read(Grey page, Quad place) {
        double ratio = place.upperLeft().distance(place.upperRight())
                / Math.max(1, place.upperLeft().distance(place.lowerLeft()));
        int wide = Math.clamp((int) Math.ceil(HIGH * ratio), 8, 40 * HIGH);
        float[] plane = Scaling.straight(page, place, wide, HIGH);
        Optional<Ink.Box> ink = Ink.box(plane, wide, HIGH);
        if (ink.isEmpty()) {
            return NumberLooks.NOTHING;
        }
        Ink.Box box = ink.get();
        Grey clean = clean(plane, wide);
        LineReader.Digits once = reader.digits(strip(clean, part(box, MARGIN), 1));
        LineReader.Digits thrice = oneOf(reader.digits(strip(clean, part(box, GAP / 2), COPIES)));
        // A look that saw nothing looks again from farther off; one that saw something else does not.
        if (once.text().isEmpty()) {
            once = reader.digits(strip(clean, part(box, FAR * MARGIN), 1));
        }
        if (thrice.text().isEmpty()) {
            thrice = oneOf(reader.digits(strip(clean, part(box, FAR * GAP / 2), COPIES)));
        }
        return new NumberLooks(true, once, thrice);
    }

    /**
     * Two readings of a number.
     *
     * @param hasInk whether anything stands there at all
     */
    record NumberLooks(boolean hasInk, LineReader.Digits once, LineReader.Digits thrice) {
        static final NumberLooks NOTHING = new NumberLooks(false, LineReader.Digits.NONE, LineReader.Digits.NONE);
    }

    private static Grey clean(float[] plane, int wide) {
        byte[] pixels = new byte[plane.length];
        for (int i = 0; i < plane.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(plane[i]), 0, 255);
        }
        return new Grey(wide, HIGH, pixels);
    }

    private static Quad part(Ink.Box box, double margin) {
        double more = margin * box.height();
        Point from = new Point(box.left() - more, box.top() - more);
        Point to = new Point(box.right() + more, box.bottom() + more);
        return new Quad(from, new Point(to.x(), from.y()), to, new Point(from.x(), to.y()));
    }

    private static LineReader.Strip strip(Grey page, Quad place, int copies) {
        double ratio = place.upperLeft().distance(place.upperRight())
                / Math.max(1, place.upperLeft().distance(place.lowerLeft()));
        int wide = Math.clamp((int) Math.ceil(LineReader.HIGH * ratio), 8, 1000);
        float[] one = Scaling.straight(page, place, wide, LineReader.HIGH);
        float[] all = new float[one.length * copies];
        for (int y = 0; y < LineReader.HIGH; y++) {
            for (int copy = 0; copy < copies; copy++) {
                System.arraycopy(one, y * wide, all, (y * copies + copy) * wide, wide);
            }
        }
        return new LineReader.Strip(all, wide * copies, LineReader.NUMBER_WIDE_LEAST);
    }

    /** What stands there three times, once; nothing if it does not. */
    private static LineReader.Digits oneOf(LineReader.Digits thrice) {
        int length = thrice.text().length() / COPIES;
        String part = thrice.text().substring(0, length);
        if (length == 0 || !part.repeat(COPIES).equals(thrice.text())) {
            return LineReader.Digits.NONE;
        }
        List<Double> sure = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double most = 0;
            for (int copy = 0; copy < COPIES; copy++) {
                most = Math.max(most, thrice.sure().get(copy * length + i));
            }
            sure.add(most);
        }
        return new LineReader.Digits(part, sure);
    }
}
