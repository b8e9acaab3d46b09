package org.cotejo.capture.print;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;

/**
 * Reads one line: the network gives, for each of many steps along it, how likely every character is, or none; characters that repeat
 * without a gap are one (connectionist temporal classification, Graves and others 2006).
 */
final class LineReader {
    /** Pixels across a line, as the network wants it. */
    static final int HIGH = 48;

    /** What is shorter is filled up on its right, as when the network learned. */
    private static final int WIDE_LEAST = 320;
    /** The same for numbers, which were found to be read as well so. */
    static final int NUMBER_WIDE_LEAST = 160;

    private static final int WIDE_MOST = 3200;
    private static final int LATIN_END = 0x250;
    /** Digits, and what else the network may call their shapes where it sees no other digit beside them. */
    private static final List<String> DIGITS = List.of("0oOD。〇", "1lI|一", "2", "3", "4", "5", "6", "7", "8", "9");
    /** A digit that is less likely than this beside all characters is none, but a speck. */
    private static final float FLOOR = 0.02f;

    private final Network network;
    /** The character of each class; class 0 is none. */
    private final List<String> characters;

    private final int[][] digits = new int[DIGITS.size()][];
    /** Classes that are letters of the Latin script, digits, signs or none: a sheet has no others. */
    private final int[] latin;

    /** {@code keys}: the characters that the network knows, in its order, without the blank at their end. */
    LineReader(Network network, List<String> keys) {
        this.network = network;
        this.characters = new ArrayList<>();
        characters.add("");
        characters.addAll(keys);
        characters.add(" ");
        for (int i = 0; i < digits.length; i++) {
            digits[i] = DIGITS.get(i)
                    .chars()
                    .map(form -> characters.indexOf(Character.toString(form)))
                    .filter(index -> index > 0)
                    .toArray();
            Check.that(digits[i].length > 0, "the network does not know the digit %d", i);
        }
        latin = java.util.stream.IntStream.range(1, characters.size())
                .filter(i -> characters.get(i).codePoints().allMatch(c -> c < LATIN_END))
                .toArray();
    }

    /** The line at a place, with any characters of the Latin script. */
    PrintedLine read(Grey page, Quad place) {
        Network.Out out = run(page, place);
        int classes = (int) out.shape()[2];
        StringBuilder text = new StringBuilder();
        List<Double> sure = new ArrayList<>();
        int before = 0;
        for (int step = 0; step < out.shape()[1]; step++) {
            int best = 0;
            for (int i : latin) {
                if (out.values()[step * classes + i] > out.values()[step * classes + best]) {
                    best = i;
                }
            }
            if (best != 0 && best != before && best < characters.size()) {
                String character = characters.get(best);
                text.append(character);
                for (int i = 0; i < character.length(); i++) {
                    sure.add((double) out.values()[step * classes + best]);
                }
            }
            before = best;
        }
        return new PrintedLine(place, text.toString(), sure);
    }

    /**
     * A line laid straight, {@link #HIGH} pixels high.
     *
     * @param pixels brightness row by row
     * @param widthLeast what is shorter is filled up on its right
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Strip(float[] pixels, int wide, int widthLeast) {}

    /**
     * A number.
     *
     * @param sure of each digit: the share that the digit has beside the other nine and beside none
     */
    record Digits(String text, List<Double> sure) {
        static final Digits NONE = new Digits("", List.of());

        Digits {
            sure = List.copyOf(sure);
        }
    }

    /** The digits of a line that holds nothing else: at each step what is likelier, one of the ten, however it is drawn, or none. */
    Digits digits(Strip strip) {
        Network.Out out = run(strip);
        int classes = (int) out.shape()[2];
        StringBuilder text = new StringBuilder();
        List<Double> sure = new ArrayList<>();
        int before = -1;
        for (int step = 0; step < out.shape()[1]; step++) {
            int from = step * classes;
            float none = out.values()[from];
            int best = -1;
            float likeliest = 0;
            float sum = none;
            for (int digit = 0; digit < digits.length; digit++) {
                float value = 0;
                for (int form : digits[digit]) {
                    value += out.values()[from + form];
                }
                sum += value;
                if (value > likeliest) {
                    likeliest = value;
                    best = digit;
                }
            }
            if (likeliest <= none || likeliest < FLOOR) {
                before = -1;
                continue;
            }
            double share = likeliest / sum;
            if (best != before) {
                text.append((char) ('0' + best));
                sure.add(share);
            } else {
                sure.set(sure.size() - 1, Math.max(sure.getLast(), share));
            }
            before = best;
        }
        return new Digits(text.toString(), sure);
    }

    private Network.Out run(Grey page, Quad place) {
        double ratio = place.upperLeft().distance(place.upperRight())
                / Math.max(1, place.upperLeft().distance(place.lowerLeft()));
        int wide = Math.clamp((int) Math.ceil(HIGH * ratio), 8, WIDE_MOST);
        return run(new Strip(Scaling.straight(page, place, wide, HIGH), wide, WIDE_LEAST));
    }

    private Network.Out run(Strip strip) {
        int wide = strip.wide();
        int padded = Math.max(strip.widthLeast(), wide);
        float[] input = new float[3 * HIGH * padded];
        for (int colour = 0; colour < 3; colour++) {
            for (int y = 0; y < HIGH; y++) {
                for (int x = 0; x < wide; x++) {
                    input[(colour * HIGH + y) * padded + x] = strip.pixels()[y * wide + x] / 127.5f - 1;
                }
            }
        }
        return network.run(input, 1, 3, HIGH, padded);
    }
}
