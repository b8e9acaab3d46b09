package org.cotejo.audit.plot;

import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * One chart with all that stands in it.
 *
 * @param id unique on a page that holds several charts: lower-case letters, digits and dashes
 * @param title what it shows, short
 * @param alternative what a person who does not see it must know: the finding, with its numbers
 * @param caveat one line under the chart on what it does not say, as every statistic that may accuse needs
 */
public record Chart(
        String id, Sentence title, Sentence alternative, Sentence caveat, Axis x, Axis y, List<Mark> marks) {
    public Chart {
        Check.that(id.matches("[a-z][a-z0-9-]{0,59}"), "chart id '%s'", id);
        marks = List.copyOf(marks);
    }

    /**
     * The chart as an SVG document of its own: the same chart gives the same bytes. It follows light and dark by itself.
     *
     * @param language a two-letter code: {@code es} gives Spanish, all else English
     */
    public String svg(String language) {
        return ChartDrawing.alone(this, language);
    }

    /**
     * The drawing alone, to stand in a page whose style sheet has rules for its classes ({@code pl-...}) in the page's own colours.
     * The page writes title, alternative and caveat as text, the title with the id {@code <id>-title}, the alternative with {@code
     * <id>-text}.
     *
     * @param language as in {@link #svg}
     */
    public String inPage(String language) {
        return ChartDrawing.inPage(this, language);
    }
}
