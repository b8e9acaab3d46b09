package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.station.paper.Pen.Align;
import org.cotejo.station.paper.Pen.Style;

/** Draws tables of figures on a strip: a name may take several lines, its figure stands beside it, its words below. */
final class StripTables {
    private static final int SMALL = 20;
    private static final int BODY = 24;
    private static final int FIGURE = 30;
    private static final int GAP = 12;

    private final Pen pen;
    private final Dots dots;
    private final int width;

    StripTables(Pen pen, Dots dots, int width) {
        this.pen = pen;
        this.dots = dots;
        this.width = width;
    }

    void figures(Block.Figures figures, int top) {
        Style name = Style.bold(BODY);
        Style figure = Style.bold(FIGURE);
        int number = widest(figures.rows().stream().map(Block.FigureRow::number).toList(), name);
        int start = number == 0 ? 0 : number + GAP;
        int taken = widest(figures.rows().stream().map(Block.FigureRow::figure).toList(), figure);
        int y = top;
        for (Block.FigureRow row : figures.rows()) {
            // The figure is larger than the name: its baseline is lowered to that of the name's first line.
            int lowered = y + figure.ascent() - name.ascent();
            pen.set(row.figure(), figure, width - taken, taken, y, Align.FIGURE);
            pen.set(row.number(), name, 0, number, lowered, Align.START);
            y = pen.set(row.name(), name, start, width - start - taken - GAP, lowered, Align.START);
            y = below(row, start, Math.max(y, top)) + GAP / 2;
            dots.dotted(0, y, width);
            y += GAP / 2;
        }
        dots.reach(y);
    }

    /** Party and words on one line if both fit, else one below the other. */
    private int below(Block.FigureRow row, int start, int y) {
        Style party = Style.medium(BODY - 2);
        Style words = Style.medium(SMALL);
        int room = width - start;
        int taken = pen.width(row.words(), words);
        if (pen.width(row.party(), party) + BODY + taken <= room) {
            int lowered = y + party.ascent() - words.ascent();
            pen.set(row.words(), words, width - taken, taken, lowered, Align.END);
            return pen.set(row.party(), party, start, room - taken, y, Align.START);
        }
        int next = row.party().isEmpty() ? y : pen.set(row.party(), party, start, room, y, Align.START);
        return pen.set(row.words(), words, start, room, next, Align.END);
    }

    void comparison(Block.Comparison comparison, int top) {
        List<String> titles = comparison.titles().figures();
        int column = width / titles.size();
        int y = top;
        int bottom = y;
        for (int i = 0; i < titles.size(); i++) {
            bottom = Math.max(
                    bottom, pen.set(titles.get(i), Style.bold(SMALL), i * column, column - GAP / 2, y, Align.FIGURE));
        }
        y = bottom;
        dots.fill(0, y, width, 2);
        y += GAP;
        Style name = Style.bold(BODY);
        int number = widest(
                comparison.rows().stream().map(Block.ComparisonRow::number).toList(), name);
        int start = number == 0 ? 0 : number + GAP;
        for (Block.ComparisonRow row : comparison.rows()) {
            int from = y;
            int inset = row.differs() ? GAP + GAP / 2 : 0;
            pen.set(row.number(), name, inset, number, y, Align.START);
            y = pen.set(row.name(), name, inset + start, width - start - inset, y, Align.START);
            if (!row.party().isEmpty()) {
                y = pen.set(row.party(), Style.medium(BODY - 2), inset + start, width - start - inset, y, Align.START);
            }
            int figures = y;
            for (int i = 0; i < titles.size(); i++) {
                Style style = i == titles.size() - 1 || row.differs() ? Style.bold(FIGURE) : Style.medium(FIGURE);
                y = pen.set(row.figures().get(i), style, i * column, column - GAP / 2, figures, Align.FIGURE);
            }
            if (!row.words().isEmpty()) {
                y = pen.set(row.words(), Style.medium(SMALL), inset, width - inset - GAP / 2, y, Align.END);
            }
            if (row.differs()) {
                dots.fill(pen.left(0, GAP / 2), from, GAP / 2, y - from);
            }
            y += GAP / 2;
            dots.dotted(0, y, width);
            y += GAP / 2;
        }
        dots.reach(y);
    }

    private int widest(List<String> texts, Style style) {
        return texts.stream().mapToInt(text -> pen.width(text, style)).max().orElse(0);
    }
}
