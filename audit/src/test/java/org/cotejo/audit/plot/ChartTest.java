package org.cotejo.audit.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cotejo.base.Sentence;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Charts are read back by the platform's XML parser, and by where their marks lie. */
class ChartTest {
    private static final Sentence LEAD = new Sentence("lead <A & B>", "ventaja <A y B>");

    private static Chart chart(List<Mark> marks) {
        return new Chart(
                "lead",
                new Sentence("The lead", "La ventaja"),
                new Sentence("The lead ends at 3 %.", "La ventaja termina en 3 %."),
                new Sentence("A hint, not proof.", "Un indicio, no una prueba."),
                Axis.linear(new Sentence("stations", "mesas"), 0, 100, Axis.Unit.NUMBER),
                Axis.linear(LEAD, -0.1, 0.1, Axis.Unit.SHARE),
                marks);
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<String> all(Document document, String tag, String attribute) {
        NodeList found = document.getElementsByTagName(tag);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element element = (Element) found.item(i);
            values.add(attribute.isEmpty() ? element.getTextContent() : element.getAttribute(attribute));
        }
        return values;
    }

    private static List<Mark> oneOfEach() {
        List<Point> points = List.of(new Point(0, -0.1), new Point(50, 0), new Point(100, 0.1));
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Band(points, points, Colour.A, LEAD));
        marks.add(new Mark.Cells(
                10, 0.02, List.of(new Mark.Cell(0, 0, 0.25), new Mark.Cell(10, 0, 0.3)), Colour.A, LEAD));
        for (Mark.Stroke stroke : Mark.Stroke.values()) {
            marks.add(new Mark.Line(points, stroke, Colour.B, LEAD));
        }
        for (Mark.Shape shape : Mark.Shape.values()) {
            marks.add(new Mark.Points(points, shape, Colour.GOOD, LEAD));
        }
        marks.add(new Mark.Rule(0, false, Mark.Stroke.DOTTED, Colour.INK, null));
        marks.add(new Mark.Rule(20, true, Mark.Stroke.SOLID, Colour.BAD, null));
        return marks;
    }

    @Test
    void everyKindOfMarkMakesWellFormedXmlInBothLanguages() {
        for (String language : List.of("en", "es")) {
            Document document = parsed(chart(oneOfEach()).svg(language));
            assertEquals(language, document.getDocumentElement().getAttribute("lang"));
            assertEquals("img", document.getDocumentElement().getAttribute("role"));
        }
    }

    @Test
    void aChartSaysWhatItShowsToThoseWhoDoNotSeeIt() {
        Document document = parsed(chart(List.of()).svg("es"));
        assertEquals(List.of("La ventaja"), all(document, "title", ""));
        assertEquals(List.of("La ventaja termina en 3 %."), all(document, "desc", ""));
        assertEquals("lead-title lead-text", document.getDocumentElement().getAttribute("aria-labelledby"));
        assertTrue(all(document, "text", "").contains("Un indicio, no una prueba."));
    }

    @Test
    void theEndsOfTheAxesAreTheEndsOfTheFrame() {
        List<Point> points = List.of(new Point(0, -0.1), new Point(100, 0.1));
        Document document = parsed(chart(List.of(new Mark.Line(points, Mark.Stroke.SOLID, Colour.A, null)))
                .svg("en"));
        String path = all(document, "path", "d").getFirst();
        double[] at = java.util.Arrays.stream(path.substring(1).split("[L ]"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<String> grid = all(document, "line", "y1");
        assertEquals(Double.parseDouble(grid.getFirst()), at[1], 0.11);
        assertEquals(270, at[1] - at[3], 0.11);
        assertTrue(at[0] > 0 && at[2] > at[0] && at[2] < ChartDrawing.WIDTH, path);
    }

    @Test
    void numbersAreWrittenInTheLanguageOfTheChart() {
        Axis x = Axis.linear(LEAD, 0, 20_000, Axis.Unit.NUMBER);
        Axis y = Axis.linear(LEAD, 0, 0.02, Axis.Unit.SHARE);
        Chart chart = new Chart("a", LEAD, LEAD, LEAD, x, y, List.of());
        assertTrue(all(parsed(chart.svg("en")), "text", "").containsAll(List.of("20,000", "0.5\u00a0%")));
        assertTrue(all(parsed(chart.svg("es")), "text", "").containsAll(List.of("20.000", "0,5\u00a0%")));
    }

    @Test
    void aHeatMapWithManyCellsHasOnePathAShade() {
        List<Mark.Cell> cells = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int row = i / 20;
            cells.add(new Mark.Cell(i % 20 * 5, row * 0.01 - 0.1, (i % 100 + 1) / 100.0));
        }
        String svg =
                chart(List.of(new Mark.Cells(5, 0.01, cells, Colour.A, LEAD))).svg("en");
        assertEquals(10, all(parsed(svg), "path", "d").size());
        assertTrue(svg.length() < 40_000, () -> "bytes: " + svg.length());
    }

    @Test
    void nothingInAChartIsFetchedFromElsewhere() {
        String svg = chart(oneOfEach()).svg("en").replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertFalse(svg.contains("http") || svg.contains("href") || svg.contains("@import"), svg);
        assertTrue(svg.contains("prefers-color-scheme:dark"));
    }

    @Test
    void theSameChartGivesTheSameBytes() {
        assertEquals(chart(oneOfEach()).svg("en"), chart(oneOfEach()).svg("en"));
    }

    @Test
    void whatCannotBeDrawnIsRefusedWhenItIsMade() {
        assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> Axis.linear(LEAD, 1, 1, Axis.Unit.NUMBER));
        assertThrows(IllegalArgumentException.class, () -> Axis.log(LEAD, 0, 1, Axis.Unit.NUMBER));
        assertThrows(IllegalArgumentException.class, () -> new Mark.Cell(0, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Mark.Band(List.of(new Point(0, 0)), List.of(new Point(1, 0)), Colour.A, LEAD));
        assertThrows(IllegalArgumentException.class, () -> new Mark.Line(List.of(), Mark.Stroke.SOLID, Colour.A, LEAD));
    }

    @Test
    void insideAPageAChartHasNoStyleAndRefersToNothingOfIt() {
        String svg = chart(oneOfEach()).inPage("es");
        Document document = parsed(svg);
        assertEquals(List.of(), all(document, "style", ""));
        assertFalse(svg.contains("url(") || svg.contains(" id=") || svg.contains("style="), svg);
        assertEquals("lead-title", document.getDocumentElement().getAttribute("aria-labelledby"));
        assertEquals("lead-text", document.getDocumentElement().getAttribute("aria-describedby"));
        assertFalse(all(document, "text", "").contains("La ventaja"), "the page writes the title");
        assertTrue(all(document, "text", "").contains("mesas"));
    }

    @Test
    void insideAPageNothingIsDrawnBesideTheDrawing() {
        Document document = parsed(chart(oneOfEach()).inPage("en"));
        String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        for (String x : all(document, "text", "x")) {
            assertTrue(Double.parseDouble(x) >= 0 && Double.parseDouble(x) <= Double.parseDouble(box[2]), x);
        }
        for (String y : all(document, "text", "y")) {
            assertTrue(Double.parseDouble(y) > 0 && Double.parseDouble(y) <= Double.parseDouble(box[3]), y);
        }
    }
}
