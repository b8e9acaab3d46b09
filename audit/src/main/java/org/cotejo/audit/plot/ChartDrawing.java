package org.cotejo.audit.plot;

import java.util.List;
import org.cotejo.base.Sentence;

/**
 * Lays one chart out and draws it: title, legend, frame with ticks, marks, caveat, from top to bottom. Inside a page title and
 * caveat are the page's text, and the drawing is narrower, so that its letters can still be read on a phone.
 */
final class ChartDrawing {
    static final double WIDTH = 560;
    private static final double PAGE_WIDTH = 380;
    private static final double MARGIN = 16;
    private static final double PLOT_HEIGHT = 270;
    private static final double TITLE = 18;
    private static final double TEXT = 14;

    private final Chart chart;
    private final String language;
    private final double width;
    private final double margin;
    private final Numerals numerals;
    private final StringBuilder body = new StringBuilder(1 << 14);
    private double down;

    private ChartDrawing(Chart chart, String language, double width, double margin) {
        this.chart = chart;
        this.language = language.equals("es") ? "es" : "en";
        this.width = width;
        this.margin = margin;
        this.down = margin;
        this.numerals = Numerals.of(language);
    }

    /** A document of its own, with title, caveat and style. */
    static String alone(Chart chart, String language) {
        ChartDrawing drawing = new ChartDrawing(chart, language, WIDTH, MARGIN);
        drawing.paragraph(chart.title(), TITLE, "title");
        drawing.down += 6;
        Frame frame = drawing.plot("<g clip-path=\"url(#%s-clip)\">\n".formatted(chart.id()));
        drawing.paragraph(chart.caveat(), TEXT, "soft");
        return drawing.document(frame, drawing.down + MARGIN * 0.5);
    }

    /** A part of a page: no title, caveat and style, and nothing that refers to another part of it. */
    static String inPage(Chart chart, String language) {
        ChartDrawing drawing = new ChartDrawing(chart, language, PAGE_WIDTH, 1);
        drawing.plot("<g>\n");
        String id = chart.id();
        return """
                <svg class="cotejo-plot" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title" aria-describedby="%s-text">
                %s</svg>
                """.formatted(SvgText.at(PAGE_WIDTH), SvgText.at(drawing.down - TEXT * 0.4), id, id, drawing.body);
    }

    /** Legend, frame and marks. */
    private Frame plot(String group) {
        down = new Legend(chart.marks(), language).draw(body, margin, down, width - margin);
        Frame frame = frame();
        drawFrame(frame);
        MarkDrawing marks = new MarkDrawing(chart, frame, body);
        body.append(group);
        chart.marks().forEach(marks::draw);
        body.append("</g>\n");
        down = frame.bottom() + TEXT * 3.4;
        return frame;
    }

    private void paragraph(Sentence text, double size, String style) {
        for (String line : SvgText.lines(text.in(language), size, width - margin * 2)) {
            down += size * 1.25;
            text(margin, down, "start", style, line);
        }
    }

    private void text(double x, double y, String anchor, String style, String text) {
        body.append("<text class=\"pl-%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(style, SvgText.at(x), SvgText.at(y), anchor, SvgText.escaped(text)));
    }

    /** The area of the marks; room to its left for the widest number. */
    private Frame frame() {
        double widest = Ticks.of(chart.y()).stream()
                .mapToDouble(tick -> SvgText.width(Ticks.text(chart.y(), tick, numerals), TEXT))
                .max()
                .orElse(0);
        double left = margin + widest + 10;
        down += 10;
        for (String line : SvgText.lines(chart.y().label().in(language), TEXT, width - margin * 2)) {
            down += TEXT * 1.2;
            text(margin, down, "start", "soft", line);
        }
        double top = down + 12;
        return new Frame(chart.x(), chart.y(), left, top, width - Math.max(margin * 1.5, 8), top + PLOT_HEIGHT);
    }

    private void drawFrame(Frame frame) {
        for (double tick : Ticks.of(chart.y())) {
            double y = frame.y(tick);
            body.append("<line class=\"pl-grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                    .formatted(SvgText.at(frame.left()), SvgText.at(frame.right()), SvgText.at(y), SvgText.at(y)));
            text(frame.left() - 8, y + TEXT * 0.35, "end", "num", Ticks.text(chart.y(), tick, numerals));
        }
        double used = Double.NEGATIVE_INFINITY;
        for (double tick : Ticks.of(chart.x())) {
            double x = frame.x(tick);
            body.append("<line class=\"pl-tick\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                    .formatted(
                            SvgText.at(x), SvgText.at(x), SvgText.at(frame.bottom()), SvgText.at(frame.bottom() + 5)));
            String number = Ticks.text(chart.x(), tick, numerals);
            double half = SvgText.width(number, TEXT) / 2;
            if (x - half > used) {
                used = x + half + 6;
                text(Math.min(x, width - 2 - half), frame.bottom() + TEXT * 1.4, "middle", "num", number);
            }
        }
        body.append("<line class=\"pl-axis\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                .formatted(
                        SvgText.at(frame.left()),
                        SvgText.at(frame.right()),
                        SvgText.at(frame.bottom()),
                        SvgText.at(frame.bottom())));
        List<String> label = SvgText.lines(chart.x().label().in(language), TEXT, frame.right() - frame.left());
        text(frame.right(), frame.bottom() + TEXT * 2.7, "end", "soft", label.getFirst());
    }

    private String document(Frame frame, double height) {
        String id = chart.id();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="cotejo-plot" lang="%s" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title %s-text">
                <title id="%s-title">%s</title>
                <desc id="%s-text">%s</desc>
                <style>
                %s</style>
                <clipPath id="%s-clip"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>
                <rect class="pl-paper" width="%s" height="%s"/>
                %s</svg>
                """.formatted(
                        language,
                        SvgText.at(WIDTH),
                        SvgText.at(height),
                        SvgText.at(WIDTH),
                        SvgText.at(height),
                        id,
                        id,
                        id,
                        SvgText.escaped(chart.title().in(language)),
                        id,
                        SvgText.escaped(chart.alternative().in(language)),
                        PlotStyle.TEXT,
                        id,
                        SvgText.at(frame.left()),
                        SvgText.at(frame.top() - 4),
                        SvgText.at(frame.right() - frame.left() + 4),
                        SvgText.at(frame.bottom() - frame.top() + 8),
                        SvgText.at(WIDTH),
                        SvgText.at(height),
                        body);
    }
}
