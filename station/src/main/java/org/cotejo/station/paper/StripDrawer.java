package org.cotejo.station.paper;

import java.util.List;
import org.cotejo.station.paper.Block.Tone;
import org.cotejo.station.paper.Pen.Align;
import org.cotejo.station.paper.Pen.Style;

/** Draws blocks one below the other on the strip of a roll. Sizes are in dots: 8 a millimetre. Used for one strip. */
final class StripDrawer {
    private static final int SMALL = 20;
    private static final int BODY = 24;
    private static final int FIGURE = 30;
    private static final int SECTION = 26;
    private static final int GAP = 14;
    private static final int WIDE = 500;
    private static final int TICK = 24;
    private static final int BOX_HEIGHT = 172;

    private final Dots dots;
    private final Pen pen;
    private final int width;
    private int y;

    private StripDrawer(Typeface typeface, int width, boolean isRightToLeft) {
        this.dots = new Dots(width);
        this.pen = new Pen(typeface, dots, isRightToLeft);
        this.width = dots.width();
    }

    /** Dots of letters that would not fit on the paper; none ever should. */
    static int clipped(Typeface typeface, int width, boolean isRightToLeft, List<Block> blocks) {
        StripDrawer drawer = new StripDrawer(typeface, width, isRightToLeft);
        blocks.forEach(drawer::block);
        return drawer.dots.clipped();
    }

    static Strip draw(Typeface typeface, int width, boolean isRightToLeft, List<Block> blocks) {
        StripDrawer drawer = new StripDrawer(typeface, width, isRightToLeft);
        drawer.y = GAP;
        blocks.forEach(drawer::block);
        drawer.dots.reach(drawer.y);
        return drawer.dots.strip();
    }

