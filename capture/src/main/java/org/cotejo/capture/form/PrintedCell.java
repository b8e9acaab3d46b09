package org.cotejo.capture.form;

import java.util.OptionalInt;
import org.cotejo.base.Check;
import org.cotejo.capture.symbols.Quad;

/**
 * One number of a sheet, read twice: from its digits and from the words beside it.
 *
 * @param row where it stands in its form, such as {@code votes 1} or {@code null}; the form's chapter lists them
 * @param label what is printed in front of it, as it was read
 * @param figure from the digits; empty where two readings of them differ or nothing was read
 * @param words from the words; empty where they are those of no number, or of two alike
 * @param sure of the digits, 0 to 1: the least sure of them; no probability
 * @param page from 0
 * @param place of digits and words, in the page
 * @param digits of the digits alone; the same as {@code place} where that is not known
 */
public record PrintedCell(
        String row,
        String label,
        OptionalInt figure,
        OptionalInt words,
        double sure,
        int page,
        Quad place,
        Quad digits) {
    /** A cell of which no more is known than where digits and words stand. */
    public PrintedCell(
            String row, String label, OptionalInt figure, OptionalInt words, double sure, int page, Quad place) {
        this(row, label, figure, words, sure, page, place, place);
    }

    /** Of less sure digits a person looks, whatever the words say. */
    private static final double SURE_LEAST = 0.8;

    /** What the two readings say together. Only what is agreed may count; all else is for people. */
    public enum State {
        /** Both say the same number, the digits surely. */
        AGREED,
        /** Both say the same number, but a digit was hardly seen. */
        UNSURE,
        /** They say two numbers. */
        CONTRADICTED,
        /** Only one of them could be read. */
        ONCE,
        UNREAD
    }

    public PrintedCell {
        Check.that(sure >= 0 && sure <= 1, "sure %s", sure);
    }

    /** Whether figure and words bear each other out. */
    public State state() {
        if (figure.isPresent() && words.isPresent()) {
            State alike = sure >= SURE_LEAST ? State.AGREED : State.UNSURE;
            return figure.getAsInt() == words.getAsInt() ? alike : State.CONTRADICTED;
        }
        return figure.isPresent() || words.isPresent() ? State.ONCE : State.UNREAD;
    }

    /** Whether the name in front of it is most likely this one, as far as it stands on the same line. */
    public boolean isNamed(String name) {
        String read = Spelling.letters(Spelling.bare(label));
        String expected = Spelling.letters(Spelling.bare(name));
        String begun = expected.substring(0, Math.min(expected.length(), read.length()));
        return read.length() >= Math.min(3, expected.length()) && Spelling.distance(read, begun) * 4 <= begun.length();
    }

    /** The number that both say, surely or not. */
    public OptionalInt saidTwice() {
        return figure.equals(words) ? figure : OptionalInt.empty();
    }

    /** The number that both say surely. */
    public OptionalInt agreed() {
        return state() == State.AGREED ? figure : OptionalInt.empty();
    }
}
