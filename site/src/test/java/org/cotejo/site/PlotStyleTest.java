package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.audit.plot.Axis;
import org.cotejo.audit.plot.Chart;
import org.cotejo.audit.plot.Colour;
import org.cotejo.audit.plot.Mark;
import org.cotejo.audit.plot.Point;
import org.cotejo.base.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room of plots names classes; the style sheet of the pages must know all of them. */
class PlotStyleTest {
    private static final Sentence SAID = new Sentence("so", "así");

    @TempDir
    private Path folder;

    private static Chart everything() {
        List<Mark> marks = new ArrayList<>();
        List<Point> points = List.of(new Point(0, 0), new Point(1, 1));
        for (Colour colour : Colour.values()) {
            marks.add(new Mark.Line(points, Mark.Stroke.SOLID, colour, SAID));
            marks.add(new Mark.Band(points, points, colour, SAID));
            marks.add(new Mark.Rule(0.5, true, Mark.Stroke.DASHED, colour, SAID));
            marks.add(new Mark.Cells(0.1, 0.1, List.of(new Mark.Cell(0, 0, 1)), colour, SAID));
            for (Mark.Shape shape : Mark.Shape.values()) {
                marks.add(new Mark.Points(points, shape, colour, SAID));
            }
        }
        Axis axis = Axis.linear(SAID, 0, 1, Axis.Unit.SHARE);
        return new Chart("all", SAID, SAID, SAID, axis, axis, marks);
    }

    @Test
    void everyClassOfAChartHasARule() throws IOException {
        String css = WrittenSite.of(new PaperCountry(3), folder.resolve("site")).page("style.css");
        Set<String> unknown = new TreeSet<>();
        Matcher classes =
                Pattern.compile("class=\"([^\"]+)\"").matcher(everything().inPage("es"));
        while (classes.find()) {
            for (String name : classes.group(1).split(" ", -1)) {
                // Words of the legend are as all text is.
                if (!name.equals("pl-key")
                        && !Pattern.compile("\\." + name + "\\b").matcher(css).find()) {
                    unknown.add(name);
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyChartOfAPageIsNamedAndToldByTextBesideIt() throws IOException {
        WrittenSite site = WrittenSite.of(new PaperCountry(300), folder.resolve("site"));
        int charts = 0;
        for (String html : site.pages().values()) {
            Matcher chart = Pattern.compile("aria-labelledby=\"([a-z0-9-]+)\" aria-describedby=\"([a-z0-9-]+)\"")
                    .matcher(html);
            while (chart.find()) {
                charts++;
                assertTrue(html.contains("id=\"" + chart.group(1) + "\""), chart::group);
                assertTrue(html.contains("id=\"" + chart.group(2) + "\""), chart::group);
            }
        }
        // In both languages: two on the front page, one on that of statistics.
        assertEquals(6, charts);
    }
}