    private boolean isWide() {
        return width >= WIDE;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Banner banner -> banner(banner);
            case Block.Title title -> title(title);
            case Block.Section section -> section(section);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Pairs pairs -> pairs.pairs().forEach(this::pair);
            case Block.Choices choices -> choices(choices);
            case Block.Figures figures -> new StripTables(pen, dots, width).figures(figures, y);
            case Block.Comparison comparison -> new StripTables(pen, dots, width).comparison(comparison, y);
            case Block.Groups groups -> groups(groups);
            case Block.Large large -> large(large);
            case Block.Codes codes -> codes.codes().forEach(this::code);
            case Block.Boxes boxes -> boxes.roles().forEach(role -> box(role, boxes));
        }
        y = dots.height() + GAP;
    }

    private void banner(Block.Banner banner) {
        Style style = Style.bold(isWide() ? 34 : 26);
        List<String> lines = pen.lines(banner.text(), style, width - 2 * GAP);
        dots.fill(0, y, width, lines.size() * style.line() + GAP);
        int row = y + GAP / 2;
        for (String line : lines) {
            pen.setWhite(line, style, width, row);
            row += style.line();
        }
    }

    private void title(Block.Title title) {
        int row = pen.set(title.text(), Style.bold(isWide() ? 40 : 32), 0, width, y, Align.CENTER);
        row = pen.set(title.below(), Style.bold(isWide() ? 28 : 26), 0, width, row, Align.CENTER);
        dots.fill(0, row + GAP / 2, width, 3);
    }

    private void section(Block.Section section) {
        int row = pen.set(section.text(), Style.bold(SECTION), 0, width, y + GAP, Align.START);
        dots.fill(0, row, width, 2);
    }

    private void paragraph(Block.Paragraph paragraph) {
        Style style = switch (paragraph.tone()) {
            case SMALL -> Style.medium(SMALL);
            case BODY -> Style.medium(BODY);
            case STRONG -> Style.bold(BODY);
        };
        Align align = paragraph.tone() == Tone.STRONG ? Align.CENTER : Align.START;
        pen.set(paragraph.text(), style, 0, width, y, align);
    }

    /** Name and value on one line if both fit or the value is short, else one below the other. */
    private void pair(Block.Pair pair) {
        Style name = Style.medium(BODY);
        Style value = Style.bold(BODY);
        int taken = pen.width(pair.value(), value);
        if (pen.width(pair.name(), name) + BODY + taken <= width) {
            pen.set(pair.value(), value, width - taken, taken, y, Align.END);
            y = pen.set(pair.name(), name, 0, width - taken, y, Align.START);
        } else if (taken <= width / 3) {
            pen.set(pair.value(), value, width - taken, taken, y, Align.END);
            y = pen.set(pair.name(), name, 0, width - taken - BODY, y, Align.START);
        } else {
            y = pen.set(pair.name(), name, 0, width, y, Align.START);
            y = pen.set(pair.value(), value, BODY, width - BODY, y, Align.END);
        }
    }

    private void choices(Block.Choices choices) {
        int inside = width - 4 * GAP;
        int top = pen.set(choices.contest(), Style.medium(BODY), 0, width, y, Align.START) + GAP / 2;
        int row = top + GAP;
        for (Block.Choice choice : choices.chosen()) {
            Style style = Style.bold(isWide() ? 36 : 30);
            int number = choice.number().isEmpty() ? 0 : pen.width(choice.number(), style) + GAP;
            pen.set(choice.number(), style, 2 * GAP, number, row, Align.START);
            row = pen.set(choice.name(), style, 2 * GAP + number, inside - number, row, Align.START);
            if (!choice.party().isEmpty()) {
                row = pen.set(
                        choice.party(), Style.medium(BODY + 2), 2 * GAP + number, inside - number, row, Align.START);
            }
            row += GAP;
        }
        dots.frame(0, top, width, row - top, 3);
    }

    /** Groups of digits, four or five on a line, always from left to right. */
    private void groups(Block.Groups groups) {
        Style style = Style.bold(isWide() ? FIGURE : BODY);
        int onALine = groups.groups().size() % 5 == 0 ? 5 : 4;
        int row = pen.set(groups.name(), Style.medium(BODY), 0, width, y, Align.START);
        for (int i = 0; i < groups.groups().size(); i += onALine) {
            String line = String.join("  ", groups.groups().subList(i, i + onALine));
            row = pen.set(line, style, 0, width, row, Align.CENTER);
        }
    }

    private void large(Block.Large large) {
        int row = pen.set(large.name(), Style.medium(BODY), 0, width, y, Align.START);
        pen.set(large.value(), Style.bold(isWide() ? 38 : 30), 0, width, row, Align.CENTER);
    }

    private void code(Block.Code code) {
        PrintedCode drawn = code.code();
        int dotsAModule = width / drawn.modulesWithQuiet();
        int side = dotsAModule * drawn.modulesWithQuiet();
        code.caption().ifPresent(caption -> y = pen.set(caption, Style.medium(BODY), 0, width, y, Align.CENTER));
        int left = (width - side) / 2;
        dots.reach(y + side);
        for (int row = 0; row < drawn.modulesWithQuiet(); row++) {
            for (int column = 0; column < drawn.modulesWithQuiet(); column++) {
                if (drawn.isDark(column, row)) {
                    dots.fill(left + column * dotsAModule, y + row * dotsAModule, dotsAModule, dotsAModule);
                }
            }
        }
        y += side;
    }

    /** A box to sign in, its role above and two boxes to tick below. */
    private void box(String role, Block.Boxes boxes) {
        Style style = Style.bold(BODY - 2);
        int inside = width - 2 * GAP;
        int below = pen.set(role, style, GAP, inside, y + GAP / 2, Align.START);
        int bottom = Math.max(y + BOX_HEIGHT, below + BOX_HEIGHT / 2);
        int ticks = bottom - TICK - GAP;
        int start = tick(boxes.absent(), GAP, ticks) + 2 * GAP;
        tick(boxes.refused(), start, ticks);
        dots.frame(0, y, width, bottom - y, 2);
        y = bottom + GAP / 2;
    }

    private int tick(String label, int start, int top) {
        Style style = Style.medium(SMALL + 2);
        int taken = pen.width(label, style);
        dots.frame(pen.left(start, TICK), top, TICK, TICK, 2);
        pen.set(label, style, start + TICK + GAP / 2, taken, top - 2, Align.START);
        return start + TICK + GAP / 2 + taken;
    }
}
