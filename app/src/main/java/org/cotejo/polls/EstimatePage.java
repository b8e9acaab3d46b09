package org.cotejo.polls;

import java.util.List;
import org.cotejo.audit.quickcount.PublishingRule;
import org.cotejo.audit.quickcount.QuickEstimate;
import org.cotejo.audit.quickcount.Verdict;

/**
 * A quick count as one page that needs nothing beside it: the verdict, the chart of how the lead converged, all figures, and how anybody
 * makes it again. It is no page of a report: a report rests on entries, and a sample is none.
 */
public final class EstimatePage {
    private static final String STYLE = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#16191f;--soft:#525963}
        @media (prefers-color-scheme:dark){:root{--paper:#1b2027;--ink:#edebe5;--soft:#aab1bb}}
        body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{max-width:52rem;margin:0 auto;padding:1rem}
        h1{font:600 1.6rem/1.25 Charter,"Bitstream Charter",Georgia,serif}
        svg{display:block;width:100%;height:auto}
        pre{overflow-x:auto;font:14px/1.45 ui-monospace,"DejaVu Sans Mono",monospace}
        footer{color:var(--soft);border-top:1px solid;margin-top:1.5rem}
        """;

    private EstimatePage() {}

    /**
     * The page.
     *
     * @param updates the newest last
     * @param outside reports of stations that were not drawn
     */
    public static String of(
            List<QuickEstimate> updates, Verdict verdict, PublishingRule rule, int outside, String language) {
        Lines words = new Lines(language);
        List<String> lines = EstimateText.lines(updates.getLast(), verdict, rule, outside, language);
        String svg = EstimateChart.of(updates).svg(language);
        String title = words.word("Quick count", "Conteo rápido");
        return "<!doctype html>\n<html lang=\"" + words.word("en", "es") + "\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" + title
                + "</title>\n<style>\n" + STYLE + "</style>\n<main>\n<h1>" + title + ". " + escaped(lines.getFirst())
                + "</h1>\n" + svg.substring(svg.indexOf("<svg")) + "\n" + body(lines.subList(1, lines.size()))
                + "<footer><p>"
                + escaped(words.word(
                        "An estimate from a sample, not a count. Whoever shows it should show the sample, the"
                                + " seed of its draw and the reports as well: with them anybody makes this page"
                                + " again (cotejo quickcount estimate).",
                        "Una estimación de una muestra, no un conteo. Quien la muestre debería mostrar también"
                                + " la muestra, la semilla de su sorteo y los reportes: con ellos cualquiera hace"
                                + " esta página de nuevo (cotejo quickcount estimate)."))
                + "</p></footer>\n</main>\n</html>\n";
    }

    /** Sentences as paragraphs; lines of tables, which have columns, as they are. */
    private static String body(List<String> lines) {
        StringBuilder html = new StringBuilder();
        boolean isTable = false;
        for (String line : lines) {
            boolean isRow = line.strip().contains("  ") || isTable && line.startsWith("  ");
            if (isRow != isTable) {
                html.append(isRow ? "<pre>" : "</pre>\n");
            }
            if (isRow) {
                html.append(escaped(line)).append('\n');
            } else if (!line.isBlank()) {
                html.append("<p>").append(escaped(line.strip())).append("</p>\n");
            }
            isTable = isRow;
        }
        return html.append(isTable ? "</pre>\n" : "").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
