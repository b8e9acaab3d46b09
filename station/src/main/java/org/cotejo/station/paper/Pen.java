package org.cotejo.station.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets text on a strip. Places are counted from the start edge, which is the right one where the language is written from the
 * right, so that the same layout serves both. Not safe for use by several threads.
 */
final class Pen {
    /** Where a text stands in its room. */
    enum Align {
        START,
        CENTER,
        END,
        FIGURE
    }

    /** Weight and size, in dots an em, of a text. */
    record Style(Typeface.Weight weight, int size) {
        static Style medium(int size) {
            return new Style(Typeface.Weight.MEDIUM, size);
        }

        static Style bold(int size) {
            return new Style(Typeface.Weight.BOLD, size);
        }

        /** Dots from one line to the next; Arabic letters reach far below the line. */
        int line() {
            return size * 4 / 3;
        }

        /** Dots from the top of a line to its baseline. */
        int ascent() {
            return size;
        }
    }

    private final Typeface typeface;
    private final Dots dots;
    private final boolean isRightToLeft;

    Pen(Typeface typeface, Dots dots, boolean isRightToLeft) {
        this.typeface = typeface;
        this.dots = dots;
        this.isRightToLeft = isRightToLeft;
    }

    /** The left edge of a room that begins so far from the start edge. */
    int left(int start, int width) {
        return isRightToLeft ? dots.width() - start - width : start;
    }

    /** The lines into which a text falls in a room of this width; joined, in reading order. */
    List<String> lines(String text, Style style, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Script.joined(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (advance(longer, style) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(broken(lines, word, style, width));
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cuts a word that no line takes; the last piece is given back, those before it become lines. */
    private String broken(List<String> lines, String word, Style style, int width) {
        StringBuilder piece = new StringBuilder();
        word.codePoints().forEach(c -> {
            String longer = piece + Character.toString(c);
            if (advance(longer, style) > width && !piece.isEmpty()) {
                lines.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
        });
        return piece.toString();
    }

    /** Dots that a text takes on one line. */
    int width(String text, Style style) {
        return advance(Script.joined(text), style);
    }

    /** Dots that letters take which are joined already. */
    private int advance(String joined, Style style) {
        return joined.codePoints()
                .filter(c -> !isMark(c))
                .map(c -> typeface.glyph(style.weight(), style.size(), c).advance())
                .sum();
    }

    /** Sets a text into a room, in as many lines as it takes; gives the first free row below it. */
    int set(String text, Style style, int start, int width, int top, Align align) {
        int row = top;
        boolean fromRight = isRightToLeft && Script.isRightToLeft(text);
        for (String line : lines(text, style, width)) {
            line(Script.leftToRight(line, fromRight), style, start, width, row, align, true);
            row += style.line();
        }
        dots.reach(row);
        return row;
    }

    /** Sets one line in white on black that is there already. */
    void setWhite(String text, Style style, int width, int top) {
        String line = Script.leftToRight(Script.joined(text), isRightToLeft && Script.isRightToLeft(text));
        line(line, style, 0, width, top, Align.CENTER, false);
    }

    private void line(String line, Style style, int start, int width, int top, Align align, boolean isBlack) {
        int spare = width - advance(line, style);
        int x = left(start, width)
                + switch (align) {
                    case START -> isRightToLeft ? spare : 0;
                    case CENTER -> spare / 2;
                    case END -> isRightToLeft ? 0 : spare;
                    // Digits are written from the left everywhere: units stand below units.
                    case FIGURE -> spare;
                };
        int baseline = top + style.ascent();
        int before = 0;
        for (int c : line.codePoints().toArray()) {
            Typeface.Glyph glyph = typeface.glyph(style.weight(), style.size(), c);
            if (isMark(c)) {
                dots.glyph(glyph, x - before / 2 - glyph.width() / 2 - glyph.left(), baseline, isBlack);
                continue;
            }
            dots.glyph(glyph, x, baseline, isBlack);
            x += glyph.advance();
            before = glyph.advance();
        }
    }

    /** A mark that stands on the letter before it. */
    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }
}
