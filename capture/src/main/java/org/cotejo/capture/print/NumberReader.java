package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;

/**
 * Reads a number where nothing else can stand. The network learned from lines, and takes a lone digit for anything; so the ink is cut out
 * closely, and looked at once by itself and once laid beside itself three times, which makes a line of it.
 */
final class NumberReader {
    /** Pixels of the plane in which the ink is looked for, in height. */
    private static final int HIGH = 48;

    private static final int COPIES = 3;
    private static final double MARGIN = 0.16;
    private static final double GAP = 0.3;

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
        Quad tight = part(place, box, wide, MARGIN);
        LineReader.Digits once = reader.digits(strip(page, tight, 1));
        LineReader.Digits thrice = reader.digits(strip(page, part(place, box, wide, GAP / 2), COPIES));
        return new NumberLooks(true, once, oneOf(thrice));
    }

    /**
     * Two readings of a number.
     *
     * @param hasInk whether anything stands there at all
     */
    record NumberLooks(boolean hasInk, LineReader.Digits once, LineReader.Digits thrice) {
        static final NumberLooks NOTHING = new NumberLooks(false, LineReader.Digits.NONE, LineReader.Digits.NONE);
    }

    private static Quad part(Quad place, Ink.Box box, int wide, double margin) {
        double more = margin * box.height();
        return Scaling.part(
                place,
                (box.left() - more) / wide,
                (box.top() - more) / HIGH,
                (box.right() + more) / wide,
                (box.bottom() + more) / HIGH);
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
        return new LineReader.Strip(all, wide * copies);
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
