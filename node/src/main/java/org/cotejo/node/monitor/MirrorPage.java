package org.cotejo.node.monitor;

import java.time.Instant;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.node.mirror.Mirror;
import org.cotejo.node.mirror.Sighting;

/** The page that a mirror shows about itself: what it holds, what it saw, what it keeps as evidence; both languages on one page. */
public final class MirrorPage {
    private MirrorPage() {}

    /** The page; {@code evidence} are names of files that lie below {@code evidence/}. */
    public static String html(String source, Mirror.Standing standing, List<String> evidence, Instant at) {
        StringBuilder body = new StringBuilder();
        part("en", source, standing, evidence, at, body);
        part("es", source, standing, evidence, at, body);
        return PageFrame.page("en", "Mirror / Réplica", body.toString());
    }

    private static void part(
            String language,
            String source,
            Mirror.Standing standing,
            List<String> evidence,
            Instant at,
            StringBuilder body) {
        body.append("<section lang=\"").append(language).append("\"><h1>");
        body.append(in(language, "A mirror, and what it saw", "Una réplica, y lo que vio"))
                .append("</h1><p>");
        body.append(in(language, "It follows ", "Sigue a ")).append("<span class=\"url\">");
        body.append(PageFrame.escaped(source)).append("</span>. ");
        body.append(
                standing.entries() < 0
                        ? in(language, "It has no whole copy yet.", "Aún no tiene una copia completa.")
                        : in(language, "It holds and serves ", "Guarda y sirve ")
                                + standing.entries()
                                + in(
                                        language,
                                        " entries, every byte checked.",
                                        " asientos, con cada byte comprobado."));
        body.append("</p><p class=\"soft\">")
                .append(in(language, "As of ", "A las "))
                .append(at)
                .append("; ");
        body.append(in(language, "the source last answered ", "la fuente respondió por última vez "));
        body.append(standing.answered()).append("</p>");
        if (standing.sightings().isEmpty()) {
            body.append("<p class=\"good\">")
                    .append(in(language, "Everything fits.", "Todo concuerda."))
                    .append("</p>");
        } else {
            body.append("<ul>");
            for (Sighting one : standing.sightings()) {
                body.append("<li class=\"").append(one.kind().weight() == Sighting.Weight.REFUTED ? "bad" : "warn");
                body.append("\">").append(PageFrame.escaped(one.line(language))).append("</li>");
            }
            body.append("</ul>");
        }
        body.append("<h2>")
                .append(in(language, "Evidence kept for ever", "Evidencia guardada para siempre"))
                .append("</h2><ul>");
        for (String name : evidence) {
            body.append("<li><a href=\"evidence/")
                    .append(PageFrame.escaped(name))
                    .append("\">");
            body.append(PageFrame.escaped(name)).append("</a></li>");
        }
        body.append(evidence.isEmpty() ? "<li>" + in(language, "none", "ninguna") + "</li>" : "")
                .append("</ul></section>");
    }

    private static String in(String language, String en, String es) {
        return PageFrame.escaped(new Sentence(en, es).in(language));
    }
}
