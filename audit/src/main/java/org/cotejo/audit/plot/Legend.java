package org.cotejo.audit.plot;

import java.util.List;
import java.util.Objects;

/** The marks that have a label, each with a sample of what it looks like; as many in a line as fit. */
final class Legend {
    private static final double SIZE = 14;
    private static final double SAMPLE = 26;
    private static final double GAP = 20;

    private final List<Mark> marks;
    private final String language;

    Legend(List<Mark> marks, String language) {
        this.marks = marks.stream().filter(mark -> mark.label() != null).toList();
        this.language = language;
    }

    /** Draws it below {@code top} and returns where it ends. */
    double draw(StringBuilder to, double left, double top, double right) {
        double x = left;
        double y = top + SIZE * 1.3;
        for (Mark mark : marks) {
            String label = Objects.requireNonNull(mark.label()).in(language);
            List<String> lines = SvgText.lines(label, SIZE, right - left - SAMPLE - 6);
            double width = SAMPLE + 6 + SvgText.width(lines.getFirst(), SIZE);
            if (x > left && (x + width > right || lines.size() > 1)) {
                x = left;
                y += SIZE * 1.4;
            }
            to.append(sample(mark, x, y - SIZE * 0.35));
            for (String line : lines) {
                to.append("<text class=\"pl-key\" x=\"%s\" y=\"%s\">%s</text>\n"
                        .formatted(SvgText.at(x + SAMPLE + 6), SvgText.at(y), SvgText.escaped(line)));
                y += SIZE * 1.25;
            }
            y -= SIZE * 1.25;
            x += width + GAP;
            if (lines.size() > 1) {
                x = right;
            }
        }
        return marks.isEmpty() ? top : y + 4;
    }

    private static String sample(Mark mark, double x, double y) {
        return switch (mark) {
            case Mark.Line line -> stroke("line", line.colour(), line.stroke(), x, y);
            case Mark.Rule rule -> stroke("rule", rule.colour(), rule.stroke(), x, y);
            case Mark.Points points -> MarkDrawing.shape(points.shape(), points.colour(), x + SAMPLE / 2, y);
            case Mark.Band band -> block("pl-band pl-f-" + band.colour().key(), x, y);
            case Mark.Cells cells -> block("pl-f-" + cells.colour().key(), x, y);
        };
    }

    private static String stroke(String style, Colour colour, Mark.Stroke stroke, double x, double y) {
        return "<path class=\"pl-%s pl-s-%s\"%s d=\"M%s %sh%s\"/>\n"
                .formatted(
                        style,
                        colour.key(),
                        MarkDrawing.dashes(stroke),
                        SvgText.at(x),
                        SvgText.at(y),
                        SvgText.at(SAMPLE));
    }

    private static String block(String style, double x, double y) {
        return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"12\"/>\n"
                .formatted(style, SvgText.at(x), SvgText.at(y - 6), SvgText.at(SAMPLE));
    }
}
