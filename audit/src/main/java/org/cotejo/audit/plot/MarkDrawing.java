package org.cotejo.audit.plot;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws the marks of a chart into its frame. */
final class MarkDrawing {
    /** Heat has so many shades; more can't be told apart. */
    private static final int SHADES = 10;

    private final Chart chart;
    private final Frame frame;
    private final StringBuilder to;

    MarkDrawing(Chart chart, Frame frame, StringBuilder to) {
        this.chart = chart;
        this.frame = frame;
        this.to = to;
    }

    void draw(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Band band -> band(band);
            case Mark.Points points ->
                points.points()
                        .forEach(point -> to.append(
                                shape(points.shape(), points.colour(), frame.x(point.x()), frame.y(point.y()))));
            case Mark.Rule rule -> rule(rule);
            case Mark.Cells cells -> cells(cells);
        }
    }

    private void line(Mark.Line line) {
        to.append("<path class=\"pl-line pl-s-%s\"%s d=\"M%s\"/>\n"
                .formatted(
                        line.colour().key(),
                        dashes(line.stroke()),
                        line.points().stream().map(frame::at).collect(Collectors.joining("L"))));
    }

    static String dashes(Mark.Stroke stroke) {
        return stroke == Mark.Stroke.SOLID ? "" : " stroke-dasharray=\"" + stroke.dashes() + "\"";
    }

    private void band(Mark.Band band) {
        List<Point> back = band.low().reversed();
        to.append("<path class=\"pl-band pl-f-%s\" d=\"M%sL%sZ\"/>\n"
                .formatted(
                        band.colour().key(),
                        band.high().stream().map(frame::at).collect(Collectors.joining("L")),
                        back.stream().map(frame::at).collect(Collectors.joining("L"))));
    }

    private void rule(Mark.Rule rule) {
        Point from = rule.isUpright()
                ? new Point(rule.at(), chart.y().from())
                : new Point(chart.x().from(), rule.at());
        Point end = rule.isUpright()
                ? new Point(rule.at(), chart.y().to())
                : new Point(chart.x().to(), rule.at());
        to.append("<path class=\"pl-rule pl-s-%s\"%s d=\"M%sL%s\"/>\n"
                .formatted(rule.colour().key(), dashes(rule.stroke()), frame.at(from), frame.at(end)));
    }

    /** One path for all cells of a shade, so that a map of thousands of cells stays small. */
    private void cells(Mark.Cells cells) {
        TreeMap<Integer, StringBuilder> shades = new TreeMap<>();
        for (Mark.Cell cell : cells.cells()) {
            double left = frame.x(cell.x());
            double bottom = frame.y(cell.y());
            double right = frame.x(cell.x() + cells.width());
            double top = frame.y(cell.y() + cells.height());
            shades.computeIfAbsent((int) Math.ceil(cell.weight() * SHADES), _ -> new StringBuilder())
                    .append("M%s %sH%sV%sH%sZ"
                            .formatted(
                                    SvgText.at(left),
                                    SvgText.at(bottom),
                                    SvgText.at(right),
                                    SvgText.at(top),
                                    SvgText.at(left)));
        }
        shades.forEach((shade, path) -> to.append("<path class=\"pl-f-%s\" fill-opacity=\"%s\" d=\"%s\"/>\n"
                .formatted(cells.colour().key(), SvgText.at((double) shade / SHADES), path)));
    }

    static String shape(Mark.Shape shape, Colour colour, double x, double y) {
        return switch (shape) {
            case DISC ->
                "<circle class=\"pl-f-%s\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>\n"
                        .formatted(colour.key(), SvgText.at(x), SvgText.at(y));
            case RING ->
                "<circle class=\"pl-line pl-s-%s\" cx=\"%s\" cy=\"%s\" r=\"4\"/>\n"
                        .formatted(colour.key(), SvgText.at(x), SvgText.at(y));
            case SQUARE ->
                "<rect class=\"pl-f-%s\" x=\"%s\" y=\"%s\" width=\"7\" height=\"7\"/>\n"
                        .formatted(colour.key(), SvgText.at(x - 3.5), SvgText.at(y - 3.5));
            case CROSS ->
                "<path class=\"pl-line pl-s-%s\" d=\"M%s %sl7 7m0-7l-7 7\"/>\n"
                        .formatted(colour.key(), SvgText.at(x - 3.5), SvgText.at(y - 3.5));
        };
    }
}
